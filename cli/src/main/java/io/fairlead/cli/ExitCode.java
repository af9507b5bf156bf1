package io.fairlead.cli;

/** What the process returns to the shell that started it. */
final class ExitCode {
  /** The command did what it says. */
  static final int DONE = 0;
  /** The chain refused. */
  static final int REFUSED = 1;
  /** Wrong usage or configuration, or a prerequisite is missing. */
  static final int USAGE = 2;
  /** The node was not reached. */
  static final int NODE_NOT_REACHED = 3;
  /** An expectation or a check failed. */
  static final int CHECK_FAILED = 4;
  /** Any other bug of ours. */
  static final int BUG = 70;

  private ExitCode() {}
}
