package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.OperatorStakes;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;

/** Calls of operators about blueprints: {@code pre_register}, {@code register} and what undoes it. */
final class OperatorCalls {
  private static final Bytes NO_KEY = Bytes.wrap(new byte[OperatorPreferences.KEY_BYTES]);

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final Currency currency;
  private final ServiceTerms terms;

  OperatorCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.stakes = ports.stakes();
    this.hooks = ports.hooks();
    this.currency = ports.currency();
    this.terms = ports.terms();
  }

  /** {@code pre_register}: an event and nothing else. */
  void preRegister(AccountId operator, long blueprintId) {
    switch (terms.preRegistration()) {
      case ANY_NUMBER -> {
      }
      case KNOWN_BLUEPRINT -> queries.blueprint(blueprintId);
    }
    block.deposit(new ServicesEvent.PreRegistration(operator, blueprintId));
  }

  /** {@code register}. */
  void register(AccountId operator, ServicesCall.Register call) {
    long id = call.blueprintId();
    OperatorPreferences preferences = call.preferences();
    ensure(stakes.isActive(operator), ServicesError.OPERATOR_NOT_ACTIVE);
    ensure(isKey(preferences.key()), ServicesError.INVALID_KEY);
    ensure(!storage.operators.contains(id, operator), ServicesError.ALREADY_REGISTERED);
    ensure(!storage.operators.anyUnder(id, (who, held) -> held.key().equals(preferences.key())),
        ServicesError.DUPLICATE_KEY);
    ServiceBlueprint blueprint = queries.blueprint(id);
    TypeChecker.ensureFits(blueprint.registrationParams(), call.registrationArgs());
    currency.transfer(operator, ServicesAccounts.PALLET, call.value(),
        Currency.Existence.KEEP_ALIVE);
    AbiForm.ensure(call.registrationArgs());
    hooks.ensureAllowed(id, blueprint,
        managed -> hooks.managers().onRegister(managed, operator, preferences,
            call.registrationArgs(), call.value()),
        ServicesError.ON_REGISTER_HOOK_FAILED, ServicesError.INVALID_REGISTRATION_INPUT);
    storage.operators.put(id, operator, preferences);
    OperatorProfile profile = queries.profile(operator);
    ensure(profile.blueprints().size() < Limits.BLUEPRINTS_PER_OPERATOR_MAX
        || profile.blueprints().contains(id), ServicesError.MAX_BLUEPRINTS_PER_OPERATOR_EXCEEDED);
    storage.operatorsProfile.put(operator, profile.withBlueprint(id));
    block.deposit(
        new ServicesEvent.Registered(operator, id, preferences, call.registrationArgs()));
  }

  private boolean isKey(Bytes key) {
    return switch (terms.operatorKey()) {
      case NOT_ZERO -> !key.equals(NO_KEY);
      case CURVE_POINT -> Verifier.compressedEcdsa(key.array()) != null;
    };
  }

  /** {@code unregister}: refused while services of the blueprint run. */
  void unregister(AccountId operator, long id) {
    ServiceBlueprint blueprint = queries.blueprint(id);
    OperatorPreferences preferences =
        storage.operators.orRefuse(id, operator, ServicesError.NOT_REGISTERED);
    ensure(!isNeeded(operator, id), ServicesError.NOT_ALLOWED_TO_UNREGISTER);
    hooks.ensureAllowed(
        hooks.managers().onUnregister(hooks.managed(id, blueprint), operator, preferences),
        ServicesError.NOT_ALLOWED_TO_UNREGISTER);
    storage.operators.remove(id, operator);
    OperatorProfile profile =
        storage.operatorsProfile.orRefuse(operator, ServicesError.NOT_REGISTERED);
    ensure(profile.blueprints().contains(id), ServicesError.NOT_REGISTERED);
    storage.operatorsProfile.put(operator, profile.withoutBlueprint(id));
    block.deposit(new ServicesEvent.Unregistered(operator, id));
  }

  private boolean isNeeded(AccountId operator, long blueprintId) {
    return switch (terms.unregistration()) {
      case WITHOUT_ANY_SERVICE ->
          storage.serviceStatus.anyUnder(blueprintId, (service, present) -> true);
      case WITHOUT_OWN_SERVICE -> queries.profile(operator).services().stream()
          .map(queries::serviceOrNull).anyMatch(service -> service != null
              && service.blueprint() == blueprintId && service.isServedBy(operator));
    };
  }

  /** {@code update_rpc_address}: the manager sees the new address before it is stored. */
  void updateRpcAddress(AccountId operator, long id, Bytes rpcAddress) {
    ServiceBlueprint blueprint = queries.blueprint(id);
    OperatorPreferences held =
        storage.operators.orRefuse(id, operator, ServicesError.NOT_REGISTERED);
    var preferences = new OperatorPreferences(held.key(), rpcAddress);
    hooks.ensureAllowed(
        hooks.managers().onUpdateRpcAddress(hooks.managed(id, blueprint), operator, preferences),
        ServicesError.NOT_ALLOWED_TO_UPDATE_RPC_ADDRESS);
    storage.operators.put(id, operator, preferences);
    block.deposit(new ServicesEvent.RpcAddressUpdated(operator, id, rpcAddress));
  }
}
