package io.fairlead.twin.log;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * What the log keeps of a block beside its facts.
 *
 * @param specVersion of the runtime that executed it
 * @param time milliseconds since 1970
 * @param isProved whether the followed pallets were proved equal to the chain's after it
 */
public record BlockLine(Hash hash, Hash stateRoot, long specVersion, long time,
    boolean isProved) {
  static final Codec<BlockLine> CODEC = Codecs.struct("BlockLine",
      Fields.of(BlockLine::new, Fields.field("hash", BlockLine::hash, Hash.CODEC, ""),
          Fields.field("state_root", BlockLine::stateRoot, Hash.CODEC, ""),
          Fields.field("spec_version", BlockLine::specVersion, Codecs.COMPACT_U32, ""),
          Fields.field("time", BlockLine::time, Codecs.U64, ""),
          Fields.field("is_proved", BlockLine::isProved, Codecs.BOOL, "")));
}
