package io.fairlead.twin.table;

/**
 * Where blocks stand in the chain log.
 *
 * @param from first block of the event
 * @param to last block of it
 * @param sequence number of the event
 */
public record LogPart(long from, long to, long sequence) {}
