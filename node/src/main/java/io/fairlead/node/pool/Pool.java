package io.fairlead.node.pool;

import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The transaction pool as Substrate's {@code sc_transaction_pool} (graph) keeps it: ready and future
 * by tags, replacement by priority, limits, bans. Knows no runtime: validity comes from outside. Used
 * by one thread.
 *
 * <p>Each change of a transaction's status goes to the listener, in order.
 */
final class Pool {
  private final PoolLimits limits;
  private final BiConsumer<Hash, TxStatus> listener;
  private final ReadyQueue ready = new ReadyQueue();
  private final LinkedHashMap<Hash, Waiting> future = new LinkedHashMap<>();
  private final Map<Bytes, Set<Waiting>> futureByTag = new HashMap<>();
  private final LinkedHashMap<Hash, Long> banned = new LinkedHashMap<>();
  /** Tags of the last blocks: a transaction validated before them does not wait for these. */
  private final Deque<Set<Bytes>> recentlyPruned = new ArrayDeque<>();
  private long futureBytes;
  private long insertions;

  Pool(PoolLimits limits, BiConsumer<Hash, TxStatus> listener) {
    this.limits = limits;
    this.listener = listener;
  }

  /** Why a transaction need not be validated at all; null: validate it. */
  @Nullable Submitted known(Hash hash, long nowMillis) {
    if (isBanned(hash, nowMillis)) {
      return new Submitted.TemporarilyBanned();
    }
    return contains(hash) ? new Submitted.AlreadyImported(hash) : null;
  }

  private boolean isBanned(Hash hash, long nowMillis) {
    Long until = banned.get(hash);
    if (until != null && until <= nowMillis) {
      banned.remove(hash);
      return false;
    }
    return until != null;
  }

  private void ban(Hash hash, long nowMillis) {
    banned.remove(hash);
    banned.put(hash, nowMillis + limits.banMillis());
    if (banned.size() > 2 * limits.readyMax()) {
      banned.remove(banned.firstEntry().getKey());
    }
  }

  boolean contains(Hash hash) {
    return ready.get(hash) != null || future.containsKey(hash);
  }

  /** Takes a transaction in, or says why not. {@code best} is the block of the validity. */
  Submitted submit(CheckedExtrinsic extrinsic, Validity validity, long best, long nowMillis) {
    Submitted known = known(extrinsic.hash(), nowMillis);
    if (known != null) {
      return known;
    }
    return switch (validity) {
      case Validity.Invalid invalid -> {
        ban(extrinsic.hash(), nowMillis);
        yield new Submitted.Unfit(invalid);
      }
      case Validity.Unknown unknown -> new Submitted.Unfit(unknown);
      case Validity.Valid valid -> {
        if (valid.provides().isEmpty()) {
          yield new Submitted.NoTagsProvided();
        }
        var one = new Waiting(extrinsic, valid, best, insertions++);
        Submitted result = place(one);
        yield result instanceof Submitted.Taken ? enforceLimits(one) : result;
      }
    };
  }

  private Submitted place(Waiting one) {
    for (Bytes tag : one.validity.requires()) {
      if (!ready.provides(tag) && recentlyPruned.stream().noneMatch(it -> it.contains(tag))) {
        one.unmet.add(tag);
      }
    }
    if (!one.unmet.isEmpty()) {
      addFuture(one);
      return new Submitted.Taken(one.hash());
    }
    return promote(one);
  }

  private void addFuture(Waiting one) {
    future.put(one.hash(), one);
    futureBytes += one.size();
    one.unmet.forEach(tag -> futureByTag.computeIfAbsent(tag, t -> new LinkedHashSet<>()).add(one));
    listener.accept(one.hash(), new TxStatus.Future());
  }

  /** {@code BasePool::import_to_ready}: one and whoever waited for it. */
  private Submitted promote(Waiting first) {
    var queue = new ArrayDeque<>(List.of(first));
    var promoted = new ArrayList<Waiting>();
    var failed = new ArrayList<Waiting>();
    var replaced = new ArrayList<Map.Entry<Waiting, Waiting>>();
    while (!queue.isEmpty()) {
      Waiting one = queue.removeFirst();
      switch (ready.add(one)) {
        case ReadyQueue.Import.TooLow(long old) -> {
          if (one == first) {
            return new Submitted.TooLowPriority(old, one.validity.priority());
          }
          failed.add(one);
        }
        case ReadyQueue.Import.Done(List<Waiting> out) -> {
          promoted.add(one);
          out.forEach(it -> replaced.add(Map.entry(it, one)));
        }
      }
      if (!failed.contains(one)) {
        queue.addAll(satisfied(one.validity.provides()));
      }
    }
    if (replaced.stream().anyMatch(it -> it.getKey() == first)) {
      ready.removeSubtrees(promoted, Set.of());
      return new Submitted.CycleDetected();
    }
    promoted.forEach(it -> listener.accept(it.hash(), new TxStatus.Ready()));
    failed.forEach(it -> listener.accept(it.hash(), new TxStatus.Invalid()));
    replaced.forEach(
        it -> listener.accept(it.getKey().hash(), new TxStatus.Usurped(it.getValue().hash())));
    return new Submitted.Taken(first.hash());
  }

  /** Takes out of the future whoever waited for nothing but these tags. */
  private List<Waiting> satisfied(Collection<Bytes> tags) {
    var freed = new ArrayList<Waiting>();
    for (Bytes tag : tags) {
      Set<Waiting> waiting = futureByTag.remove(tag);
      if (waiting != null) {
        for (Waiting one : waiting) {
          one.unmet.remove(tag);
          if (one.unmet.isEmpty()) {
            future.remove(one.hash());
            futureBytes -= one.size();
            freed.add(one);
          }
        }
      }
    }
    return freed;
  }

  private Submitted enforceLimits(Waiting newest) {
    boolean dropped = false;
    while (ready.all().size() > limits.readyMax() || ready.bytes() > limits.readyBytesMax()) {
      Waiting worst = ready.worst();
      if (worst == null) {
        break;
      }
      for (Waiting one : ready.removeSubtrees(List.of(worst), Set.of())) {
        dropped |= one == newest;
        listener.accept(one.hash(), new TxStatus.Dropped());
      }
    }
    while (future.size() > limits.futureMax() || futureBytes > limits.futureBytesMax()) {
      Waiting oldest = future.firstEntry().getValue();
      removeFuture(oldest);
      dropped |= oldest == newest;
      listener.accept(oldest.hash(), new TxStatus.Dropped());
    }
    return dropped ? new Submitted.ImmediatelyDropped() : new Submitted.Taken(newest.hash());
  }

  private void removeFuture(Waiting one) {
    future.remove(one.hash());
    futureBytes -= one.size();
    for (Bytes tag : one.unmet) {
      Set<Waiting> waiting = futureByTag.get(tag);
      if (waiting != null && waiting.remove(one) && waiting.isEmpty()) {
        futureByTag.remove(tag);
      }
    }
  }

  /** The best ones for the next block, in order. */
  List<CheckedExtrinsic> best(int count) {
    return ready.best(count).stream().map(it -> it.extrinsic).toList();
  }

  /** Whether a block could include something. */
  boolean hasReady() {
    return !ready.all().isEmpty();
  }

  /**
   * Blocks include these: they leave the pool, and what waited for them becomes ready.
   *
   * @param blockOf block by transaction
   */
  void included(Map<Hash, Hash> blockOf, long nowMillis) {
    var tags = new LinkedHashSet<Bytes>();
    blockOf.forEach((hash, block) -> {
      ban(hash, nowMillis);
      Waiting one = ready.get(hash);
      if (one != null) {
        tags.addAll(one.validity.provides());
      }
    });
    var late = new ArrayList<Waiting>();
    for (Bytes tag : tags) {
      Waiting gone = ready.prune(tag);
      if (gone != null) {
        Hash block = blockOf.get(gone.hash());
        if (block == null) {
          late.add(gone);
        } else {
          listener.accept(gone.hash(), new TxStatus.InBlock(block));
          listener.accept(gone.hash(), new TxStatus.Finalized(block));
        }
      }
    }
    recentlyPruned.addLast(tags);
    if (recentlyPruned.size() > 2) {
      recentlyPruned.removeFirst();
    }
    satisfied(tags).forEach(this::promoteWaiting);
    late.forEach(it -> listener.accept(it.hash(), new TxStatus.Invalid()));
  }

  private void promoteWaiting(Waiting one) {
    if (!(promote(one) instanceof Submitted.Taken)) {
      listener.accept(one.hash(), new TxStatus.Invalid());
    }
  }

  /** Transactions turned out invalid: they leave with all that need them. */
  List<Hash> invalid(Collection<Hash> hashes, long nowMillis) {
    var roots = new ArrayList<Waiting>();
    var removed = new ArrayList<Waiting>();
    for (Hash hash : hashes) {
      Waiting inReady = ready.get(hash);
      Waiting inFuture = future.get(hash);
      if (inReady != null) {
        roots.add(inReady);
      } else if (inFuture != null) {
        removeFuture(inFuture);
        removed.add(inFuture);
      }
    }
    removed.addAll(ready.removeSubtrees(roots, Set.of()));
    for (Waiting one : removed) {
      ban(one.hash(), nowMillis);
      listener.accept(one.hash(), new TxStatus.Invalid());
    }
    return removed.stream().map(Waiting::hash).toList();
  }

  /** Takes out what is not valid any more after block {@code best} by its longevity. */
  void expire(long best, long nowMillis) {
    var over = new ArrayList<Hash>();
    for (Waiting one : ready.all()) {
      if (Long.compareUnsigned(one.validTill, best) <= 0) {
        over.add(one.hash());
      }
    }
    for (Waiting one : future.values()) {
      if (Long.compareUnsigned(one.validTill, best) <= 0) {
        over.add(one.hash());
      }
    }
    invalid(over, nowMillis);
  }

  /** Ready ones in an order in which they can be included, then the others. */
  List<CheckedExtrinsic> all() {
    var list = new ArrayList<>(best(Integer.MAX_VALUE));
    future.values().forEach(it -> list.add(it.extrinsic));
    return list;
  }

  /** Ready ones in an order in which they can be included: {@code author_pendingExtrinsics}. */
  List<CheckedExtrinsic> pending() {
    return best(Integer.MAX_VALUE);
  }

  /**
   * The first nonce that no ready transaction provides ({@code frame_rpc_system::adjust_nonce}).
   *
   * @param tag of a nonce
   */
  long nextNonce(long nonce, LongFunction<Bytes> tag) {
    long next = nonce;
    while (ready.provides(tag.apply(next))) {
      next++;
    }
    return next;
  }

  /** How many can be included. */
  int readyCount() {
    return ready.all().size();
  }

  /** How many wait for others. */
  int futureCount() {
    return future.size();
  }
}
