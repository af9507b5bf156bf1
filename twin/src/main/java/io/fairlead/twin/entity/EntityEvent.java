package io.fairlead.twin.entity;

/** What stands in the journal of an entity. */
public sealed interface EntityEvent permits Advanced, Corrected {}
