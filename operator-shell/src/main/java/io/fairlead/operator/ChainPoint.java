package io.fairlead.operator;

import io.fairlead.substrate.primitive.Hash;

/** A block by number and hash. */
record ChainPoint(long number, Hash hash) {
  @Override
  public String toString() {
    return "#" + number;
  }
}
