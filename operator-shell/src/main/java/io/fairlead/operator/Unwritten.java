package io.fairlead.operator;

import io.fairlead.services.wire.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer on its way into the journal: with its signature if that comes soon, else by itself. */
final class Unwritten {
  private Judgement.@Nullable Good answer;

  void put(Judgement.Good good) {
    answer = good;
  }

  /** What is to be signed; empty when nothing waits. */
  Optional<List<Field>> result() {
    return Optional.ofNullable(answer).map(Judgement.Good::result);
  }

  private Optional<Judgement.Good> take(JobCallState state) {
    Judgement.Good taken = answer;
    answer = null;
    return state instanceof JobCallState.Received ? Optional.ofNullable(taken) : Optional.empty();
  }

  /** The entry without a signature; empty when the answer is written or not wanted any more. */
  Optional<JobCallEvent> alone(JobCallState state) {
    return take(state)
        .map(good -> new JobCallEvent.ResultReady(good.result(), good.jobMillis()));
  }

  /** The entry of a signature; empty when the call has no answer that wants one. */
  Optional<JobCallEvent> with(SignedResult signed, JobCallState state) {
    Optional<Judgement.Good> here = take(state);
    return state instanceof JobCallState.Done ? Optional.of(new JobCallEvent.ResultSigned(signed))
        : here.map(good -> new JobCallEvent.AnswerSigned(good.result(), good.jobMillis(), signed));
  }
}
