package io.fairlead.twin.operator;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * A job call of one of the operator's services that nobody has answered.
 *
 * @param since block of the call
 */
public record Duty(long service, long since) {
  static final Codec<Duty> CODEC =
      Codecs.pair(Codecs.U64, Codecs.U64, Duty::new, Duty::service, Duty::since);
}
