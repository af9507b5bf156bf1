package io.fairlead.operator;

/** Why a shell does not start or does not go on, in one line for the operator. */
public final class ShellRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShellRefusal(String message) {
    super(message, null, false, false);
  }
}
