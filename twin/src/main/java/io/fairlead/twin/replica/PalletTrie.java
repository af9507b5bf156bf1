package io.fairlead.twin.replica;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.trie.Trie;
import io.fairlead.twin.fact.KeyChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All storage of one pallet as a trie. Immutable: a block's changes give the next one, and the old one
 * stays until that is durable.
 *
 * @param prefix the 16 bytes with which all keys of the pallet begin
 */
public record PalletTrie(String pallet, Bytes prefix, Trie trie) {
  private static final int PREFIX_BYTES = 16;

  /** The pallet without storage. */
  public static PalletTrie empty(String pallet) {
    return new PalletTrie(pallet,
        Bytes.wrap(Arrays.copyOf(Item.prefix(pallet, ""), PREFIX_BYTES)), Trie.empty());
  }

  /** With {@code changes}, all of this pallet. */
  public PalletTrie after(List<KeyChange> changes) {
    Trie next = trie;
    for (KeyChange change : changes) {
      byte[] key = change.key().array();
      next = change.after().isPresent() ? next.put(key, change.after().get().array())
          : next.remove(key);
    }
    return new PalletTrie(pallet, prefix, next);
  }

  /** The value under a key. */
  public Optional<Bytes> value(Bytes key) {
    byte @Nullable [] value = trie.get(key.array());
    return Optional.ofNullable(value).map(Bytes::wrap);
  }
}
