package io.fairlead.rewards;

import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** What metadata tells of Rewards. */
final class RewardsDeclaration {
  private RewardsDeclaration() {}

  static PalletDeclaration of(RewardsStorage storage) {
    return new PalletDeclaration(RewardsCall.PALLET, RewardsCall.PALLET, storage.items(),
        RewardsCall.CODEC, RewardsEvent.CODEC, RewardsError.shape(),
        List.of(u32("MaxVaultNameLength", RewardsLimits.VAULT_NAME_BYTES_MAX),
            u32("MaxVaultLogoLength", RewardsLimits.VAULT_LOGO_BYTES_MAX),
            u32("MaxPendingRewardsPerOperator", RewardsLimits.PENDING_REWARDS_MAX)));
  }

  private static Constant u32(String name, long value) {
    return Constant.of(name, Codecs.U32, value);
  }
}
