package io.fairlead.cli;

/** What the process returns to the shell that started it. */
public final class ExitCode {
  /** The command did what it says. */
  public static final int DONE = 0;
  /** The chain refused. */
  public static final int REFUSED = 1;
  /** Wrong usage or configuration, or a prerequisite is missing. */
  public static final int USAGE = 2;
  /** The node was not reached. */
  public static final int NODE_NOT_REACHED = 3;
  /** An expectation or a check failed. */
  public static final int CHECK_FAILED = 4;
  /** An invariant broke or a proof failed: a bug. */
  public static final int INVARIANT_BROKEN = 6;
  /** Any other bug of ours. */
  public static final int BUG = 70;
  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
