package io.fairlead.node.chain;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * The snapshot of the chain entity: where the state of {@code head} stands.
 *
 * @param file name within the folder of checkpoints
 * @param root state root of {@code head}
 */
record CheckpointWritten(long number, Hash hash, String file, Hash root) {
  static final Codec<CheckpointWritten> CODEC = Codecs.struct("CheckpointWritten",
      Fields.of(CheckpointWritten::new,
          Fields.field("number", CheckpointWritten::number, Codecs.U64, null),
          Fields.field("hash", CheckpointWritten::hash, Hash.CODEC, null),
          Fields.field("file", CheckpointWritten::file, Codecs.STRING, null),
          Fields.field("root", CheckpointWritten::root, Hash.CODEC, null)));
}
