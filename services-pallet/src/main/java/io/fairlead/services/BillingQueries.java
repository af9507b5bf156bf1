package io.fairlead.services;

import io.fairlead.services.Subscriptions.Running;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was paid, what is owed next: answers from storage alone. */
public final class BillingQueries {
  private final ServicesStorage storage;
  private final Subscriptions subscriptions;

  BillingQueries(ServicesStorage storage, Subscriptions subscriptions) {
    this.storage = storage;
    this.subscriptions = subscriptions;
  }

  /** Subscriptions of an account, by the bytes of their keys. */
  public List<JobSubscriptionBilling> subscriptionsOf(AccountId subscriber) {
    return storage.billingsBySubscriber.under(subscriber).stream()
        .map(key -> storage.subscriptionBillings.get(key.first(), key.second(), key.third()))
        .toList();
  }

  /** Subscriptions to jobs of a service, by the bytes of their keys. Costs their whole number. */
  public List<JobSubscriptionBilling> subscriptionsTo(long serviceId) {
    return subscriptions.stored().stream().filter(each -> each.serviceId() == serviceId).toList();
  }

  /** How many subscriptions an account has begun ({@code UserSubscriptionCount}); 100 at most. */
  public long countOf(AccountId subscriber) {
    return storage.userSubscriptionCount.get(subscriber);
  }

  /**
   * The first block in which the next interval of {@code billing} is due; empty where nothing is owed
   * any more, as the service, the job or the subscription has ended.
   */
  public OptionalLong nextDue(JobSubscriptionBilling billing) {
    Running running = subscriptions.running(billing);
    return running == null || running.due() > running.last() ? OptionalLong.empty()
        : OptionalLong.of(running.due());
  }

  /** What a job call paid, or null. */
  public @Nullable JobPayment paymentOrNull(long serviceId, long callId) {
    return storage.jobPayments.orNull(serviceId, callId);
  }

  /** The payment that the pallet holds for a request, or null. */
  public @Nullable StagingServicePayment stagedOrNull(long requestId) {
    return storage.stagingServicePayments.orNull(requestId);
  }
}
