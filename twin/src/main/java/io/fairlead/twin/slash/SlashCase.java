package io.fairlead.twin.slash;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import org.jspecify.annotations.Nullable;

/**
 * One slash from its proposal to its end.
 *
 * @param entry as it stands or stood in {@code Services.UnappliedSlashes}
 * @param recorded block in which it came into the queue; that of the seed for one that was there before
 * @param proposal where it came from; null when that was before this history
 * @param closing how it ended; null while it is open
 */
public record SlashCase(long index, UnappliedSlash entry, long recorded,
    @Nullable Proposal proposal, @Nullable Closing closing) {

  static final Codec<SlashCase> CODEC = Codecs.struct("SlashCase",
      Fields.of(SlashCase::new, Fields.field("index", SlashCase::index, Codecs.U32, ""),
          Fields.field("entry", SlashCase::entry, UnappliedSlash.CODEC, ""),
          Fields.field("recorded", SlashCase::recorded, Codecs.U64, ""),
          Fields.field("proposal", SlashCase::proposal, Codecs.option(Proposal.CODEC), ""),
          Fields.field("closing", SlashCase::closing, Codecs.option(Closing.CODEC), "")));

  SlashCase proposed(Proposal by) {
    return new SlashCase(index, entry, recorded, by, closing);
  }

  SlashCase closed(Closing how) {
    return new SlashCase(index, entry, recorded, proposal, how);
  }

  /** Whether it still stands in the queue. */
  public boolean isOpen() {
    return closing == null;
  }
}
