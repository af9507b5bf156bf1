package io.fairlead.twin.operator;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Since and until when an operator serves; found by comparing the members of a service, since joining
 * and leaving deposit no event.
 *
 * @param since block
 * @param until block; null while it serves
 */
public record Membership(long since, @Nullable Long until) {
  /** The stored form. */
  public static final Codec<Membership> CODEC = Codecs.struct("Membership",
      Fields.of(Membership::new, Fields.field("since", Membership::since, Codecs.U64, ""),
          Fields.field("until", Membership::until, Codecs.option(Codecs.U64), "")));
}
