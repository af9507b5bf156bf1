package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.OperatorStakes;
import io.fairlead.services.ServicesStorage.OwnedBlueprint;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;

/** Calls that make blueprints known: their masters, themselves, their operators. */
final class BlueprintCalls {
  private static final Bytes NO_KEY = Bytes.wrap(new byte[OperatorPreferences.KEY_BYTES]);

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final Currency currency;

  BlueprintCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.stakes = ports.stakes();
    this.hooks = ports.hooks();
    this.currency = ports.currency();
  }

  /** {@code update_master_blueprint_service_manager}. Its limit of 2^32 − 1 is out of reach here. */
  void addMaster(EvmAddress address) {
    var masters = storage.masterRevisions.get();
    var more = new ArrayList<>(masters);
    more.add(address);
    storage.masterRevisions.put(List.copyOf(more));
    block.deposit(new ServicesEvent.MasterBlueprintServiceManagerRevised(masters.size(), address));
  }

  /** {@code create_blueprint}. */
  void create(AccountId owner, ServiceBlueprint proposed) {
    long id = storage.nextBlueprintId.get();
    ServiceBlueprint blueprint = switch (proposed.masterRevision()) {
      case MasterRevision.Latest() ->
          proposed.boundTo(new MasterRevision.Specific(queries.latestRevision()));
      case MasterRevision.Specific pinned -> proposed;
    };
    ManagedBlueprint managed = hooks.managed(id, blueprint);
    boolean byManager = hooks.allowed(hooks.managers().onManagerBlueprintCreated(managed, owner));
    boolean byMaster = hooks.allowed(hooks.managers().onBlueprintCreated(managed, owner));
    ensure(byManager && byMaster, ServicesError.BLUEPRINT_CREATION_INTERRUPTED);
    storage.blueprints.put(id, new OwnedBlueprint(owner, blueprint));
    storage.nextBlueprintId.put(Services.next(id));
    block.deposit(new ServicesEvent.BlueprintCreated(owner, id));
  }

  /** {@code register}. */
  void register(AccountId operator, ServicesCall.Register call) {
    long id = call.blueprintId();
    OperatorPreferences preferences = call.preferences();
    ensure(stakes.isActive(operator), ServicesError.OPERATOR_NOT_ACTIVE);
    ensure(!preferences.key().equals(NO_KEY), ServicesError.INVALID_KEY);
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
}
