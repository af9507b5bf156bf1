package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of Lst. Pool ids and eras are u32, amounts planck. */
public sealed interface LstEvent extends Event {
  /** There is a new pool. */
  record Created(AccountId depositor, long poolId) implements LstEvent {}

  /** A pool has more; {@code joined} tells joining from giving more. */
  record Bonded(AccountId member, long poolId, Balance bonded, boolean joined)
      implements LstEvent {}

  /** Never emitted. */
  record PaidOut(AccountId member, long poolId, Balance payout) implements LstEvent {}

  /** {@code balance} leaves a pool and can be withdrawn from {@code era}. */
  record Unbonded(AccountId member, long poolId, Balance balance, Balance points, long era)
      implements LstEvent {}

  /** What left a pool was paid. */
  record Withdrawn(AccountId member, long poolId, Balance balance, Balance points)
      implements LstEvent {}

  /** A pool is no more. */
  record Destroyed(long poolId) implements LstEvent {}

  /** A pool has another state. */
  record StateChanged(long poolId, PoolState newState) implements LstEvent {}

  /** Nothing leaves any pool for an account any more. */
  record MemberRemoved(long poolId, AccountId member) implements LstEvent {}

  /** A pool has these roles. */
  record RolesUpdated(@Nullable AccountId root, @Nullable AccountId bouncer,
      @Nullable AccountId nominator) implements LstEvent {}

  /** Never emitted: nobody tells Lst of slashes. */
  record PoolSlashed(long poolId, Balance balance) implements LstEvent {}

  /** Never emitted: nobody tells Lst of slashes. */
  record UnbondingPoolSlashed(long poolId, long era, Balance balance) implements LstEvent {}

  /** A pool takes another part of its rewards. */
  record PoolCommissionUpdated(long poolId, Commission.@Nullable Current current)
      implements LstEvent {}

  /** The commission of a pool is bounded. */
  record PoolMaxCommissionUpdated(long poolId, Perbill maxCommission) implements LstEvent {}

  /** The rise of a pool's commission is slowed. */
  record PoolCommissionChangeRateUpdated(long poolId, ChangeRate changeRate)
      implements LstEvent {}

  /** Others may have a commission paid out. */
  record PoolCommissionClaimPermissionUpdated(long poolId, @Nullable ClaimedBy permission)
      implements LstEvent {}

  /** A commission was paid. */
  record PoolCommissionClaimed(long poolId, Balance commission) implements LstEvent {}

  /** The signer gave what the reward account lacked. */
  record MinBalanceDeficitAdjusted(long poolId, Balance amount) implements LstEvent {}

  /** The signer got what the reward account had too much. */
  record MinBalanceExcessAdjusted(long poolId, Balance amount) implements LstEvent {}

  /** The last pool id was set. */
  record LastPoolIdUpdated(long poolId) implements LstEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<LstEvent> CODEC = codec();

  private static <E> Fields.Field<E, Long> pool(Function<E, Long> get) {
    return field("pool_id", get, Codecs.U32, "PoolId");
  }

  private static <E> Fields.Field<E, AccountId> who(String name, Function<E, AccountId> get) {
    return field(name, get, AccountId.CODEC, "T::AccountId");
  }

  private static <E> Fields.Field<E, @Nullable AccountId> role(String name,
      Function<E, @Nullable AccountId> get) {
    return field(name, get, Codecs.option(AccountId.CODEC), "Option<T::AccountId>");
  }

  private static <E> Fields.Field<E, Balance> amount(String name, Function<E, Balance> get) {
    return field(name, get, Balance.CODEC, "BalanceOf<T>");
  }

  private static <E> Fields.Field<E, Long> era(Function<E, Long> get) {
    return field("era", get, Codecs.U32, "EraIndex");
  }

  private static EnumCodec<LstEvent> codec() {
    Codec<Commission.@Nullable Current> current = Codecs.option(Commission.Current.CODEC);
    return Codecs.enumOf("pallet_tangle_lst::pallet::Event", List.of(Shape.skipped("T")),
        variant(0, "Created", Created.class,
            Fields.of(Created::new, who("depositor", Created::depositor), pool(Created::poolId))),
        variant(1, "Bonded", Bonded.class,
            Fields.of(Bonded::new, who("member", Bonded::member), pool(Bonded::poolId),
                amount("bonded", Bonded::bonded),
                field("joined", Bonded::joined, Codecs.BOOL, "bool"))),
        variant(2, "PaidOut", PaidOut.class,
            Fields.of(PaidOut::new, who("member", PaidOut::member), pool(PaidOut::poolId),
                amount("payout", PaidOut::payout))),
        variant(3, "Unbonded", Unbonded.class,
            Fields.of(Unbonded::new, who("member", Unbonded::member), pool(Unbonded::poolId),
                amount("balance", Unbonded::balance), amount("points", Unbonded::points),
                era(Unbonded::era))),
        variant(4, "Withdrawn", Withdrawn.class,
            Fields.of(Withdrawn::new, who("member", Withdrawn::member), pool(Withdrawn::poolId),
                amount("balance", Withdrawn::balance), amount("points", Withdrawn::points))),
        variant(5, "Destroyed", Destroyed.class,
            Fields.of(Destroyed::new, pool(Destroyed::poolId))),
        variant(6, "StateChanged", StateChanged.class,
            Fields.of(StateChanged::new, pool(StateChanged::poolId),
                field("new_state", StateChanged::newState, PoolState.CODEC, "PoolState"))),
        variant(7, "MemberRemoved", MemberRemoved.class,
            Fields.of(MemberRemoved::new, pool(MemberRemoved::poolId),
                who("member", MemberRemoved::member))),
        variant(8, "RolesUpdated", RolesUpdated.class,
            Fields.of(RolesUpdated::new, role("root", RolesUpdated::root),
                role("bouncer", RolesUpdated::bouncer),
                role("nominator", RolesUpdated::nominator))),
        variant(9, "PoolSlashed", PoolSlashed.class,
            Fields.of(PoolSlashed::new, pool(PoolSlashed::poolId),
                amount("balance", PoolSlashed::balance))),
        variant(10, "UnbondingPoolSlashed", UnbondingPoolSlashed.class,
            Fields.of(UnbondingPoolSlashed::new, pool(UnbondingPoolSlashed::poolId),
                era(UnbondingPoolSlashed::era), amount("balance", UnbondingPoolSlashed::balance))),
        variant(11, "PoolCommissionUpdated", PoolCommissionUpdated.class,
            Fields.of(PoolCommissionUpdated::new, pool(PoolCommissionUpdated::poolId),
                field("current", PoolCommissionUpdated::current, current,
                    "Option<(Perbill, T::AccountId)>"))),
        variant(12, "PoolMaxCommissionUpdated", PoolMaxCommissionUpdated.class,
            Fields.of(PoolMaxCommissionUpdated::new, pool(PoolMaxCommissionUpdated::poolId),
                field("max_commission", PoolMaxCommissionUpdated::maxCommission, Perbill.CODEC,
                    "Perbill"))),
        variant(13, "PoolCommissionChangeRateUpdated", PoolCommissionChangeRateUpdated.class,
            Fields.of(PoolCommissionChangeRateUpdated::new,
                pool(PoolCommissionChangeRateUpdated::poolId),
                field("change_rate", PoolCommissionChangeRateUpdated::changeRate,
                    ChangeRate.CODEC, "CommissionChangeRate<BlockNumberFor<T>>"))),
        variant(14, "PoolCommissionClaimPermissionUpdated",
            PoolCommissionClaimPermissionUpdated.class,
            Fields.of(PoolCommissionClaimPermissionUpdated::new,
                pool(PoolCommissionClaimPermissionUpdated::poolId),
                field("permission", PoolCommissionClaimPermissionUpdated::permission,
                    Codecs.option(ClaimedBy.CODEC),
                    "Option<CommissionClaimPermission<T::AccountId>>"))),
        variant(15, "PoolCommissionClaimed", PoolCommissionClaimed.class,
            Fields.of(PoolCommissionClaimed::new, pool(PoolCommissionClaimed::poolId),
                amount("commission", PoolCommissionClaimed::commission))),
        variant(16, "MinBalanceDeficitAdjusted", MinBalanceDeficitAdjusted.class,
            Fields.of(MinBalanceDeficitAdjusted::new, pool(MinBalanceDeficitAdjusted::poolId),
                amount("amount", MinBalanceDeficitAdjusted::amount))),
        variant(17, "MinBalanceExcessAdjusted", MinBalanceExcessAdjusted.class,
            Fields.of(MinBalanceExcessAdjusted::new, pool(MinBalanceExcessAdjusted::poolId),
                amount("amount", MinBalanceExcessAdjusted::amount))),
        variant(18, "LastPoolIdUpdated", LastPoolIdUpdated.class,
            Fields.of(LastPoolIdUpdated::new, pool(LastPoolIdUpdated::poolId))));
  }

  @Override
  default String pallet() {
    return LstCall.PALLET;
  }
}
