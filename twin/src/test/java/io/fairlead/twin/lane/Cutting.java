package io.fairlead.twin.lane;

import io.fairlead.twin.entity.Advanced;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.log.Blocks;
import java.util.List;
import java.util.SortedMap;

/** Windows as the lanes get them. */
public final class Cutting {
  private Cutting() {}

  /** What some consecutive events of the log say of each entity. */
  public static SortedMap<EntityKey, Advanced> window(List<Blocks> events) {
    return WindowCutter.cut(events, 1, 1).getFirst().entities();
  }
}
