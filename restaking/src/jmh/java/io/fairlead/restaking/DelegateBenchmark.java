package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
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

/** {@code delegate} to an operator with 49 entries, as the 50th delegator and as the last of 49. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DelegateBenchmark {
  private static final AccountId OPERATOR = new AccountId(1, 2, 3, 4);
  private static final Asset ASSET = Asset.custom(7);
  private static final RestakingCall CALL =
      new RestakingCall.Delegate(OPERATOR, ASSET, Balance.of(5), BlueprintSelection.ALL);

  private final Store store = new Store();
  private final Block block = new Block(store);
  private final RestakingStorage storage = new RestakingStorage(store);
  private final FakeLedger ledger = new FakeLedger(store);
  private final Restaking pallet =
      new Restaking(storage, block, new Restaking.Ports(ledger, ledger, new FakeServices(),
          new FakeServices(), Nominations.NONE, new SilentRewards()), RestakingWays.DEPLOYED);
  private final Origin last = Origin.signed(delegator(48));
  private final Origin next = Origin.signed(delegator(49));
  private int mark;

  private static AccountId delegator(int i) {
    return new AccountId(9, 9, 9, i);
  }

  @Setup
  public void fill() {
    storage.operators.put(OPERATOR, OperatorMetadata.joined(Balance.UNIT));
    for (int i = 0; i < 50; i++) {
      storage.delegators.put(delegator(i), DelegatorMetadata.EMPTY.withDeposit(ASSET,
          new Deposit(Balance.UNIT, Balance.ZERO, null)));
    }
    for (int i = 0; i < 49; i++) {
      pallet.dispatch(Origin.signed(delegator(i)), CALL);
    }
    store.commit();
    mark = store.mark();
  }

  private Outcome delegate(Origin who) {
    Outcome outcome = block.transactional(() -> pallet.dispatch(who, CALL));
    store.rollback(mark);
    block.begin(1);
    return outcome;
  }

  @Benchmark
  public Outcome topUp() {
    return delegate(last);
  }

  @Benchmark
  public Outcome newEntry() {
    return delegate(next);
  }
}
