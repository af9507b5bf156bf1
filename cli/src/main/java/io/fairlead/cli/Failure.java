package io.fairlead.cli;

/** What a command tells its user instead of a result: one line, and the exit code. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** A failure with one of {@link ExitCode}; the message says what to do. */
  public Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Wrong usage, configuration or prerequisite. */
  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }

  /** A check that the command makes did not pass. */
  public static Failure check(String message) {
    return new Failure(ExitCode.CHECK_FAILED, message);
  }

  /** What the process returns. */
  public int exitCode() {
    return exitCode;
  }
}
