package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.metadata.DispatchErrorName;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The connected chain: its genesis, versions and metadata, and through them typed calls, signatures
 * and events. Immutable; made anew when the chain's runtime changes.
 */
public final class TangleChain {
  private final ChainRpc rpc;
  private final Hash genesis;
  private final ChainRpc.Versions versions;
  private final Metadata metadata;
  private final Map<String, PalletTypes> ours = new HashMap<>();

  private TangleChain(ChainRpc rpc, Hash genesis, ChainRpc.Versions versions, Metadata metadata,
      List<PalletTypes> ours) {
    this.rpc = rpc;
    this.genesis = genesis;
    this.versions = versions;
    this.metadata = metadata;
    KnownShapes.check(metadata, ours, versions.specName());
    ours.forEach(types -> this.ours.put(types.pallet(), types));
  }

  /**
   * Asks the node for everything that a signature and a typed call need. A chain whose calls or
   * events have other shapes than {@code ours} is refused, with the differences by pallet, call and
   * field.
   */
  public static CompletableFuture<TangleChain> of(ChainRpc rpc, List<PalletTypes> ours) {
    var versions = rpc.versions();
    var metadata = rpc.metadata().thenApply(TangleChain::decoded);
    return rpc.genesisHash()
        .thenCompose(genesis -> versions.thenCombine(metadata,
            (known, decoded) -> new TangleChain(rpc, genesis, known, decoded, ours)));
  }

  private static Metadata decoded(Bytes bytes) {
    return switch (Metadata.decode(bytes.array())) {
      case Decoded.Value<Metadata>(Metadata metadata) -> metadata;
      case Decoded.Malformed<Metadata> bad ->
          throw RpcFailure.unexpected("the node's metadata: " + bad.message());
    };
  }

  /** The methods of the node. */
  public ChainRpc rpc() {
    return rpc;
  }

  /** Hash of block 0. */
  public Hash genesis() {
    return genesis;
  }

  /** What a signature commits to. */
  public ChainRpc.Versions versions() {
    return versions;
  }

  /** The chain's metadata. */
  public Metadata metadata() {
    return metadata;
  }

  /** Prefix of the chain's addresses: its constant {@code System.SS58Prefix}. */
  public int ss58Prefix() {
    return metadata.pallet("System").flatMap(system -> system.constant("SS58Prefix"))
        .map(constant -> Codecs.U16.decode(constant.value().array()).trusted()).orElse(42);
  }

  /** An address of this chain. */
  public String address(AccountId account) {
    return Ss58.encode(ss58Prefix(), account.bytes());
  }

  private PalletMetadata pallet(String name) {
    return metadata.pallet(name).orElseThrow(() -> RpcFailure
        .unexpected("the chain " + versions.specName() + " has no pallet " + name));
  }

  /** The call as the chain's {@code RuntimeCall}: with the chain's own pallet index. */
  public Bytes encode(Call call) {
    PalletTypes types = ours.get(call.pallet());
    if (types == null || types.calls() == null) {
      throw new IllegalArgumentException("no codec for calls of " + call.pallet());
    }
    var out = new Output(64);
    out.u8(pallet(call.pallet()).index());
    write(types.calls(), call, out);
    return Bytes.wrap(out.toBytes());
  }

  /** {@code Sudo.sudo} of an encoded call, to be signed by the key of Sudo. */
  public Bytes sudo(Bytes call) {
    Output out = begun("Sudo", "sudo");
    out.raw(call.array());
    return Bytes.wrap(out.toBytes());
  }

  /** {@code Sudo.sudo_as}: an encoded call with the origin of {@code who}. */
  public Bytes sudoAs(AccountId who, Bytes call) {
    Output out = begun("Sudo", "sudo_as");
    MultiAddress.CODEC.write(MultiAddress.of(who), out);
    out.raw(call.array());
    return Bytes.wrap(out.toBytes());
  }

  /**
   * A call by its names, with arguments as JSON ({@link JsonToValue}).
   *
   * @return the call, or the argument that does not fit; fails as UNEXPECTED when there is no such
   *         call
   */
  public Encoded call(String pallet, String name, JsonNode arguments, Units units) {
    Output out = begun(pallet, name);
    return switch (new JsonToValue(metadata, units)
        .encodeFields(metadata.call(pallet, name).orElseThrow().fields(), arguments)) {
      case Encoded.Value(Bytes bytes) -> {
        out.raw(bytes.array());
        yield new Encoded.Value(Bytes.wrap(out.toBytes()));
      }
      case Encoded.Misfit misfit -> misfit;
    };
  }

  private Output begun(String pallet, String call) {
    int index = metadata.call(pallet, call).orElseThrow(() -> RpcFailure.unexpected("the chain "
        + versions.specName() + " has no call " + pallet + "." + call)).index();
    var out = new Output(64);
    out.u8(pallet(pallet).index());
    out.u8(index);
    return out;
  }

  @SuppressWarnings("unchecked") // the codec was registered for the pallet that the call names
  private static <C extends Call> void write(EnumCodec<C> codec, Call call, Output out) {
    codec.write((C) call, out);
  }

  /**
   * Signs {@code call}, valid for {@code period} blocks from the finalized block {@code at} on.
   *
   * @param period in blocks, rounded up to a power of two
   */
  public CompletableFuture<SignedExtrinsic> sign(Signer signer, Bytes call, long nonce,
      FinalizedFollower.Cursor at, long period) {
    Era era = Era.mortal(period, at.number());
    long birth = era.birth(at.number());
    CompletableFuture<Hash> birthHash = birth == at.number() && at.hash() != null
        ? CompletableFuture.completedFuture(at.hash())
        : rpc.blockHash(birth).thenApply(hash -> hash
            .orElseThrow(() -> RpcFailure.unexpected("the node knows no block " + birth)));
    return birthHash.thenCompose(hash -> {
      var parts = new Extensions(metadata, versions, genesis, era, nonce, hash);
      return signer.sign(parts.message(call))
          .thenApply(signature -> new SignedExtrinsic(parts.signed(signer, signature, call),
              signer.account(), nonce, birth, era.death(at.number()) - 1));
    });
  }

  /**
   * Signs an encoded call with the account's next nonce, from the finalized head on, for 64 blocks.
   */
  public CompletableFuture<SignedExtrinsic> sign(Signer signer, Bytes encoded) {
    return rpc.finalizedHead().thenCompose(rpc::header).thenCompose(head -> rpc
        .nextNonce(address(signer.account())).thenCompose(nonce -> sign(signer, encoded, nonce,
            new FinalizedFollower.Cursor(head.number(), head.hash()), 64)));
  }

  /** The events that the value of {@code System.Events} holds. */
  public Decoded<List<ChainEvent>> events(Bytes systemEvents) {
    return new ChainEvents(metadata, ours).decode(systemEvents.array());
  }

  /** What became of extrinsic {@code hash}, if it stands in {@code block}. */
  public Optional<Included> find(FinalizedBlock block, Hash hash) {
    for (int i = 0; i < block.extrinsics().size(); i++) {
      if (ExtrinsicCodec.hash(block.extrinsics().get(i).array()).equals(hash)) {
        return Optional.of(included(block, i));
      }
    }
    return Optional.empty();
  }

  private Included included(FinalizedBlock block, int index) {
    List<ChainEvent> all = switch (events(block.events())) {
      case Decoded.Value<List<ChainEvent>>(List<ChainEvent> events) -> events;
      case Decoded.Malformed<List<ChainEvent>> bad -> throw RpcFailure
          .unexpected("events of block " + block.number() + ": " + bad.message());
    };
    var own = all.stream().filter(event -> event.phase().equals(new Phase.ApplyExtrinsic(index)))
        .toList();
    Optional<String> error = own.stream()
        .filter(event -> event.pallet().equals("System") && event.name().equals("ExtrinsicFailed"))
        .findFirst().flatMap(this::error);
    return new Included(block.hash(), block.number(), index, own, error);
  }

  private Optional<String> error(ChainEvent failed) {
    return failed instanceof ChainEvent.Described described
        ? described.value().field(0).map(this::errorName) : Optional.of(failed.toString());
  }

  /** The name of a {@code DispatchError}, such as {@code Services.NotRegistered}. */
  public String errorName(DynamicValue error) {
    return DispatchErrorName.of(metadata, error);
  }

  /** Signs an encoded call, sends it, and waits until it stands in a finalized block. */
  public CompletableFuture<Included> finalized(Signer signer, Bytes call) {
    return sign(signer, call).thenCompose(extrinsic -> submit(extrinsic, status -> {
    }).thenCompose(Submission::end).thenCompose(end -> switch (end) {
      case TransactionStatus.Finalized(Hash at) -> rpc.block(at)
          .thenApply(block -> find(block, extrinsic.hash()).orElseThrow(() -> RpcFailure
              .unexpected("extrinsic " + extrinsic.hash() + " is not in block " + at)));
      default -> throw RpcFailure.refused(0, "the pool gave the extrinsic up: " + end);
    }));
  }

  /** Sends a signed extrinsic and watches it; see {@link Submission#send}. */
  public CompletableFuture<Submission> submit(SignedExtrinsic extrinsic,
      Consumer<TransactionStatus> progress) {
    return rpc.client().connection()
        .thenCompose(connection -> Submission.send(connection, extrinsic.bytes(), progress));
  }
}
