package io.fairlead.twin.api;

import org.jspecify.annotations.Nullable;

/** A question has no answer; caught only where questions come in. Without a stack. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String hint;

  /**
   * A refusal.
   *
   * @param status of HTTP
   * @param message what was expected and what was found
   * @param hint what to do
   */
  Refusal(int status, String message, @Nullable String hint) {
    super(message, null, false, false);
    this.status = status;
    this.hint = hint;
  }

  /** Something of the question cannot be read. */
  static Refusal unreadable(String message, String hint) {
    return new Refusal(400, message, hint);
  }

  /** There is no such thing. */
  static Refusal missing(String message, @Nullable String hint) {
    return new Refusal(404, message, hint);
  }

  Answer answer() {
    return Answer.problem(status, String.valueOf(getMessage()), hint);
  }
}
