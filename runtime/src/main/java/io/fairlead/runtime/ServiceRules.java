package io.fairlead.runtime;

import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 */
public record ServiceRules(JobPayment jobPayment) {

  /** Whether the price of a job is charged ({@code Services::payment_processing}). */
  public enum JobPayment {
    /** Never: no call of the chain reaches its payment code. */
    DORMANT,
    /** A pay-once price is charged to the caller at {@code call} and becomes income. */
    CHARGED
  }

  static final ServiceRules DEPLOYED = new ServiceRules(JobPayment.DORMANT);
  static final ServiceRules REPAIRED = new ServiceRules(JobPayment.CHARGED);

  static final List<RuleSwitch<ServiceRules, ?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the pay-once price of a job is charged",
          JobPayment.values(), rules -> rules.jobPayment,
          (rules, value) -> new ServiceRules(value)));
}
