package io.fairlead.cli.chain;

import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of the connected chain at one block, in our types. */
public final class StateView {
  private final TangleChain chain;
  private final BlockOptions.Point at;

  /** The state after {@code at}. */
  public StateView(TangleChain chain, BlockOptions.Point at) {
    this.chain = chain;
    this.at = at;
  }

  /** Number of the block. */
  public long block() {
    return at.number();
  }

  /** An account as this chain writes it. */
  public String address(AccountId account) {
    return chain.address(account);
  }

  /**
   * An entry of a map.
   *
   * @param key what follows the prefix of the item
   */
  public record Entry<T>(Bytes key, T value) {
    /** The account at the end of the key. */
    public AccountId account() {
      byte[] bytes = key.array();
      return AccountId.of(Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length));
    }

    /** The number, u64, at the start of a key that is not hashed. */
    public long number() {
      return Codecs.U64.decode(Arrays.copyOf(key.array(), 8)).trusted();
    }
  }

  /** A value; {@code key} is what follows the prefix of the item. */
  public <T> Optional<T> value(String pallet, String item, Codec<T> codec, byte... key) {
    return chain.rpc().storage(prefixed(pallet, item, key), at.hash()).join()
        .map(bytes -> decoded(pallet, item, codec, bytes));
  }

  /** Every entry whose key begins with {@code key}, in the order of keys. */
  public <T> List<Entry<T>> entries(String pallet, String item, Codec<T> codec, byte... key) {
    return chain.rpc().pairs(prefixed(pallet, item, key), at.hash()).join().stream()
        .map(pair -> new Entry<>(
            Bytes.wrap(Arrays.copyOfRange(pair.key().array(), Item.PREFIX_BYTES,
                pair.key().size())),
            decoded(pallet, item, codec, pair.value())))
        .toList();
  }

  private static Bytes prefixed(String pallet, String item, byte[] key) {
    var out = new Output(Item.PREFIX_BYTES + key.length);
    out.raw(Item.prefix(pallet, item));
    out.raw(key);
    return Bytes.wrap(out.toBytes());
  }

  private static <T> T decoded(String pallet, String item, Codec<T> codec, Bytes bytes) {
    return switch (codec.decode(bytes.array())) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad -> throw RpcFailure.unexpected(
          "the chain's " + pallet + "." + item + " is not ours: " + bad.message());
    };
  }

  /** The answer of a runtime API. */
  public Bytes call(String method, Bytes arguments) {
    return chain.rpc().runtimeCall(method, arguments, at.hash()).join();
  }

  /** The key of an account under {@code Blake2_128Concat}. */
  public static byte[] hashed(AccountId account) {
    var out = new Output(48);
    out.raw(Blake2b.hash128(account.bytes()));
    out.raw(account.bytes());
    return out.toBytes();
  }

  /** The key of a number, u64, under {@code Identity}. */
  public static byte[] number(long number) {
    return Codecs.U64.encode(number);
  }
}
