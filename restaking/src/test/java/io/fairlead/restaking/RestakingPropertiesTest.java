package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.TOKEN;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random calls of every kind, rounds, blocks and slashes over three accounts. */
class RestakingPropertiesTest {
  private static final List<AccountId> PEOPLE = List.of(ALICE, BOB, EVE);
  private static final List<Asset> ASSETS = List.of(Asset.NATIVE, USDC, TOKEN);
  private static final EvmAddress EVM = EvmAddress.hex("0x" + "11".repeat(20));
  private static final AccountId MAPPED = RestakingAccounts.mapped(EVM);
  private static final int STEPS = 80;

  @Property(tries = 1_000)
  void the_mended_pallet_agrees_with_a_naive_model(@ForAll long seed) {
    var run = new Run(seed, RestakingWays.REPAIRED);
    for (int step = 0; step < STEPS; step++) {
      boolean granted = run.step(run.world.exactShares);

      assertThat(run.lastGranted).as("%s", run.last).isEqualTo(granted);
      run.assertAgrees();
      run.assertConserved();
    }
  }

  @Property(tries = 500)
  void the_deployed_pallet_loses_no_money_and_throws_nothing_but_errors(@ForAll long seed) {
    var run = new Run(seed, RestakingWays.DEPLOYED);
    for (int step = 0; step < STEPS; step++) {
      run.step(StakeSlasher.NOTHING);

      run.assertConserved();
    }
  }

  @Test
  void every_kind_of_call_is_granted_in_some_sequence() {
    var granted = new HashSet<Class<?>>();
    for (int seed = 0; seed < 400; seed++) {
      var run = new Run(seed, RestakingWays.REPAIRED);
      for (int step = 0; step < STEPS; step++) {
        run.step(run.world.exactShares);
      }
      granted.addAll(run.granted);
    }

    assertThat(granted).hasSameSizeAs(RestakingCall.CODEC.shape().cases());
  }

  /** One world beside its model. */
  private static final class Run {
    final RestakingWorld world;
    final NaiveRestaking model = new NaiveRestaking();
    final NaiveDelegations delegations = new NaiveDelegations(model);
    final Set<Class<?>> granted = new HashSet<>();
    final SplittableRandom random;
    final Map<Asset, Long> outside = new HashMap<>();
    String last = "";
    boolean lastGranted;

    Run(long seed, RestakingWays ways) {
      random = new SplittableRandom(seed);
      world = new RestakingWorld(ways);
      for (AccountId who : PEOPLE) {
        world.withBond(who, 500, 500);
        model.bonds.put(who, 500L);
        model.join(who, 1_000, 1_000_000);
        call(who, new RestakingCall.JoinOperators(Balance.of(1_000)));
        model.deposit(who, USDC, 2_000, null, 1_000_000);
        call(who, new RestakingCall.Deposit(USDC, Balance.of(2_000), null, null));
      }
    }

    // --- draws ---

    private AccountId anybody() {
      int i = random.nextInt(8);
      return i == 7 ? MAPPED : PEOPLE.get(i % 3);
    }

    private AccountId operator() {
      return PEOPLE.get(random.nextInt(2));
    }

    private Asset asset() {
      return ASSETS.get(random.nextInt(3));
    }

    private long amount() {
      return random.nextInt(10) == 0 ? 0 : random.nextInt(1, 400);
    }

    private BlueprintSelection selection() {
      return switch (random.nextInt(4)) {
        case 0 -> BlueprintSelection.ALL;
        case 1 -> BlueprintSelection.fixed(1L);
        case 2 -> BlueprintSelection.fixed(2L, 1L);
        default -> BlueprintSelection.fixed();
      };
    }

    private @Nullable LockMultiplier lock() {
      return random.nextInt(4) == 0 ? LockMultiplier.ONE_MONTH : null;
    }

    private void call(AccountId who, RestakingCall call) {
      last = who + " " + call;
      lastGranted = world.call(Origin.signed(who), call).isDone();
      if (lastGranted) {
        granted.add(call.getClass());
      }
    }

    private long free(AccountId who) {
      return NaiveRestaking.number(world.ledger.free(who));
    }

    private long balance(AccountId who, Asset asset) {
      return asset instanceof Asset.Custom(AssetId id)
          ? id.equals(AssetId.NATIVE) ? free(who)
              : NaiveRestaking.number(world.ledger.balance(id, who))
          : 0;
    }

    // --- steps ---

    /** One random step in both; what the model says of it. */
    boolean step(StakeSlasher slasher) {
      return switch (random.nextInt(5)) {
        case 0 -> operatorStep(operator());
        case 1 -> depositStep(anybody());
        case 2, 3 -> delegationStep(anybody());
        default -> otherStep(slasher);
      };
    }

    private boolean operatorStep(AccountId who) {
      Balance amount = Balance.of(amount());
      long n = NaiveRestaking.number(amount);
      long free = free(who);
      return switch (random.nextInt(12)) {
        case 0, 1 -> both(model.join(who, n, free), who, new RestakingCall.JoinOperators(amount));
        case 2 ->
            both(model.scheduleLeave(who), who, new RestakingCall.ScheduleLeaveOperators());
        case 3 -> both(model.cancelLeave(who), who, new RestakingCall.CancelLeaveOperators());
        case 4 -> both(model.executeLeave(who), who, new RestakingCall.ExecuteLeaveOperators());
        case 5 -> both(model.bondMore(who, n, free), who,
            new RestakingCall.OperatorBondMore(amount));
        case 6, 7 -> both(model.scheduleUnstake(who, n), who,
            new RestakingCall.ScheduleOperatorUnstake(amount));
        case 8 ->
            both(model.executeUnstake(who), who, new RestakingCall.ExecuteOperatorUnstake());
        case 9 -> both(model.cancelUnstake(who), who, new RestakingCall.CancelOperatorUnstake());
        case 10 -> both(model.goOffline(who), who, new RestakingCall.GoOffline());
        default -> both(model.goOnline(who), who, new RestakingCall.GoOnline());
      };
    }

    private boolean both(boolean granted, AccountId who, RestakingCall call) {
      call(who, call);
      return granted;
    }

    private boolean depositStep(AccountId who) {
      Asset asset = asset();
      long n = amount();
      Balance amount = Balance.of(n);
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> {
          LockMultiplier lock = lock();
          boolean token = asset instanceof Asset.Erc20;
          AccountId credited = token ? MAPPED : who;
          long free = token ? Long.MAX_VALUE : balance(who, asset);
          boolean granted = model.deposit(credited, asset, n, lock, free);
          call(token ? RestakingAccounts.PALLET : who,
              new RestakingCall.Deposit(asset, amount, token ? EVM : null, lock));
          return granted;
        }
        case 3 -> {
          return both(model.scheduleWithdraw(who, asset, n), who,
              new RestakingCall.ScheduleWithdraw(asset, amount));
        }
        case 4 -> {
          boolean byPrecompile = random.nextBoolean();
          AccountId paid = byPrecompile ? MAPPED : who;
          boolean granted = model.executeWithdraw(paid, byPrecompile) != null;
          call(byPrecompile ? RestakingAccounts.PALLET : who,
              new RestakingCall.ExecuteWithdraw(byPrecompile ? EVM : null));
          return granted;
        }
        default -> {
          DelegatorMetadata record = world.storage.delegators.orNull(who);
          WithdrawRequest wanted = record == null || record.withdrawRequests().isEmpty()
              ? new WithdrawRequest(asset, amount, 0) : record.withdrawRequests().getLast();
          return both(
              model.cancelWithdraw(who, wanted.asset(), NaiveRestaking.number(wanted.amount())),
              who, new RestakingCall.CancelWithdraw(wanted.asset(), wanted.amount()));
        }
      }
    }

    /** Mostly what {@code who} has delegated or wants back, else whatever. */
    private BondLessRequest aim(AccountId who) {
      DelegatorMetadata it = world.storage.delegators.orNull(who);
      int die = random.nextInt(4);
      if (die == 0 && it != null && !it.unstakeRequests().isEmpty()) {
        return it.unstakeRequests().getLast();
      }
      if (die < 3 && it != null && !it.delegations().isEmpty()) {
        BondInfoDelegator held =
            it.delegations().get(random.nextInt(it.delegations().size()));
        long most = NaiveRestaking.number(held.amount());
        return new BondLessRequest(held.operator(), held.asset(),
            Balance.of(random.nextLong(most + 1)), 0, BlueprintSelection.ALL, false);
      }
      return new BondLessRequest(operator(), asset(), Balance.of(amount()), 0,
          BlueprintSelection.ALL, false);
    }

    private boolean delegationStep(AccountId who) {
      BondLessRequest aim = aim(who);
      AccountId to = aim.operator();
      Asset asset = aim.asset();
      Balance amount = aim.amount();
      long n = NaiveRestaking.number(amount);
      BlueprintSelection named = selection();
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> both(delegations.delegate(who, to, asset, n, named), who,
            new RestakingCall.Delegate(to, asset, amount, named));
        case 3, 4 -> both(delegations.scheduleEnd(who, to, asset, n, null), who,
            new RestakingCall.ScheduleDelegatorUnstake(to, asset, amount));
        case 5 ->
            both(delegations.executeEnds(who), who, new RestakingCall.ExecuteDelegatorUnstake());
        case 6 -> both(delegations.cancelEnd(who, to, asset, n), who,
            new RestakingCall.CancelDelegatorUnstake(to, asset, amount));
        case 7, 8 -> both(delegations.nominate(who, to, n, named), who,
            new RestakingCall.DelegateNomination(to, amount, named));
        case 9 -> both(delegations.scheduleEnd(who, to, Asset.NATIVE, n, named), who,
            new RestakingCall.ScheduleNominationUnstake(to, amount, named));
        case 10 -> both(delegations.executeNominationEnd(who, to), who,
            new RestakingCall.ExecuteNominationUnstake(to));
        default -> both(delegations.cancelNominationEnd(who, to), who,
            new RestakingCall.CancelNominationUnstake(to));
      };
    }

    private boolean otherStep(StakeSlasher slasher) {
      AccountId who = anybody();
      long blueprint = random.nextInt(1, 4);
      return switch (random.nextInt(7)) {
        case 0 -> both(delegations.select(who, blueprint, true), who,
            new RestakingCall.AddBlueprintId(blueprint));
        case 1 -> both(delegations.select(who, blueprint, false), who,
            new RestakingCall.RemoveBlueprintId(blueprint));
        case 2 -> slash(slasher, operator(), blueprint, random.nextInt(101));
        case 3 -> {
          toggle(List.of(world.services.registered, model.registered), operator());
          toggle(List.of(world.services.serving, model.serving), operator());
          toggle(List.of(world.services.reported, model.reported), operator());
          yield lastGranted;
        }
        case 4 -> {
          model.block += random.nextInt(300_000);
          world.block.begin(model.block);
          yield lastGranted;
        }
        default -> {
          model.round += random.nextInt(1, 6);
          world.rounds.handleRoundChange(model.round);
          yield lastGranted;
        }
      };
    }

    private void toggle(List<Set<AccountId>> both, AccountId who) {
      boolean in = random.nextInt(3) == 0;
      both.forEach(set -> {
        if (in) {
          set.add(who);
        } else {
          set.remove(who);
        }
      });
    }

    private boolean slash(StakeSlasher slasher, AccountId who, long blueprint, int percent) {
      last = "slash " + who + " " + blueprint + " " + percent;
      long own = model.slash(who, blueprint, percent, outside);
      lastGranted =
          world.slash(slasher, RestakingWorld.slash(who, blueprint, percent)).isDone();
      return own >= 0;
    }

    // --- judgement ---

    void assertAgrees() {
      for (AccountId who : List.of(ALICE, BOB, EVE, MAPPED)) {
        NaiveRestaking.Delegator expected = model.delegators.get(who);
        assertThat(world.storage.delegators.orNull(who)).as("%s", last)
            .isEqualTo(expected == null ? null : expected.record());
        assertThat(world.nominations.locked(who))
            .isEqualTo(Balance.of(expected == null ? 0 : expected.restaked()));
        agreeOnOperator(who);
      }
    }

    private void agreeOnOperator(AccountId who) {
      NaiveRestaking.Operator expected = model.operators.get(who);
      OperatorMetadata found = world.storage.operators.orNull(who);
      assertThat(found == null).as("%s", last).isEqualTo(expected == null);
      if (expected == null || found == null) {
        return;
      }
      assertThat(found.stake()).isEqualTo(Balance.of(expected.stake));
      assertThat(found.status()).isEqualTo(expected.leavingRound >= 0
          ? new OperatorStatus.Leaving(expected.leavingRound)
          : expected.offline ? OperatorStatus.INACTIVE : OperatorStatus.ACTIVE);
      assertThat(found.request() == null).isEqualTo(expected.request < 0);
      assertThat(found.delegationCount()).isEqualTo(found.delegations().size());
      for (AccountId delegator : List.of(ALICE, BOB, EVE, MAPPED)) {
        for (Asset asset : ASSETS) {
          List<DelegatorBond> entries = found.delegations().stream().filter(
              entry -> entry.delegator().equals(delegator) && entry.asset().equals(asset))
              .toList();
          long with = model.with(delegator, who, asset);
          assertThat(entries).as("%s", last).isEqualTo(with == 0 ? List.of()
              : List.of(new DelegatorBond(delegator, Balance.of(with), asset)));
        }
      }
    }

    /** What the pallet holds is what deposits and requests say; what is reserved is staked. */
    void assertConserved() {
      var held = new HashMap<Asset, Long>();
      for (AccountId who : List.of(ALICE, BOB, EVE, MAPPED)) {
        OperatorMetadata operator = world.storage.operators.orNull(who);
        assertThat(world.ledger.reserved(who)).as("%s", last)
            .isEqualTo(operator == null ? Balance.ZERO : operator.stake());
        DelegatorMetadata record = world.storage.delegators.orNull(who);
        if (record != null) {
          record.deposits().forEach((asset, deposit) -> {
            held.merge(asset, NaiveRestaking.number(deposit.amount()), Long::sum);
            assertThat(deposit.delegatedAmount()).isLessThanOrEqualTo(deposit.amount());
          });
          record.withdrawRequests().forEach(wanted -> held.merge(wanted.asset(),
              NaiveRestaking.number(wanted.amount()), Long::sum));
        }
      }
      for (Asset asset : List.of(Asset.NATIVE, USDC)) {
        assertThat(balance(RestakingAccounts.PALLET, asset)).as("%s", last)
            .isEqualTo(held.getOrDefault(asset, 0L));
        long all = balance(RestakingAccounts.PALLET, asset)
            + balance(RestakingAccounts.SLASH_RECIPIENT, asset);
        for (AccountId who : PEOPLE) {
          all += balance(who, asset) + (asset.equals(Asset.NATIVE)
              ? NaiveRestaking.number(world.ledger.reserved(who)) : 0);
        }
        assertThat(all).as("%s", last).isEqualTo(3_000_000);
      }
    }
  }
}
