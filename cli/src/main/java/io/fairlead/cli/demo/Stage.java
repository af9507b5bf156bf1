package io.fairlead.cli.demo;

import io.fairlead.cli.Failure;
import io.fairlead.client.ChainEvent;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.simulations.demo.Act;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The chain of the demo: performs acts over RPC and reads finalized state. */
final class Stage {
  private final TangleChain chain;
  private final Teller teller;

  Stage(TangleChain chain, Teller teller) {
    this.chain = chain;
    this.teller = teller;
  }

  TangleChain chain() {
    return chain;
  }

  /** Signs and sends the act, waits until it is final, and checks that it was not refused. */
  Included perform(Act act) {
    var signer = new KeySigner(KeyPair.ofSuri(Scheme.SR25519, act.signer().suri()));
    Included included = chain.finalized(signer, encode(act.call())).join();
    String refused = included.error().or(() -> innerError(included)).orElse("");
    if (!refused.isEmpty()) {
      throw Failure.check(act.signer() + " " + act.words() + ": refused with " + refused
          + " in block " + included.number());
    }
    teller.at(included.number(), act.signer() + " " + act.words());
    return included;
  }

  private Bytes encode(Call call) {
    return switch (call) {
      case SudoCall.Sudo(Call inner) -> chain.sudo(chain.encode(inner));
      case SudoCall.SudoAs(MultiAddress.Id(AccountId who), Call inner) ->
          chain.sudoAs(who, chain.encode(inner));
      default -> chain.encode(call);
    };
  }

  /** What Sudo says of the call inside: its own call always succeeds. */
  private static Optional<String> innerError(Included included) {
    for (ChainEvent event : included.events()) {
      if (event instanceof ChainEvent.Described described && described.pallet().equals("Sudo")
          && described.value().field(0).orElse(
              DynamicValue.UNIT) instanceof DynamicValue.Choice(String name, int index, List<DynamicValue.Member> members)
          && name.equals("Err")) {
        return Optional.of("an error inside Sudo: " + members);
      }
    }
    return Optional.empty();
  }

  /** Hash of the finalized head. */
  Hash head() {
    return chain.rpc().finalizedHead().join();
  }

  /** Number of the finalized head. */
  long height() {
    return chain.rpc().header(head()).join().number();
  }

  /** A finalized block by its number. */
  FinalizedBlock block(long number) {
    Hash hash = chain.rpc().blockHash(number).join()
        .orElseThrow(() -> RpcFailure.unexpected("no block " + number));
    return chain.rpc().block(hash).join();
  }

  /** The events of a block. */
  List<ChainEvent> events(long number) {
    return chain.events(block(number).events()).trusted();
  }

  /** The value of an item at the finalized head, under keys already hashed. */
  <T> Optional<T> value(byte[] key, Codec<T> codec) {
    return chain.rpc().storage(Bytes.wrap(key), head()).join()
        .map(bytes -> decoded(codec, bytes));
  }

  /** Every value of an item at the finalized head, by its whole key. */
  <T> List<Map.Entry<Bytes, T>> values(String pallet, String item, Codec<T> codec) {
    return chain.rpc().pairs(Bytes.wrap(Item.prefix(pallet, item)), head()).join().stream()
        .map(pair -> Map.entry(pair.key(), decoded(codec, pair.value()))).toList();
  }

  private static <T> T decoded(Codec<T> codec, Bytes bytes) {
    return switch (codec.decode(bytes.array())) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad ->
          throw RpcFailure.unexpected("the chain's state: " + bad.message());
    };
  }

  /** Storage key of a map with one key by {@code Blake2_128Concat}. */
  static byte[] blake2Key(String pallet, String item, Bytes key) {
    var out = new Output(96);
    out.raw(Item.prefix(pallet, item));
    out.raw(io.fairlead.substrate.hash.Blake2b.hash128(key.array()));
    out.raw(key.array());
    return out.toBytes();
  }

  /** Lets time pass until the first block of {@code round}, and one block more. */
  void travelToRound(long round) {
    dev("dev_timeTravel", Map.of("round", round));
    dev("dev_newBlock", Map.of("count", 1L));
  }

  private void dev(String method, Map<String, Long> parameter) {
    try {
      chain.rpc().client().call(method, parameter).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RpcFailure known ? known : failed;
    }
  }
}
