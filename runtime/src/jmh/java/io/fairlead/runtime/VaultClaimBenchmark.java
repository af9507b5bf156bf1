package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code claim_rewards_other} of 10,000 delegators of one vault, each in every 100th block, dispatched
 * with its events over the real currency; no signature, nonce or fee.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VaultClaimBenchmark {
  private static final int DELEGATORS = 10_000;
  private static final int CLAIMS_OF_A_BLOCK = 100;
  private static final long VAULT = 1;

  /** Under which rules. */
  @Param({"deployed", "repaired"}) private String rules;

  private Wiring wiring;
  private AccountId[] delegators;
  private RewardsCall[] claims;
  private long number = 1;

  /** The vault, the deposits, a pot that lasts. */
  @Setup
  public void found() {
    wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET),
        ((Rules.Parsed.Good) Rules.parse(rules)).rules());
    wiring.genesis(DevGenesis.genesis());
    wiring.ledger.endow(RewardsAccounts.pot(VAULT), Balance.tnt(1_000_000_000_000L));
    done(Origin.ROOT, new RewardsCall.UpdateApyBlocks(5_256_000));
    done(Origin.ROOT, new RewardsCall.CreateRewardVault(VAULT,
        new RewardConfig(new Perbill(20_000_000), Balance.ZERO, Balance.tnt(10_000_000), 1L)));
    done(Origin.ROOT,
        new RewardsCall.ManageAssetRewardVault(VAULT, Asset.NATIVE, AssetAction.ADD));
    delegators = new AccountId[DELEGATORS];
    claims = new RewardsCall[DELEGATORS];
    for (int i = 0; i < DELEGATORS; i++) {
      AccountId who = new AccountId(7, 7, 7, i);
      Balance amount = Balance.tnt(100 + i % 77);
      var lock = new LockInfo(Balance.tnt(50), LockMultiplier.THREE_MONTHS, 1_296_000);
      delegators[i] = who;
      claims[i] = new RewardsCall.ClaimRewardsOther(who, Asset.NATIVE);
      wiring.ledger.endow(who, Balance.tnt(1));
      wiring.restakingItems.delegators().put(who, DelegatorMetadata.EMPTY.withDeposit(
          Asset.NATIVE, new Deposit(amount, amount, i % 2 == 0 ? null : List.of(lock))));
      wiring.rewards.recordDelegate(who, DevGenesis.ALICE, Asset.NATIVE, amount, null);
    }
    wiring.store.commit();
  }

  private void done(Origin origin, Call call) {
    Outcome outcome = wiring.dispatcher.dispatch(origin, call);
    if (!outcome.isDone()) {
      throw new IllegalStateException(call + ": " + outcome);
    }
  }

  /** Everybody claims once. */
  @Benchmark
  @OperationsPerInvocation(DELEGATORS)
  public long claims() {
    for (int i = 0; i < DELEGATORS; i++) {
      if (i % CLAIMS_OF_A_BLOCK == 0) {
        wiring.store.commit();
        wiring.block.begin(++number);
      }
      done(Origin.signed(delegators[i]), claims[i]);
    }
    return number;
  }
}
