package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.services.ServiceDirectory;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.Arrays;
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

/** Questions to 100,000 services of 100 operators and one blueprint: pages of 100, one operator's all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ServiceDirectoryBenchmark {
  private static final int PARTIES = 100;
  private static final int SERVICES = 100_000;
  private static final int PAGE = 100;

  private final AccountId[] owners = accounts(1);
  private final AccountId[] operators = accounts(2);
  private final Wiring wiring =
      new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET), Rules.REPAIRED);
  private final ServiceDirectory directory = wiring.operators.directory();
  private final OperatorQueries chainQueries = new OperatorQueries(wiring.operators);

  private static AccountId[] accounts(int kind) {
    var accounts = new AccountId[PARTIES];
    Arrays.setAll(accounts, i -> new AccountId(kind, i + 1, 0, 0));
    return accounts;
  }

  private void run(AccountId who, Call call) {
    if (!wiring.dispatcher.dispatch(Origin.signed(who), call).isDone()) {
      throw new IllegalStateException("refused: " + call);
    }
  }

  /** The services. */
  @Setup
  public void found() {
    wiring.genesis(DevGenesis.genesis());
    run(owners[0],
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("any"),
            List.of(), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST, List.of(),
            List.of(MembershipModel.Type.FIXED))));
    for (AccountId operator : operators) {
      byte[] key = ((EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//" + operator.b()))
          .uncompressedPublicKey();
      wiring.ledger.endow(operator, Balance.tnt(1_000_000));
      run(operator, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
      run(operator, new ServicesCall.Register(0,
          new OperatorPreferences(Bytes.wrap(key), Bytes.EMPTY), List.of(), Balance.ZERO));
    }
    for (int i = 0; i < SERVICES; i++) {
      run(owners[i % PARTIES],
          new ServicesCall.Request(null, 0, List.of(), List.of(operators[i % PARTIES]), List.of(),
              List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10),
                  new Percent(100))),
              0, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(1)));
      run(operators[i % PARTIES], new ServicesCall.Approve(i,
          List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)))));
    }
    wiring.store.commit();
  }

  @Benchmark
  public List<Service> pageOfBlueprint() {
    return directory.servicesOfBlueprint(0, 70_000L, PAGE);
  }

  @Benchmark
  public List<Service> pageOfOperator() {
    return directory.servicesOf(operators[7], 70_000L, PAGE);
  }

  @Benchmark
  public List<Service> pageOfAll() {
    return directory.services(70_000L, PAGE);
  }

  @Benchmark
  public List<ServicesOfBlueprint> chainQueryOfOperator() {
    return chainQueries.services(operators[7]);
  }
}
