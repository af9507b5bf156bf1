package io.fairlead.operator;

import io.fairlead.operator.plan.JobOrder;
import io.fairlead.services.wire.Field;
import java.util.List;

/** Where the answer to a job call stands. */
sealed interface JobCallState {
  /** Nothing is known of the call; the order leads to {@link Received}. */
  record Unknown() implements JobCallState {}

  /**
   * The program runs or is to run, or its answer is being signed; the answer leads to {@link Done}, with
   * its signature to {@link Signed}, too many failures to an end.
   */
  record Received(JobOrder order, int failures) implements JobCallState {}

  /** The answer is known; the submitter's signature leads to {@link Signed}. */
  record Done(JobOrder order, List<Field> result, long jobMillis) implements JobCallState {}

  /**
   * The bytes leave as often as needed, always the same; they lead to {@link Ended} when the chain
   * has them, back to {@link Done} when their era has ended without them.
   */
  record Signed(JobOrder order, List<Field> result, long jobMillis,
      SignedResult signed) implements JobCallState {}

  /** The answer is finalized, or there will be none: the end. */
  record Ended() implements JobCallState {}

  /**
   * Whether something is under way that a shell that ends should wait for.
   *
   * @param isRunning a program runs or its answer is not in the journal yet
   * @param isInPool the pool has the signed bytes
   */
  default boolean isBusy(boolean isRunning, boolean isInPool) {
    return switch (this) {
      case Unknown unknown -> isRunning;
      case Received received -> isRunning;
      case Done done -> true;
      case Signed signed -> !isInPool;
      case Ended ended -> false;
    };
  }

  /** The state after {@code event}; an event that does not fit changes nothing. */
  default JobCallState after(JobCallEvent event) {
    return switch (event) {
      case JobCallEvent.JobReceived(JobOrder order) -> new Received(order, 0);
      case JobCallEvent.AttemptFailed failed -> this instanceof Received(var order, int failures)
          ? new Received(order, failures + 1) : this;
      case JobCallEvent.ResultReady(var result, long millis) ->
          this instanceof Received received ? new Done(received.order(), result, millis) : this;
      case JobCallEvent.AnswerSigned(var result, long millis, var signed) ->
          this instanceof Received received ? new Signed(received.order(), result, millis, signed)
              : this;
      case JobCallEvent.ResultSigned(SignedResult signed) ->
          this instanceof Done(var order, var result, long millis)
              ? new Signed(order, result, millis, signed) : this;
      case JobCallEvent.SignatureExpired expired ->
          this instanceof Signed(var order, var result, long millis, var signed)
              ? new Done(order, result, millis) : this;
      case JobCallEvent.ResultFinalized done -> new Ended();
      case JobCallEvent.CallGivenUp gone -> new Ended();
    };
  }
}
