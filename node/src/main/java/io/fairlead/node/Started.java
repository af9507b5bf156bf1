package io.fairlead.node;

/** How starting a node ended. */
public sealed interface Started {
  /** It runs and answers. */
  record Running(RunningNode node) implements Started {}

  /** It does not run; the message says what was expected, what was found and what to do. */
  record Refused(String reason) implements Started {}
}
