package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServiceRequest.OperatorApproval;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;

/** The call {@code approve}, and approvals that signed quotes stand for. */
final class ApprovalCalls {
  private static final Percent NOTHING = new Percent(0);

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final SecurityChecks security;
  private final ServiceStarts starts;
  private final ServiceTerms.ApprovalPercent told;

  ApprovalCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, SecurityChecks security, ServiceStarts starts) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.security = security;
    this.starts = starts;
    this.told = ports.terms().approvalPercent();
  }

  /** {@code approve}. The chain validates the commitments twice; once has the same effect. */
  void approve(AccountId operator, long requestId, List<AssetSecurityCommitment> commitments) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    security.ensureCommitments(operator, request.securityRequirements(), commitments);
    SecurityChecks.ensureInOrder(request.securityRequirements(), commitments);
    settle(requestId, agreed(operator, requestId, request, commitments));
  }

  /** Approves for one operator after the other, each of which may start the service. */
  void agree(List<AccountId> operators, long requestId,
      List<AssetSecurityCommitment> commitments) {
    for (AccountId operator : operators) {
      settle(requestId, agreed(operator, requestId, commitments));
    }
  }

  /** Approves for all operators, then starts the service if they are enough. */
  void agreeTogether(List<AccountId> operators, long requestId,
      List<AssetSecurityCommitment> commitments) {
    for (AccountId operator : operators) {
      storage.serviceRequests.put(requestId, agreed(operator, requestId, commitments));
    }
    settle(requestId, storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND));
  }

  /** {@code do_approve} for an operator who has signed a quote: order first, then the rest. */
  private ServiceRequest agreed(AccountId operator, long requestId,
      List<AssetSecurityCommitment> commitments) {
    ServiceRequest request = storage.serviceRequests.orRefuse(requestId,
        ServicesError.SERVICE_REQUEST_NOT_FOUND);
    SecurityChecks.ensureInOrder(request.securityRequirements(), commitments);
    security.ensureCommitments(operator, request.securityRequirements(), commitments);
    return agreed(operator, requestId, request, commitments);
  }

  private ServiceRequest agreed(AccountId operator, long requestId, ServiceRequest request,
      List<AssetSecurityCommitment> commitments) {
    ensure(request.stateOf(operator) != null, ServicesError.APPROVAL_NOT_REQUESTED);
    ServiceRequest approved = request.with(operator, new ApprovalState.Approved(commitments));
    ServiceBlueprint blueprint = queries.blueprint(request.blueprint());
    OperatorPreferences preferences = storage.operators.orRefuse(request.blueprint(), operator,
        ServicesError.NOT_REGISTERED);
    hooks.ensureAllowed(request.blueprint(), blueprint,
        managed -> hooks.managers().onApprove(managed, operator, preferences, requestId,
            told(commitments)),
        ServicesError.ON_APPROVE_FAILURE, ServicesError.APPROVAL_INTERRUPTED);
    block.deposit(new ServicesEvent.ServiceRequestApproved(operator, requestId,
        request.blueprint(), operatorsIn(approved, ApprovalState.Pending.class),
        operatorsIn(approved, ApprovalState.Approved.class)));
    return approved;
  }

  /** Starts the service if enough approve, else keeps the request. */
  private void settle(long requestId, ServiceRequest approved) {
    List<OperatorCommitments> serving = starts.serving(approved);
    if (serving.size() >= approved.membershipModel().minOperators()) {
      starts.start(requestId, approved, serving, queries.blueprint(approved.blueprint()));
    } else {
      storage.serviceRequests.put(requestId, approved);
    }
  }

  private Percent told(List<AssetSecurityCommitment> commitments) {
    return switch (told) {
      case ZERO -> NOTHING;
      case NATIVE_EXPOSURE -> commitments.stream()
          .filter(each -> each.asset().equals(Asset.NATIVE))
          .map(AssetSecurityCommitment::exposurePercent).findFirst().orElse(NOTHING);
    };
  }

  private static List<AccountId> operatorsIn(ServiceRequest request,
      Class<? extends ApprovalState> state) {
    return request.approvals().stream().filter(approval -> state.isInstance(approval.state()))
        .map(OperatorApproval::operator).toList();
  }
}
