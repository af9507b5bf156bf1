package io.fairlead.twin;

import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.ValuesPortrait;
import io.fairlead.twin.slash.SlashQueuePortrait;
import java.util.EnumMap;
import java.util.Map;

/** The portrait of each type of entity. */
final class Portraits {
  private Portraits() {}

  static Map<EntityType, Portrait<?>> all() {
    var all = new EnumMap<EntityType, Portrait<?>>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      all.put(type, of(type));
    }
    return all;
  }

  private static Portrait<?> of(EntityType type) {
    return switch (type) {
      case SLASH_QUEUE -> new SlashQueuePortrait();
      case CHAIN, OPERATOR, DELEGATOR, BLUEPRINT, REQUEST, SERVICE, JOB_PAGE, REWARD_ERA,
          VAULT -> new ValuesPortrait(type);
    };
  }
}
