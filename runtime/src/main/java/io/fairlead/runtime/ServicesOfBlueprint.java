package io.fairlead.runtime;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A blueprint and services of it, as the API of Services answers
 * ({@code tangle_primitives::services::service::RpcServicesWithBlueprint}).
 */
record ServicesOfBlueprint(long blueprintId, ServiceBlueprint blueprint, List<Service> services) {
  static final Codec<ServicesOfBlueprint> CODEC =
      Codecs.struct("tangle_primitives::services::service::RpcServicesWithBlueprint",
          Fields.of(ServicesOfBlueprint::new,
              field("blueprint_id", ServicesOfBlueprint::blueprintId, Codecs.U64, "u64"),
              field("blueprint", ServicesOfBlueprint::blueprint, ServiceBlueprint.CODEC,
                  "ServiceBlueprint<C>"),
              field("services", ServicesOfBlueprint::services, Codecs.list(Service.CODEC),
                  "Vec<Service<C, AccountId, BlockNumber, AssetId>>")),
          Shape.skipped("C"), Shape.skipped("AccountId"), Shape.skipped("BlockNumber"),
          Shape.skipped("AssetId"));

  ServicesOfBlueprint {
    services = List.copyOf(services);
  }
}
