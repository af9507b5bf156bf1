package io.fairlead.twin.audit;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.replica.PalletTrie;
import io.fairlead.twin.replica.Replica;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the keys and values that entities claim to hold with the replica: every claimed value must
 * be the chain's, and every key of the chain must be claimed. Shows that routing and folding lost
 * nothing. Pure.
 */
public final class Auditor {
  /** Items that no entity holds: indexes of what others hold, and snapshots of past rounds. */
  public static final Set<String> UNCLAIMED = Set.of("Services.UserServices",
      "Services.UserSubscriptionCount", "MultiAssetDelegation.AtStake");

  private final ChangeReader reader = new ChangeReader();
  private final Replica replica;
  private final Map<Bytes, EntityKey> claimed = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();

  /** An audit against {@code replica}. */
  public Auditor(Replica replica) {
    this.replica = replica;
  }

  /** Takes what {@code entity} claims to hold, at the block of the replica. */
  public void entity(EntityKey entity, List<KeyChange> rows) {
    for (KeyChange row : rows) {
      claimed.put(row.key(), entity);
      Optional<Bytes> chain = replica.value(row.key());
      if (!chain.equals(row.after())) {
        differences.add(difference("entity " + entity, row.key(), chain, row.after()));
      }
    }
  }

  private Difference difference(String where, Bytes key, Optional<Bytes> expected,
      Optional<Bytes> found) {
    return Difference.of(where, reader.itemOf(key), key, expected, found);
  }

  /** All differences, after the last entity: keys that nobody claims among them. */
  public List<Difference> finish() {
    for (PalletTrie pallet : replica.pallets().values()) {
      for (byte[] raw : pallet.trie().keys(pallet.prefix().array(), null, Integer.MAX_VALUE)) {
        Bytes key = Bytes.wrap(raw);
        if (!claimed.containsKey(key) && !UNCLAIMED.contains(reader.itemOf(key))) {
          differences.add(
              difference("no entity", key, replica.value(key), Optional.empty()));
        }
      }
    }
    return List.copyOf(differences);
  }
}
