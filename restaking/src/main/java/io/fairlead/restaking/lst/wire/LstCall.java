package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of Lst; 2, 15 and 16 do not exist. Pool ids are u32, amounts planck. */
public sealed interface LstCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Lst";

  /** The signer gives {@code amount} to an open pool and gets its tokens. */
  record Join(Balance amount, long poolId) implements LstCall {}

  /** The signer gives more. */
  record BondExtra(long poolId, ExtraBond extra) implements LstCall {}

  /** So many tokens of a member are burnt; what they stand for leaves the bond. */
  record Unbond(MultiAddress memberAccount, long poolId, Balance unbondingPoints)
      implements LstCall {}

  /** What has left the bond of a pool is free for its members. */
  record PoolWithdrawUnbonded(long poolId, long slashingSpans) implements LstCall {}

  /** What has left a pool for a member is paid to it. */
  record WithdrawUnbonded(MultiAddress memberAccount, long poolId, long slashingSpans)
      implements LstCall {}

  /** The signer makes a pool. */
  record Create(Balance amount, MultiAddress root, MultiAddress nominator, MultiAddress bouncer,
      @Nullable Bytes name, @Nullable Bytes icon) implements LstCall {}

  /** The signer makes a pool of an id below the last one that is free. */
  record CreateWithPoolId(Balance amount, MultiAddress root, MultiAddress nominator,
      MultiAddress bouncer, long poolId, @Nullable Bytes name, @Nullable Bytes icon)
      implements LstCall {}

  /** A pool nominates validators. */
  record Nominate(long poolId, List<AccountId> validators) implements LstCall {
    public Nominate {
      validators = List.copyOf(validators);
    }
  }

  /** A pool gets another state. */
  record SetState(long poolId, PoolState state) implements LstCall {}

  /** A pool is described. */
  record SetMetadata(long poolId, Bytes metadata) implements LstCall {}

  /** Root sets what holds for all pools. */
  record SetConfigs(ConfigOp<Balance> minJoinBond, ConfigOp<Balance> minCreateBond,
      ConfigOp<Long> maxPools, ConfigOp<Perbill> globalMaxCommission) implements LstCall {}

  /** A pool gets other roles. */
  record UpdateRoles(long poolId, ConfigOp<AccountId> newRoot, ConfigOp<AccountId> newNominator,
      ConfigOp<AccountId> newBouncer) implements LstCall {}

  /** A pool nominates nobody. */
  record Chill(long poolId) implements LstCall {}

  /** More is given for another account, if it allows that. */
  record BondExtraOther(MultiAddress member, long poolId, ExtraBond extra) implements LstCall {}

  /** A pool takes another part of its rewards; null: none. */
  record SetCommission(long poolId, Commission.@Nullable Current newCommission)
      implements LstCall {}

  /** The commission of a pool is bounded. */
  record SetCommissionMax(long poolId, Perbill maxCommission) implements LstCall {}

  /** The rise of the commission of a pool is slowed. */
  record SetCommissionChangeRate(long poolId, ChangeRate changeRate) implements LstCall {}

  /** The commission of a pool is paid to its payee. */
  record ClaimCommission(long poolId) implements LstCall {}

  /** The existential deposit of a pool's reward account is reserved. */
  record AdjustPoolDeposit(long poolId) implements LstCall {}

  /** Others may have the commission paid out. */
  record SetCommissionClaimPermission(long poolId, @Nullable ClaimedBy permission)
      implements LstCall {}

  /** The force origin sets the last pool id. */
  record SetLastPoolId(long poolId) implements LstCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<LstCall> CODEC = codec();

  private static <C> Fields.Field<C, Long> pool(Function<C, Long> get) {
    return field("pool_id", get, Codecs.U32, "PoolId");
  }

  private static <C> Fields.Field<C, MultiAddress> address(String name,
      Function<C, MultiAddress> get) {
    return field(name, get, MultiAddress.CODEC, "AccountIdLookupOf<T>");
  }

  private static <C> Fields.Field<C, Balance> amount(String name, Function<C, Balance> get) {
    return field(name, get, Balance.COMPACT, "BalanceOf<T>");
  }

  private static <C> Fields.Field<C, Long> spans(Function<C, Long> get) {
    return field("num_slashing_spans", get, Codecs.U32, "u32");
  }

  private static <C> Fields.Field<C, @Nullable Bytes> name(Function<C, @Nullable Bytes> get) {
    return field("name", get, Codecs.option(PoolMetadata.NAME), PoolMetadata.NAME_TYPE);
  }

  private static <C> Fields.Field<C, @Nullable Bytes> icon(Function<C, @Nullable Bytes> get) {
    return field("icon", get, Codecs.option(PoolMetadata.ICON), PoolMetadata.ICON_TYPE);
  }

  private static <C> Fields.Field<C, ExtraBond> extra(Function<C, ExtraBond> get) {
    return field("extra", get, ExtraBond.CODEC, "BondExtra<BalanceOf<T>>");
  }

  private static <C, V> Fields.Field<C, ConfigOp<V>> op(String name,
      Function<C, ConfigOp<V>> get, Codec<V> codec, String type) {
    return field(name, get, ConfigOp.codec(codec), "ConfigOp<" + type + ">");
  }

  private static EnumCodec<LstCall> codec() {
    return Codecs.enumOf("pallet_tangle_lst::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "join", Join.class,
            Fields.of(Join::new, amount("amount", Join::amount), pool(Join::poolId))),
        variant(1, "bond_extra", BondExtra.class,
            Fields.of(BondExtra::new, pool(BondExtra::poolId), extra(BondExtra::extra))),
        variant(3, "unbond", Unbond.class,
            Fields.of(Unbond::new, address("member_account", Unbond::memberAccount),
                pool(Unbond::poolId), amount("unbonding_points", Unbond::unbondingPoints))),
        variant(4, "pool_withdraw_unbonded", PoolWithdrawUnbonded.class,
            Fields.of(PoolWithdrawUnbonded::new, pool(PoolWithdrawUnbonded::poolId),
                spans(PoolWithdrawUnbonded::slashingSpans))),
        variant(5, "withdraw_unbonded", WithdrawUnbonded.class,
            Fields.of(WithdrawUnbonded::new,
                address("member_account", WithdrawUnbonded::memberAccount),
                pool(WithdrawUnbonded::poolId), spans(WithdrawUnbonded::slashingSpans))),
        variant(6, "create", Create.class,
            Fields.of(Create::new, amount("amount", Create::amount),
                address("root", Create::root), address("nominator", Create::nominator),
                address("bouncer", Create::bouncer), name(Create::name), icon(Create::icon))),
        variant(7, "create_with_pool_id", CreateWithPoolId.class,
            Fields.of(CreateWithPoolId::new, amount("amount", CreateWithPoolId::amount),
                address("root", CreateWithPoolId::root),
                address("nominator", CreateWithPoolId::nominator),
                address("bouncer", CreateWithPoolId::bouncer), pool(CreateWithPoolId::poolId),
                name(CreateWithPoolId::name), icon(CreateWithPoolId::icon))),
        variant(8, "nominate", Nominate.class,
            Fields.of(Nominate::new, pool(Nominate::poolId),
                field("validators", Nominate::validators, Codecs.list(AccountId.CODEC),
                    "Vec<T::AccountId>"))),
        variant(9, "set_state", SetState.class,
            Fields.of(SetState::new, pool(SetState::poolId),
                field("state", SetState::state, PoolState.CODEC, "PoolState"))),
        variant(10, "set_metadata", SetMetadata.class,
            Fields.of(SetMetadata::new, pool(SetMetadata::poolId),
                field("metadata", SetMetadata::metadata,
                    Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"))),
        variant(11, "set_configs", SetConfigs.class,
            Fields.of(SetConfigs::new,
                op("min_join_bond", SetConfigs::minJoinBond, Balance.CODEC, "BalanceOf<T>"),
                op("min_create_bond", SetConfigs::minCreateBond, Balance.CODEC, "BalanceOf<T>"),
                op("max_pools", SetConfigs::maxPools, Codecs.U32, "u32"),
                op("global_max_commission", SetConfigs::globalMaxCommission, Perbill.CODEC,
                    "Perbill"))),
        variant(12, "update_roles", UpdateRoles.class,
            Fields.of(UpdateRoles::new, pool(UpdateRoles::poolId),
                op("new_root", UpdateRoles::newRoot, AccountId.CODEC, "T::AccountId"),
                op("new_nominator", UpdateRoles::newNominator, AccountId.CODEC, "T::AccountId"),
                op("new_bouncer", UpdateRoles::newBouncer, AccountId.CODEC, "T::AccountId"))),
        variant(13, "chill", Chill.class, Fields.of(Chill::new, pool(Chill::poolId))),
        variant(14, "bond_extra_other", BondExtraOther.class,
            Fields.of(BondExtraOther::new, address("member", BondExtraOther::member),
                pool(BondExtraOther::poolId), extra(BondExtraOther::extra))),
        variant(17, "set_commission", SetCommission.class,
            Fields.of(SetCommission::new, pool(SetCommission::poolId),
                field("new_commission", SetCommission::newCommission,
                    Codecs.option(Commission.Current.CODEC),
                    "Option<(Perbill, T::AccountId)>"))),
        variant(18, "set_commission_max", SetCommissionMax.class,
            Fields.of(SetCommissionMax::new, pool(SetCommissionMax::poolId),
                field("max_commission", SetCommissionMax::maxCommission, Perbill.CODEC,
                    "Perbill"))),
        variant(19, "set_commission_change_rate", SetCommissionChangeRate.class,
            Fields.of(SetCommissionChangeRate::new, pool(SetCommissionChangeRate::poolId),
                field("change_rate", SetCommissionChangeRate::changeRate, ChangeRate.CODEC,
                    "CommissionChangeRate<BlockNumberFor<T>>"))),
        variant(20, "claim_commission", ClaimCommission.class,
            Fields.of(ClaimCommission::new, pool(ClaimCommission::poolId))),
        variant(21, "adjust_pool_deposit", AdjustPoolDeposit.class,
            Fields.of(AdjustPoolDeposit::new, pool(AdjustPoolDeposit::poolId))),
        variant(22, "set_commission_claim_permission", SetCommissionClaimPermission.class,
            Fields.of(SetCommissionClaimPermission::new,
                pool(SetCommissionClaimPermission::poolId),
                field("permission", SetCommissionClaimPermission::permission,
                    Codecs.option(ClaimedBy.CODEC),
                    "Option<CommissionClaimPermission<T::AccountId>>"))),
        variant(23, "set_last_pool_id", SetLastPoolId.class,
            Fields.of(SetLastPoolId::new, pool(SetLastPoolId::poolId))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}
