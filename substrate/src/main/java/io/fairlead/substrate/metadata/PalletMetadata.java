package io.fairlead.substrate.metadata;

import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pallet. Numbers named after types are type ids.
 *
 * @param calls type of its call enum
 * @param events type of its event enum
 * @param errors type of its error enum
 * @param index in the outer enums and in module errors
 * @param docs lines; only in V15
 */
public record PalletMetadata(String name, @Nullable Storage storage, @Nullable Integer calls,
    @Nullable Integer events, List<Constant> constants, @Nullable Integer errors, int index,
    List<String> docs) {
  public PalletMetadata {
    constants = List.copyOf(constants);
    docs = List.copyOf(docs);
  }

  /** The storage items of a pallet; {@code prefix} is hashed into their keys. */
  public record Storage(String prefix, List<Entry> entries) {
    public Storage {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A storage item.
   *
   * @param fallback encoded default
   */
  public record Entry(String name, Modifier modifier, EntryType type, Bytes fallback,
      List<String> docs) {
    public Entry {
      docs = List.copyOf(docs);
    }
  }

  /** What an absent value reads as; the ordinal is the index on the wire. */
  public enum Modifier {
    OPTIONAL, DEFAULT
  }

  /** One value or a map. */
  public sealed interface EntryType {
    /** Type of the value. */
    int value();

    /** One value. */
    record Plain(int value) implements EntryType {}

    /** A map; with more than one hasher, {@code key} is a tuple of as many types. */
    record Keyed(List<StorageHasher> hashers, int key, int value) implements EntryType {
      public Keyed {
        hashers = List.copyOf(hashers);
      }
    }
  }

  /** A constant with its encoded value. */
  public record Constant(String name, int type, Bytes value, List<String> docs) {
    public Constant {
      docs = List.copyOf(docs);
    }
  }

  /** The storage item of that name. */
  public Optional<Entry> entry(String item) {
    return storage == null ? Optional.empty()
        : storage.entries().stream().filter(e -> e.name().equals(item)).findFirst();
  }

  /** The constant of that name. */
  public Optional<Constant> constant(String constant) {
    return constants.stream().filter(c -> c.name().equals(constant)).findFirst();
  }
}
