package io.fairlead.node;

import io.fairlead.node.chain.ChainSettings;
import io.fairlead.node.pool.PoolActor.Sealing;
import io.fairlead.node.pool.PoolLimits;
import io.fairlead.node.rpc.NodeNames;
import io.fairlead.node.rpc.RpcLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a node.
 *
 * @param basePath folder of the chain; null: a temporary one, deleted when the node stops
 * @param profile name of the runtime; null: that of the chain in {@code basePath}, or the testnet's
 * @param rules a preset and changes to it, as {@code --rules} takes them; null: those of the chain in
 *     {@code basePath}, or {@code repaired} for a new one
 * @param rpcPort TCP port of 127.0.0.1; 0: a free one
 * @param sealing when blocks are made
 * @param statesKept of how many last blocks the state can be read; {@link #ARCHIVE}: of all
 * @param checkpointBlocks blocks between two checkpoints; 0: none
 * @param clock from which blocks take their time, never less than 6 s after the one before
 */
public record NodeConfig(@Nullable Path basePath, @Nullable String profile,
    @Nullable String rules, int rpcPort,
    Sealing sealing, int statesKept,
    int checkpointBlocks, InstantSource clock, PoolLimits pool, RpcLimits rpc, NodeNames names) {

  /** States that a Substrate node keeps. */
  public static final int STATES_KEPT = 256;
  /** Keep the states of all blocks. */
  public static final int ARCHIVE = ChainSettings.ARCHIVE;
  /** Blocks between two checkpoints unless told otherwise. */
  public static final int CHECKPOINT_BLOCKS = 4_096;

  private static final NodeNames NAMES =
      new NodeNames("Tangle Dev", "Fairlead Node", "0.1.0", 42, 18, "TNT");

  public NodeConfig {
    if (rpcPort < 0 || rpcPort > 65_535) {
      throw new IllegalArgumentException("rpcPort: expected 0 to 65535, found " + rpcPort);
    }
    if (statesKept < 1) {
      throw new IllegalArgumentException("statesKept: expected at least 1, found " + statesKept);
    }
    if (checkpointBlocks < 0) {
      throw new IllegalArgumentException("checkpointBlocks: found " + checkpointBlocks);
    }
  }

  /** A throw-away node on a free port, sealing at once. */
  public static NodeConfig temporary() {
    return new NodeConfig(null, null, null, 0, Sealing.INSTANT, STATES_KEPT, CHECKPOINT_BLOCKS,
        InstantSource.system(), PoolLimits.DEFAULT, RpcLimits.DEFAULT, NAMES);
  }

  /** The same with another base path. */
  public NodeConfig withBasePath(@Nullable Path path) {
    return new NodeConfig(path, profile, rules, rpcPort, sealing, statesKept, checkpointBlocks,
        clock, pool,
        rpc, names);
  }

  /** The same with another runtime. */
  public NodeConfig withProfile(@Nullable String name) {
    return new NodeConfig(basePath, name, rules, rpcPort, sealing, statesKept, checkpointBlocks,
        clock, pool, rpc, names);
  }

  /** The same under other rules. */
  public NodeConfig withRules(@Nullable String text) {
    return new NodeConfig(basePath, profile, text, rpcPort, sealing, statesKept, checkpointBlocks,
        clock,
        pool, rpc, names);
  }

  /** The same with another port. */
  public NodeConfig withRpcPort(int port) {
    return new NodeConfig(basePath, profile, rules, port, sealing, statesKept, checkpointBlocks,
        clock, pool,
        rpc, names);
  }

  /** The same with another way of sealing. */
  public NodeConfig withSealing(Sealing other) {
    return new NodeConfig(basePath, profile, rules, rpcPort, other, statesKept, checkpointBlocks,
        clock,
        pool,
        rpc, names);
  }

  /** The same with more or fewer states, or {@link #ARCHIVE}. */
  public NodeConfig withStatesKept(int blocks) {
    return new NodeConfig(basePath, profile, rules, rpcPort, sealing, blocks, checkpointBlocks,
        clock, pool,
        rpc, names);
  }

  /** The same with another distance of checkpoints. */
  public NodeConfig withCheckpointBlocks(int blocks) {
    return new NodeConfig(basePath, profile, rules, rpcPort, sealing, statesKept, blocks, clock,
        pool, rpc,
        names);
  }

  /** The same with another clock. */
  public NodeConfig withClock(InstantSource other) {
    return new NodeConfig(basePath, profile, rules, rpcPort, sealing, statesKept, checkpointBlocks,
        other,
        pool, rpc, names);
  }

  /** The same with other limits. */
  public NodeConfig withLimits(PoolLimits poolLimits, RpcLimits rpcLimits) {
    return new NodeConfig(basePath, profile, rules, rpcPort, sealing, statesKept, checkpointBlocks,
        clock,
        poolLimits, rpcLimits, names);
  }
}
