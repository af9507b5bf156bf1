package io.fairlead.services;

import io.fairlead.services.ServicesStorage.OwnedBlueprint;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subscriptions as the hook looks at them: in which order, and which of them cost. */
final class Subscriptions {
  /** A subscription that runs: of what service, at what terms. */
  record Running(JobSubscriptionBilling billing, Service service,
      PricingModel.Subscription terms) {
    /** The block from which the next interval is due. */
    long due() {
      return billing.lastBilled() + terms.interval();
    }

    /** The last block in which it can be billed. */
    long last() {
      Long end = terms.end();
      return end == null ? Long.MAX_VALUE : end;
    }
  }

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final OwnerBilling owner;
  private final BillingOrder order;

  Subscriptions(ServicesStorage storage, ServiceQueries queries, OwnerBilling owner,
      BillingOrder order) {
    this.storage = storage;
    this.queries = queries;
    this.owner = owner;
    this.order = order;
  }

  /** What is stored, by the bytes of the keys; a copy. */
  List<JobSubscriptionBilling> stored() {
    return storage.subscriptionBillings.ordered();
  }

  /** Those that run and cost, in the order in which they are billed. */
  List<Running> running() {
    var running = new ArrayList<Running>();
    for (JobSubscriptionBilling billing : stored()) {
      Running each = running(billing);
      if (each != null && pays(each)) {
        running.add(each);
      }
    }
    switch (order) {
      case KEY_BYTES -> {
      }
      case LONGEST_DUE -> running.sort(Comparator.comparingLong(Running::due));
    }
    return running;
  }

  /** A subscription with its terms; null if its service has ended or the job has no such terms. */
  @Nullable Running running(JobSubscriptionBilling billing) {
    Service service = queries.serviceOrNull(billing.serviceId());
    if (service == null
        || !storage.serviceStatus.contains(service.blueprint(), billing.serviceId())) {
      return null;
    }
    OwnedBlueprint owned = queries.blueprintOrNull(service.blueprint());
    List<JobDefinition> jobs = owned == null ? List.of() : owned.blueprint().jobs();
    return billing.jobIndex() < jobs.size() && jobs.get(billing.jobIndex())
        .pricingModel() instanceof PricingModel.Subscription terms
            ? new Running(billing, service, terms) : null;
  }

  private boolean pays(Running running) {
    List<AccountId> permitted = running.service().permittedCallers();
    AccountId subscriber = running.billing().subscriber();
    return permitted.isEmpty() || permitted.contains(subscriber) || switch (owner) {
      case FREE -> false;
      case BILLED -> running.service().owner().equals(subscriber);
    };
  }
}
