package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.services.ServicesStorage.Present;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorCommitments;
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

/** The start of a service ({@code initialize_service}). */
final class ServiceStarts {
  private final ServicesStorage storage;
  private final Block block;
  private final ManagerHooks hooks;
  private final OperatorStakes stakes;
  private final RequestPayments payments;
  private final OperatorProfiles profiles;
  private final Lifetimes lifetimes;
  private final HeartbeatCounts heartbeats;
  private final ServiceTerms.Starting counted;

  ServiceStarts(ServicesStorage storage, Block block, Services.Ports ports,
      RequestPayments payments, OperatorProfiles profiles, Lifetimes lifetimes,
      HeartbeatCounts heartbeats) {
    this.storage = storage;
    this.block = block;
    this.hooks = ports.hooks();
    this.stakes = ports.stakes();
    this.payments = payments;
    this.profiles = profiles;
    this.lifetimes = lifetimes;
    this.heartbeats = heartbeats;
    this.counted = ports.terms().starting();
  }

  /** Who would serve if the service started now, in the order of the request. */
  List<OperatorCommitments> serving(ServiceRequest request) {
    var operators = new ArrayList<OperatorCommitments>();
    for (OperatorApproval approval : request.approvals()) {
      if (approval.state() instanceof ApprovalState.Approved(var commitments)
          && counts(request.blueprint(), approval.operator())) {
        operators.add(new OperatorCommitments(approval.operator(), commitments));
      }
    }
    return operators;
  }

  private boolean counts(long blueprintId, AccountId operator) {
    return switch (counted) {
      case EVERY_APPROVAL -> true;
      case STILL_REGISTERED ->
          storage.operators.contains(blueprintId, operator) && stakes.isActive(operator);
    };
  }

  /** Makes the request a service of {@code operators}. */
  void start(long requestId, ServiceRequest request, List<OperatorCommitments> operators,
      ServiceBlueprint blueprint) {
    storage.serviceRequests.remove(requestId);
    long id = storage.nextInstanceId.get();
    operators.forEach(each -> profiles.add(each.operator(), id));
    storage.instances.put(id,
        new Service(id, request.blueprint(), request.owner(), request.args(), operators,
            request.securityRequirements(), request.permittedCallers(), request.ttl(),
            request.membershipModel()));
    storage.serviceStatus.put(request.blueprint(), id, Present.PRESENT);
    storage.nextInstanceId.put(Services.next(id));
    lifetimes.started(id);
    operators.forEach(each -> heartbeats.serves(request.blueprint(), id, each.operator()));
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
}
