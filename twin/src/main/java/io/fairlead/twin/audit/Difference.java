package io.fairlead.twin.audit;

import io.fairlead.substrate.primitive.Bytes;
import java.util.Optional;

/**
 * A value that is not what it should be.
 *
 * @param where the entity, the table or the replica
 * @param item {@code Pallet.Item}; empty when the key is of none
 * @param key whole storage key
 * @param expected the chain's value; empty: none
 * @param found empty: none
 */
public record Difference(String where, String item, Bytes key, Optional<Bytes> expected,
    Optional<Bytes> found) {

  /** One line for people. */
  public String text() {
    return where + ": " + item + " " + key + "\n  expected " + text(expected) + "\n  found    "
        + text(found);
  }

  private static String text(Optional<Bytes> value) {
    return value.map(Bytes::toString).orElse("nothing");
  }
}
