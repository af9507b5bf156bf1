package io.fairlead.operator;

import io.fairlead.operator.plan.JobOrder;
import io.fairlead.services.wire.Field;
import java.util.List;

/** What happened to a job call: the journal of {@link JobCallEntity}. */
sealed interface JobCallEvent {
  /** The call is ours to answer. */
  record JobReceived(JobOrder order) implements JobCallEvent {}

  /** A run gave no usable answer. */
  record AttemptFailed(String reason) implements JobCallEvent {}

  /** The program answered; {@code jobMillis} from start to exit. */
  record ResultReady(List<Field> result, long jobMillis) implements JobCallEvent {
    public ResultReady {
      result = List.copyOf(result);
    }
  }

  /**
   * The program answered and the answer is signed, in one entry: from now on exactly these bytes may
   * leave.
   */
  record AnswerSigned(List<Field> result, long jobMillis,
      SignedResult signed) implements JobCallEvent {
    public AnswerSigned {
      result = List.copyOf(result);
    }
  }

  /** The answer is signed; from now on exactly these bytes may leave. */
  record ResultSigned(SignedResult signed) implements JobCallEvent {}

  /** The signed bytes can no longer be included and were not: another signature may be made. */
  record SignatureExpired(long nonce) implements JobCallEvent {}

  /** Our answer stands in a finalized block. */
  record ResultFinalized(long block) implements JobCallEvent {}

  /** The call will not be answered. */
  record CallGivenUp(String reason) implements JobCallEvent {}
}
