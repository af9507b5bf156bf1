package io.fairlead.twin.job;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.fact.FactId;

/**
 * A result of a job call; its content is read from the log by the fact.
 *
 * @param fact the event
 */
public record Result(AccountId operator, FactId fact) {
  static final Codec<Result> CODEC = Codecs.pair(AccountId.CODEC, FactId.CODEC, Result::new,
      Result::operator, Result::fact);
}
