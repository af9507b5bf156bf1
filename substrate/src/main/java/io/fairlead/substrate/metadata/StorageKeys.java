package io.fairlead.substrate.metadata;

import io.fairlead.substrate.metadata.PalletMetadata.Entry;
import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Storage keys of any item of a chain, from values, by its metadata. */
public final class StorageKeys {
  private StorageKeys() {}

  /**
   * The key of an item at {@code keys}; with fewer keys than the item has, the prefix that all keys
   * beginning so share.
   *
   * @param pallet name of the pallet
   * @param item name of the item
   */
  public static Encoded of(Metadata metadata, String pallet, String item,
      List<DynamicValue> keys) {
    PalletMetadata found = metadata.pallet(pallet).orElse(null);
    if (found == null || found.storage() == null) {
      return new Encoded.Misfit("", "a pallet with storage", pallet);
    }
    Entry entry = found.entry(item).orElse(null);
    if (entry == null) {
      return new Encoded.Misfit(pallet, "a storage item", item);
    }
    var out = new Output(128);
    out.raw(Item.prefix(found.storage().prefix(), item));
    return switch (entry.type()) {
      case EntryType.Plain plain -> keys.isEmpty() ? new Encoded.Value(Bytes.wrap(out.toBytes()))
          : new Encoded.Misfit(pallet + "." + item, "no keys", Integer.toString(keys.size()));
      case EntryType.Keyed keyed -> append(metadata, pallet + "." + item, keyed, keys, out);
    };
  }

  private static Encoded append(Metadata metadata, String name, EntryType.Keyed keyed,
      List<DynamicValue> keys, Output out) {
    List<Integer> types = keyTypes(metadata, keyed);
    if (keys.size() > types.size()) {
      return new Encoded.Misfit(name, "at most " + types.size() + " keys",
          Integer.toString(keys.size()));
    }
    for (int i = 0; i < keys.size(); i++) {
      switch (new DynamicCodec(metadata, types.get(i)).encode(keys.get(i))) {
        case Encoded.Misfit(String where, String expected, String found) -> {
          String place = name + " key " + i + (where.isEmpty() ? "" : "." + where);
          return new Encoded.Misfit(place, expected, found);
        }
        case Encoded.Value(Bytes bytes) -> {
          StorageHasher hasher = keyed.hashers().get(i);
          out.raw(hasher.hash(bytes.array()));
          if (hasher.concat()) {
            out.raw(bytes.array());
          }
        }
      }
    }
    return new Encoded.Value(Bytes.wrap(out.toBytes()));
  }

  /**
   * The keys within a storage key of a map, in order. A key that is only hashed cannot be told from
   * its hash: it is given as the bytes of the hash.
   *
   * @param key the whole storage key
   */
  public static Decoded<List<DynamicValue>> read(Metadata metadata, EntryType.Keyed keyed,
      byte[] key) {
    return new KeyReader(metadata, keyed)
        .decode(Arrays.copyOfRange(key, Math.min(Item.PREFIX_BYTES, key.length), key.length),
            DynamicCodec.DEPTH_MAX);
  }

  private record KeyReader(Metadata metadata,
      EntryType.Keyed keyed) implements Codec<List<DynamicValue>> {
    @Override
    public List<DynamicValue> read(Input in) {
      List<Integer> types = keyTypes(metadata, keyed);
      var keys = new ArrayList<DynamicValue>();
      for (int i = 0; i < types.size(); i++) {
        StorageHasher hasher = keyed.hashers().get(i);
        byte[] hash = in.raw(hasher.hashBytes());
        keys.add(hasher.concat() ? new DynamicCodec(metadata, types.get(i)).read(in)
            : new DynamicValue.Blob(Bytes.wrap(hash)));
      }
      return keys;
    }

    @Override
    public void write(List<DynamicValue> value, Output out) {
      throw new IllegalStateException("only read");
    }

    @Override
    public int size(List<DynamicValue> value) {
      throw new IllegalStateException("only read");
    }

    @Override
    public Shape shape() {
      throw new IllegalStateException("only read");
    }
  }

  /** Type of the key of each hasher; fewer when metadata is at odds with itself. */
  public static List<Integer> keyTypes(Metadata metadata, EntryType.Keyed keyed) {
    if (keyed.hashers().size() == 1) {
      return List.of(keyed.key());
    }
    return metadata.type(keyed.key()).def() instanceof TypeDef.Tuple(List<Integer> elements)
        ? elements.subList(0, Math.min(elements.size(), keyed.hashers().size())) : List.of();
  }
}
