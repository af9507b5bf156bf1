package io.fairlead.runtime;

import io.fairlead.services.JobPayment;
import io.fairlead.services.ManagerSettings;
import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 * @param managerSettings whether a manager can set what heartbeats it wants
 */
public record ServiceRules(JobPayment jobPayment, ManagerSettings managerSettings) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the pay-once price of a job is charged",
          JobPayment.DORMANT, JobPayment.CHARGED),
      new RuleSwitch<>("services.managerSettings",
          "whether a manager can set what heartbeats it wants", ManagerSettings.UNREADABLE,
          ManagerSettings.READ));

  static ServiceRules of(RuleValues values) {
    return new ServiceRules(values.next(JobPayment.class),
        values.next(ManagerSettings.class));
  }

  List<Enum<?>> values() {
    return List.of(jobPayment, managerSettings);
  }
}
