package io.fairlead.runtime.managers;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;

/**
 * Calls of contracts as pallets make them ({@code pallet_evm::Runner::call}): transactional, without
 * validation, nonce or access list. What a call writes and deposits belongs to it.
 */
@FunctionalInterface
public interface Contracts {
  /**
   * Calls {@code to}.
   *
   * @param from the caller
   * @param input selector and arguments
   * @param value in planck
   * @param gas limit
   */
  Answer call(EvmAddress from, EvmAddress to, Bytes input, Balance value, long gas);

  /** A world without contracts: a call of an address without code succeeds and gives nothing. */
  Contracts NO_CODE =
      (from, to, input, value, gas) -> new Answer.Ran(Exit.SUCCEEDED, Bytes.EMPTY);

  /** What came of a call. */
  sealed interface Answer {
    /** It ran. */
    record Ran(Exit exit, Bytes output) implements Answer {}

    /** The runner refused before it ran; the error is one of the EVM pallet. */
    record Refused(DispatchError error) implements Answer {}
  }

  /** How a run ended ({@code evm::ExitReason}). */
  enum Exit {
    /** Stopped, returned or destroyed itself. */
    SUCCEEDED,
    /** Reverted; the output tells why. */
    REVERTED,
    /** Out of gas, invalid code and the like. */
    FAILED
  }
}
