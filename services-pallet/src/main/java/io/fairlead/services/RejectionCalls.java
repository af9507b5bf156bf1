package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;

/** The call {@code reject}. */
final class RejectionCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final RequestPayments payments;
  private final ServiceTerms.Rejection rejection;
  private final ServiceTerms.Withdrawal withdrawal;

  RejectionCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, RequestPayments payments) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.payments = payments;
    this.rejection = ports.terms().rejection();
    this.withdrawal = ports.terms().withdrawal();
  }

  /** {@code reject}: by an operator that was asked, whether or not it approved before. */
  void reject(AccountId caller, long requestId) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    if (isWithdrawal(caller, request)) {
      block.deposit(
          new ServicesEvent.ServiceRequestRejected(caller, requestId, request.blueprint()));
      end(requestId);
      return;
    }
    ApprovalState said = request.stateOf(caller);
    ensure(said != null && !(said instanceof ApprovalState.Rejected),
        ServicesError.APPROVAL_NOT_REQUESTED);
    long id = request.blueprint();
    ServiceBlueprint blueprint = queries.blueprint(id);
    OperatorPreferences preferences =
        storage.operators.orRefuse(id, caller, ServicesError.NOT_REGISTERED);
    hooks.ensureAllowed(id, blueprint,
        managed -> hooks.managers().onReject(managed, caller, preferences, requestId),
        ServicesError.ON_REJECT_FAILURE, ServicesError.REJECTION_INTERRUPTED);
    block.deposit(new ServicesEvent.ServiceRequestRejected(caller, requestId, id));
    settle(requestId, request.with(caller, ApprovalState.REJECTED));
  }

  /** An owner that was asked as an operator too rejects as one. */
  private boolean isWithdrawal(AccountId caller, ServiceRequest request) {
    return switch (withdrawal) {
      case NOBODY -> false;
      case OWNER -> request.owner().equals(caller) && request.stateOf(caller) == null;
    };
  }

  private void settle(long requestId, ServiceRequest rejected) {
    switch (rejection) {
      case REFUNDS_AND_STAYS -> {
        payments.refund(requestId);
        storage.serviceRequests.put(requestId, rejected);
      }
      case ENDS_IF_HOPELESS -> {
        if (isHopeless(rejected)) {
          end(requestId);
        } else {
          storage.serviceRequests.put(requestId, rejected);
        }
      }
    }
  }

  private static boolean isHopeless(ServiceRequest request) {
    long open = request.approvals().stream()
        .filter(each -> !(each.state() instanceof ApprovalState.Rejected)).count();
    return open < Math.max(1, request.membershipModel().minOperators());
  }

  private void end(long requestId) {
    payments.refund(requestId);
    storage.serviceRequests.remove(requestId);
  }
}
