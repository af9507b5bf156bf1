package io.fairlead.node.chain;

import io.fairlead.node.states.States;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.Trie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The chain as everybody but the chain entity sees it: published blocks and their states. Readers may
 * be on any thread; only the chain entity writes.
 *
 * <p>All block hashes are kept, the state of the last blocks as the settings say, the bodies of the last
 * {@link #BODIES_KEPT}; older bodies come from the journal.
 */
public final class ChainView {
  /** Blocks whose header and extrinsics stay in memory. */
  static final int BODIES_KEPT = 16_384;

  /** What the last blocks keep beside their body. */
  record Recent(Block block, List<Change> changes, Trie trie) {}

  /** The journal, asked for blocks that are not in memory. */
  @FunctionalInterface
  public interface Bodies {
    /** Block {@code number}, empty when the journal has none. */
    CompletionStage<Optional<Block>> read(long number);
  }

  private final List<String> rules;
  private final int statesKept;
  private final Bodies bodies;
  private final States states;
  private final Map<Hash, Long> numbers = new ConcurrentHashMap<>();
  private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
  private final Map<Long, Recent> recent = new ConcurrentHashMap<>();
  private volatile Hash[] hashes = new Hash[1024];
  private volatile Block best;

  /**
   * Begins with one block and its whole state.
   *
   * @param earlier hashes of all blocks before {@code first}, ascending
   */
  ChainView(List<String> rules, int statesKept, Bodies bodies, List<Hash> earlier, Block first,
      List<Change> state, Trie trie) {
    this.rules = List.copyOf(rules);
    this.statesKept = statesKept;
    this.bodies = bodies;
    states = new States(first.number(), state);
    for (int i = 0; i < earlier.size(); i++) {
      keep(i, earlier.get(i));
      numbers.put(earlier.get(i), (long) i);
    }
    keep(first.number(), first.hash());
    blocks.put(first.number(), first);
    recent.put(first.number(), new Recent(first, List.of(), trie));
    numbers.put(first.hash(), first.number());
    best = first;
  }

  // --- the chain entity's side ---

  /** Takes a block in that nobody sees before {@link #publish}. */
  void append(Block block, List<Change> changes, Trie trie) {
    states.append(changes);
    keep(block.number(), block.hash());
    blocks.put(block.number(), block);
    recent.put(block.number(), new Recent(block, changes, trie));
  }

  private void keep(long number, Hash hash) {
    Hash[] room = hashes;
    if (number >= room.length) {
      room = Arrays.copyOf(room, room.length * 2);
    }
    room[(int) number] = hash;
    hashes = room;
  }

  /** Shows all blocks up to {@code block}. */
  void publish(Block block) {
    for (long number = best.number() + 1; number <= block.number(); number++) {
      numbers.put(hashes[(int) number], number);
      blocks.remove(number - BODIES_KEPT);
      recent.remove(number - statesKept);
    }
    best = block;
    states.prune(block.number() - statesKept + 1);
  }

  /** The last block taken in, published or not. */
  Recent newest() {
    return recentAt(states.newest());
  }

  Recent recentAt(long number) {
    Recent found = recent.get(number);
    if (found == null) {
      throw new IllegalStateException("block " + number + " is not among the recent ones");
    }
    return found;
  }

  // --- everybody's side ---

  /** The rules of the chain, {@code group.name=value} each. */
  public List<String> rules() {
    return rules;
  }

  /** The best and last finalized block. */
  public Block best() {
    return best;
  }

  /** Hash of block 0. */
  public Hash genesis() {
    return hashes[0];
  }

  /** Hash of a block; null when there is none of this number. */
  public @Nullable Hash hash(long number) {
    return number < 0 || number > best.number() ? null : hashes[(int) number];
  }

  /** Number of the block with this hash; null when it is not known. */
  public @Nullable Long number(Hash hash) {
    return numbers.get(hash);
  }

  /** Block {@code number}: at once if it is in memory, else from the journal. */
  public CompletionStage<Optional<Block>> block(long number) {
    if (number < 0 || number > best.number()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Block inMemory = blocks.get(number);
    return inMemory != null ? CompletableFuture.completedFuture(Optional.of(inMemory))
        : bodies.read(number);
  }

  /** Whether the state after block {@code number} can be read. */
  public boolean hasState(long number) {
    return number >= states.oldest() && number <= best.number();
  }

  /** Storage by block. */
  public States states() {
    return states;
  }

  /** The trie after block {@code number}; null when its state is not kept. */
  public @Nullable Trie trie(long number) {
    Recent found = number > best.number() ? null : recent.get(number);
    return found == null ? null : found.trie();
  }

  /** The state after block {@code number} as a source for an engine. */
  public Store.Source source(long number) {
    return new Store.Source() {
      @Override
      public byte @Nullable [] value(byte[] key) {
        Bytes value = states.at(Bytes.wrap(key), number);
        return value == null ? null : value.array();
      }

      @Override
      public List<Change> pairs(byte[] prefix) {
        return states.pairsAt(Bytes.wrap(prefix), number);
      }
    };
  }

  /** All hashes before block {@code number}, ascending. */
  List<Hash> hashesBefore(long number) {
    return new ArrayList<>(Arrays.asList(hashes).subList(0, (int) number));
  }
}
