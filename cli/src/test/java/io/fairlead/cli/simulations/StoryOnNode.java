package io.fairlead.cli.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.TangleChain;
import io.fairlead.runtime.Moment;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeTypes;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.simulations.PlainBlock;
import io.fairlead.simulations.SignedCall;
import io.fairlead.simulations.demo.Act;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.MultiSignature;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Performs acts on a node over RPC and reads back what the node made of them. */
final class StoryOnNode {
  private static final RuntimeTypes TYPES = new RuntimeTypes(Profile.TANGLE_TESTNET);
  /** Requests on their way at once. */
  private static final int AT_ONCE = 64;

  private final TangleChain chain;
  private final ChainRpc rpc;

  StoryOnNode(ChainRpc rpc) {
    this.rpc = rpc;
    this.chain = TangleChain.of(rpc, ChainOptions.PALLETS).join();
  }

  /** Signs the act, sends it, and waits until it is final; it must not be refused. */
  Included perform(Act act) {
    var signer = new KeySigner(KeyPair.ofSuri(Scheme.SR25519, act.signer().suri()));
    Included included =
        chain.finalized(signer, Bytes.wrap(TYPES.calls().encode(act.call()))).join();
    assertThat(included.error()).as(act.words()).isEmpty();
    return included;
  }

  /** Makes empty blocks up to number {@code to}. */
  void travel(long to) {
    rpc.client().call("dev_newBlock", Map.of("to", to)).join();
  }

  long height() {
    return rpc.header(head()).join().number();
  }

  private Hash head() {
    return rpc.finalizedHead().join();
  }

  /** The round at the head. */
  long round() {
    Bytes key = Bytes.wrap(Item.prefix("MultiAssetDelegation", "CurrentRound"));
    return rpc.storage(key, head()).join()
        .map(value -> Codecs.U32.decode(value.array()).trusted()).orElseThrow();
  }

  /** The pairs under these prefixes at the head. */
  SortedMap<Bytes, Bytes> pairs(List<Bytes> prefixes) {
    var found = new TreeMap<Bytes, Bytes>();
    for (Bytes prefix : prefixes) {
      rpc.pairs(prefix, head()).join().forEach(pair -> found.put(pair.key(), pair.value()));
    }
    return found;
  }

  /** Every block from 1 to the head as the node stores it: its time and its signed calls. */
  List<PlainBlock> blocks() {
    long last = height();
    var blocks = new ArrayList<PlainBlock>();
    for (long from = 1; from <= last; from += AT_ONCE) {
      var page = new ArrayList<CompletableFuture<PlainBlock>>();
      for (long number = from; number <= Math.min(last, from + AT_ONCE - 1); number++) {
        page.add(block(number));
      }
      page.forEach(block -> blocks.add(block.join()));
    }
    return blocks;
  }

  private CompletableFuture<PlainBlock> block(long number) {
    return rpc.blockHash(number)
        .thenCompose(hash -> rpc.client().call("chain_getBlock", hash.orElseThrow().toString()))
        .thenApply(json -> read(number, json.path("block").path("extrinsics")));
  }

  private static PlainBlock read(long number, JsonNode extrinsics) {
    var moments = new ArrayList<Moment>();
    var calls = new ArrayList<SignedCall>();
    for (JsonNode hex : extrinsics) {
      byte[] bytes = Bytes.hex(hex.asText()).array();
      switch (TYPES.extrinsics().decode(bytes).trusted()) {
        case Extrinsic.Unsigned<Call>(TimestampCall.Set(long now)) -> moments.add(new Moment(now));
        case Extrinsic.Unsigned<Call>(Call other) -> throw new AssertionError("" + other);
        case Extrinsic.Signed<Call> signed -> calls.add(read(signed));
      }
    }
    assertThat(moments).as("times of block %d", number).hasSize(1);
    return new PlainBlock(new BlockNumber(number), moments.getFirst(), calls);
  }

  private static SignedCall read(Extrinsic.Signed<Call> signed) {
    if (signed.address() instanceof MultiAddress.Id(AccountId signer)
        && signed.signature() instanceof MultiSignature(Scheme scheme, Bytes signature)
        && scheme == Scheme.SR25519) {
      return new SignedCall(signer, signed.extra(), signed.call());
    }
    throw new AssertionError("not signed by an sr25519 account: " + signed);
  }
}
