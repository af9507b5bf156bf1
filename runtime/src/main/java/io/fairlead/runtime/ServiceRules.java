package io.fairlead.runtime;

import io.fairlead.services.JobPayment;
import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 */
public record ServiceRules(JobPayment jobPayment) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the pay-once price of a job is charged",
          JobPayment.DORMANT, JobPayment.CHARGED));

  static ServiceRules of(RuleValues values) {
    return new ServiceRules(values.next(JobPayment.class));
  }

  List<Enum<?>> values() {
    return List.of(jobPayment);
  }
}
