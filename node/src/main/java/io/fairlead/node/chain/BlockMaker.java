package io.fairlead.node.chain;

import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.Trie;
import java.util.ArrayList;
import java.util.List;

/** Executes blocks on an engine and seals them: roots, header, hash. */
public final class BlockMaker {
  /** {@code sc_basic_authorship::MAX_SKIPPED_TRANSACTIONS}: too big ones passed over. */
  private static final int SKIPPED_MAX = 8;

  private final Engine engine;
  private final ExtrinsicChecker checker;

  /** Makes blocks on {@code engine}, which holds the state of the parent. */
  public BlockMaker(Engine engine, ExtrinsicChecker checker) {
    this.engine = engine;
    this.checker = checker;
  }

  /** What became of an extrinsic that was offered. */
  public record Outcome(CheckedExtrinsic extrinsic, Applied applied) {}

  /** A new block and what belongs to it. Not all that was offered need have been tried. */
  record Made(Block block, List<Change> changes, Trie trie, List<Outcome> outcomes) {
    ChainEvent.BlockAuthored event() {
      return new ChainEvent.BlockAuthored(block.header(), block.extrinsics(), changes);
    }
  }

  /**
   * The block after {@code parent}.
   *
   * @param now Unix time in milliseconds
   */
  Made make(Block parent, Trie state, long now, List<CheckedExtrinsic> offered) {
    long number = parent.number() + 1;
    engine.initialize(number, parent.hash(), List.of());
    var body = new ArrayList<Bytes>();
    for (Bytes inherent : engine.inherents(now)) {
      body.add(applyInherent(inherent, parent));
    }
    var outcomes = new ArrayList<Outcome>(offered.size());
    int skipped = 0;
    for (CheckedExtrinsic extrinsic : offered) {
      Applied applied = engine.apply(extrinsic);
      outcomes.add(new Outcome(extrinsic, applied));
      switch (applied) {
        case Applied.Done done -> body.add(extrinsic.bytes());
        case Applied.Failed failed -> body.add(extrinsic.bytes());
        case Applied.Refused refused -> skipped += exhausts(refused.reason()) ? 1 : 0;
        case Applied.Panicked panicked -> {
        }
      }
      if (skipped > SKIPPED_MAX) {
        break;
      }
    }
    List<Change> changes = engine.finish();
    Trie after = fold(state, changes);
    var header = new Header(parent.hash(), number, Hash.of(after.root()), Header.rootOf(body),
        List.of());
    return new Made(new Block(header, header.hash(), List.copyOf(body)), changes, after, outcomes);
  }

  /** Whether an extrinsic was passed over for lack of room and may come in a later block. */
  public static boolean exhausts(Validity reason) {
    return reason instanceof Validity.Invalid(Validity.Kind kind, int custom)
        && kind == Validity.Kind.EXHAUSTS_RESOURCES;
  }

  private Bytes applyInherent(Bytes inherent, Block parent) {
    var checked = checker.check(inherent, parent.number(), number -> null);
    if (checked instanceof ExtrinsicChecker.Checked.Good(CheckedExtrinsic good)
        && engine.apply(good) instanceof Applied.Done) {
      return good.bytes();
    }
    throw new IllegalStateException("block " + (parent.number() + 1) + ": inherent " + inherent
        + " was not applied, " + checked);
  }

  /** The trie after the changes of a block. */
  static Trie fold(Trie state, List<Change> changes) {
    Trie after = state;
    for (Change change : changes) {
      byte[] key = change.key().array();
      Bytes value = change.value();
      after = value == null ? after.remove(key) : after.put(key, value.array());
    }
    return after;
  }
}
