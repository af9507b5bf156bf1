package io.fairlead.client;

import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.Optional;

/**
 * An extrinsic in a finalized block.
 *
 * @param index in the block
 * @param events that it deposited, in order
 * @param error why its call was refused, such as {@code Services.NotRegistered}; empty when it ran
 */
public record Included(Hash block, long number, long index, List<ChainEvent> events,
    Optional<String> error) {

  public Included {
    events = List.copyOf(events);
  }
}
