package io.fairlead.twin;

import io.fairlead.twin.blueprint.BlueprintPortrait;
import io.fairlead.twin.chain.ChainPortrait;
import io.fairlead.twin.delegator.DelegatorPortrait;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.ValuesPortrait;
import io.fairlead.twin.job.JobPagePortrait;
import io.fairlead.twin.operator.OperatorPortrait;
import io.fairlead.twin.request.RequestPortrait;
import io.fairlead.twin.reward.VaultPortrait;
import io.fairlead.twin.service.ServicePortrait;
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
      case CHAIN -> new ChainPortrait();
      case OPERATOR -> new OperatorPortrait();
      case DELEGATOR -> new DelegatorPortrait();
      case BLUEPRINT -> new BlueprintPortrait();
      case REQUEST -> new RequestPortrait();
      case SERVICE -> new ServicePortrait();
      case JOB_PAGE -> new JobPagePortrait();
      case SLASH_QUEUE -> new SlashQueuePortrait();
      case REWARD_ERA -> new ValuesPortrait(type);
      case VAULT -> new VaultPortrait();
    };
  }
}
