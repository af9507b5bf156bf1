package io.fairlead.node.chain;

import io.fairlead.substrate.primitive.Hash;

/**
 * The best block, which is final at once: nobody else makes blocks.
 *
 * @param number −1 before genesis is written
 */
public record Head(long number, Hash hash) {
  static final Head NONE = new Head(-1, Hash.ZERO);
}
