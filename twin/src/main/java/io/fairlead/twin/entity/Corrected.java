package io.fairlead.twin.entity;

import io.fairlead.twin.fact.Fact;

/**
 * The auditor found another value than the chain's and put it right; visible in the history for ever.
 *
 * @param change the value as the chain has it
 * @param reason what was found
 */
public record Corrected(Fact.Change change, String reason) implements EntityEvent {}
