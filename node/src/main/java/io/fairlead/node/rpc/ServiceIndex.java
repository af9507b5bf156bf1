package io.fairlead.node.rpc;

import io.fairlead.node.states.States;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The services of each blueprint, by number. It names every service of the blocks that are kept; whether
 * one was active in a block is read from that block's state, so one index answers for all of them. Made
 * when it is first asked, then following the chain. Any thread.
 */
final class ServiceIndex {
  /** {@code Services.Instances}: by number, u64, without a hash. */
  private static final Bytes PREFIX = Bytes.wrap(Item.prefix("Services", "Instances"));
  /** A service begins with its number and that of its blueprint, u64 each. */
  private static final int BLUEPRINT_AT = 8;
  private static final int HEAD_BYTES = 16;

  private final States states;
  private final Map<Long, NavigableSet<Long>> byBlueprint = new ConcurrentHashMap<>();

  /** An index of what {@code states} keeps now. */
  ServiceIndex(States states) {
    this.states = states;
    states.forEachKept(PREFIX, this::add);
  }

  /** The index of a chain; it follows the chain as long as the node lives. */
  static ServiceIndex following(Node node) {
    var made = new AtomicReference<ServiceIndex>();
    node.news.follow(() -> {
      made.set(new ServiceIndex(node.chain.states()));
      return node.chain.best().number();
    }, imported -> made.get().add(imported.changes()));
    return made.get();
  }

  /** Takes a block in. */
  void add(List<Change> changes) {
    for (Change change : changes) {
      Bytes value = change.value();
      if (value != null && change.key().startsWith(PREFIX)) {
        add(change.key(), value);
      }
    }
  }

  private void add(Bytes key, Bytes value) {
    if (value.size() >= HEAD_BYTES) {
      byBlueprint.computeIfAbsent(number(value, BLUEPRINT_AT),
          id -> new ConcurrentSkipListSet<>(Long::compareUnsigned)).add(number(value, 0));
    }
  }

  private static long number(Bytes bytes, int at) {
    return ByteBuffer.wrap(bytes.array()).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
  }

  /** The storage key of a service. */
  static Bytes key(long service) {
    var out = new Output(Item.PREFIX_BYTES + 8);
    out.raw(PREFIX.array());
    out.u64(service);
    return Bytes.wrap(out.toBytes());
  }

  /**
   * Numbers of the blueprint's services that were active after {@code block}, ascending.
   *
   * @param after only numbers greater than this; null for all
   * @param count at most this many
   */
  List<Long> active(long blueprint, @Nullable Long after, int count, long block) {
    var found = new ArrayList<Long>();
    NavigableSet<Long> all = byBlueprint.get(blueprint);
    if (all == null) {
      return found;
    }
    for (Long service : after == null ? all : all.tailSet(after, false)) {
      if (found.size() == count) {
        break;
      }
      Bytes key = key(service);
      if (states.at(key, block) != null) {
        found.add(service);
      } else if (!states.isKept(key)) {
        all.remove(service);
      }
    }
    return found;
  }
}
