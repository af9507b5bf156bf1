package io.fairlead.cli.chain;

import io.fairlead.cli.Failure;
import io.fairlead.client.ChainRpc;
import io.fairlead.substrate.primitive.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --at}: the block whose state a command reads. */
public final class BlockOptions {
  @Option(names = "--at", paramLabel = "BLOCK",
      description = "Number or hash of the block whose state is read"
          + " (default: the finalized head).") private @Nullable String at;

  /** A block of the chain. */
  public record Point(Hash hash, long number) {}

  /** Asks the node for the block; one that it does not know is wrong usage. */
  public Point of(ChainRpc rpc) {
    Hash hash = at == null ? rpc.finalizedHead().join() : named(rpc, at);
    return new Point(hash, rpc.header(hash).join().number());
  }

  /** The number that is named, for a twin; empty where none is. A hash is wrong usage. */
  String number() {
    if (at != null && !at.matches("[0-9]{1,18}")) {
      throw Failure.usage("--at: a twin expects a block number, found " + at);
    }
    return at == null ? "" : at;
  }

  private static Hash named(ChainRpc rpc, String block) {
    if (block.matches("0x[0-9a-fA-F]{64}")) {
      Hash hash = Hash.hex(block);
      if (rpc.client().call("chain_getHeader", hash.toString()).join().isNull()) {
        throw Failure.usage("--at: the node knows no block " + block);
      }
      return hash;
    }
    if (!block.matches("[0-9]{1,18}")) {
      throw Failure.usage("--at: expected a block number or hash, found " + block);
    }
    return rpc.blockHash(Long.parseLong(block))
        .join().orElseThrow(() -> Failure.usage("--at: the node knows no block " + block));
  }
}
