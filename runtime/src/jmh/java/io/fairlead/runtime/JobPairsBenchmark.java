package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code call} and {@code submit_result} as a simulation runs them: 10,000 services, one Uint64, nonce,
 * fee, events and the hooks of scripted managers on, full blocks. One operation is a pair; the state
 * goes back to the beginning after 100,000, and the results are read back.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 12, time = 4)
@Fork(1)
public class JobPairsBenchmark {
  private static final int PAIRS = 100_000;
  private static final int SERVICES = 10_000;
  private static final int PARTIES = 10;
  private static final List<Field> QUESTION = List.of(new Field.Uint64(7));
  private static final List<Field> ANSWER = List.of(new Field.Uint64(49));

  private final AccountId[] owners = accounts(1);
  private final AccountId[] operators = accounts(2);
  private List<Store.Change> state = List.of();
  private Runtime chain;
  private long number;

  private static AccountId[] accounts(int kind) {
    var accounts = new AccountId[PARTIES];
    Arrays.setAll(accounts, i -> new AccountId(kind, i + 1, 0, 0));
    return accounts;
  }

  @Setup(Level.Trial)
  public void found() {
    Genesis dev = DevGenesis.genesis();
    var endowments = new ArrayList<>(dev.endowments());
    for (AccountId[] parties : List.of(owners, operators)) {
      for (AccountId party : parties) {
        endowments.add(new Genesis.Endowment(party, Balance.tnt(1_000_000)));
      }
    }
    chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, new Genesis(endowments, dev.sudo(),
        dev.session(), dev.validators(), dev.masters(), dev.managers()));
    number = 0;
    begin();
    blueprint();
    for (int i = 0; i < SERVICES; i++) {
      run(owners[i % PARTIES],
          new ServicesCall.Request(null, 0, List.of(), List.of(operators[i % PARTIES]), List.of(),
              List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10),
                  new Percent(100))),
              1_000_000, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(1)));
      run(operators[i % PARTIES], new ServicesCall.Approve(i,
          List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)))));
    }
    chain.end();
    state = chain.store().pairs();
  }

  private void blueprint() {
    var uint64 = List.<FieldType>of(new FieldType.Uint64());
    var job = new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("square"), null), uint64,
        uint64, new PricingModel.PayOnce(Balance.ZERO));
    run(owners[0],
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("squares"),
            List.of(job), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST,
            List.of(), List.of(MembershipModel.Type.FIXED))));
    for (AccountId operator : operators) {
      byte[] key = ((EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//" + operator.b()))
          .uncompressedPublicKey();
      run(operator, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
      run(operator, new ServicesCall.Register(0,
          new OperatorPreferences(Bytes.wrap(key), Bytes.EMPTY), List.of(), Balance.ZERO));
    }
  }

  @Setup(Level.Invocation)
  public void reset() {
    chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, state);
    number = chain.number();
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public Runtime pairs() {
    begin();
    for (int i = 0; i < PAIRS; i++) {
      int service = i % SERVICES;
      run(owners[service % PARTIES], new ServicesCall.CallJob(service, 0, QUESTION));
      run(operators[service % PARTIES], new ServicesCall.SubmitResult(service, i, ANSWER));
    }
    chain.end();
    return chain;
  }

  /** Every result is there. */
  @TearDown(Level.Invocation)
  public void readBack() {
    for (int i = 0; i < PAIRS; i++) {
      JobCallResult result = chain.services().jobResultOrNull(i % SERVICES, i);
      if (result == null || !result.result().equals(ANSWER)) {
        throw new IllegalStateException("no result of call " + i);
      }
    }
  }

  private void begin() {
    number++;
    chain.begin(new BlockNumber(number), new Moment(1_750_000_000_000L + 6_000 * number));
  }

  /** Runs a call that must succeed, in the next block if this one is full. */
  private void run(AccountId signer, Call call) {
    Dispatched dispatched = chain.dispatch(signer, call);
    if (dispatched instanceof Dispatched.NotIncluded) {
      chain.end();
      begin();
      dispatched = chain.dispatch(signer, call);
    }
    if (!(dispatched instanceof Dispatched.Included(Outcome.Done done))) {
      throw new IllegalStateException(call + ": " + dispatched);
    }
  }
}
