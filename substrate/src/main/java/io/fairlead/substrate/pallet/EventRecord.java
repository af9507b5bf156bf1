package io.fairlead.substrate.pallet;

/** An event and its phase. Topics are always empty on this chain. */
public record EventRecord(Phase phase, Event event) {}
