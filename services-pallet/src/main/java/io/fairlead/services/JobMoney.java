package io.fairlead.services;

import io.fairlead.restaking.Currency;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;

/** What jobs cost, put together: charging, booking, the subscriptions. */
public final class JobMoney {
  private final JobPaymentProcess process;
  private final JobPayments payments;
  private final SubscriptionBilling billing;
  private final BillingQueries queries;

  /**
   * Money of jobs under {@code rules}.
   *
   * @param rewards the account of Rewards, to which money moves
   * @param income where what was earned is booked
   */
  public JobMoney(ServicesStorage storage, ServiceQueries services, Block block, Currency currency,
      AccountId rewards, JobIncome income, PaymentRules rules) {
    JobCharge charge = switch (rules.charge()) {
      case RESERVED -> new JobCharge.Reserved(currency);
      case MOVED -> new JobCharge.Moved(currency, rewards, block);
    };
    JobEarnings earnings = switch (rules.earner()) {
      case PAYER -> new JobEarnings.OfPayer(income);
      case OPERATOR -> new JobEarnings.OfOperators(storage, block, income);
    };
    process = new JobPaymentProcess(storage, services, charge, earnings, rules.first());
    payments = switch (rules.jobPayment()) {
      case DORMANT -> JobPayments.DORMANT;
      case CHARGED -> new ChargedJobPayments(process, earnings, block);
    };
    Subscriptions subscriptions =
        new Subscriptions(storage, services, rules.owner(), rules.order());
    billing = new SubscriptionBilling(storage, block, process, subscriptions, rules.failed(),
        rules.ended());
    queries = new BillingQueries(storage, subscriptions);
  }

  /** What a call costs. */
  JobPayments payments() {
    return payments;
  }

  /** The payment code of the chain; its calls reach it only where {@code services.jobPayment} says so. */
  public JobPaymentProcess process() {
    return process;
  }

  /** Questions from outside. */
  public BillingQueries queries() {
    return queries;
  }

  /** The hook that bills subscriptions. */
  public SubscriptionBilling billing() {
    return billing;
  }
}
