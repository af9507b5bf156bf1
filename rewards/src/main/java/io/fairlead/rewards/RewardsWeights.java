package io.fairlead.rewards;

import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;

/** Declared weights, as the test network has them: no proof size. */
final class RewardsWeights {
  private static final DispatchInfo CLAIM_INCOME = of(125_000_000);
  private static final DispatchInfo CLAIM_VAULT_REWARD = of(410_000_000);
  private static final DispatchInfo MANAGE = of(365_000_000);
  private static final DispatchInfo CREATE = of(210_000_000);
  private static final DispatchInfo UPDATE = of(252_000_000);
  private static final DispatchInfo DECAY = of(200_000_000);
  private static final DispatchInfo SMALL = of(190_000_000);

  private RewardsWeights() {}

  private static DispatchInfo of(long refTime) {
    return DispatchInfo.normal(Weight.of(refTime, 0));
  }

  static DispatchInfo of(RewardsCall call) {
    return switch (call) {
      case RewardsCall.ClaimRewards claim -> CLAIM_INCOME;
      case RewardsCall.ClaimRewardsOther claim -> CLAIM_VAULT_REWARD;
      case RewardsCall.ManageAssetRewardVault manage -> MANAGE;
      case RewardsCall.CreateRewardVault create -> CREATE;
      case RewardsCall.UpdateVaultRewardConfig update -> UPDATE;
      case RewardsCall.UpdateDecayConfig decay -> DECAY;
      case RewardsCall.UpdateApyBlocks blocks -> SMALL;
      case RewardsCall.SetVaultMetadata name -> SMALL;
      case RewardsCall.RemoveVaultMetadata unname -> SMALL;
    };
  }
}
