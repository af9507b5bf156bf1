package io.fairlead.operator;

import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.Map;

/**
 * What the shell reads of a finalized block.
 *
 * @param events of Services, in order
 * @param failures extrinsics that were included and failed, by hash, with the chain's reason
 * @param heardNanos {@code System.nanoTime()} when the node told of it
 */
record ChainBlock(ChainPoint at, List<ServicesEvent> events, Map<Hash, String> failures,
    long heardNanos) {
  ChainBlock {
    events = List.copyOf(events);
    failures = Map.copyOf(failures);
  }
}
