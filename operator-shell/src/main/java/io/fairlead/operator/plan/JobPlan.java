package io.fairlead.operator.plan;

import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.services.wire.ServicesEvent.JobCalled;
import io.fairlead.services.wire.ServicesEvent.JobResultSubmitted;
import io.fairlead.services.wire.ServicesEvent.ServiceInitiated;
import io.fairlead.services.wire.ServicesEvent.ServiceTerminated;
import java.util.List;

/**
 * From what an operator knows and one event of a finalized block to what it does. Events are given
 * in the order of the block, each with the view after the one before it.
 */
public final class JobPlan {
  private JobPlan() {}

  /**
   * What {@code event} asks of the operator of {@code view}; empty when it is none of its business.
   */
  public static List<JobAction> plan(OperatorView view, ServicesEvent event) {
    if (event instanceof JobCalled called) {
      Long blueprint = view.services().get(called.serviceId());
      return blueprint == null ? List.of()
          : List.of(new JobAction.Answer(
              new JobOrder(new CallKey(called.serviceId(), called.callId()), blueprint,
                  called.job(), called.args())));
    }
    if (event instanceof JobResultSubmitted answered) {
      return answered.operator().equals(view.operator())
          ? List.of(new JobAction.Settle(new CallKey(answered.serviceId(), answered.callId())))
          : List.of();
    }
    if (event instanceof ServiceInitiated started) {
      boolean isMine = !view.after(started).equals(view);
      return isMine ? List.of(new JobAction.Serve(started.serviceId(), started.blueprintId()))
          : List.of();
    }
    if (event instanceof ServiceTerminated ended) {
      return view.services().containsKey(ended.serviceId())
          ? List.of(new JobAction.Leave(ended.serviceId())) : List.of();
    }
    return List.of();
  }
}
