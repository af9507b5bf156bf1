package io.fairlead.runtime;

import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code Balances.transfer_keep_alive} among 10,000 accounts: typed, in a transaction, events on, no
 * signature, no fee. A block has 1,000.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TransferBenchmark {
  private static final int ACCOUNTS = 10_000;
  private static final int TRANSFERS_OF_A_BLOCK = 1_000;

  private Wiring wiring;
  private Origin[] senders;
  private Call[] calls;
  private long number = 1;

  /** The accounts; each sends to the next but one. */
  @Setup
  public void found() {
    wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET), Rules.REPAIRED);
    wiring.genesis(DevGenesis.genesis());
    senders = new Origin[ACCOUNTS];
    calls = new Call[ACCOUNTS];
    for (int i = 0; i < ACCOUNTS; i++) {
      wiring.ledger.endow(new AccountId(7, 7, 7, i), Balance.tnt(1_000));
      senders[i] = Origin.signed(new AccountId(7, 7, 7, i));
      calls[i] = new BalancesCall.TransferKeepAlive(
          MultiAddress.of(new AccountId(7, 7, 7, (i + 2) % ACCOUNTS)), Balance.of(1_000 + i));
    }
    wiring.store.commit();
  }

  /** Everybody sends once. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public long transfers() {
    for (int i = 0; i < ACCOUNTS; i++) {
      if (i % TRANSFERS_OF_A_BLOCK == 0) {
        wiring.store.commit();
        wiring.block.begin(++number);
      }
      Outcome outcome = wiring.dispatcher.dispatch(senders[i], calls[i]);
      if (!outcome.isDone()) {
        throw new IllegalStateException(calls[i] + ": " + outcome);
      }
    }
    return number;
  }
}
