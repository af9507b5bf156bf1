package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.PalletTypes;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.TangleChain;
import io.fairlead.node.RunningNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.Rules;
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
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Output;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.entity.TwinEntity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A real node and a real twin of it, and scenes played on the chain one call after the other: //Bob and
 * //Dave operate, //Eve delegates, //Alice is sudo and owns service 0, //Charlie owns others.
 */
final class Stage implements AutoCloseable {
  static final long VAULT = 1;
  static final Balance JOB_PRICE = Balance.tnt(2);
  private static final List<PalletTypes> PALLETS =
      List.of(new PalletTypes(ServicesCall.PALLET, ServicesCall.CODEC, ServicesEvent.CODEC),
          new PalletTypes(RestakingCall.PALLET, RestakingCall.CODEC, RestakingEvent.CODEC),
          new PalletTypes(RewardsCall.PALLET, RewardsCall.CODEC, RewardsEvent.CODEC));

  private final RunningNode node;
  private final RpcClient client;
  private final TangleChain chain;
  private final Twin twin;

  private Stage(RunningNode node, RpcClient client, TangleChain chain, Twin twin) {
    this.node = node;
    this.client = client;
    this.chain = chain;
    this.twin = twin;
  }

  static Stage open(Rules rules, Path folder) throws Unusable {
    return open(rules, folder, config -> config);
  }

  /** The same with a twin of other settings. */
  static Stage open(Rules rules, Path folder, UnaryOperator<TwinConfig> settings)
      throws Unusable {
    RunningNode node = Chains.node(rules);
    RpcClient client = RpcClient.start(RpcConfig.of(node.address()));
    TangleChain chain = TangleChain.of(new ChainRpc(client), PALLETS).join();
    Twin twin = Twin.start(settings
        .apply(TwinConfig.of(List.of(node.address()), folder, new From.Genesis())));
    return new Stage(node, client, chain, twin);
  }

  Twin twin() {
    return twin;
  }

  TangleChain chain() {
    return chain;
  }

  static AccountId account(String suri) {
    return signer(suri).account();
  }

  private static KeySigner signer(String suri) {
    return new KeySigner(KeyPair.ofSuri(Scheme.SR25519, suri));
  }

  Included play(String suri, Bytes call) {
    return chain.finalized(signer(suri), call).join();
  }

  /** A call that must be done; the block in which it was. */
  Included done(String suri, Call call) {
    return done(suri, chain.encode(call));
  }

  Included done(String suri, Bytes call) {
    Included included = play(suri, call);
    assertThat(included.error()).as("%s", included.error()).isEmpty();
    return included;
  }

  Included sudo(Call call) {
    return done("//Alice", chain.sudo(chain.encode(call)));
  }

  Bytes as(AccountId origin, Call call) {
    return chain.sudoAs(origin, chain.encode(call));
  }

  Bytes slash(String operator, long service, int percent) {
    return as(DevGenesis.SLASHING_ACCOUNT,
        new ServicesCall.Slash(account(operator), service, new Percent(percent)));
  }

  Bytes dispute(long round, long index) {
    return as(DevGenesis.DISPUTING_ACCOUNT, new ServicesCall.Dispute(round, index));
  }

  /** All calls in one extrinsic, or none. */
  Bytes batch(List<Bytes> calls) {
    var out = new Output(256);
    begin("Utility", "batch_all", out);
    out.compact(calls.size());
    calls.forEach(call -> out.raw(call.array()));
    return Bytes.wrap(out.toBytes());
  }

  /** Root takes keys away from under every pallet, as a migration may. */
  Bytes killStorage(List<Bytes> keys) {
    var out = new Output(256);
    begin("System", "kill_storage", out);
    out.compact(keys.size());
    keys.forEach(key -> {
      out.compact(key.size());
      out.raw(key.array());
    });
    return chain.sudo(Bytes.wrap(out.toBytes()));
  }

  private void begin(String pallet, String call, Output out) {
    out.u8(chain.metadata().pallet(pallet).orElseThrow().index());
    out.u8(chain.metadata().call(pallet, call).orElseThrow().index());
  }

  void blocks(int count) {
    client.call("dev_newBlock", Map.of("count", count)).join();
  }

  void toRound(long round) {
    client.call("dev_timeTravel", Map.of("round", round)).join();
  }

  /** Two operators, a vault of the native asset, a blueprint, //Eve's deposit. */
  void prepare() {
    sudo(new RewardsCall.CreateRewardVault(VAULT,
        new RewardConfig(new Perbill(20_000_000), Balance.ZERO, Balance.tnt(10_000_000), 1L)));
    sudo(new RewardsCall.ManageAssetRewardVault(VAULT, Asset.NATIVE, AssetAction.ADD));
    sudo(new RewardsCall.UpdateApyBlocks(5_256_000));
    done("//Alice", publish());
    for (String operator : List.of("//Bob", "//Dave")) {
      done(operator, new RestakingCall.JoinOperators(Balance.tnt(10_000)));
      done(operator, new ServicesCall.Register(0,
          new OperatorPreferences(operatorKey(operator), Bytes.EMPTY), List.of(), Balance.ZERO));
    }
    done("//Eve", new RestakingCall.Deposit(Asset.NATIVE, Balance.tnt(500), null, null));
  }

  private static Bytes operatorKey(String suri) {
    return Bytes.wrap(((EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, suri)).uncompressedPublicKey());
  }

  private static Call publish() {
    var job = new JobDefinition(
        new JobDefinition.JobMetadata(Bytes.utf8("echo"), Bytes.utf8("gives back its input")),
        List.of(new FieldType.Uint8()), List.of(new FieldType.Uint8()),
        new PricingModel.PayOnce(JOB_PRICE));
    var source = new BlueprintSource.Container(Bytes.utf8("r"), Bytes.utf8("i"), Bytes.utf8("t"));
    return new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("Echo"),
        List.of(job), List.of(), List.of(), DevGenesis.MANAGER, new MasterRevision.Latest(),
        List.of(source),
        List.of(MembershipModel.Type.FIXED, MembershipModel.Type.DYNAMIC)));
  }

  private long requests;

  /** A service of //Bob. */
  void service(String owner, MembershipModel model) {
    done(owner, new ServicesCall.Request(null, 0, List.of(account("//Charlie")),
        List.of(account("//Bob")), List.of(),
        List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(60))),
        100_000, Asset.NATIVE, Balance.ZERO, model));
    done("//Bob", new ServicesCall.Approve(requests++, commitment()));
  }

  static List<AssetSecurityCommitment> commitment() {
    return List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(30)));
  }

  static Call delegate(String operator, long tnt) {
    return new RestakingCall.Delegate(account(operator), Asset.NATIVE, Balance.tnt(tnt),
        new BlueprintSelection.All());
  }

  static List<Field> bytes(int value) {
    return List.of(new Field.Uint8(value));
  }

  /** An entity at the head, once the twin has all. */
  Held<?> held(EntityKey key) {
    Chains.awaitHead(twin);
    return ((TwinEntity.Shown) twin.show(key, twin.watermark()).toCompletableFuture().join())
        .held();
  }

  <S> S state(EntityKey key, Class<S> type) {
    return type.cast(held(key).state());
  }

  /** The value under a storage key at the head; empty: none. */
  Optional<Bytes> storage(Bytes key) {
    return chain.rpc().storage(key, head()).join();
  }

  private Hash head() {
    return chain.rpc().finalizedHead().join();
  }

  @Override
  public void close() {
    twin.close();
    client.close();
    node.close();
  }
}
