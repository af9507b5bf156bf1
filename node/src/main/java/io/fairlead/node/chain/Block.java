package io.fairlead.node.chain;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * A block as clients see it.
 *
 * @param hash of the header
 * @param extrinsics each with its length in front, the inherents first
 */
public record Block(Header header, Hash hash, List<Bytes> extrinsics) {
  /** Blocks since genesis. */
  public long number() {
    return header.number();
  }
}
