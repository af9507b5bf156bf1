package io.fairlead.rewards.credits;

import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;

/** Declared weights; both networks have those without proof size. */
final class CreditsWeights {
  private static final DispatchInfo BURN = of(299_450_000);
  private static final DispatchInfo CLAIM = of(338_150_000);
  private static final DispatchInfo CLAIM_WITH_ASSET = of(335_250_000);
  private static final DispatchInfo SET_TIERS = of(116_750_000);
  private static final DispatchInfo SET_ASSET_TIERS = of(119_450_000);

  private CreditsWeights() {}

  private static DispatchInfo of(long refTime) {
    return DispatchInfo.normal(Weight.of(refTime, 0));
  }

  static DispatchInfo of(CreditsCall call) {
    return switch (call) {
      case CreditsCall.Burn burn -> BURN;
      case CreditsCall.ClaimCredits claim -> CLAIM;
      case CreditsCall.ClaimCreditsWithAsset claim -> CLAIM_WITH_ASSET;
      case CreditsCall.SetStakeTiers tiers -> SET_TIERS;
      case CreditsCall.SetAssetStakeTiers tiers -> SET_ASSET_TIERS;
    };
  }
}
