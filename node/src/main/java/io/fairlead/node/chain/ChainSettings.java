package io.fairlead.node.chain;

import io.fairlead.runtime.engine.Engines;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a chain entity needs.
 *
 * @param checkpoints folder of checkpoint files
 * @param checkpointBlocks a checkpoint each time that so many blocks were added; 0: none
 * @param statesKept of how many last blocks the state can be read; {@link #ARCHIVE}: of all, and then
 *     no checkpoints are made
 * @param bodies blocks that left the memory
 * @param clock of blocks; their time never goes back and moves by at least {@link #SLOT_MILLIS}
 */
public record ChainSettings(Engines engines, Path checkpoints, int checkpointBlocks,
    int statesKept, ChainView.Bodies bodies, InstantSource clock) {
  /** Keep the states of all blocks. */
  public static final int ARCHIVE = Integer.MAX_VALUE;
  /** Tangle's block time in milliseconds. */
  public static final long SLOT_MILLIS = 6_000;

  public ChainSettings {
    if (checkpointBlocks < 0 || statesKept < 1) {
      throw new IllegalArgumentException(
          "checkpointBlocks " + checkpointBlocks + ", statesKept " + statesKept);
    }
  }
}
