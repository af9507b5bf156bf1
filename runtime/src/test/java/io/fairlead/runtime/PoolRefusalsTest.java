package io.fairlead.runtime;

import static io.fairlead.restaking.lst.wire.LstError.*;
import static io.fairlead.runtime.PoolWorld.create;
import static io.fairlead.runtime.PoolWorld.extra;
import static io.fairlead.runtime.PoolWorld.id;
import static io.fairlead.runtime.PoolWorld.join;
import static io.fairlead.runtime.PoolWorld.state;
import static io.fairlead.runtime.PoolWorld.unbond;
import static io.fairlead.runtime.PoolWorld.withdraw;
import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static io.fairlead.runtime.WiredWorld.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.lst.LstAccounts;
import io.fairlead.restaking.lst.wire.ChangeRate;
import io.fairlead.restaking.lst.wire.ClaimedBy;
import io.fairlead.restaking.lst.wire.Commission;
import io.fairlead.restaking.lst.wire.ConfigOp;
import io.fairlead.restaking.lst.wire.Defect;
import io.fairlead.restaking.lst.wire.ExtraBond;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.restaking.lst.wire.SubPools;
import io.fairlead.restaking.lst.wire.UnbondPool;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.assets.AssetsError;
import io.fairlead.runtime.staking.StakingError;
import io.fairlead.runtime.staking.StakingLedger;
import io.fairlead.runtime.staking.StakingLedger.Chunk;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every error that a call of Lst can raise, and that it moves nothing. */
class PoolRefusalsTest {
  private static final Set<LstError> SEEN = EnumSet.noneOf(LstError.class);
  private static final Set<Defect> DEFECTS = EnumSet.noneOf(Defect.class);
  private static final Map<LstError, String> NEVER = new EnumMap<>(Map.of(
      FULLY_UNBONDING, "the chain's code never raises it",
      MAX_POOL_MEMBERS, "the chain's code never raises it",
      BOND_EXTRA_RESTRICTED, "the chain's code never raises it",
      REWARD_POOL_NOT_FOUND, "the chain's code raises Defensive(RewardPoolNotFound) instead",
      CANNOT_WITHDRAW_ANY, "a withdrawal was refused before unless an entry is ripe"));

  private final PoolWorld pools = new PoolWorld(Rules.DEPLOYED);

  @AfterAll
  static void every_error_is_tested_or_excused() {
    assertThat(SEEN).doesNotContainAnyElementsOf(NEVER.keySet());
    assertThat(EnumSet.complementOf(EnumSet.copyOf(SEEN)))
        .containsExactlyInAnyOrderElementsOf(NEVER.keySet());
    assertThat(ErrorsDocument.of("Lst")).containsExactlyInAnyOrderElementsOf(
        NEVER.keySet().stream().map(LstError::chainName).toList());
    // never as a detail: without sub pools it is the plain SubPoolsNotFound
    assertThat(EnumSet.complementOf(EnumSet.copyOf(DEFECTS)))
        .containsExactly(Defect.SUB_POOLS_NOT_FOUND);
  }

  private void refused(LstError error, AccountId who, Call call) {
    pools.refused(error, who, call);
    SEEN.add(error);
  }

  private void refused(Defect defect, AccountId who, Call call) {
    pools.world.refused(Origin.signed(who), call,
        new DispatchError.Module(defect.error()));
    SEEN.add(DEFENSIVE);
    DEFECTS.add(defect);
  }

  private static Commission.Current part(int percent) {
    return new Commission.Current(new Perbill(percent * 10_000_000), CAROL);
  }

  private static LstCall commission(int percent) {
    return new LstCall.SetCommission(1, part(percent));
  }

  private static LstCall max(int percent) {
    return new LstCall.SetCommissionMax(1, new Perbill(percent * 10_000_000));
  }

  private static LstCall rate(int percent, long blocks) {
    return new LstCall.SetCommissionChangeRate(1,
        new ChangeRate(new Perbill(percent * 10_000_000), blocks));
  }

  private void configs(Balance minJoin, Balance minCreate, long maxPools, int globalPercent) {
    pools.world.done(Origin.ROOT,
        new LstCall.SetConfigs(new ConfigOp.Set<>(minJoin), new ConfigOp.Set<>(minCreate),
            new ConfigOp.Set<>(maxPools),
            new ConfigOp.Set<>(new Perbill(globalPercent * 10_000_000))));
  }

  /** Writes what no call writes. */
  private void ledger(long active, Chunk... chunks) {
    AccountId stash = LstAccounts.bonded(1);
    Balance total = Balance.tnt(active);
    for (Chunk chunk : chunks) {
      total = total.plus(chunk.value());
    }
    pools.world.overwrite("Staking", "Ledger", stash.bytes(), StakingLedger.CODEC.encode(
        new StakingLedger(stash, total, Balance.tnt(active), List.of(chunks), List.of())));
  }

  @Test
  void only_signers_call_and_only_root_configures() {
    pools.withPool(50);
    for (LstCall call : List.of(join(1, 1), extra(1, 1), create(100), unbond(DAVE, 1, 1),
        withdraw(DAVE, 1), new LstCall.PoolWithdrawUnbonded(1, 0),
        new LstCall.Nominate(1, List.of(BOB)), new LstCall.Chill(1),
        state(1, PoolState.BLOCKED), new LstCall.SetMetadata(1, Bytes.EMPTY), commission(1),
        max(1), rate(1, 1), new LstCall.ClaimCommission(1), new LstCall.AdjustPoolDeposit(1),
        new LstCall.SetCommissionClaimPermission(1, ClaimedBy.ANYBODY))) {
      pools.world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
      pools.world.refused(Origin.NONE, call, DispatchError.BAD_ORIGIN);
    }
    for (LstCall call : List.of(new LstCall.SetLastPoolId(9),
        new LstCall.SetConfigs(new ConfigOp.Noop<>(), new ConfigOp.Noop<>(),
            new ConfigOp.Noop<>(), new ConfigOp.Noop<>()))) {
      pools.world.refused(Origin.signed(ALICE), call, DispatchError.BAD_ORIGIN);
    }
    pools.world.refused(Origin.NONE, new LstCall.UpdateRoles(1, new ConfigOp.Noop<>(),
        new ConfigOp.Noop<>(), new ConfigOp.Noop<>()), DispatchError.BAD_ORIGIN);
  }

  @Test
  void without_a_pool_nothing_goes() {
    for (LstCall call : List.of(join(1, 1), extra(1, 1), unbond(DAVE, 1, 1),
        new LstCall.PoolWithdrawUnbonded(1, 0), new LstCall.Nominate(1, List.of(BOB)),
        new LstCall.Chill(1), state(1, PoolState.BLOCKED),
        new LstCall.SetMetadata(1, Bytes.EMPTY), commission(1), max(1), rate(1, 1),
        new LstCall.ClaimCommission(1), new LstCall.AdjustPoolDeposit(1),
        new LstCall.SetCommissionClaimPermission(1, ClaimedBy.ANYBODY),
        new LstCall.UpdateRoles(1, new ConfigOp.Noop<>(), new ConfigOp.Noop<>(),
            new ConfigOp.Noop<>()))) {
      refused(POOL_NOT_FOUND, ALICE, call);
    }
    refused(POOL_MEMBER_NOT_FOUND, ALICE, withdraw(ALICE, 1));
  }

  @Test
  void a_pool_needs_enough_money_a_free_id_and_room() {
    configs(Balance.tnt(5), Balance.tnt(10), 1, 100);
    refused(MINIMUM_BOND_NOT_MET, ALICE, create(9));
    pools.done(ALICE, create(10));
    refused(MINIMUM_BOND_NOT_MET, DAVE, join(1, 4));
    refused(MAX_POOLS, ALICE, create(10));
    pools.world.refused(Origin.signed(ALICE),
        new LstCall.Create(Balance.tnt(10), new MultiAddress.Index(99), id(BOB), id(CAROL), null,
            null),
        DispatchError.Plain.CANNOT_LOOKUP);

    configs(Balance.ZERO, Balance.ZERO, 10, 100);
    pools.world.refused(Origin.signed(ALICE), create(1_000),
        DispatchError.Token.FUNDS_UNAVAILABLE);
    pools.world.done(Origin.ROOT, new LstCall.SetLastPoolId(0xffff_ffffL));
    refused(OVERFLOW_RISK, ALICE, create(10));
  }

  @Test
  void an_id_of_ones_own_choice_is_below_the_last_and_was_never_used() {
    pools.withPool(0);
    pools.world.done(Origin.ROOT, new LstCall.SetLastPoolId(9));
    refused(POOL_ID_IN_USE, ALICE, createAs(1));
    refused(INVALID_POOL_ID, ALICE, createAs(9));
    var five = new AssetsCall.ForceCreate(AssetId.of(5), id(BOB), true, Balance.of(1));
    pools.world.done(Origin.ROOT, five);
    pools.world.refused(Origin.signed(ALICE), createAs(5),
        new DispatchError.Module(AssetsError.IN_USE));
    pools.done(BOB, new AssetsCall.Mint(AssetId.of(5), id(BOB), Balance.of(7)));
    refused(POOL_TOKEN_CREATION_FAILED, ALICE, createAs(5));

    pools.done(ALICE, createAs(4));
  }

  private static LstCall createAs(long pool) {
    return new LstCall.CreateWithPoolId(Balance.tnt(50), id(ALICE), id(BOB), id(CAROL), pool,
        null, null);
  }

  @Test
  void only_open_and_sound_pools_take_money() {
    pools.withPool(50);
    pools.done(CAROL, state(1, PoolState.BLOCKED));
    refused(NOT_OPEN, DAVE, join(1, 1));
    refused(NOT_OPEN, DAVE, extra(1, 1));
    pools.done(CAROL, state(1, PoolState.OPEN));
    ledger(15);
    refused(OVERFLOW_RISK, DAVE, join(1, 1));
    refused(OVERFLOW_RISK, DAVE, extra(1, 1));
    ledger(0);
    refused(OVERFLOW_RISK, DAVE, join(1, 1));

    pools.done(DAVE, state(1, PoolState.DESTROYING));
    refused(CAN_NOT_CHANGE_STATE, ALICE, state(1, PoolState.OPEN));
  }

  @Test
  void others_change_nothing_in_a_sound_pool() {
    pools.withPool(50);
    refused(CAN_NOT_CHANGE_STATE, DAVE, state(1, PoolState.DESTROYING));
    refused(CAN_NOT_CHANGE_STATE, BOB, state(1, PoolState.BLOCKED));
    refused(NOT_NOMINATOR, CAROL, new LstCall.Nominate(1, List.of(BOB)));
    refused(NOT_NOMINATOR, DAVE, new LstCall.Chill(1));
    pools.world.refused(Origin.signed(BOB), new LstCall.Nominate(1, List.of()),
        new DispatchError.Module(StakingError.EMPTY_TARGETS));
    refused(DOES_NOT_HAVE_PERMISSION, BOB, new LstCall.SetMetadata(1, Bytes.EMPTY));
    refused(METADATA_EXCEEDS_MAX_LEN, BOB, new LstCall.SetMetadata(1, Bytes.utf8("abc")));
    refused(DOES_NOT_HAVE_PERMISSION, BOB, new LstCall.UpdateRoles(1,
        new ConfigOp.Set<>(BOB), new ConfigOp.Noop<>(), new ConfigOp.Noop<>()));
    refused(DOES_NOT_HAVE_PERMISSION, BOB,
        new LstCall.BondExtraOther(id(DAVE), 1, new ExtraBond(Balance.tnt(1))));
    for (LstCall call : List.of(commission(1), max(1), rate(1, 1),
        new LstCall.ClaimCommission(1), new LstCall.SetCommissionClaimPermission(1, null))) {
      refused(DOES_NOT_HAVE_PERMISSION, BOB, call);
    }
    pools.done(BOB, new LstCall.BondExtraOther(id(BOB), 1, new ExtraBond(Balance.tnt(1))));
  }

  @Test
  void who_gives_tokens_back_has_them_and_leaves_enough() {
    pools.withPool(50);
    configs(Balance.tnt(5), Balance.tnt(10), 10, 100);
    refused(NO_BALANCE_TO_UNBOND, DAVE, unbond(DAVE, 1, 51));
    refused(MINIMUM_BOND_NOT_MET, DAVE, unbond(DAVE, 1, 46));
    refused(MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 91));
    refused(MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 100));
    refused(PARTIAL_UNBOND_NOT_ALLOWED_PERMISSIONLESSLY, CAROL, unbond(DAVE, 1, 10));
    refused(NOT_KICKER_OR_DESTROYING, CAROL, unbond(DAVE, 1, 50));
    refused(DOES_NOT_HAVE_PERMISSION, CAROL, unbond(ALICE, 1, 100));
    pools.done(CAROL, state(1, PoolState.BLOCKED));
    refused(NOT_KICKER_OR_DESTROYING, BOB, unbond(DAVE, 1, 50));
    pools.world.refused(Origin.signed(CAROL), unbond(DAVE, 1, 50),
        DispatchError.Token.FUNDS_UNAVAILABLE);
  }

  @Test
  void a_member_has_something_leaving_in_at_most_32_eras() {
    pools.withPool(500);
    for (int era = 0; era < 32; era++) {
      pools.era(era).done(DAVE, unbond(DAVE, 1, 1));
    }

    pools.era(32);
    refused(MAX_UNBONDING_LIMIT, DAVE, unbond(DAVE, 1, 1));
  }

  @Test
  void a_pool_has_at_most_18_sub_pools() {
    pools.withPool(50);
    pools.done(DAVE, unbond(DAVE, 1, 1));
    // eras that never were: the window keeps fewer
    var full = new TreeMap<Long, UnbondPool>();
    for (long era = 100; era < 118; era++) {
      full.put(era, new UnbondPool(Balance.of(1), Balance.of(1)));
    }
    pools.world.overwrite("Lst", "SubPoolsStorage", new byte[] {1, 0, 0, 0},
        SubPools.CODEC.encode(new SubPools(UnbondPool.NONE, full)));

    refused(Defect.NOT_ENOUGH_SPACE_IN_UNBOND_POOL, DAVE, unbond(DAVE, 1, 1));
  }

  @Test
  void a_withdrawal_needs_an_entry_of_this_era_and_pool_and_the_right_caller() {
    pools.withPool(50);
    pools.done(DAVE, unbond(DAVE, 1, 10));
    refused(POOL_NOT_FOUND, DAVE, withdraw(DAVE, 1));
    pools.era(14);
    refused(POOL_NOT_FOUND, DAVE, withdraw(DAVE, 2));
    refused(NOT_KICKER_OR_DESTROYING, CAROL, withdraw(DAVE, 1));
    pools.done(ALICE, state(1, PoolState.BLOCKED));
    refused(NOT_KICKER_OR_DESTROYING, BOB, withdraw(DAVE, 1));
    pools.done(CAROL, withdraw(DAVE, 1));
  }

  @Test
  void a_pool_that_is_being_destroyed_withdraws_for_members_only() {
    pools.withPool(50);
    pools.done(ALICE, state(1, PoolState.DESTROYING));
    refused(NOT_DESTROYING, DAVE, new LstCall.PoolWithdrawUnbonded(1, 0));
  }

  @Test
  void members_of_a_dissolved_pool_are_left_behind() {
    pools.withPool(50);
    pools.done(ALICE, unbond(ALICE, 1, 10));
    pools.done(DAVE, unbond(DAVE, 1, 10));
    pools.era(14).done(ALICE, withdraw(ALICE, 1));

    refused(Defect.POOL_NOT_FOUND, DAVE, withdraw(DAVE, 1));
  }

  @Test
  void a_bond_that_ends_early_stays_as_it_is() {
    pools.withPool(50);
    pools.done(DAVE, unbond(DAVE, 1, 10));
    // as after a slash of everything that is active
    ledger(0, new Chunk(Balance.tnt(10), 14));
    pools.era(14);

    refused(Defect.BONDED_STASH_KILLED_PREMATURELY, DAVE, withdraw(DAVE, 1));
  }

  @Test
  void items_that_are_missing_are_noticed() {
    pools.withPool(50);
    pools.done(DAVE, unbond(DAVE, 1, 10));
    pools.world.remove("Lst", "SubPoolsStorage");
    pools.era(14);
    refused(SUB_POOLS_NOT_FOUND, DAVE, withdraw(DAVE, 1));

    pools.world.remove("Lst", "RewardPools");
    refused(Defect.REWARD_POOL_NOT_FOUND, DAVE, join(1, 1));
    refused(Defect.REWARD_POOL_NOT_FOUND, ALICE, commission(1));
    refused(Defect.REWARD_POOL_NOT_FOUND, ALICE, new LstCall.ClaimCommission(1));
  }

  @Test
  void a_commission_keeps_its_bounds() {
    pools.withPool(50);
    configs(Balance.ZERO, Balance.ZERO, 10, 50);
    refused(COMMISSION_EXCEEDS_GLOBAL_MAXIMUM, ALICE, commission(51));
    refused(COMMISSION_EXCEEDS_GLOBAL_MAXIMUM, ALICE, max(51));
    pools.done(ALICE, max(40));
    refused(MAX_COMMISSION_RESTRICTED, ALICE, max(41));
    refused(COMMISSION_EXCEEDS_MAXIMUM, ALICE, commission(41));
    pools.done(ALICE, commission(10));
    pools.done(ALICE, rate(5, 100));
    refused(COMMISSION_CHANGE_RATE_NOT_ALLOWED, ALICE, rate(6, 100));
    refused(COMMISSION_CHANGE_RATE_NOT_ALLOWED, ALICE, rate(5, 99));
    refused(COMMISSION_CHANGE_THROTTLED, ALICE, commission(16));
    pools.world.block(100);
    refused(COMMISSION_CHANGE_THROTTLED, ALICE, commission(15));
    pools.world.block(101);
    pools.done(ALICE, commission(15));
    pools.done(ALICE, commission(1));
  }

  @Test
  void a_commission_is_paid_when_there_is_one_and_somebody_gets_it() {
    pools.withPool(50);
    refused(NO_PENDING_COMMISSION, ALICE, new LstCall.ClaimCommission(1));
    pools.done(ALICE, commission(10));
    pools.money(LstAccounts.reward(1), 10);
    pools.done(ALICE, new LstCall.SetCommission(1, null));
    refused(NO_COMMISSION_CURRENT_SET, ALICE, new LstCall.ClaimCommission(1));
    pools.done(ALICE,
        new LstCall.SetCommissionClaimPermission(1, new ClaimedBy.Account(BOB)));
    refused(DOES_NOT_HAVE_PERMISSION, DAVE, new LstCall.ClaimCommission(1));
    pools.done(ALICE, new LstCall.SetCommissionClaimPermission(1, ClaimedBy.ANYBODY));
    pools.done(ALICE, commission(10));

    pools.done(DAVE, new LstCall.ClaimCommission(1));
  }

  @Test
  void a_deposit_that_is_right_is_left_alone() {
    pools.withPool(50);
    pools.money(LstAccounts.reward(1), 10);
    pools.done(DAVE, new LstCall.AdjustPoolDeposit(1));

    refused(NOTHING_TO_ADJUST, DAVE, new LstCall.AdjustPoolDeposit(1));
  }
}
