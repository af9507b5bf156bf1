package io.fairlead.runtime.staking;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The pallet Staking ({@code pallet_staking}): its calls over {@link Bonds} and {@link Voters}. */
public final class StakingPallet implements Pallet<StakingCall> {
  private final StakingStorage storage;
  private final Bonds bonds;
  private final Voters voters;

  /** The pallet over its items. */
  public StakingPallet(StakingStorage storage, Bonds bonds, Voters voters) {
    this.storage = storage;
    this.bonds = bonds;
    this.voters = voters;
  }

  @Override
  public String name() {
    return StakingCall.PALLET;
  }

  @Override
  public DispatchInfo info(StakingCall call) {
    return StakingWeights.of(call);
  }

  /** Refuses with BadOrigin and what {@link Bonds} and {@link Voters} say. */
  @Override
  public PostDispatch dispatch(Origin origin, StakingCall call) {
    AccountId who = origin.ensureSigned();
    return switch (call) {
      case StakingCall.Bond(Balance value, RewardDestination payee) -> {
        bonds.bond(who, value, payee);
        yield PostDispatch.AS_DECLARED;
      }
      case StakingCall.BondExtra(Balance most) -> {
        bonds.bondExtra(who, most);
        yield PostDispatch.AS_DECLARED;
      }
      case StakingCall.Unbond(Balance value) ->
          new PostDispatch(bonds.unbond(who, value), true);
      case StakingCall.WithdrawUnbonded(long spans) ->
          new PostDispatch(bonds.withdrawUnbonded(who, spans), true);
      case StakingCall.Nominate(List<MultiAddress> targets) -> {
        voters.nominate(who, targets);
        yield PostDispatch.AS_DECLARED;
      }
      case StakingCall.Chill c -> {
        voters.chill(who);
        yield PostDispatch.AS_DECLARED;
      }
      case StakingCall.SetPayee(RewardDestination payee) -> {
        bonds.setPayee(who, payee);
        yield PostDispatch.AS_DECLARED;
      }
      case StakingCall.Rebond(Balance value) ->
          new PostDispatch(bonds.rebond(who, value), true);
    };
  }

  /** What metadata tells of the pallet; an era has so many sessions. */
  public PalletDeclaration declaration(int sessionsPerEra) {
    return new PalletDeclaration(StakingCall.PALLET, StakingCall.PALLET, storage.items(),
        StakingCall.CODEC, StakingEvent.CODEC, StakingError.SHAPE,
        List.of(u32("HistoryDepth", StakingLimits.HISTORY_ERAS),
            u32("SessionsPerEra", sessionsPerEra),
            u32("BondingDuration", StakingLimits.BONDING_ERAS),
            u32("SlashDeferDuration", StakingLimits.SLASH_DEFER_ERAS),
            u32("MaxExposurePageSize", StakingLimits.EXPOSURE_PAGE_MAX),
            u32("MaxUnlockingChunks", StakingLimits.UNLOCKING_CHUNKS_MAX)));
  }

  private static Constant u32(String name, long value) {
    return Constant.of(name, Codecs.U32, value);
  }
}
