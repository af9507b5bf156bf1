package io.fairlead.cli.shell;

import io.fairlead.client.ChainEvent;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.PalletTypes;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.TangleChain;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.node.pool.PoolActor.Sealing;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.TangleEngines;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Percent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A dev node that seals when told to, with service 0 of one operator, {@code //Bob}. */
final class ServiceChain implements AutoCloseable {
  static final KeySigner BOB = signer("//Bob");
  /** Fewer than the 256 whose states a node keeps. */
  private static final int READ_BLOCKS = 100;
  private static final KeySigner ALICE = signer("//Alice");
  private static final List<PalletTypes> TYPES = List.of(
      new PalletTypes("Services", ServicesCall.CODEC, ServicesEvent.CODEC),
      new PalletTypes("MultiAssetDelegation", RestakingCall.CODEC, RestakingEvent.CODEC));

  private final Path basePath;
  private RunningNode node;
  private RpcClient client;
  private ChainRpc rpc;
  private TangleChain chain;
  private final List<Long> answers = new ArrayList<>();
  private long readTo;
  private long calls;

  private ServiceChain(Path basePath) {
    this.basePath = basePath;
    startNode(0);
  }

  private static KeySigner signer(String suri) {
    return new KeySigner(KeyPair.ofSuri(Scheme.SR25519, suri));
  }

  /** A chain on which {@code //Bob} serves a blueprint whose job is the program of that hash. */
  static ServiceChain start(Path basePath, Hash program) {
    var chain = new ServiceChain(basePath);
    chain.act(BOB, new RestakingCall.JoinOperators(Balance.tnt(10_000)));
    chain.act(ALICE, new ServicesCall.CreateBlueprint(blueprint(program)));
    var key = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//Bob");
    chain.act(BOB, new ServicesCall.Register(0,
        new OperatorPreferences(Bytes.wrap(key.uncompressedPublicKey()), Bytes.EMPTY), List.of(),
        Balance.ZERO));
    chain.act(ALICE,
        new ServicesCall.Request(null, 0, List.of(), List.of(BOB.account()), List.of(),
            List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10),
                new Percent(60))),
            0, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(1)));
    chain.act(BOB, new ServicesCall.Approve(0,
        List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(30)))));
    return chain;
  }

  private static ServiceBlueprint blueprint(Hash program) {
    var job = new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("echo"), null),
        List.of(FieldType.UINT64), List.of(FieldType.UINT64),
        new PricingModel.PayOnce(Balance.ZERO));
    var binary = new BlueprintSource.Binary(BlueprintSource.Architecture.AMD64,
        BlueprintSource.OperatingSystem.LINUX, Bytes.utf8("echo.jar"), program);
    var release = new BlueprintSource.GithubRelease(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY,
        List.of(binary));
    return new ServiceBlueprint(ServiceMetadata.named("echo"), List.of(job), List.of(), List.of(),
        DevGenesis.MANAGER, new MasterRevision.Latest(),
        List.of(new BlueprintSource.Native(new BlueprintSource.NativeFetcher.Github(release))),
        List.of(MembershipModel.Type.FIXED));
  }

  private void startNode(int port) {
    var config = NodeConfig.temporary().withBasePath(basePath).withRpcPort(port)
        .withSealing(Sealing.MANUAL);
    node = switch (FairleadNode.start(config, TangleEngines.dev(Rules.REPAIRED))) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
    client = get(RpcClient.connect(RpcConfig.of(node.address())));
    rpc = new ChainRpc(client);
    chain = get(TangleChain.of(rpc, TYPES));
  }

  /** Stops the node and starts it again on the same port, with an empty pool. */
  void restartNode() {
    int port = node.address().getPort();
    client.close();
    node.close();
    startNode(port);
  }

  URI url() {
    return node.address();
  }

  private static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Has {@code call} signed, included and finalized. */
  private void act(KeySigner signer, Call call) {
    var included = chain.finalized(signer, chain.encode(call));
    while (!included.isDone()) {
      seal(1);
    }
    Included found = get(included);
    if (found.error().isPresent()) {
      throw new AssertionError(call + ": " + found.error().get());
    }
  }

  /** Seals blocks and reads them before the node forgets their states. */
  void seal(int count) {
    for (int left = count; left > 0; left -= READ_BLOCKS) {
      get(client.call("dev_newBlock", Map.of("count", Math.min(left, READ_BLOCKS))));
      readAnswers();
    }
  }

  /** Calls the job; the number of the call. */
  long callJob() {
    act(ALICE, new ServicesCall.CallJob(0, 0, List.of(new Field.Uint64(calls))));
    return calls++;
  }

  /** How many transactions wait in the pool. */
  int pending() {
    return get(client.call("author_pendingExtrinsics")).size();
  }

  /** The calls that Bob answered, one entry an event, over all blocks. */
  List<Long> answers() {
    readAnswers();
    return List.copyOf(answers);
  }

  private void readAnswers() {
    long last = get(get(rpc.finalizedHead().thenApply(rpc::header))).number();
    for (; readTo < last; readTo++) {
      FinalizedBlock block = get(rpc.block(get(rpc.blockHash(readTo + 1)).orElseThrow()));
      for (ChainEvent event : chain.events(block.events()).trusted()) {
        if (event instanceof ChainEvent.Known known
            && known.event() instanceof ServicesEvent.JobResultSubmitted answered
            && answered.operator().equals(BOB.account())) {
          answers.add(answered.callId());
        }
      }
    }
  }

  @Override
  public void close() {
    client.close();
    node.close();
  }
}
