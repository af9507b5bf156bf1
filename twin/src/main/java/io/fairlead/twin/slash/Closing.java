package io.fairlead.twin.slash;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and when a slash ended.
 *
 * @param block in which its entry disappeared
 * @param by who ended it by a call; null: a hook
 * @param taken from each account; empty when nothing was taken
 */
public record Closing(SlashEnd end, long block, @Nullable AccountId by, List<Taken> taken) {
  public Closing {
    taken = List.copyOf(taken);
  }

  static final Codec<Closing> CODEC = Codecs.struct("Closing",
      Fields.of(Closing::new,
          Fields.field("end", Closing::end, Codecs.plainEnum("SlashEnd", SlashEnd.values(),
              SlashEnd::ordinal, SlashEnd::name), ""),
          Fields.field("block", Closing::block, Codecs.U64, ""),
          Fields.field("by", Closing::by, Codecs.option(AccountId.CODEC), ""),
          Fields.field("taken", Closing::taken, Codecs.list(Taken.CODEC), "")));
}
