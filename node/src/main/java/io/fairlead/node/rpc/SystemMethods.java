package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.ExtrinsicChecker.Checked;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.keys.Base58;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Output;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code system_*} ({@code sc_rpc::system}, {@code substrate_frame_rpc_system}). */
final class SystemMethods {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Node node;
  private final NodeNames names;

  private SystemMethods(Node node, NodeNames names) {
    this.node = node;
    this.names = names;
  }

  static void register(Methods methods, Node node, NodeNames names) {
    var system = new SystemMethods(node, names);
    methods.now(params -> Json.text(names.name()), "system_name");
    methods.now(params -> Json.text(names.version()), "system_version");
    methods.now(params -> Json.text(names.chain()), "system_chain");
    methods.now(params -> Json.text("Development"), "system_chainType");
    methods.now(system::properties, "system_properties");
    methods.now(params -> Json.object().put("peers", 0).put("isSyncing", false)
        .put("shouldHavePeers", false), "system_health");
    methods.now(params -> Json.array(), "system_peers");
    methods.now(params -> Json.array().add("Authority"), "system_nodeRoles");
    methods.now(system::localPeerId, "system_localPeerId");
    methods.now(params -> Json.array(), "system_localListenAddresses");
    methods.now(system::syncState, "system_syncState");
    methods.later(system::nextIndex, "system_accountNextIndex", "account_nextIndex");
    methods.now(system::dryRun, "system_dryRun", "system_dryRunAt");
  }

  private JsonNode properties(Params params) {
    return Json.object().put("ss58Format", names.ss58Format())
        .put("tokenDecimals", names.tokenDecimals()).put("tokenSymbol", names.tokenSymbol());
  }

  /** Of the form of libp2p's, made from the genesis hash: there is no network to dial it on. */
  private JsonNode localPeerId(Params params) {
    var id = new Output(38);
    id.raw(new byte[] {0, 36, 8, 1, 18, 32});
    id.raw(Blake2b.hash256(node.chain.genesis().bytes()));
    return Json.text(Base58.encode(id.toBytes()));
  }

  private JsonNode syncState(Params params) {
    long best = node.chain.best().number();
    return Json.object().put("startingBlock", 0).put("currentBlock", best)
        .put("highestBlock", best);
  }

  private CompletionStage<JsonNode> nextIndex(Params params) {
    Bytes account = params.account(0, "account");
    Bytes encoded =
        node.call(node.chain.best().number(), "AccountNonceApi_account_nonce", account);
    long nonce = Codecs.U32.decode(encoded.array()).trusted();
    return node
        .<Long>ask(TIMEOUT,
            replyTo -> new PoolActor.NextNonce(nonce, PoolActor.nonceTag(account), replyTo))
        .thenApply(Json::number);
  }

  /** {@code ApplyExtrinsicResult} of the extrinsic in the next block, which is given up. */
  private JsonNode dryRun(Params params) {
    Bytes extrinsic = params.bytes(0, "extrinsic");
    long block = node.blockAt(params.hash(1, "at"));
    return Json.hex(Bytes.wrap(switch (node.check(extrinsic)) {
      case Checked.Good(CheckedExtrinsic good) -> dryRun(good, block);
      case Checked.Undecodable(String reason) -> throw RpcError.undecodable(reason);
      case Checked.Bad(Validity.Unfit reason) -> unfit(reason);
    }));
  }

  private byte[] dryRun(CheckedExtrinsic extrinsic, long block) {
    Engine engine = node.engineAt(block);
    engine.initialize(block + 1, node.hashOf(block), List.of());
    return switch (engine.apply(extrinsic)) {
      case Applied.Done done -> new byte[2];
      case Applied.Failed(Bytes error) -> {
        var out = new Output(16);
        out.u16(0x0100);
        out.raw(error.array());
        yield out.toBytes();
      }
      case Applied.Refused(Validity.Unfit reason) -> unfit(reason);
      case Applied.Panicked(String reason) -> throw RpcError.state("Execution failed: " + reason);
    };
  }

  private static byte[] unfit(Validity.Unfit reason) {
    return switch (reason) {
      case Validity.Invalid(Validity.Kind kind, int custom) when kind == Validity.Kind.CUSTOM ->
          new byte[] {1, 0, (byte) kind.ordinal(), (byte) custom};
      case Validity.Invalid(Validity.Kind kind, int custom) ->
          new byte[] {1, 0, (byte) kind.ordinal()};
      case Validity.Unknown(int index) -> new byte[] {1, 1, (byte) index};
    };
  }
}
