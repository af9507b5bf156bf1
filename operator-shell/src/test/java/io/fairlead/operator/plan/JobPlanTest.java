package io.fairlead.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.services.wire.ServicesEvent.JobCalled;
import io.fairlead.services.wire.ServicesEvent.JobResultSubmitted;
import io.fairlead.services.wire.ServicesEvent.ServiceInitiated;
import io.fairlead.services.wire.ServicesEvent.ServiceTerminated;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobPlanTest {
  private static final AccountId ME = new AccountId(1, 0, 0, 0);
  private static final AccountId OTHER = new AccountId(2, 0, 0, 0);
  private static final List<Field> ARGS = List.of(new Field.Bool(true));

  private static ServiceInitiated started(long service, AccountId... operators) {
    var commitments = new ArrayList<OperatorCommitments>();
    for (AccountId operator : operators) {
      commitments.add(new OperatorCommitments(operator, List.of()));
    }
    return new ServiceInitiated(OTHER, 0, service, 70 + service, commitments);
  }

  private static JobCalled called(long service, long call) {
    return new JobCalled(OTHER, service, call, 3, ARGS);
  }

  private static List<JobAction> planned(ServicesEvent... events) {
    var actions = new ArrayList<JobAction>();
    OperatorView view = OperatorView.of(ME);
    for (ServicesEvent event : events) {
      actions.addAll(JobPlan.plan(view, event));
      view = view.after(event);
    }
    return actions;
  }

  @Test
  void a_call_of_a_service_that_names_us_is_answered_even_in_the_block_that_starts_it() {
    assertThat(planned(started(5, OTHER, ME), called(5, 9))).containsExactly(
        new JobAction.Serve(5, 75),
        new JobAction.Answer(new JobOrder(new CallKey(5, 9), 75, 3, ARGS)));
  }

  @Test
  void calls_of_others_services_are_none_of_our_business() {
    assertThat(planned(started(5, OTHER), called(5, 9), called(6, 10))).isEmpty();
  }

  @Test
  void only_our_own_answer_settles_a_call() {
    assertThat(planned(started(5, ME), called(5, 9),
        new JobResultSubmitted(OTHER, 5, 9, 3, ARGS))).hasSize(2);

    assertThat(planned(new JobResultSubmitted(ME, 5, 9, 3, ARGS)))
        .containsExactly(new JobAction.Settle(new CallKey(5, 9)));
  }

  @Test
  void calls_after_the_end_of_a_service_are_not_ours() {
    assertThat(planned(started(5, ME), new ServiceTerminated(OTHER, 5, 75), called(5, 9)))
        .containsExactly(new JobAction.Serve(5, 75), new JobAction.Leave(5));
  }
}
