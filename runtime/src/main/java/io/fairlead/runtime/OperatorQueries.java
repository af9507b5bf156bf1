package io.fairlead.runtime;

import io.fairlead.services.ServiceQueries;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The queries of an operator ({@code pallet_services::rpc}). Refuses with OperatorProfileNotFound. */
final class OperatorQueries {
  /** Storage keys of numbers are their little-endian bytes. */
  private static final Comparator<Long> BY_KEY =
      (a, b) -> Long.compareUnsigned(Long.reverseBytes(a), Long.reverseBytes(b));

  private final ServiceQueries services;

  OperatorQueries(ServiceQueries services) {
    this.services = services;
  }

  /** A request with its number. */
  record NumberedRequest(Long id, ServiceRequest request) {
    static final Codec<NumberedRequest> CODEC = Codecs.pair(Codecs.U64, ServiceRequest.CODEC,
        NumberedRequest::new, NumberedRequest::id, NumberedRequest::request);
  }

  private OperatorProfile profile(AccountId operator) {
    OperatorProfile profile = services.profileOrNull(operator);
    if (profile == null) {
      throw ServicesError.OPERATOR_PROFILE_NOT_FOUND.refusal();
    }
    return profile;
  }

  /**
   * Services that {@code operator} serves, of blueprints in its profile: by blueprint ascending, inside
   * one in the order of keys.
   */
  List<ServicesOfBlueprint> services(AccountId operator) {
    OperatorProfile profile = profile(operator);
    var byBlueprint = new TreeMap<Long, List<Service>>(Long::compareUnsigned);
    for (Service service : services.directory().servicesOf(operator)) {
      if (profile.blueprints().contains(service.blueprint())) {
        byBlueprint.computeIfAbsent(service.blueprint(), id -> new ArrayList<>()).add(service);
      }
    }
    byBlueprint.values().forEach(each -> each.sort(Comparator.comparing(Service::id, BY_KEY)));
    return byBlueprint.entrySet().stream().map(entry -> new ServicesOfBlueprint(entry.getKey(),
        services.blueprint(entry.getKey()), entry.getValue())).toList();
  }

  /**
   * Requests that name {@code operator}, of blueprints in its profile, without the approvals that they
   * need; in the order of keys.
   */
  List<NumberedRequest> requests(AccountId operator) {
    OperatorProfile profile = profile(operator);
    return services.directory().requestsOf(operator).stream()
        .filter(entry -> profile.blueprints().contains(entry.getValue().blueprint())
            && !entry.getValue().isApproved())
        .sorted(Map.Entry.comparingByKey(BY_KEY))
        .map(entry -> new NumberedRequest(entry.getKey(), entry.getValue())).toList();
  }
}
