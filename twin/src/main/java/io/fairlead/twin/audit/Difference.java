package io.fairlead.twin.audit;

import io.fairlead.substrate.primitive.Bytes;
import java.util.Optional;

/**
 * A value that is not what it should be.
 *
 * @param where the entity, the table or the replica
 * @param item {@code Pallet.Item}, or the row; empty when the key is of none
 * @param key whole storage key, or key of the row
 * @param expected what the chain, or the entity that is as the chain, says
 * @param found what stands there
 */
public record Difference(String where, String item, String key, String expected, String found) {

  /** A value under a storage key; empty: none. */
  public static Difference of(String where, String item, Bytes key, Optional<Bytes> expected,
      Optional<Bytes> found) {
    return new Difference(where, item, key.toString(), text(expected), text(found));
  }

  /** One entry for people. */
  public String text() {
    return where + ": " + item + " " + key + "\n  expected " + expected + "\n  found    " + found;
  }

  private static String text(Optional<Bytes> value) {
    return value.map(Bytes::toString).orElse("nothing");
  }
}
