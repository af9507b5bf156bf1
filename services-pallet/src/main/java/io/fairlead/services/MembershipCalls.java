package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The calls {@code join_service} and {@code leave_service}, for services of dynamic membership. */
final class MembershipCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final ManagerHooks hooks;
  private final SecurityChecks security;
  private final OperatorProfiles profiles;
  private final ServiceTerms terms;

  MembershipCalls(ServicesStorage storage, ServiceQueries queries, Services.Ports ports,
      SecurityChecks security, OperatorProfiles profiles) {
    this.storage = storage;
    this.queries = queries;
    this.hooks = ports.hooks();
    this.security = security;
    this.profiles = profiles;
    this.terms = ports.terms();
  }

  /** {@code join_service}; no event. The manager is asked before and told after. */
  void join(AccountId operator, long serviceId, List<AssetSecurityCommitment> commitments) {
    Service service = queries.service(serviceId);
    ensure(!service.isServedBy(operator), ServicesError.ALREADY_JOINED);
    SecurityChecks.ensureInOrder(service.securityRequirements(), commitments);
    ensureStake(operator, service, commitments);
    long id = service.blueprint();
    ServiceBlueprint blueprint = queries.blueprint(id);
    OperatorPreferences preferences =
        storage.operators.orRefuse(id, operator, ServicesError.NOT_REGISTERED);
    int members = service.operators().size();
    switch (service.membershipModel()) {
      case MembershipModel.Fixed(long min) ->
          throw ServicesError.DYNAMIC_MEMBERSHIP_NOT_SUPPORTED.refusal();
      case MembershipModel.Dynamic(long min, Long max) ->
          ensure(max == null || members < max, ServicesError.MAX_OPERATORS_REACHED);
    }
    hooks.ensureAllowed(id, blueprint,
        managed -> hooks.managers().canJoin(managed, serviceId, operator, preferences),
        ServicesError.ON_CAN_JOIN_FAILURE, ServicesError.JOIN_REJECTED);
    ensure(members < Limits.OPERATORS_PER_SERVICE_MAX, ServicesError.MAX_OPERATORS_REACHED);
    var operators = new ArrayList<>(service.operators());
    operators.add(new OperatorCommitments(operator, commitments));
    storage.instances.put(serviceId, service.withOperators(operators));
    recordJoined(operator, serviceId);
    hooks.tell(id, blueprint,
        managed -> hooks.managers().onOperatorJoined(managed, serviceId, operator, preferences),
        ServicesError.ON_OPERATOR_JOIN_FAILURE);
  }

  private void ensureStake(AccountId operator, Service service,
      List<AssetSecurityCommitment> commitments) {
    switch (terms.joining()) {
      case COMMITMENTS_ALONE -> {
      }
      case STAKE_TOO ->
          security.ensureCommitments(operator, service.securityRequirements(), commitments);
    }
  }

  private void recordJoined(AccountId operator, long serviceId) {
    switch (terms.membership()) {
      case UNRECORDED -> {
      }
      case RECORDED -> profiles.add(operator, serviceId);
    }
  }

  /** {@code leave_service}; no event. The manager is asked before and told after. */
  void leave(AccountId operator, long serviceId) {
    Service service = queries.service(serviceId);
    long id = service.blueprint();
    ServiceBlueprint blueprint = queries.blueprint(id);
    ensure(storage.operators.contains(id, operator), ServicesError.NOT_REGISTERED);
    ensure(mayLeave(operator, service), ServicesError.NOT_AN_OPERATOR);
    switch (service.membershipModel()) {
      case MembershipModel.Fixed(long min) ->
          throw ServicesError.DYNAMIC_MEMBERSHIP_NOT_SUPPORTED.refusal();
      case MembershipModel.Dynamic(long min, Long max) ->
          ensure(service.operators().size() > min, ServicesError.TOO_FEW_OPERATORS);
    }
    hooks.ensureAllowed(id, blueprint,
        managed -> hooks.managers().canLeave(managed, serviceId, operator),
        ServicesError.ON_CAN_LEAVE_FAILURE, ServicesError.LEAVE_REJECTED);
    List<OperatorCommitments> others = service.operators().stream()
        .filter(each -> !each.operator().equals(operator)).toList();
    storage.instances.put(serviceId, service.withOperators(others));
    recordLeft(operator, serviceId);
    hooks.tell(id, blueprint,
        managed -> hooks.managers().onOperatorLeft(managed, serviceId, operator),
        ServicesError.ON_OPERATOR_LEAVE_FAILURE);
  }

  private boolean mayLeave(AccountId operator, Service service) {
    return switch (terms.leaving()) {
      case ANYBODY -> true;
      case MEMBERS -> service.isServedBy(operator);
    };
  }

  private void recordLeft(AccountId operator, long serviceId) {
    switch (terms.membership()) {
      case UNRECORDED -> {
      }
      case RECORDED -> profiles.remove(operator, serviceId);
    }
  }
}
