package io.fairlead.simulations;

import io.fairlead.runtime.Moment;
import io.fairlead.substrate.primitive.BlockNumber;
import java.util.List;

/**
 * A block to be run: its height, its time and the calls in it, in order.
 *
 * @param now at least half a block's time after the block before
 */
public record PlainBlock(BlockNumber number, Moment now, List<SignedCall> calls) {
  public PlainBlock {
    calls = List.copyOf(calls);
  }

  /** A block without calls. */
  public static PlainBlock empty(BlockNumber number, Moment now) {
    return new PlainBlock(number, now, List.of());
  }
}
