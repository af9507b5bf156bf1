package io.fairlead.twin.replica;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.KeyChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All followed pallets after a block. Immutable. */
public record Replica(Map<String, PalletTrie> pallets) {
  public Replica {
    pallets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pallets));
  }

  /** No storage at all. */
  public static Replica empty() {
    var pallets = new LinkedHashMap<String, PalletTrie>();
    ChangeReader.PALLETS.forEach(pallet -> pallets.put(pallet, PalletTrie.empty(pallet)));
    return new Replica(pallets);
  }

  /** With {@code changes}; keys of no followed pallet are a bug of the caller. */
  public Replica after(List<KeyChange> changes) {
    if (changes.isEmpty()) {
      return this;
    }
    var byPallet = new LinkedHashMap<String, List<KeyChange>>();
    changes.forEach(change -> byPallet.computeIfAbsent(palletOf(change.key()).pallet(),
        it -> new ArrayList<>()).add(change));
    var next = new LinkedHashMap<>(pallets);
    byPallet.forEach((pallet, each) -> next.computeIfPresent(pallet,
        (name, trie) -> trie.after(each)));
    return new Replica(next);
  }

  private PalletTrie palletOf(Bytes key) {
    return pallets.values().stream().filter(each -> key.startsWith(each.prefix())).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no followed pallet has key " + key));
  }

  /** The value under a key of a followed pallet. */
  public Optional<Bytes> value(Bytes key) {
    return palletOf(key).value(key);
  }
}
