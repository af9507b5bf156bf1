package io.fairlead.services;

import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;

/** What a job call costs and who earns it: the strategies of rule {@code services.jobPayment}. */
interface JobPayments {
  /**
   * Job {@code job} (its index {@code jobIndex}) of {@code service} was called and its manager allowed
   * it; the call is not stored yet. May refuse.
   */
  void called(Service service, JobDefinition job, int jobIndex, long callId, AccountId caller);

  /** {@code operator} answered; its result is not stored yet, an earlier one may be. */
  void answered(JobDefinition job, long serviceId, long callId, AccountId operator);

  /** As deployed: no call of the chain reaches its payment code, so nothing is charged. */
  JobPayments DORMANT = new JobPayments() {
    @Override
    public void called(Service service, JobDefinition job, int jobIndex, long callId,
        AccountId caller) {}

    @Override
    public void answered(JobDefinition job, long serviceId, long callId, AccountId operator) {}
  };
}
