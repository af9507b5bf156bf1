package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
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

/** A round change with 1,024 operators of 50 entries each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RoundBenchmark {
  private final Store store = new Store();
  private final RestakingStorage storage = new RestakingStorage(store);
  private final Rounds rounds = new Rounds(storage);
  private int mark;

  @Setup
  public void fill() {
    for (int i = 0; i < 1_024; i++) {
      var entries = new ArrayList<DelegatorBond>();
      for (int j = 0; j < 50; j++) {
        entries.add(new DelegatorBond(new AccountId(9, 9, i, j), Balance.of(5), Asset.custom(7)));
      }
      storage.operators.put(new AccountId(1, 2, 3, i),
          OperatorMetadata.joined(Balance.UNIT).withDelegations(entries, entries.size()));
    }
    store.commit();
    mark = store.mark();
  }

  @Benchmark
  public int change() {
    rounds.handleRoundChange(7);
    int written = store.mark();
    store.rollback(mark);
    return written;
  }
}
