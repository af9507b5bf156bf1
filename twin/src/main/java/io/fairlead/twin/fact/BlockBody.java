package io.fairlead.twin.fact;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * A finalized block as a node gave it: header and extrinsics checked against its hash.
 *
 * @param specVersion of the runtime that executed it
 * @param time milliseconds since 1970 after it
 * @param extrinsics each with its length in front
 * @param events value of {@code System.Events} after it
 * @param upgradedTo spec version of the runtime that takes over after it; -1 when none does
 */
public record BlockBody(long number, Hash hash, Hash parent, Hash stateRoot, long specVersion,
    long time, List<Bytes> extrinsics, Bytes events, long upgradedTo) {
  public BlockBody {
    extrinsics = List.copyOf(extrinsics);
  }
}
