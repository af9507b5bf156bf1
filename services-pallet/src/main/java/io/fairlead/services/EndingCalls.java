package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;

/** Calls that end something: {@code reject} a request, {@code terminate} a service. */
final class EndingCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final SlashIntake slashes;
  private final RequestPayments payments;

  EndingCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, RequestPayments payments) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.slashes = ports.slashes();
    this.payments = payments;
  }

  /** {@code reject}: the payment goes back, the request stays and others may still approve it. */
  void reject(AccountId operator, long requestId) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    ApprovalState said = request.stateOf(operator);
    ensure(said != null && !(said instanceof ApprovalState.Rejected),
        ServicesError.APPROVAL_NOT_REQUESTED);
    long id = request.blueprint();
    ServiceBlueprint blueprint = queries.blueprint(id);
    OperatorPreferences preferences =
        storage.operators.orRefuse(id, operator, ServicesError.NOT_REGISTERED);
    hooks.ensureAllowed(id, blueprint,
        managed -> hooks.managers().onReject(managed, operator, preferences, requestId),
        ServicesError.ON_REJECT_FAILURE, ServicesError.REJECTION_INTERRUPTED);
    block.deposit(new ServicesEvent.ServiceRequestRejected(operator, requestId, id));
    payments.refund(requestId);
    storage.serviceRequests.put(requestId, request.with(operator, ApprovalState.REJECTED));
  }

  /** {@code terminate}: only the owner; nothing is paid back. */
  void terminate(AccountId owner, long serviceId) {
    Service service = queries.service(serviceId);
    ensure(service.owner().equals(owner), DispatchError.BAD_ORIGIN);
    slashes.serviceEnded(serviceId);
    var owned = storage.userServices.get(owner);
    ensure(owned.contains(serviceId), ServicesError.SERVICE_NOT_FOUND);
    storage.userServices.put(owner, OperatorProfile.without(owned, serviceId));
    storage.instances.remove(serviceId);
    long id = service.blueprint();
    ServiceBlueprint blueprint = queries.blueprint(id);
    hooks.ensureAllowed(
        hooks.managers().onServiceTermination(hooks.managed(id, blueprint), serviceId, owner),
        ServicesError.TERMINATION_INTERRUPTED);
    for (OperatorCommitments each : service.operators()) {
      OperatorProfile profile =
          storage.operatorsProfile.orRefuse(each.operator(), ServicesError.NOT_REGISTERED);
      storage.operatorsProfile.put(each.operator(), profile.withoutService(serviceId));
    }
    storage.serviceStatus.remove(id, serviceId);
    block.deposit(new ServicesEvent.ServiceTerminated(owner, serviceId, id));
  }
}
