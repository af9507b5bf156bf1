package io.fairlead.node.pool;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Transactions that can be included, as a graph by tags ({@code base_pool ready.rs}). */
final class ReadyQueue {
  private final Map<Hash, Waiting> all = new LinkedHashMap<>();
  private final Map<Bytes, Waiting> providers = new HashMap<>();
  /** Those that need nobody else. */
  private final TreeSet<Waiting> free = new TreeSet<>(Waiting.BEST_FIRST);
  private long bytes;

  /** What an import did to others. */
  sealed interface Import {
    /** In; these were replaced. */
    record Done(List<Waiting> replaced) implements Import {}

    /** Not in: those it would replace are worth as much. */
    record TooLow(long old) implements Import {}
  }

  Import add(Waiting one) {
    var rivals = new LinkedHashSet<Waiting>();
    for (Bytes tag : one.validity.provides()) {
      Waiting rival = providers.get(tag);
      if (rival != null) {
        rivals.add(rival);
      }
    }
    List<Waiting> replaced = List.of();
    if (!rivals.isEmpty()) {
      long worth = 0;
      for (Waiting rival : rivals) {
        worth = saturatingPlus(worth, rival.validity.priority());
      }
      if (Long.compareUnsigned(worth, one.validity.priority()) >= 0) {
        return new Import.TooLow(worth);
      }
      replaced = removeSubtrees(rivals, new HashSet<>(one.validity.provides()));
    }
    one.unmet.clear();
    for (Bytes tag : one.validity.requires()) {
      Waiting provider = providers.get(tag);
      if (provider != null) {
        provider.unlocks.add(one);
        one.unmet.add(tag);
      }
    }
    adopt(one, replaced);
    one.validity.provides().forEach(tag -> providers.put(tag, one));
    all.put(one.hash(), one);
    bytes += one.size();
    if (one.unmet.isEmpty()) {
      free.add(one);
    }
    return new Import.Done(replaced);
  }

  /** Those whose needs outlived a replaced provider need the new one. */
  private void adopt(Waiting one, List<Waiting> replaced) {
    for (Waiting rival : replaced) {
      for (Waiting user : rival.unlocks) {
        if (all.containsKey(user.hash())
            && one.validity.provides().stream().anyMatch(user.unmet::contains)) {
          one.unlocks.add(user);
        }
      }
    }
  }

  private static long saturatingPlus(long a, long b) {
    long sum = a + b;
    return Long.compareUnsigned(sum, a) < 0 ? -1 : sum;
  }

  /**
   * Takes transactions out with all that need them.
   *
   * @param stillProvided tags whose users may stay: somebody else provides them
   */
  List<Waiting> removeSubtrees(Collection<Waiting> roots, Set<Bytes> stillProvided) {
    var removed = new ArrayList<Waiting>();
    var queue = new ArrayList<>(roots);
    for (int i = 0; i < queue.size(); i++) {
      Waiting one = queue.get(i);
      if (all.remove(one.hash()) == null) {
        continue;
      }
      forget(one);
      removed.add(one);
      for (Waiting user : one.unlocks) {
        boolean loses = one.validity.provides().stream()
            .anyMatch(tag -> user.unmet.contains(tag) && !stillProvided.contains(tag));
        if (loses) {
          queue.add(user);
        }
      }
    }
    return removed;
  }

  private void forget(Waiting one) {
    bytes -= one.size();
    free.remove(one);
    for (Bytes tag : one.validity.provides()) {
      providers.remove(tag, one);
    }
    for (Bytes tag : one.unmet) {
      Waiting provider = providers.get(tag);
      if (provider != null) {
        provider.unlocks.remove(one);
      }
    }
  }

  /**
   * A block provided {@code tag}: who waited for it here waits no longer.
   *
   * @return the transaction that would have provided it, taken out; null when there was none
   */
  @Nullable Waiting prune(Bytes tag) {
    Waiting provider = providers.get(tag);
    if (provider == null) {
      return null;
    }
    all.remove(provider.hash());
    forget(provider);
    for (Waiting user : provider.unlocks) {
      provider.validity.provides().forEach(user.unmet::remove);
      if (user.unmet.isEmpty() && all.containsKey(user.hash())) {
        free.add(user);
      }
    }
    return provider;
  }

  /** The best ones in an order in which they can be included. */
  List<Waiting> best(int count) {
    var order = new ArrayList<Waiting>();
    var awaiting = new HashMap<Waiting, Integer>();
    var open = new TreeSet<>(Waiting.BEST_FIRST);
    open.addAll(free);
    while (order.size() < count) {
      Waiting next = open.pollFirst();
      if (next == null) {
        break;
      }
      order.add(next);
      for (Waiting user : next.unlocks) {
        int met = (int) user.unmet.stream().filter(next.validity.provides()::contains).count();
        int left = awaiting.getOrDefault(user, user.unmet.size()) - met;
        awaiting.put(user, left);
        if (left == 0) {
          open.add(user);
        }
      }
    }
    return order;
  }

  /** The one that a full pool drops first: of least priority, of these the oldest. */
  @Nullable Waiting worst() {
    Waiting worst = null;
    for (Waiting one : all.values()) {
      int order = worst == null ? -1
          : Long.compareUnsigned(one.validity.priority(), worst.validity.priority());
      if (worst == null || order < 0 || order == 0 && one.insertion < worst.insertion) {
        worst = one;
      }
    }
    return worst;
  }

  boolean provides(Bytes tag) {
    return providers.containsKey(tag);
  }

  @Nullable Waiting get(Hash hash) {
    return all.get(hash);
  }

  Collection<Waiting> all() {
    return all.values();
  }

  long bytes() {
    return bytes;
  }
}
