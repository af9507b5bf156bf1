package io.fairlead.operator;

import org.jspecify.annotations.Nullable;

/** Why a shell does not start or does not go on, in one line for the operator. */
public final class ShellRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShellRefusal(String message) {
    super(message, null, false, false);
  }

  /** What is behind {@code failure}, which stages wrap. */
  static Throwable cause(@Nullable Throwable failure) {
    Throwable inner = failure == null ? null : failure.getCause();
    return inner != null ? inner
        : failure != null ? failure : new IllegalStateException("no answer and no failure");
  }
}
