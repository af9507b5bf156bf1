package io.fairlead.runtime;

import static io.fairlead.runtime.PoolWorld.id;
import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.lst.LstAccounts;
import io.fairlead.restaking.lst.LstQueries;
import io.fairlead.restaking.lst.wire.Commission;
import io.fairlead.restaking.lst.wire.ExtraBond;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.PoolMember.Leaving;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.restaking.lst.wire.UnbondPool;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to pools: no planck and no share comes or goes, and no share loses worth. */
class PoolPropertiesTest {
  private static final List<AccountId> PEOPLE = List.of(ALICE, BOB, CAROL);

  enum Kind {
    CREATE, JOIN, BOND_EXTRA, UNBOND, UNBOND_ALL, UNBOND_OTHER, WITHDRAW, WITHDRAW_OTHER,
    SET_STATE, POOL_WITHDRAW, TRANSFER, REWARD, CLAIM, ADJUST, NEXT_ERA, BONDING_TIME
  }

  record Step(Kind kind, AccountId who, AccountId other, long pool, Balance amount) {}

  @Property(tries = 400)
  void mended_pools_keep_every_planck_and_every_share(@ForAll("steps") List<Step> steps) {
    var pools = new PoolWorld(Rules.REPAIRED);
    long era = 0;
    for (Step step : steps) {
      era += outside(pools, step, era);
      Map<Long, Worth> before = worth(pools);
      Outcome outcome = run(pools, step);

      assertThat(moneyOfAll(pools)).as("%s: %s", step, outcome)
          .isEqualTo(pools.world.wiring.ledger.totalIssuance());
      sharesAreOwned(pools);
      worth(pools).forEach((pool, now) -> assertThat(now.isAtLeast(before.get(pool)))
          .as("%s: %s to %s", step, before.get(pool), now).isTrue());
    }
  }

  @Property(tries = 200)
  void pools_as_deployed_refuse_or_do_but_never_break(@ForAll("steps") List<Step> steps) {
    var pools = new PoolWorld(Rules.DEPLOYED);
    long era = 0;
    for (Step step : steps) {
      era += outside(pools, step, era);
      var before = pools.world.wiring.store.pairs();

      Outcome outcome = run(pools, step);

      if (!outcome.isDone()) {
        assertThat(pools.world.wiring.store.pairs()).isEqualTo(before);
      }
      // a dissolved pool with stake takes its planck out of the issuance, not out of its account
      assertThat(moneyOfAll(pools))
          .isGreaterThanOrEqualTo(pools.world.wiring.ledger.totalIssuance());
    }
  }

  /** What no call of Lst does: eras go by, rewards come in. How many eras. */
  private static long outside(PoolWorld pools, Step step, long era) {
    if (step.kind == Kind.REWARD) {
      pools.money(LstAccounts.reward(step.pool), 1);
    }
    long more = step.kind == Kind.NEXT_ERA ? 1 : step.kind == Kind.BONDING_TIME ? 14 : 0;
    pools.era(era + more);
    return more;
  }

  private static Outcome run(PoolWorld pools, Step step) {
    MultiAddress who = id(step.who);
    MultiAddress other = id(step.other);
    long pool = step.pool;
    return pools.world.dispatch(Origin.signed(step.who), switch (step.kind) {
      case CREATE -> new LstCall.Create(step.amount, who, other, other, null, null);
      case JOIN -> new LstCall.Join(step.amount, pool);
      case BOND_EXTRA -> new LstCall.BondExtra(pool, new ExtraBond(step.amount));
      case UNBOND -> new LstCall.Unbond(who, pool, step.amount);
      case UNBOND_ALL -> new LstCall.Unbond(who, pool, pools.tokens(pool, step.who));
      case UNBOND_OTHER -> new LstCall.Unbond(other, pool, pools.tokens(pool, step.other));
      case WITHDRAW, NEXT_ERA, BONDING_TIME -> new LstCall.WithdrawUnbonded(who, pool, 0);
      case WITHDRAW_OTHER -> new LstCall.WithdrawUnbonded(other, pool, 0);
      case SET_STATE -> new LstCall.SetState(pool,
          PoolState.values()[(int) (step.amount.low() & 3) % 3]);
      case POOL_WITHDRAW -> new LstCall.PoolWithdrawUnbonded(pool, 0);
      case TRANSFER ->
          new AssetsCall.Transfer(AssetId.of(pool), other, step.amount);
      case REWARD -> new LstCall.SetCommission(pool,
          new Commission.Current(new Perbill(123_456_789), step.other));
      case CLAIM -> new LstCall.ClaimCommission(pool);
      case ADJUST -> new LstCall.AdjustPoolDeposit(pool);
    });
  }

  private static Balance moneyOfAll(PoolWorld pools) {
    var sum = new Balance[] {Balance.ZERO};
    pools.world.wiring.systemItems.accounts
        .forEachInAnyOrder((who, info) -> sum[0] = sum[0].plus(info.data().total()));
    return sum[0];
  }

  /** A pool's stake and its tokens. */
  private record Worth(BigInteger stake, BigInteger tokens) {
    boolean isAtLeast(Worth before) {
      return before == null || tokens.signum() == 0
          || stake.multiply(before.tokens).compareTo(before.stake.multiply(tokens)) >= 0;
    }
  }

  private static Map<Long, Worth> worth(PoolWorld pools) {
    var worth = new HashMap<Long, Worth>();
    for (long pool : queries(pools).ids()) {
      worth.put(pool, new Worth(pools.active(pool).toBigInteger(),
          pools.issuance(pool).toBigInteger()));
    }
    return worth;
  }

  private static LstQueries queries(PoolWorld pools) {
    return new LstQueries(pools.world.wiring.lstItems);
  }

  private static void sharesAreOwned(PoolWorld pools) {
    LstQueries queries = queries(pools);
    Balance locked = Balance.ZERO;
    for (long pool : queries.ids()) {
      AccountId stash = LstAccounts.bonded(pool);
      var leaving = queries.leaving(pool);
      assertThat(leaving.points()).isEqualTo(PEOPLE.stream()
          .flatMap(who -> queries.member(who).unbonding().values().stream())
          .filter(each -> each.pool() == pool).map(Leaving::points)
          .reduce(Balance.ZERO, Balance::plus));
      Balance owed = leaving.withEra().values().stream().map(UnbondPool::balance)
          .reduce(leaving.noEra().balance(), Balance::plus);
      assertThat(pools.world.free(stash)).isGreaterThanOrEqualTo(pools.active(pool).plus(owed));
      assertThat(PEOPLE.stream().map(who -> pools.tokens(pool, who)).reduce(Balance.ZERO,
          Balance::plus)).isEqualTo(pools.issuance(pool));
      locked = locked.plus(pools.world.wiring.nativeStakes.total(stash));
    }
    assertThat(queries.totalValueLocked()).isEqualTo(locked);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<AccountId> who = Arbitraries.of(PEOPLE);
    Arbitrary<Balance> amount = Arbitraries.oneOf(
        Arbitraries.longs().between(0, 3).map(Balance::of),
        Arbitraries.longs().between(0, 1_000_000_000_000_000_000L).map(Balance::of),
        Arbitraries.longs().between(0, 100).map(Balance::tnt));
    Arbitrary<Kind> kind = Arbitraries.oneOf(Arbitraries.of(Kind.class),
        Arbitraries.of(Kind.JOIN, Kind.UNBOND, Kind.UNBOND_ALL, Kind.UNBOND_OTHER,
            Kind.WITHDRAW_OTHER, Kind.BONDING_TIME));
    Arbitrary<Step> step = Combinators
        .combine(kind, who, who, Arbitraries.longs().between(1, 2), amount).as(Step::new);
    return step.list().ofMinSize(30).ofMaxSize(60).map(rest -> {
      var all = new ArrayList<Step>();
      all.add(new Step(Kind.CREATE, ALICE, BOB, 0, Balance.tnt(100)));
      all.add(new Step(Kind.CREATE, BOB, CAROL, 0, Balance.tnt(50)));
      all.addAll(rest);
      return all;
    });
  }
}
