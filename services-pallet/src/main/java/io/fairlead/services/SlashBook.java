package io.fairlead.services;

import io.fairlead.restaking.wire.UnappliedSlash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue of slashes as stored: items {@code UnappliedSlashes} and {@code NextUnappliedSlashIndex}.
 * Rounds and indices are u32.
 */
public interface SlashBook {
  /** Stores {@code slash} in its round under the next index, which is returned and counted up. */
  long append(UnappliedSlash slash);

  /** The slash or null. */
  @Nullable UnappliedSlash find(long round, long index);

  /** Removes a slash. */
  void remove(long round, long index);

  /** The slashes of a round by index, in the order the items were given; a copy. */
  List<Map.Entry<Long, UnappliedSlash>> ofRound(long round);

  /** The rounds that hold slashes, ascending; a copy. */
  List<Long> rounds();
}
