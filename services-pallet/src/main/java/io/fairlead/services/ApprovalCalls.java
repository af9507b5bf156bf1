package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.ServicesStorage.Present;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServiceRequest.OperatorApproval;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The call {@code approve} and the start of a service. */
final class ApprovalCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final SecurityChecks security;
  private final RequestPayments payments;

  ApprovalCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, SecurityChecks security, RequestPayments payments) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.security = security;
    this.payments = payments;
  }

  /** {@code approve}. The chain validates the commitments twice; once has the same effect. */
  void approve(AccountId operator, long requestId, List<AssetSecurityCommitment> commitments) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    security.ensureCommitments(operator, request.securityRequirements(), commitments);
    SecurityChecks.ensureInOrder(request.securityRequirements(), commitments);
    agree(operator, requestId, request, commitments);
  }

  /** {@code do_approve} for an operator who has signed a quote: order first, then the rest. */
  void agree(AccountId operator, long requestId, List<AssetSecurityCommitment> commitments) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    SecurityChecks.ensureInOrder(request.securityRequirements(), commitments);
    security.ensureCommitments(operator, request.securityRequirements(), commitments);
    agree(operator, requestId, request, commitments);
  }

  private void agree(AccountId operator, long requestId, ServiceRequest request,
      List<AssetSecurityCommitment> commitments) {
    ensure(request.stateOf(operator) != null, ServicesError.APPROVAL_NOT_REQUESTED);
    ServiceRequest approved = request.with(operator, new ApprovalState.Approved(commitments));
    ServiceBlueprint blueprint = queries.blueprint(request.blueprint());
    OperatorPreferences preferences = storage.operators.orRefuse(request.blueprint(), operator,
        ServicesError.NOT_REGISTERED);
    hooks.ensureAllowed(request.blueprint(), blueprint,
        managed -> hooks.managers().onApprove(managed, operator, preferences, requestId),
        ServicesError.ON_APPROVE_FAILURE, ServicesError.APPROVAL_INTERRUPTED);
    List<AccountId> agreed = operatorsIn(approved, ApprovalState.Approved.class);
    block.deposit(new ServicesEvent.ServiceRequestApproved(operator, requestId,
        request.blueprint(), operatorsIn(approved, ApprovalState.Pending.class), agreed));
    if (agreed.size() >= request.membershipModel().minOperators()) {
      start(requestId, approved, blueprint);
    } else {
      storage.serviceRequests.put(requestId, approved);
    }
  }

  private static List<AccountId> operatorsIn(ServiceRequest request,
      Class<? extends ApprovalState> state) {
    return request.approvals().stream().filter(approval -> state.isInstance(approval.state()))
        .map(OperatorApproval::operator).toList();
  }

  /** {@code initialize_service}: the operators who have approved by now serve. */
  private void start(long requestId, ServiceRequest request, ServiceBlueprint blueprint) {
    storage.serviceRequests.remove(requestId);
    long id = storage.nextInstanceId.get();
    var operators = new ArrayList<OperatorCommitments>();
    for (OperatorApproval approval : request.approvals()) {
      if (approval.state() instanceof ApprovalState.Approved(var commitments)) {
        operators.add(new OperatorCommitments(approval.operator(), commitments));
        addToProfile(approval.operator(), id);
      }
    }
    storage.instances.put(id,
        new Service(id, request.blueprint(), request.owner(), request.args(), operators,
            request.securityRequirements(), request.permittedCallers(), request.ttl(),
            request.membershipModel()));
    storage.serviceStatus.put(request.blueprint(), id, Present.PRESENT);
    storage.nextInstanceId.put(Services.next(id));
    var owned = storage.userServices.get(request.owner());
    ensure(owned.size() < Limits.SERVICES_PER_USER_MAX,
        ServicesError.MAX_SERVICES_PER_USER_EXCEEDED);
    storage.userServices.put(request.owner(), OperatorProfile.with(owned, id));
    payments.release(requestId, hooks.managed(request.blueprint(), blueprint).master());
    hooks.ensureAllowed(request.blueprint(), blueprint,
        managed -> hooks.managers().onServiceInitialized(managed, requestId, id, request.owner(),
            request.permittedCallers(), request.ttl()),
        ServicesError.ON_SERVICE_INIT_HOOK, ServicesError.SERVICE_INITIALIZATION_INTERRUPTED);
    block.deposit(new ServicesEvent.ServiceInitiated(request.owner(), requestId, id,
        request.blueprint(), operators));
  }

  /** A full set is refused like a missing profile: the chain maps both to one error. */
  private void addToProfile(AccountId operator, long serviceId) {
    OperatorProfile profile =
        storage.operatorsProfile.orRefuse(operator, ServicesError.NOT_REGISTERED);
    ensure(profile.services().size() < Limits.SERVICES_PER_OPERATOR_MAX,
        ServicesError.NOT_REGISTERED);
    storage.operatorsProfile.put(operator, profile.withService(serviceId));
  }
}
