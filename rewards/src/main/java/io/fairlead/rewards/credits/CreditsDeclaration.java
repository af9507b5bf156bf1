package io.fairlead.rewards.credits;

import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.CreditsEvent;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** What metadata tells of Credits. */
final class CreditsDeclaration {
  private CreditsDeclaration() {}

  static PalletDeclaration of(CreditsStorage storage) {
    return new PalletDeclaration(CreditsCall.PALLET, CreditsCall.PALLET, storage.items(),
        CreditsCall.CODEC, CreditsEvent.CODEC, CreditsError.shape(),
        List.of(
            Constant.of("BurnConversionRate", Balance.CODEC, CreditsLimits.BURN_CONVERSION_RATE),
            Constant.of("ClaimWindowBlocks", Codecs.U64, CreditsLimits.CLAIM_WINDOW_BLOCKS),
            Constant.of("CreditBurnRecipient", Codecs.option(AccountId.CODEC),
                CreditsLimits.BURN_RECIPIENT),
            Constant.of("MaxOffchainAccountIdLength", Codecs.U32,
                (long) CreditsLimits.OFFCHAIN_ACCOUNT_ID_BYTES_MAX),
            Constant.of("MaxStakeTiers", Codecs.U32, (long) CreditsLimits.STAKE_TIERS_MAX),
            Constant.of("MaxRatePerBlock", Balance.CODEC, CreditsLimits.RATE_PER_BLOCK_MAX)));
  }
}
