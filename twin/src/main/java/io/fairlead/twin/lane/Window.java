package io.fairlead.twin.lane;

import io.fairlead.twin.entity.Advanced;
import io.fairlead.twin.entity.EntityKey;
import java.util.SortedMap;

/**
 * Blocks handled as one, for one lane.
 *
 * @param sequence number of the last event of the log in it
 * @param entities what it says of each entity of the lane
 */
record Window(long from, long to, long sequence, SortedMap<EntityKey, Advanced> entities) {
  Window {
    entities = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(entities));
  }
}
