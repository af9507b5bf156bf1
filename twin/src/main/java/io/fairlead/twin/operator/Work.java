package io.fairlead.twin.operator;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * What an operator did for one service.
 *
 * @param answers results it submitted
 * @param first results that were the first of their call
 * @param refused calls of its that the chain refused
 * @param heartbeats received from it
 * @param income recorded for it, in planck
 */
public record Work(long answers, long first, long refused, long heartbeats, Balance income) {
  static final Work NONE = new Work(0, 0, 0, 0, Balance.ZERO);

  static final Codec<Work> CODEC = Codecs.struct("Work",
      Fields.of(Work::new, Fields.field("answers", Work::answers, Codecs.U64, ""),
          Fields.field("first", Work::first, Codecs.U64, ""),
          Fields.field("refused", Work::refused, Codecs.U64, ""),
          Fields.field("heartbeats", Work::heartbeats, Codecs.U64, ""),
          Fields.field("income", Work::income, Balance.CODEC, "")));

  Work answered(boolean isFirst) {
    return new Work(answers + 1, first + (isFirst ? 1 : 0), refused, heartbeats, income);
  }

  Work refusedOnce() {
    return new Work(answers, first, refused + 1, heartbeats, income);
  }

  Work beaten() {
    return new Work(answers, first, refused, heartbeats + 1, income);
  }

  Work earned(Balance amount) {
    return new Work(answers, first, refused, heartbeats, income.saturatingPlus(amount));
  }
}
