package io.fairlead.twin.fact;

/** How a call ended. */
public sealed interface Outcome {

  /** It ran to its end. */
  record Done() implements Outcome {}

  /**
   * It was refused and changed nothing.
   *
   * @param error by name, such as {@code Services.NotRegistered}
   */
  record Refused(String error) implements Outcome {}

  /** It never ran, since a call before it or around it failed. */
  record NotRun() implements Outcome {}
}
