package io.fairlead.node.rpc;

import io.fairlead.node.states.States;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.List;
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

/** Pages of the services of a blueprint, of 100,000 services of ten blueprints. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ServicePagesBenchmark {
  private static final int SERVICES = 100_000;
  private static final int BLUEPRINTS = 10;

  private States states = new States(0, List.of());
  private ServiceIndex index = new ServiceIndex(states);
  private long after;

  /** The state with all services, 200 bytes each. */
  @Setup
  public void setUp() {
    var all = new ArrayList<Change>();
    for (long id = 0; id < SERVICES; id++) {
      var out = new Output(200);
      out.u64(id);
      out.u64(id % BLUEPRINTS);
      out.raw(new byte[184]);
      all.add(new Change(ServiceIndex.key(id), Bytes.wrap(out.toBytes())));
    }
    states = new States(0, all);
    index = new ServiceIndex(states);
  }

  /** One page of 100, somewhere in the middle. */
  @Benchmark
  public List<Long> page() {
    after = (after + 7_919) % SERVICES;
    return index.active(3, after, 100, 0);
  }

  /** The whole index, as the first question makes it. */
  @Benchmark
  public Object first() {
    return new ServiceIndex(states);
  }
}
