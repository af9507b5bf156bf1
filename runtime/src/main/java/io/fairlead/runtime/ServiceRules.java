package io.fairlead.runtime;

import io.fairlead.services.BillingOrder;
import io.fairlead.services.Charge;
import io.fairlead.services.EndedBilling;
import io.fairlead.services.FailedBilling;
import io.fairlead.services.FirstBilling;
import io.fairlead.services.JobPayment;
import io.fairlead.services.ManagerSettings;
import io.fairlead.services.OwnerBilling;
import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 * @param charge what becomes of the money
 * @param firstBilling a subscription begun before its first interval is over
 * @param failedBilling a subscriber who cannot pay when it is due
 * @param endedBilling a subscription that is over
 * @param ownerBilling a subscriber who owns the service
 * @param billingOrder who is billed first
 * @param managerSettings whether a manager can set what heartbeats it wants
 */
public record ServiceRules(JobPayment jobPayment, Charge charge, FirstBilling firstBilling,
    FailedBilling failedBilling, EndedBilling endedBilling, OwnerBilling ownerBilling,
    BillingOrder billingOrder, ManagerSettings managerSettings) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the price of a job is charged",
          JobPayment.DORMANT, JobPayment.CHARGED),
      new RuleSwitch<>("services.charge", "what becomes of the money that a job costs",
          Charge.RESERVED, Charge.MOVED),
      new RuleSwitch<>("services.firstBilling",
          "a subscription begun before its first interval is over", FirstBilling.FORGOTTEN,
          FirstBilling.AT_ONCE),
      new RuleSwitch<>("services.failedBilling", "a subscriber who cannot pay when it is due",
          FailedBilling.STOPS, FailedBilling.SKIPPED),
      new RuleSwitch<>("services.endedBilling", "a subscription that is over",
          EndedBilling.KEPT, EndedBilling.REMOVED),
      new RuleSwitch<>("services.ownerBilling", "a subscriber who owns the service",
          OwnerBilling.FREE, OwnerBilling.BILLED),
      new RuleSwitch<>("services.billingOrder", "who is billed first where more are due than fit",
          BillingOrder.KEY_BYTES, BillingOrder.LONGEST_DUE),
      new RuleSwitch<>("services.managerSettings",
          "whether a manager can set what heartbeats it wants", ManagerSettings.UNREADABLE,
          ManagerSettings.READ));

  static ServiceRules of(RuleValues values) {
    return new ServiceRules(values.next(JobPayment.class), values.next(Charge.class),
        values.next(FirstBilling.class), values.next(FailedBilling.class),
        values.next(EndedBilling.class), values.next(OwnerBilling.class),
        values.next(BillingOrder.class), values.next(ManagerSettings.class));
  }

  List<Enum<?>> values() {
    return List.of(jobPayment, charge, firstBilling, failedBilling, endedBilling, ownerBilling,
        billingOrder, managerSettings);
  }
}
