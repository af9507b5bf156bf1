package io.fairlead.runtime;

import io.fairlead.services.JobPayment;
import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 */
public record ServiceRules(JobPayment jobPayment) {
  static final ServiceRules DEPLOYED = new ServiceRules(JobPayment.DORMANT);
  static final ServiceRules REPAIRED = new ServiceRules(JobPayment.CHARGED);

  static final List<RuleSwitch<ServiceRules, ?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the pay-once price of a job is charged",
          JobPayment.values(), rules -> rules.jobPayment,
          (rules, value) -> new ServiceRules(value)));
}
