package io.fairlead.services;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;

/** What a manager's hook came to. */
public sealed interface HookAnswer {

  /** The answers without more to tell. */
  enum Plain implements HookAnswer {
    /** The call succeeded, whatever it returned: allowed. An address without code does so too. */
    ALLOWED,
    /** The call failed otherwise than by reverting (gas, opcode): not allowed, no event. */
    BROKEN
  }

  /**
   * The contract reverted: not allowed, and the pallet deposits {@code EvmReverted}.
   *
   * @param from who called
   * @param to the contract
   * @param data input of the call
   * @param reason what the contract gave back
   */
  record Reverted(EvmAddress from, EvmAddress to, Bytes data, Bytes reason)
      implements HookAnswer {}

  /** The EVM's runner refused the call, for example because the caller cannot pay its gas. */
  record Refused(DispatchError error) implements HookAnswer {}

  /** Allowed. */
  HookAnswer ALLOWED = Plain.ALLOWED;
}
