package io.fairlead.services;

import io.fairlead.services.ServicesStorage.OwnedBlueprint;
import io.fairlead.services.ServicesStorage.Present;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of what Services holds, for questions from outside: by operator, by blueprint or all, from
 * indexes beside the items, so that a page costs what it holds and not what there is. Numbers ascend
 * (u64). A page has at most {@code limit} entries, whose numbers are above {@code after}; null starts
 * at the first.
 */
public final class ServiceDirectory {
  private final ServicesStorage storage;

  ServiceDirectory(ServicesStorage storage) {
    this.storage = storage;
  }

  /** Services that run. */
  public List<Service> services(@Nullable Long after, int limit) {
    return services(storage.everyService.page(Present.PRESENT, after, limit));
  }

  /** Number of services that run. */
  public int serviceCount() {
    return storage.everyService.count(Present.PRESENT);
  }

  /** Services that {@code operator} serves now, whether or not its profile tells of them. */
  public List<Service> servicesOf(AccountId operator) {
    return services(storage.servicesByOperator.under(operator));
  }

  /** A page of {@link #servicesOf(AccountId)}. */
  public List<Service> servicesOf(AccountId operator, @Nullable Long after, int limit) {
    return services(storage.servicesByOperator.page(operator, after, limit));
  }

  /** Number of services that {@code operator} serves now. */
  public int serviceCountOf(AccountId operator) {
    return storage.servicesByOperator.count(operator);
  }

  /** Services that run of a blueprint. */
  public List<Service> servicesOfBlueprint(long blueprintId, @Nullable Long after, int limit) {
    return services(storage.servicesByBlueprint.page(blueprintId, after, limit));
  }

  /** Number of services that run of a blueprint. */
  public int serviceCountOfBlueprint(long blueprintId) {
    return storage.servicesByBlueprint.count(blueprintId);
  }

  /** Services of an owner, as many as it has: 1,024 at most. */
  public List<Service> servicesOwnedBy(AccountId owner) {
    return services(List.copyOf(storage.userServices.get(owner)));
  }

  private List<Service> services(List<Long> ids) {
    var services = new ArrayList<Service>(ids.size());
    for (long id : ids) {
      Service service = storage.instances.orNull(id);
      if (service != null) {
        services.add(service);
      }
    }
    return services;
  }

  /** Requests that are stored, by number. */
  public List<Map.Entry<Long, ServiceRequest>> requests(@Nullable Long after, int limit) {
    return requests(storage.everyRequest.page(Present.PRESENT, after, limit));
  }

  /** Number of requests that are stored. */
  public int requestCount() {
    return storage.everyRequest.count(Present.PRESENT);
  }

  /** Requests that ask {@code operator}, whatever it and others said, by number. */
  public List<Map.Entry<Long, ServiceRequest>> requestsOf(AccountId operator) {
    return requests(storage.requestsByOperator.under(operator));
  }

  /** A page of {@link #requestsOf(AccountId)}. */
  public List<Map.Entry<Long, ServiceRequest>> requestsOf(AccountId operator,
      @Nullable Long after, int limit) {
    return requests(storage.requestsByOperator.page(operator, after, limit));
  }

  private List<Map.Entry<Long, ServiceRequest>> requests(List<Long> ids) {
    var requests = new ArrayList<Map.Entry<Long, ServiceRequest>>(ids.size());
    for (long id : ids) {
      ServiceRequest request = storage.serviceRequests.orNull(id);
      if (request != null) {
        requests.add(Map.entry(id, request));
      }
    }
    return requests;
  }

  /** Number of blueprints; theirs are the numbers below it. */
  public long blueprintCount() {
    return storage.nextBlueprintId.get();
  }

  /** Blueprints, by number. */
  public List<Map.Entry<Long, OwnedBlueprint>> blueprints(@Nullable Long after, int limit) {
    var blueprints = new ArrayList<Map.Entry<Long, OwnedBlueprint>>();
    for (long id = after == null ? 0 : after + 1; id < blueprintCount(); id++) {
      if (blueprints.size() == limit) {
        break;
      }
      OwnedBlueprint blueprint = storage.blueprints.orNull(id);
      if (blueprint != null) {
        blueprints.add(Map.entry(id, blueprint));
      }
    }
    return blueprints;
  }

  /** Numbers of the blueprints that {@code owner} made. */
  public List<Long> blueprintsOwnedBy(AccountId owner) {
    return storage.blueprintsByOwner.under(owner);
  }

  /** Operators registered for a blueprint and what they registered with, ascending by account. */
  public List<Map.Entry<AccountId, OperatorPreferences>> operatorsOf(long blueprintId,
      @Nullable AccountId after, int limit) {
    return storage.operators.page(blueprintId, after, limit);
  }

  /** Number of operators registered for a blueprint. */
  public int operatorCountOf(long blueprintId) {
    return storage.operators.countUnder(blueprintId);
  }
}
