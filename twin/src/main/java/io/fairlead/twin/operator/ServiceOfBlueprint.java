package io.fairlead.twin.operator;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** A service and its blueprint, as heartbeats name them. */
public record ServiceOfBlueprint(long blueprint, long service)
    implements Comparable<ServiceOfBlueprint> {
  static final Codec<ServiceOfBlueprint> CODEC = Codecs.pair(Codecs.U64, Codecs.U64,
      ServiceOfBlueprint::new, ServiceOfBlueprint::blueprint, ServiceOfBlueprint::service);

  @Override
  public int compareTo(ServiceOfBlueprint other) {
    int byBlueprint = Long.compare(blueprint, other.blueprint);
    return byBlueprint != 0 ? byBlueprint : Long.compare(service, other.service);
  }
}
