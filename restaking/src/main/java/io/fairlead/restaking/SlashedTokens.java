package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;

/** What a slash does to a token contract. */
final class SlashedTokens {
  private static final EvmAddress RECIPIENT =
      RestakingAccounts.truncated(RestakingAccounts.SLASH_RECIPIENT);

  private SlashedTokens() {}

  /** Moves tokens to the recipient; a refusing runner or another answer: ERC20TransferFailed. */
  static void transfer(Block block, TokenContracts contracts, EvmAddress token, Balance amount) {
    boolean[] moved = {false};
    // the runner's own error is replaced, what it wrote stays
    block.attempt(() -> moved[0] =
        contracts.transfer(RestakingAccounts.PALLET_EVM, token, RECIPIENT, amount));
    ensure(moved[0], RestakingError.ERC20_TRANSFER_FAILED);
  }

  /** Tells the token of the slash; a revert is accepted, a refusing runner: SlashAlertFailed. */
  static void alert(Block block, TokenContracts contracts, UnappliedSlash slash, EvmAddress token,
      Balance amount) {
    Outcome told = block.attempt(() -> contracts.onSlash(RestakingAccounts.PALLET_EVM, token,
        slash.blueprintId(), slash.serviceId(), slash.operator(), amount));
    ensure(told.isDone(), RestakingError.SLASH_ALERT_FAILED);
  }
}
