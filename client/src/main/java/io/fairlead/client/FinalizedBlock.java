package io.fairlead.client;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * A finalized block whose hash was computed here and whose parent is the block before it.
 *
 * @param extrinsics each with its length in front
 * @param events value of {@code System.Events} after the block
 */
public record FinalizedBlock(Hash hash, BlockHeader header, List<Bytes> extrinsics,
    Bytes events) {

  public FinalizedBlock {
    extrinsics = List.copyOf(extrinsics);
  }

  /** Height. */
  public long number() {
    return header.number();
  }
}
