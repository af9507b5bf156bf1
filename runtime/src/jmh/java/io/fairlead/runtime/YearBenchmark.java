package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A year of 2,000 operators with 50 delegations each: 365 eras of six rounds, with the snapshot of
 * every operator in each round, and 100 slashes of 1 % an era, reported in one block, taken ten a block
 * seven rounds later. Blocks in which nothing happens are skipped.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class YearBenchmark {
  private static final int OPERATORS = 2_000;
  private static final int DELEGATORS = 50;
  private static final int ERAS = 365;
  private static final int ROUNDS = 6;
  private static final int SLASHES = 100;
  private static final long EPOCH = Profile.TANGLE_TESTNET.epochBlocks();
  private static final AccountId OWNER = new AccountId(9, 9, 0, 0);
  private static final Origin SLASHER =
      Origin.signed(ServicesAccounts.accountOf(DevGenesis.SLASHER));

  private List<Store.Change> beginning = List.of();
  private Runtime chain;
  private long reported;

  private static AccountId operator(int i) {
    return new AccountId(1, i, 0, 0);
  }

  private static AccountId delegator(int operator, int i) {
    return new AccountId(2, operator, i, 0);
  }

  /** Everybody with their money, stakes and delegations, and a service for each operator. */
  @Setup(Level.Trial)
  public void found() {
    Genesis dev = DevGenesis.genesis();
    var endowments = new ArrayList<>(dev.endowments());
    endowments.add(new Genesis.Endowment(OWNER, Balance.tnt(1_000)));
    for (int i = 0; i < OPERATORS; i++) {
      endowments.add(new Genesis.Endowment(operator(i), Balance.tnt(2_000)));
      for (int j = 0; j < DELEGATORS; j++) {
        endowments.add(new Genesis.Endowment(delegator(i, j), Balance.tnt(1_000)));
      }
    }
    chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, new Genesis(endowments, dev.sudo(),
        dev.session(), dev.validators(), dev.masters(), dev.managers()));
    begin(1);
    does(OWNER,
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("year"),
            List.of(), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST, List.of(),
            List.of(MembershipModel.Type.FIXED))));
    for (int i = 0; i < OPERATORS; i++) {
      AccountId operator = operator(i);
      byte[] key = ((EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//" + i))
          .uncompressedPublicKey();
      does(operator, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
      does(operator, new ServicesCall.Register(0,
          new OperatorPreferences(Bytes.wrap(key), Bytes.EMPTY), List.of(), Balance.ZERO));
      // the owner's list of services is bounded
      does(operator, new ServicesCall.Request(null, 0, List.of(), List.of(operator), List.of(),
          List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(100))),
          1_000_000, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(1)));
      does(operator, new ServicesCall.Approve(i,
          List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)))));
      for (int j = 0; j < DELEGATORS; j++) {
        does(delegator(i, j),
            new RestakingCall.Deposit(Asset.NATIVE, Balance.tnt(500), null, null));
        does(delegator(i, j), new RestakingCall.Delegate(operator, Asset.NATIVE, Balance.tnt(500),
            BlueprintSelection.ALL));
      }
    }
    chain.end();
    beginning = chain.store().pairs();
  }

  @Setup(Level.Invocation)
  public void reset() {
    chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, beginning);
    reported = 0;
  }

  @Benchmark
  public Runtime year() {
    for (int era = 0; era < ERAS; era++) {
      wakeUpTo(EPOCH * ROUNDS * (era + 1) + 10);
      begin(chain.number() + 1);
      for (int i = 0; i < SLASHES; i++) {
        int offender = (int) (reported++ * 7 % OPERATORS);
        check(chain.wiring().dispatcher.dispatch(SLASHER,
            new ServicesCall.Slash(operator(offender), offender, new Percent(1))));
      }
      chain.end();
    }
    return chain;
  }

  private void wakeUpTo(long last) {
    while (chain.number() < last) {
      long wake = chain.nextWake(new BlockNumber(chain.number())).value();
      begin(Math.min(wake, last));
      chain.end();
    }
  }

  private void begin(long number) {
    chain.begin(new BlockNumber(number), new Moment(1_750_000_000_000L + 6_000 * number));
  }

  private void does(AccountId who, Call call) {
    check(chain.wiring().dispatcher.dispatch(Origin.signed(who), call));
  }

  private static void check(Outcome outcome) {
    if (!outcome.isDone()) {
      throw new IllegalStateException("refused: " + outcome);
    }
  }
}
