package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The payment code of the chain ({@code pallet_services::payment_processing}). Prices are planck,
 * whatever a service was paid in; blocks are u64. What it refuses with it leaves half done: callers
 * open the storage layer.
 */
public final class JobPaymentProcess {
  private static final long SUBSCRIPTIONS_MAX = 100;
  private static final long EVENTS_MAX = 0x7fff_ffffL;

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final JobCharge charge;
  private final JobEarnings earnings;
  private final FirstBilling first;

  JobPaymentProcess(ServicesStorage storage, ServiceQueries queries, JobCharge charge,
      JobEarnings earnings, FirstBilling first) {
    this.storage = storage;
    this.queries = queries;
    this.charge = charge;
    this.earnings = earnings;
    this.first = first;
  }

  /**
   * {@code process_job_payment}: {@code caller} pays job {@code jobIndex} (u8) by its pricing model.
   * Refused with {@code ServiceNotFound}, {@code BlueprintNotFound}, {@code InvalidJobId},
   * {@code PaymentAlreadyProcessed}, {@code TooManySubscriptions}, {@code InvalidRequestInput}.
   */
  public void process(long serviceId, int jobIndex, long callId, AccountId caller, long now) {
    Service service = queries.service(serviceId);
    charge(service, definition(service, jobIndex).pricingModel(), jobIndex, callId, caller, now);
  }

  private JobDefinition definition(Service service, int jobIndex) {
    ServiceBlueprint blueprint = queries.blueprint(service.blueprint());
    ensure(jobIndex < blueprint.jobs().size(), ServicesError.INVALID_JOB_ID);
    return blueprint.jobs().get(jobIndex);
  }

  void charge(Service service, PricingModel model, int jobIndex, long callId, AccountId caller,
      long now) {
    switch (model) {
      case PricingModel.PayOnce(Balance amount) ->
          payOnce(new JobPayment(service.id(), jobIndex, callId, caller, Asset.NATIVE, amount));
      case PricingModel.Subscription terms ->
          subscription(service, jobIndex, caller, terms, now);
      case PricingModel.EventDriven(Balance reward) ->
          events(new JobPayment(service.id(), jobIndex, callId, caller, Asset.NATIVE, reward));
    }
  }

  private void payOnce(JobPayment payment) {
    ensure(storage.jobPayments.orNull(payment.serviceId(), payment.callId()) == null,
        ServicesError.PAYMENT_ALREADY_PROCESSED);
    charge.take(payment.payer(), payment.amount());
    storage.jobPayments.put(payment.serviceId(), payment.callId(), payment);
    charge.tell(new ServicesEvent.PayOncePaymentProcessed(payment.payer(), payment.serviceId(),
        payment.callId(), payment.jobIndex(), payment.amount()));
    earnings.called(payment);
  }

  /** {@code process_job_subscription_payment}: at a call and, later, by the hook. */
  void subscription(Service service, int jobIndex, AccountId payer,
      PricingModel.Subscription terms, long now) {
    JobSubscriptionBilling billing =
        storage.subscriptionBillings.orNull(service.id(), jobIndex, payer);
    Long end = terms.end();
    if (end != null && now > end) {
      if (billing != null) {
        drop(billing);
      }
      return;
    }
    if (billing == null) {
      long count = storage.userSubscriptionCount.get(payer);
      ensure(count < SUBSCRIPTIONS_MAX, ServicesError.TOO_MANY_SUBSCRIPTIONS);
      storage.userSubscriptionCount.put(payer, count + 1);
    }
    if (isDue(billing, terms.interval(), now)) {
      charge.take(payer, terms.ratePerInterval());
      storage.subscriptionBillings.put(service.id(), jobIndex, payer,
          new JobSubscriptionBilling(service.id(), jobIndex, payer, now,
              billing == null ? end : billing.endBlock()));
      charge.tell(new ServicesEvent.SubscriptionBillingProcessed(payer, service.id(), jobIndex,
          terms.ratePerInterval(), now));
      earnings.subscribed(service, payer, terms.ratePerInterval(), terms);
    }
  }

  /** A new one counts from an interval ago; before there was an interval it counts from block 0. */
  private boolean isDue(@Nullable JobSubscriptionBilling billing, long interval, long now) {
    if (billing != null) {
      long since = Math.max(now - billing.lastBilled(), 0);
      return since >= interval || since == 0 && billing.lastBilled() == 0;
    }
    return switch (first) {
      case FORGOTTEN -> now >= interval || now == 0;
      case AT_ONCE -> true;
    };
  }

  /** Removes a subscription, and from its subscriber's count. */
  void drop(JobSubscriptionBilling billing) {
    AccountId payer = billing.subscriber();
    storage.subscriptionBillings.remove(billing.serviceId(), billing.jobIndex(), payer);
    storage.userSubscriptionCount.put(payer,
        Math.max(storage.userSubscriptionCount.get(payer) - 1, 0));
  }

  /**
   * {@code process_job_event_driven_payment}: {@code caller} has {@code payer}, which must be itself,
   * pay {@code count} events (u32) at {@code reward} each. Refused with {@code ServiceNotFound},
   * {@code BlueprintNotFound}, {@code InvalidJobId}, {@code InvalidEventCount},
   * {@code PaymentCalculationOverflow}, {@code InvalidRequestInput}.
   */
  public void eventDriven(JobPayment ofOne, AccountId caller, long count) {
    definition(queries.service(ofOne.serviceId()), ofOne.jobIndex());
    ensure(count > 0 && count <= EVENTS_MAX, ServicesError.INVALID_EVENT_COUNT);
    BigInteger total = ofOne.amount().toBigInteger().multiply(BigInteger.valueOf(count));
    ensure(total.bitLength() <= 128, ServicesError.PAYMENT_CALCULATION_OVERFLOW);
    ensure(caller.equals(ofOne.payer()), ServicesError.INVALID_REQUEST_INPUT);
    events(new JobPayment(ofOne.serviceId(), ofOne.jobIndex(), ofOne.callId(), ofOne.payer(),
        ofOne.asset(), Balance.of(total)));
  }

  private void events(JobPayment payment) {
    charge.take(payment.payer(), payment.amount());
    earnings.called(payment);
  }
}
