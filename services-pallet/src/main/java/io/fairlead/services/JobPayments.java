package io.fairlead.services;

import io.fairlead.services.wire.JobDefinition;
import io.fairlead.substrate.primitive.AccountId;

/** What a job call costs and who earns it: the strategies of rule {@code services.jobPayment}. */
public interface JobPayments {
  /**
   * Job {@code job} (its index {@code jobIndex}) of a service was called and its manager allowed it;
   * the call is not stored yet. May refuse.
   */
  void called(JobDefinition job, long serviceId, int jobIndex, long callId, AccountId caller);

  /** {@code operator} answered; its result is not stored yet, an earlier one may be. */
  void answered(long serviceId, long callId, AccountId operator);

  /** As deployed: no call of the chain reaches its payment code, so nothing is charged. */
  JobPayments DORMANT = new JobPayments() {
    @Override
    public void called(JobDefinition job, long serviceId, int jobIndex, long callId,
        AccountId caller) {}

    @Override
    public void answered(long serviceId, long callId, AccountId operator) {}
  };
}
