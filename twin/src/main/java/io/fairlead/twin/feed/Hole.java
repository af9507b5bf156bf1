package io.fairlead.twin.feed;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.twin.fact.Cause;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Concerned;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.replica.PalletTrie;
import io.fairlead.twin.replica.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The block with which a history goes on where no node has the states between any more: what differs
 * from the last known state is told as changes of this block, of unknown cause. What happened in the
 * blocks that are left out is lost; what is true now is not.
 */
public final class Hole {
  private static final String ROUND = "CurrentRound";

  private Hole() {}

  /**
   * The facts of the block after the hole.
   *
   * @param head last block before it
   * @param before state after {@code head}
   * @param seed state after the block, proved
   */
  public static BlockFacts close(long head, Replica before, ChainStart.Seed seed) {
    BlockFacts block = seed.block();
    long number = block.number();
    var reader = new ChangeReader();
    var marks = new ArrayList<Fact>();
    marks.add(new Fact.Mark(new FactId(number, 0), MarkKind.BLOCK, block.line().time()));
    marks.add(new Fact.Mark(new FactId(number, 1), MarkKind.HOLE, head + 1));
    List<KeyChange> differences = differences(before, seed.replica());
    for (KeyChange each : differences) {
      Changed changed = reader.read(each.key(), each.after());
      if (changed instanceof Changed.Parameter(String pallet, String item, long value)
          && item.equals(ROUND)) {
        marks.add(new Fact.Mark(new FactId(number, marks.size()), MarkKind.ROUND, value));
      }
    }
    var facts = new ArrayList<Fact>(marks);
    for (KeyChange each : differences) {
      facts.add(new Fact.Change(new FactId(number, facts.size()), each.key(), each.after(),
          reader.read(each.key(), each.after()), new Cause.Unknown(),
          Concerned.byChange(reader, each, before::value, seed.replica()::value)));
    }
    return new BlockFacts(number, block.parent(), block.line(), facts);
  }

  private static List<KeyChange> differences(Replica before, Replica after) {
    var changes = new TreeMap<Bytes, KeyChange>();
    for (Bytes key : keys(before)) {
      if (after.value(key).isEmpty()) {
        changes.put(key, new KeyChange(key, Optional.empty()));
      }
    }
    for (Bytes key : keys(after)) {
      Optional<Bytes> value = after.value(key);
      if (!value.equals(before.value(key))) {
        changes.put(key, new KeyChange(key, value));
      }
    }
    return List.copyOf(changes.values());
  }

  private static List<Bytes> keys(Replica replica) {
    var keys = new ArrayList<Bytes>();
    for (PalletTrie pallet : replica.pallets().values()) {
      for (byte[] key : pallet.trie().keys(pallet.prefix().array(), null, Integer.MAX_VALUE)) {
        keys.add(Bytes.wrap(key));
      }
    }
    return keys;
  }
}
