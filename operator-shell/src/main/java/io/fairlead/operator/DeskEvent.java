package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/** What the shell has taken in of the chain: the journal of {@link Desk}. */
sealed interface DeskEvent {
  /** The first start: the data folder belongs to this chain and operator from now on. */
  record ShellBegan(Hash genesis, ChainPoint at, OperatorView view,
      List<JobOrder> opened) implements DeskEvent {
    public ShellBegan {
      opened = List.copyOf(opened);
    }
  }

  /**
   * All blocks up to this one are taken in: the cursor and the calls of its last block in one
   * event, so that no kill can separate them.
   */
  record BlockFollowed(ChainPoint at, OperatorView view, List<JobOrder> opened,
      List<CallKey> closed) implements DeskEvent {
    public BlockFollowed {
      opened = List.copyOf(opened);
      closed = List.copyOf(closed);
    }
  }

  /** Nothing is left to do for a call. */
  record CallClosed(CallKey key) implements DeskEvent {}
}
