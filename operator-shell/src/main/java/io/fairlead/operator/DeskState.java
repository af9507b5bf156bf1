package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.substrate.primitive.Hash;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the shell knows durably: nothing yet, or a cursor, its services and its open calls. */
sealed interface DeskState {
  /** A fresh data folder. */
  record Fresh() implements DeskState {}

  /**
   * At work.
   *
   * @param genesis of the chain that it belongs to
   * @param cursor the last block that was taken in durably
   * @param view of the operator
   * @param open calls that are neither answered nor given up
   */
  record AtWork(Hash genesis, ChainPoint cursor, OperatorView view,
      SortedMap<CallKey, JobOrder> open) implements DeskState {
    public AtWork {
      open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }
  }

  /** The state after {@code event}. */
  default DeskState after(DeskEvent event) {
    return switch (event) {
      case DeskEvent.ShellBegan(var genesis, var at, var view, var opened) ->
          new AtWork(genesis, at, view, with(new TreeMap<>(), opened));
      case DeskEvent.BlockFollowed(var at, var view, var opened, var closed) -> {
        AtWork before = atWork();
        var open = with(new TreeMap<>(before.open), opened);
        closed.forEach(open::remove);
        yield new AtWork(before.genesis, at, view, open);
      }
      case DeskEvent.CallClosed(CallKey key) -> {
        AtWork before = atWork();
        var open = new TreeMap<>(before.open);
        open.remove(key);
        yield new AtWork(before.genesis, before.cursor, before.view, open);
      }
    };
  }

  /** This state, which must not be fresh. */
  default AtWork atWork() {
    return switch (this) {
      case Fresh fresh -> throw new IllegalStateException("the shell has not begun");
      case AtWork atWork -> atWork;
    };
  }

  private static TreeMap<CallKey, JobOrder> with(TreeMap<CallKey, JobOrder> open,
      List<JobOrder> more) {
    more.forEach(order -> open.put(order.key(), order));
    return open;
  }
}
