package io.fairlead.services;

/**
 * The rules of what jobs cost, one enum each.
 *
 * @param jobPayment whether a call charges at all
 * @param charge what becomes of the money
 * @param earner to whom it is booked
 * @param first a subscription begun before its first interval is over
 * @param failed a subscriber who cannot pay
 * @param ended a subscription that is over
 * @param owner a subscriber who owns the service
 * @param order who is billed first
 */
public record PaymentRules(JobPayment jobPayment, Charge charge, Earner earner,
    FirstBilling first, FailedBilling failed, EndedBilling ended, OwnerBilling owner,
    BillingOrder order) {
  /** As on chain. */
  public static final PaymentRules DEPLOYED = new PaymentRules(JobPayment.DORMANT,
      Charge.RESERVED, Earner.PAYER, FirstBilling.FORGOTTEN, FailedBilling.STOPS,
      EndedBilling.KEPT, OwnerBilling.FREE, BillingOrder.KEY_BYTES);
}
