package io.fairlead.node.chain;

import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.Trie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the entries of a journal in order and executes them anew. Stops at the first difference. */
public final class ChainAuditor {
  private final Engines engines;
  private final Engine engine;
  private final List<Hash> hashes = new ArrayList<>();
  private @Nullable ExtrinsicChecker checker;
  private Trie state = Trie.empty();
  private @Nullable Difference difference;

  /** A block that is not what its execution gives. */
  public record Difference(long block, String expectedAndFound) {}

  /** An auditor before the first entry. */
  public ChainAuditor(Engines engines) {
    this.engines = engines;
    engine = engines.empty();
  }

  /** Blocks after genesis that were compared. */
  public long blocks() {
    return Math.max(0, hashes.size() - 1);
  }

  /** The first difference. */
  public Optional<Difference> difference() {
    return Optional.ofNullable(difference);
  }

  /** The next entry; false: it differs. */
  public boolean next(ChainEvent event) {
    String found = switch (event) {
      case ChainEvent.GenesisWritten genesis -> genesis(genesis);
      case ChainEvent.BlockAuthored block -> block(block);
    };
    if (found == null) {
      hashes.add(event.header().hash());
    } else {
      difference = new Difference(event.header().number(), found);
    }
    return difference == null;
  }

  private @Nullable String genesis(ChainEvent.GenesisWritten genesis) {
    List<Change> expected = engines.genesis();
    if (!genesis.changes().equals(expected)) {
      return differing("genesis state", expected, genesis.changes());
    }
    engine.restore(expected);
    checker = engines.checker(genesis.header().hash());
    return compareRoot(genesis.header(), expected);
  }

  private @Nullable String block(ChainEvent.BlockAuthored block) {
    Header header = block.header();
    ExtrinsicChecker known = checker;
    if (known == null || header.number() != hashes.size()
        || !header.parent().equals(hashes.getLast())) {
      return "expected the block after " + (hashes.size() - 1) + ", found block "
          + header.number() + " with parent " + header.parent();
    }
    engine.initialize(header.number(), header.parent(), header.digest());
    for (Bytes extrinsic : block.extrinsics()) {
      String refusal = apply(known.check(extrinsic, header.number() - 1, this::hash));
      if (refusal != null) {
        engine.abandon();
        return "extrinsic " + extrinsic + " was expected to be included, found " + refusal;
      }
    }
    List<Change> changes = engine.finish();
    if (!changes.equals(block.changes())) {
      return differing("storage", changes, block.changes());
    }
    Hash body = Header.rootOf(block.extrinsics());
    if (!body.equals(header.extrinsicsRoot())) {
      return "expected extrinsics root " + body + ", found " + header.extrinsicsRoot();
    }
    return compareRoot(header, changes);
  }

  private @Nullable Hash hash(long number) {
    return number < hashes.size() ? hashes.get((int) number) : null;
  }

  private @Nullable String apply(ExtrinsicChecker.Checked checked) {
    if (!(checked instanceof ExtrinsicChecker.Checked.Good(CheckedExtrinsic good))) {
      return checked.toString();
    }
    return switch (engine.apply(good)) {
      case Applied.Done done -> null;
      case Applied.Failed failed -> null;
      case Applied.Refused refused -> refused.toString();
      case Applied.Panicked panicked -> panicked.toString();
    };
  }

  private @Nullable String compareRoot(Header header, List<Change> changes) {
    state = BlockMaker.fold(state, changes);
    Hash root = Hash.of(state.root());
    return root.equals(header.stateRoot()) ? null
        : "expected state root " + root + ", found " + header.stateRoot();
  }

  private static String differing(String what, List<Change> expected, List<Change> found) {
    var missing = new ArrayList<>(expected);
    missing.removeAll(found);
    var wrong = new ArrayList<>(found);
    wrong.removeAll(expected);
    Change first = missing.isEmpty() ? wrong.getFirst() : missing.getFirst();
    return what + " differs at key " + first.key() + ": expected " + of(missing, first.key())
        + ", found " + of(wrong, first.key());
  }

  private static String of(List<Change> changes, Bytes key) {
    return changes.stream().filter(it -> it.key().equals(key)).findFirst()
        .map(it -> String.valueOf(it.value())).orElse("no change");
  }
}
