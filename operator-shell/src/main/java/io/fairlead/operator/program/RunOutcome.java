package io.fairlead.operator.program;

import io.fairlead.services.wire.Field;
import java.time.Duration;
import java.util.List;

/** How one run of a program ended, or why there was none. */
public sealed interface RunOutcome {
  /**
   * It exited with 0 and its whole output is {@code Vec<Field>}.
   *
   * @param took from the start of the process to its exit
   */
  record Answered(List<Field> fields, Duration took) implements RunOutcome {
    public Answered {
      fields = List.copyOf(fields);
    }
  }

  /** It ran longer than {@code limit} and was killed. */
  record TimedOut(Duration limit) implements RunOutcome {}

  /** It wrote more than {@code limitBytes} and was killed. */
  record Flooded(int limitBytes) implements RunOutcome {}

  /** It exited with another code than 0; {@code complaint} is the end of its standard error. */
  record Exited(int code, String complaint) implements RunOutcome {}

  /** Its output is not {@code Vec<Field>}. */
  record Unreadable(String reason) implements RunOutcome {}

  /** No file in the folder of programs has a sha-256 that the blueprint names. */
  record Missing(String reason) implements RunOutcome {}

  /** A file has the name that the blueprint gives and another sha-256: it was not run. */
  record HashDiffers(String reason) implements RunOutcome {}

  /** The process could not be started. */
  record NotStarted(String reason) implements RunOutcome {}

  /** The shell is stopping: the run did not begin or was cut off. */
  record Stopped() implements RunOutcome {}

  /** One line for the log. */
  default String message() {
    return switch (this) {
      case Answered(var fields, var took) ->
          "answered " + fields.size() + " fields in " + took.toMillis() + " ms";
      case TimedOut(var limit) -> "ran longer than " + limit.toMillis() + " ms and was killed";
      case Flooded(int limit) -> "wrote more than " + limit + " bytes and was killed";
      case Exited(int code, String complaint) ->
          "exited with " + code + (complaint.isEmpty() ? "" : ": " + complaint);
      case Unreadable(String reason) -> "its output is not Vec<Field>: " + reason;
      case Missing(String reason) -> reason;
      case HashDiffers(String reason) -> reason;
      case NotStarted(String reason) -> "could not be started: " + reason;
      case Stopped() -> "was stopped with the shell";
    };
  }
}
