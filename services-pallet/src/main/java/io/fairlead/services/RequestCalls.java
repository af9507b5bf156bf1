package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServiceRequest.OperatorApproval;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call {@code request}. */
final class RequestCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final SecurityChecks security;
  private final RequestPayments payments;
  private final ServiceTerms.EmptyRequest empty;
  private final PriceTerms.RequestPrice bounded;

  RequestCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, SecurityChecks security, RequestPayments payments) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.stakes = ports.stakes();
    this.hooks = ports.hooks();
    this.security = security;
    this.payments = payments;
    this.empty = ports.terms().emptyRequest();
    this.bounded = ports.prices().requestPrice();
  }

  /** {@code request}: what is asked may be asked, then the request itself. */
  void request(AccountId caller, ServicesCall.Request call) {
    for (AccountId operator : call.operators()) {
      ensure(stakes.isActive(operator), ServicesError.OPERATOR_NOT_ACTIVE);
    }
    security.ensureRequirements(call.assetSecurityRequirements());
    var seen = new HashSet<AccountId>();
    for (AccountId operator : call.operators()) {
      ensure(seen.add(operator), ServicesError.DUPLICATE_OPERATOR);
    }
    ServiceBlueprint blueprint = queries.blueprint(call.blueprintId());
    ensureMembership(blueprint, call.membershipModel(), call.operators().size());
    List<OperatorPreferences> preferences = new ArrayList<>(call.operators().size());
    for (AccountId operator : call.operators()) {
      preferences.add(storage.operators.orRefuse(call.blueprintId(), operator,
          ServicesError.NOT_REGISTERED));
    }
    store(caller, call, blueprint, preferences);
  }

  /** Refuses a membership that the blueprint does not support or the operators do not fill. */
  static void ensureMembership(ServiceBlueprint blueprint, MembershipModel model,
      int operators) {
    switch (model) {
      case MembershipModel.Fixed(long min) -> {
        ensure(blueprint.membershipModels().contains(MembershipModel.Type.FIXED),
            ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL);
        ensure(min > 0 && operators >= min, ServicesError.TOO_FEW_OPERATORS);
      }
      case MembershipModel.Dynamic(long min, Long max) -> {
        ensure(blueprint.membershipModels().contains(MembershipModel.Type.DYNAMIC),
            ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL);
        ensure(operators >= min, ServicesError.TOO_FEW_OPERATORS);
        ensure(max == null || operators <= max, ServicesError.TOO_MANY_OPERATORS);
      }
    }
  }

  /** {@code do_request}; gives the number of the request. */
  long store(AccountId caller, ServicesCall.Request call, ServiceBlueprint blueprint,
      List<OperatorPreferences> preferences) {
    ensure(mayAsk(call.operators()), ServicesError.TOO_FEW_OPERATORS);
    TypeChecker.ensureFits(blueprint.requestParams(), call.requestArgs());
    ensure(!isBounded(call.paymentAsset()) || paysEnough(blueprint, call.value()),
        ServicesError.INVALID_REQUEST_INPUT);
    List<AssetSecurityRequirement> requirements =
        security.withNative(call.assetSecurityRequirements());
    long id = storage.nextServiceRequestId.get();
    if (!call.value().isZero()) {
      payments.stage(id, caller, call);
    }
    AbiForm.ensure(call.requestArgs());
    hooks.ensureAllowed(call.blueprintId(), blueprint,
        managed -> hooks.managers().onRequest(managed,
            new RequestedService(id, caller, preferences, call.requestArgs(),
                call.permittedCallers(), call.ttl(), call.paymentAsset(), call.value())),
        ServicesError.ON_REQUEST_FAILURE, ServicesError.INVALID_REQUEST_INPUT);
    ensure(call.permittedCallers().size() <= Limits.PERMITTED_CALLERS_MAX,
        ServicesError.MAX_PERMITTED_CALLERS_EXCEEDED);
    ensure(call.requestArgs().size() <= Limits.FIELDS_MAX, ServicesError.MAX_FIELDS_EXCEEDED);
    ensure(call.operators().size() <= Limits.OPERATORS_PER_SERVICE_MAX,
        ServicesError.MAX_SERVICE_PROVIDERS_EXCEEDED);
    List<OperatorApproval> approvals = call.operators().stream()
        .map(operator -> new OperatorApproval(operator, ApprovalState.PENDING)).toList();
    storage.serviceRequests.put(id,
        new ServiceRequest(call.blueprintId(), caller, requirements, call.ttl(),
            call.requestArgs(), call.permittedCallers(), approvals, call.membershipModel()));
    storage.nextServiceRequestId.put(Services.next(id));
    block.deposit(new ServicesEvent.ServiceRequested(caller, id, call.blueprintId(),
        call.operators(), List.of(), requirements));
    return id;
  }

  private boolean isBounded(Asset paidIn) {
    return switch (bounded) {
      case ANY_ASSET -> true;
      case NATIVE -> paidIn.equals(Asset.NATIVE);
    };
  }

  private boolean mayAsk(List<AccountId> operators) {
    return switch (empty) {
      case STORED -> true;
      case REFUSED -> !operators.isEmpty();
    };
  }

  /**
   * {@code validate_payment_amount}: nothing, or at least the smallest pay-once price, or, where no
   * job has one, the smallest subscription rate.
   */
  private static boolean paysEnough(ServiceBlueprint blueprint, Balance value) {
    if (value.isZero()) {
      return true;
    }
    Balance once = null;
    Balance rate = null;
    for (JobDefinition job : blueprint.jobs()) {
      switch (job.pricingModel()) {
        case PricingModel.PayOnce(Balance amount) -> once = smaller(once, amount);
        case PricingModel.Subscription(Balance perInterval, long interval, Long end) ->
            rate = smaller(rate, perInterval);
        case PricingModel.EventDriven(Balance reward) -> {
        }
      }
    }
    Balance least = once != null ? once : rate;
    return least == null || value.compareTo(least) >= 0;
  }

  private static Balance smaller(@Nullable Balance a, Balance b) {
    return a == null ? b : a.min(b);
  }
}
