package io.fairlead.node.chain;

import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.Trie;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the chain entity's state in one incarnation: the live engine, the view, blocks
 * that were executed but not persisted. Used by the entity's thread only.
 */
final class LiveChain {
  private final ChainSettings settings;
  private final Engines engines;
  private final Engine engine;
  private final Checkpoints checkpoints;
  private final Deque<BlockMaker.Made> pending = new ArrayDeque<>();
  private @Nullable ChainView view;
  private @Nullable BlockMaker maker;
  private long lastCheckpoint;
  private long moment;

  LiveChain(ChainSettings settings) {
    this.settings = settings;
    engines = settings.engines();
    engine = engines.empty();
    checkpoints = new Checkpoints(settings.checkpoints());
  }

  Engine engine() {
    return engine;
  }

  ChainView view() {
    ChainView known = view;
    if (known == null) {
      throw new IllegalStateException("the chain has no genesis");
    }
    return known;
  }

  // --- making blocks ---

  ChainEvent.GenesisWritten makeGenesis() {
    List<Change> state = engines.genesis();
    Hash root = Hash.of(trieOf(state).root());
    var header = new Header(Hash.ZERO, 0, root, Header.rootOf(List.of()), List.of());
    return new ChainEvent.GenesisWritten(engines.rules(), header, state);
  }

  BlockMaker.Made make(List<CheckedExtrinsic> offered) {
    BlockMaker.Made last = pending.peekLast();
    ChainView.Recent head = view().newest();
    Block parent = last == null ? head.block() : last.block();
    Trie state = last == null ? head.trie() : last.trie();
    moment = Math.max(moment + ChainSettings.SLOT_MILLIS, settings.clock().millis());
    BlockMaker.Made made = maker().make(parent, state, moment, offered);
    pending.addLast(made);
    return made;
  }

  private BlockMaker maker() {
    BlockMaker known = maker;
    if (known == null) {
      known = new BlockMaker(engine, engines.checker(view().genesis()));
      maker = known;
    }
    return known;
  }

  /** Whether {@code made}, the last block made, is as far as was asked for. */
  boolean reached(Until until, long from, Block made) {
    return switch (until) {
      case Until.Count count -> made.number() - from >= count.blocks();
      case Until.Number number -> made.number() >= number.number();
      case Until.Time time -> moment >= time.millis();
      case Until.Round round -> round() >= round.round();
    };
  }

  private long round() {
    byte[] value = pending.getLast().trie().get(Keys.ROUND.array());
    return Keys.number(value == null ? null : Bytes.wrap(value));
  }

  // --- what the journal says ---

  /** An event that this incarnation made. */
  Head written(ChainEvent event) {
    switch (event) {
      case ChainEvent.GenesisWritten genesis -> begin(genesis);
      case ChainEvent.BlockAuthored block -> {
        BlockMaker.Made made = pending.removeFirst();
        view().append(made.block(), made.changes(), made.trie());
      }
    }
    Block block = view().newest().block();
    return new Head(block.number(), block.hash());
  }

  /** An event of an earlier life. */
  Head replay(Head head, ChainEvent event) {
    Header header = event.header();
    if (header.number() != head.number() + 1 || !header.parent().equals(head.hash())) {
      throw new ChainDamaged("after block " + head.number() + " " + head.hash()
          + " the journal has block " + header.number() + " with parent " + header.parent()
          + ": blocks are missing or not of this chain");
    }
    switch (event) {
      case ChainEvent.GenesisWritten genesis -> begin(genesis);
      case ChainEvent.BlockAuthored block -> {
        engine.restore(block.changes());
        var known = new Block(header, header.hash(), block.extrinsics());
        view().append(known, block.changes(),
            BlockMaker.fold(view().newest().trie(), block.changes()));
        view().publish(known);
      }
    }
    Block block = view().newest().block();
    return new Head(block.number(), block.hash());
  }

  private void begin(ChainEvent.GenesisWritten genesis) {
    checkRules(genesis.rules());
    engine.restore(genesis.changes());
    var block = new Block(genesis.header(), genesis.header().hash(), List.of());
    Trie trie = trieOf(genesis.changes());
    checkRoot(block, trie);
    view =
        new ChainView(genesis.rules(), settings.statesKept(), settings.bodies(), List.of(), block,
            genesis.changes(), trie);
  }

  private void checkRules(List<String> stored) {
    if (!stored.equals(engines.rules())) {
      throw new ChainDamaged("this chain was begun under other rules; it keeps "
          + differences(stored, engines.rules()) + ". Start the node with those rules or without "
          + "--rules, or use another base path");
    }
  }

  private static String differences(List<String> stored, List<String> asked) {
    String kept = String.join(", ", stored.stream().filter(it -> !asked.contains(it)).toList());
    String wanted = String.join(", ", asked.stream().filter(it -> !stored.contains(it)).toList());
    return "[" + kept + "], asked for was [" + wanted + "]";
  }

  /** All is read: checks the roots of what can be read from now on. */
  ChainView recovered() {
    ChainView known = view();
    long newest = known.best().number();
    for (long number = known.states().oldest(); number <= newest; number++) {
      ChainView.Recent recent = known.recentAt(number);
      checkRoot(recent.block(), recent.trie());
    }
    moment = Keys.number(known.states().at(Keys.NOW, newest));
    return known;
  }

  private static void checkRoot(Block block, Trie trie) {
    Hash found = Hash.of(trie.root());
    if (!found.equals(block.header().stateRoot())) {
      throw new ChainDamaged("the state of block " + block.number() + " has root " + found
          + ", its header says " + block.header().stateRoot());
    }
  }

  private static Trie trieOf(List<Change> state) {
    return Trie.ofSorted(state.stream().map(it -> it.key().array()).toList(),
        state.stream().map(Checkpoints::valueOf).toList());
  }

  // --- checkpoints ---

  boolean wantsCheckpoint(Head head) {
    int every = settings.checkpointBlocks();
    return every > 0 && settings.statesKept() != ChainSettings.ARCHIVE
        && head.number() - lastCheckpoint >= every;
  }

  CheckpointWritten writeCheckpoint(Head head) {
    lastCheckpoint = head.number();
    return checkpoints.write(view());
  }

  Head readCheckpoint(CheckpointWritten written) {
    Checkpoints.Loaded loaded = checkpoints.load(written);
    checkRules(loaded.rules());
    try {
      return readCheckpoint(written, loaded);
    } catch (ChainDamaged damaged) {
      throw new CheckpointDamaged("checkpoint " + written.file() + ": " + damaged.getMessage());
    }
  }

  private Head readCheckpoint(CheckpointWritten written, Checkpoints.Loaded loaded) {
    Trie trie = trieOf(loaded.state());
    Block first = loaded.first();
    checkRoot(first, trie);
    engine.restore(loaded.state());
    var restored = new ChainView(loaded.rules(), settings.statesKept(), settings.bodies(),
        loaded.earlier(), first, loaded.state(), trie);
    view = restored;
    Head head = new Head(first.number(), first.hash());
    for (ChainEvent.BlockAuthored event : loaded.following()) {
      head = replay(head, event);
    }
    checkRoot(restored.best(), restored.newest().trie());
    if (!head.equals(new Head(written.number(), written.hash()))) {
      throw new ChainDamaged("it ends with block " + head.number() + " " + head.hash()
          + ", expected block " + written.number() + " " + written.hash());
    }
    lastCheckpoint = head.number();
    return head;
  }
}
