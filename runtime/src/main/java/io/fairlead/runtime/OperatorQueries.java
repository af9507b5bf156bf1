package io.fairlead.runtime;

import io.fairlead.services.ServiceQueries;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The queries of an operator ({@code pallet_services::rpc}). Refuses with OperatorProfileNotFound. */
final class OperatorQueries {
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
    for (var entry : services.servicesByKeyBytes()) {
      Service service = entry.getValue();
      if (profile.blueprints().contains(service.blueprint()) && service.isServedBy(operator)) {
        byBlueprint.computeIfAbsent(service.blueprint(), id -> new ArrayList<>()).add(service);
      }
    }
    return byBlueprint.entrySet().stream().map(entry -> new ServicesOfBlueprint(entry.getKey(),
        services.blueprint(entry.getKey()), entry.getValue())).toList();
  }

  /**
   * Requests that name {@code operator}, of blueprints in its profile, without the approvals that they
   * need; in the order of keys.
   */
  List<NumberedRequest> requests(AccountId operator) {
    OperatorProfile profile = profile(operator);
    return services.requestsByKeyBytes().stream()
        .filter(entry -> profile.blueprints().contains(entry.getValue().blueprint())
            && names(entry.getValue(), operator) && !isApproved(entry.getValue()))
        .map(entry -> new NumberedRequest(entry.getKey(), entry.getValue())).toList();
  }

  private static boolean names(ServiceRequest request, AccountId operator) {
    return request.approvals().stream().anyMatch(each -> each.operator().equals(operator));
  }

  /** {@code ServiceRequest::is_approved}: the least number of operators is enough. */
  private static boolean isApproved(ServiceRequest request) {
    return request.approvals().stream()
        .filter(each -> each.state() instanceof ApprovalState.Approved)
        .count() >= request.membershipModel().minOperators();
  }
}
