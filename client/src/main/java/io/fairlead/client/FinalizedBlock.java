package io.fairlead.client;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * A finalized block whose hash was computed here and whose parent is the block before it.
 *
 * @param extrinsics each with its length in front
 * @param events value of {@code System.Events} after the block
 * @param heardNanos {@code System.nanoTime()} when the node told of it; when it was asked for, for
 *     a block that is no news
 */
public record FinalizedBlock(Hash hash, BlockHeader header, List<Bytes> extrinsics,
    Bytes events, long heardNanos) {

  public FinalizedBlock {
    extrinsics = List.copyOf(extrinsics);
  }

  /** The same block, heard of at {@code nanos}. */
  FinalizedBlock heardAt(long nanos) {
    return new FinalizedBlock(hash, header, extrinsics, events, nanos);
  }

  /** Height. */
  public long number() {
    return header.number();
  }
}
