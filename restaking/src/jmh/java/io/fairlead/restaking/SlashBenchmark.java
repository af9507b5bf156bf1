package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Percent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A slash of an operator with 50 delegations, by the exact taking and by the chain's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SlashBenchmark {
  private static final AccountId OPERATOR = new AccountId(1, 2, 3, 4);
  private static final Asset ASSET = Asset.NATIVE;
  private static final UnappliedSlash SLASH =
      new UnappliedSlash(1, 0, 0, OPERATOR, new Percent(10));

  private final Store store = new Store();
  private final Block block = new Block(store);
  private final RestakingStorage storage = new RestakingStorage(store);
  private final FakeLedger ledger = new FakeLedger(store);
  private final FakeTokens tokens = new FakeTokens();
  private final SilentRewards rewards = new SilentRewards();
  private final StakeSlasher exactShares = new SlashExactShares(storage, block, ledger, ledger,
      tokens, rewards, SlashReach.ACTIVE_ONLY, BondSlasher.NOTHING);
  private final StakeSlasher asWritten =
      new SlashAsWritten(storage, block, ledger, ledger, tokens, SlashReach.ACTIVE_ONLY);
  private int mark;

  @Setup
  public void fill() {
    var pallet = new Restaking(storage, block, new Restaking.Ports(ledger, ledger,
        new FakeServices(), new FakeServices(), Nominations.NONE, rewards),
        RestakingWays.DEPLOYED);
    storage.operators.put(OPERATOR, OperatorMetadata.joined(Balance.UNIT));
    ledger.mint(OPERATOR, Balance.UNIT.plus(Balance.UNIT));
    ledger.reserve(OPERATOR, Balance.UNIT);
    for (int i = 0; i < 50; i++) {
      var who = new AccountId(9, 9, 9, i);
      ledger.mint(RestakingAccounts.PALLET, Balance.UNIT);
      storage.delegators.put(who, DelegatorMetadata.EMPTY.withDeposit(ASSET,
          new Deposit(Balance.UNIT, Balance.ZERO, null)));
      pallet.dispatch(Origin.signed(who), new RestakingCall.Delegate(OPERATOR, ASSET,
          Balance.UNIT, BlueprintSelection.ALL));
    }
    store.commit();
    mark = store.mark();
  }

  private int slash(StakeSlasher slasher) {
    slasher.slash(SLASH);
    int written = store.mark();
    store.rollback(mark);
    block.begin(1);
    return written;
  }

  @Benchmark
  public int exactShares() {
    return slash(exactShares);
  }

  @Benchmark
  public int asWritten() {
    return slash(asWritten);
  }
}
