package io.fairlead.cli.conformance;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state under judgement beside what was recorded of it. */
final class State {
  private static final Bytes EXTRINSIC_INDEX = Bytes.utf8(":extrinsic_index");

  private final Store store;
  private final Map<Bytes, String> names = new HashMap<>();

  State(Store store) {
    this.store = store;
    store.items().forEach(item -> names.put(Bytes.wrap(item.prefix()), item.toString()));
  }

  /** Nothing but {@code genesis}. What does not fit an item goes to {@code found}. */
  void restart(SortedMap<Bytes, Step.Written> genesis, Consumer<Finding> found) {
    store.clear();
    write(genesis, found);
    store.commit();
  }

  int mark() {
    return store.mark();
  }

  void commit() {
    store.commit();
  }

  /** Writes as recorded, keys of no item as bytes. What does not fit an item goes to {@code found}. */
  void write(SortedMap<Bytes, Step.Written> diff, Consumer<Finding> found) {
    diff.forEach((key, written) -> {
      Bytes value = written.value();
      Decoded<Boolean> done = store.writeRaw(key.array(), value == null ? null : value.array());
      if (done instanceof Decoded.Malformed<Boolean> bad) {
        found.accept(new Finding(nameOf(key), text(written), "does not fit: " + bad.message()));
      }
    });
  }

  /** Compares what changed since {@code mark}. */
  void compare(int mark, SortedMap<Bytes, Step.Written> expected, Consumer<Finding> found) {
    SortedMap<Bytes, Step.Written> actual = changes(mark, key -> !isExcluded(key));
    var keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (Bytes key : keys) {
      Step.Written want = expected.get(key);
      Step.Written have = actual.get(key);
      if (!Objects.equals(want, have)) {
        found.accept(new Finding(nameOf(key), text(want), text(have)));
      }
    }
  }

  /** Makes the changes since {@code mark} those that were recorded; what is never compared stays. */
  void replace(int mark, SortedMap<Bytes, Step.Written> recorded) {
    SortedMap<Bytes, Step.Written> kept = changes(mark, this::isExcluded);
    store.rollback(mark);
    write(kept, unfit -> {
    });
    write(recorded, unfit -> {
    });
  }

  private SortedMap<Bytes, Step.Written> changes(int mark, Predicate<Bytes> which) {
    var changes = new TreeMap<Bytes, Step.Written>();
    List<Store.Change> all = store.changesSince(mark);
    all.stream().filter(change -> which.test(change.key()))
        .forEach(change -> changes.put(change.key(), new Step.Written(change.value())));
    return changes;
  }

  private static String text(Step.@Nullable Written written) {
    if (written == null) {
      return "no change";
    }
    return written.value() == null ? "removed" : written.value().toString();
  }

  private boolean isExcluded(Bytes key) {
    if (key.equals(EXTRINSIC_INDEX)) {
      return true;
    }
    String name = nameOf(key);
    return name.startsWith("System.") && !name.startsWith("System.Account ")
        || name.startsWith("Timestamp.DidUpdate");
  }

  private String nameOf(Bytes key) {
    if (key.size() < Item.PREFIX_BYTES) {
      return "key " + key;
    }
    byte[] rest = Arrays.copyOfRange(key.array(), Item.PREFIX_BYTES, key.size());
    String name = names.get(Bytes.wrap(Arrays.copyOf(key.array(), Item.PREFIX_BYTES)));
    return name == null ? "key " + key : name + " " + Hex.of(rest);
  }
}
