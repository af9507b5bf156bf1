package io.fairlead.client;

import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;

/** An event of a block. */
public sealed interface ChainEvent {
  /** When in the block it was deposited. */
  Phase phase();

  /** Name of the pallet. */
  String pallet();

  /** Name of the event on chain. */
  String name();

  /** An event whose type this program knows. */
  record Known(Phase phase, String pallet, String name, Event event) implements ChainEvent {}

  /** Any other event, as the chain's metadata describes it; the value is a choice. */
  record Described(Phase phase, String pallet, String name,
      DynamicValue value) implements ChainEvent {}
}
