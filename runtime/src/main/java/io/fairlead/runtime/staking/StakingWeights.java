package io.fairlead.runtime.staking;

import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;

/** Weights of Staking's calls ({@code SubstrateWeight}). */
final class StakingWeights {
  private static final Weight BOND = Weight.of(48_459_000, 4_764).readsWrites(4, 4);
  private static final Weight BOND_EXTRA = Weight.of(93_619_000, 8_877).readsWrites(9, 7);
  private static final Weight CHILL = Weight.of(62_471_000, 6_248).readsWrites(9, 6);
  private static final Weight SET_PAYEE = Weight.of(20_690_000, 4_556).readsWrites(2, 1);

  /** What unbonding takes without a withdrawal. */
  static final Weight UNBOND = Weight.of(101_440_000, 8_877).readsWrites(12, 7);

  private StakingWeights() {}

  static DispatchInfo of(StakingCall call) {
    return DispatchInfo.normal(switch (call) {
      case StakingCall.Bond c -> BOND;
      case StakingCall.BondExtra c -> BOND_EXTRA;
      case StakingCall.Unbond c -> withdrawKill(StakingLimits.SPECULATIVE_SPANS).plus(UNBOND);
      case StakingCall.WithdrawUnbonded(long spans) -> withdrawKill(spans);
      case StakingCall.Nominate c -> nominate(c.targets().size());
      case StakingCall.Chill c -> CHILL;
      case StakingCall.SetPayee c -> SET_PAYEE;
      case StakingCall.Rebond c -> rebond(StakingLimits.UNLOCKING_CHUNKS_MAX);
    });
  }

  /** A withdrawal after which the bond goes on. */
  static Weight withdrawUpdate(long spans) {
    return Weight.of(52_396_327 + 51_406 * spans, 4_764).readsWrites(6, 2);
  }

  /** A withdrawal that ends the bond. */
  static Weight withdrawKill(long spans) {
    return Weight.of(101_398_156 + 1_377_850 * spans, 6_248 + 4 * spans).readsWrites(13, 11)
        .plus(Weight.of(spans * 100_000_000, 0));
  }

  private static Weight nominate(int targets) {
    return Weight.of(66_831_185 + 4_031_635L * targets, 6_248 + 2_520L * targets)
        .readsWrites(12 + targets, 6);
  }

  /** Keeping what so many chunks hold. */
  static Weight rebond(long chunks) {
    return Weight.of(91_391_254 + 103_443 * chunks, 8_877).readsWrites(9, 7);
  }
}
