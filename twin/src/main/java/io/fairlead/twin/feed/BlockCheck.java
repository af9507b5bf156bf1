package io.fairlead.twin.feed;

import io.fairlead.client.FinalizedBlock;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.TrieRoot;
import java.util.Optional;

/** What a block must be before anything is read of it; its hash was compared when it came. */
final class BlockCheck {
  /** Digest item {@code RuntimeEnvironmentUpdated}. */
  private static final int RUNTIME_UPDATED = 8;

  private BlockCheck() {}

  /** What is wrong with the body; empty when nothing is. */
  static Optional<String> body(FinalizedBlock block, long number) {
    if (block.number() != number) {
      return Optional.of("asked for block " + number + ", found number " + block.number());
    }
    byte[] root = TrieRoot.ofList(block.extrinsics().stream().map(Bytes::array).toList());
    return Hash.of(root).equals(block.header().extrinsicsRoot()) ? Optional.empty()
        : Optional.of("the extrinsics of block " + number + " are not those of its header");
  }

  /** Whether another runtime takes over after the block. */
  static boolean upgrades(FinalizedBlock block) {
    return block.header().logs().stream()
        .anyMatch(log -> log.size() == 1 && log.at(0) == RUNTIME_UPDATED);
  }
}
