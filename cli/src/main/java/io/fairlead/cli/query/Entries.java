package io.fairlead.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.BlockOptions;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.JsonToValue;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.client.ValueToJson;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.metadata.StorageKeys;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries of one storage item at a block, as JSON. */
final class Entries {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final TangleChain chain;
  private final Metadata metadata;
  private final PalletMetadata pallet;
  private final PalletMetadata.Entry item;
  private final ValueToJson toJson;

  /**
   * A value with its keys.
   *
   * @param value null in JSON when nothing is stored and there is no default
   * @param stored false: the value is the default, or there is none
   */
  record Found(List<JsonNode> keys, JsonNode value, boolean stored) {}

  Entries(TangleChain chain, PalletMetadata pallet, PalletMetadata.Entry item) {
    this.chain = chain;
    this.metadata = chain.metadata();
    this.pallet = pallet;
    this.item = item;
    this.toJson = new ValueToJson(metadata, chain.ss58Prefix());
  }

  private String name() {
    return pallet.name() + "." + item.name();
  }

  private List<Integer> keyTypes() {
    return item.type() instanceof EntryType.Keyed keyed ? StorageKeys.keyTypes(metadata, keyed)
        : List.of();
  }

  /** Where entries are: one key, or the prefix of many. */
  record Place(Bytes key, boolean isWhole) {}

  /** Gives {@code sink} every entry at {@code place}, a page at a time, until it answers false. */
  void read(BlockOptions.Point at, Place place, Predicate<Found> sink) {
    Bytes prefix = place.key();
    ChainRpc rpc = chain.rpc();
    if (place.isWhole()) {
      Optional<Bytes> value = rpc.storage(prefix, at.hash()).join();
      boolean unused = sink.test(new Found(keysOf(prefix), value(value), value.isPresent()));
      return;
    }
    @Nullable Bytes after = null;
    do {
      ChainRpc.Page page = rpc.page(prefix, at.hash(), after).join();
      for (ChainRpc.Pair pair : page.pairs()) {
        if (!sink.test(new Found(keysOf(pair.key()), decoded(pair.value()), true))) {
          return;
        }
      }
      after = page.last();
    } while (after != null);
  }

  /** The entry of {@code keys}, or all under them when the item has more keys. */
  Place place(List<JsonNode> keys) {
    return new Place(prefix(keys), keys.size() == keyTypes().size());
  }

  private Bytes prefix(List<JsonNode> keys) {
    List<Integer> types = keyTypes();
    if (keys.size() > types.size()) {
      throw Failure.usage(name() + " has " + (types.isEmpty() ? "no keys"
          : "at most " + types.size() + " keys") + ", found " + keys.size());
    }
    var reader = new JsonToValue(metadata, chain.rpc().units().join());
    var values = new ArrayList<DynamicValue>();
    for (int i = 0; i < keys.size(); i++) {
      int type = types.get(i);
      values.add(switch (reader.encode(type, keys.get(i))) {
        case Encoded.Value(Bytes bytes) ->
            new DynamicCodec(metadata, type).decode(bytes.array()).trusted();
        case Encoded.Misfit(String where, String expected, String found) ->
            throw Failure.usage(name() + " key " + (values.size() + 1)
                + (where.isEmpty() ? "" : " at " + where) + ": expected " + expected + ", found "
                + found);
      });
    }
    return switch (StorageKeys.of(metadata, pallet.name(), item.name(), values)) {
      case Encoded.Value(Bytes bytes) -> bytes;
      case Encoded.Misfit misfit -> throw Failure.usage(misfit.message());
    };
  }

  private JsonNode value(Optional<Bytes> stored) {
    if (stored.isPresent()) {
      return decoded(stored.get());
    }
    return item.modifier() == PalletMetadata.Modifier.DEFAULT ? decoded(item.fallback())
        : MAKE.nullNode();
  }

  private JsonNode decoded(Bytes value) {
    int type = item.type().value();
    return switch (new DynamicCodec(metadata, type).decode(value.array())) {
      case Decoded.Value<DynamicValue>(DynamicValue decoded) -> toJson.json(type, decoded);
      case Decoded.Malformed<DynamicValue> bad ->
          throw RpcFailure.unexpected(name() + " does not fit its metadata: " + bad.message());
    };
  }

  private List<JsonNode> keysOf(Bytes key) {
    if (!(item.type() instanceof EntryType.Keyed keyed)) {
      return List.of();
    }
    List<Integer> types = keyTypes();
    return switch (StorageKeys.read(metadata, keyed, key.array())) {
      case Decoded.Value<List<DynamicValue>>(List<DynamicValue> keys) -> {
        var all = new ArrayList<JsonNode>();
        for (int i = 0; i < keys.size(); i++) {
          all.add(keyed.hashers().get(i).concat() ? toJson.json(types.get(i), keys.get(i))
              : MAKE.objectNode().put("hash", hash(keys.get(i))));
        }
        yield all;
      }
      case Decoded.Malformed<List<DynamicValue>> bad ->
          throw RpcFailure.unexpected("a key of " + name() + ": " + bad.message());
    };
  }

  private static String hash(DynamicValue key) {
    return key instanceof DynamicValue.Blob(Bytes bytes) ? bytes.toString() : "";
  }
}
