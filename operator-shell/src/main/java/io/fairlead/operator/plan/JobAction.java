package io.fairlead.operator.plan;

/** What an operator does, or may stop to do, about one event. */
public sealed interface JobAction {
  /** Calls of this service are its own from now on. */
  record Serve(long service, long blueprint) implements JobAction {}

  /** The service has ended: open calls of it can no longer be answered. */
  record Leave(long service) implements JobAction {}

  /** Run the job and submit what it gives. */
  record Answer(JobOrder order) implements JobAction {}

  /** Its own answer stands on chain: nothing is left to do for the call. */
  record Settle(CallKey key) implements JobAction {}
}
