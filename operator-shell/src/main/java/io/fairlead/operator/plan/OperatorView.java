package io.fairlead.operator.plan;

import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an operator knows of the chain: the services in whose operator set it stands.
 *
 * @param operator the account
 * @param services blueprint of each of its services, by the service's number
 */
public record OperatorView(AccountId operator, SortedMap<Long, Long> services) {

  public OperatorView {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /** A view of no service yet. */
  public static OperatorView of(AccountId operator) {
    return new OperatorView(operator, new TreeMap<>());
  }

  /** The view that {@code Services.Instances} of one block gives. */
  public static OperatorView of(AccountId operator, Iterable<Service> instances) {
    var mine = new TreeMap<Long, Long>();
    for (Service service : instances) {
      if (service.isServedBy(operator)) {
        mine.put(service.id(), service.blueprint());
      }
    }
    return new OperatorView(operator, mine);
  }

  /** The view after {@code event}; the same object when it changes nothing for this operator. */
  public OperatorView after(ServicesEvent event) {
    if (event instanceof ServicesEvent.ServiceInitiated started
        && names(started.operatorSecurityCommitments())) {
      var more = new TreeMap<>(services);
      more.put(started.serviceId(), started.blueprintId());
      return new OperatorView(operator, more);
    }
    if (event instanceof ServicesEvent.ServiceTerminated ended
        && services.containsKey(ended.serviceId())) {
      var fewer = new TreeMap<>(services);
      fewer.remove(ended.serviceId());
      return new OperatorView(operator, fewer);
    }
    return this;
  }

  private boolean names(List<OperatorCommitments> commitments) {
    for (OperatorCommitments each : commitments) {
      if (each.operator().equals(operator)) {
        return true;
      }
    }
    return false;
  }
}
