package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.ServicesStorage.OwnedBlueprint;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;

/** Calls that make blueprints known: their masters and themselves. */
final class BlueprintCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;

  BlueprintCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      ManagerHooks hooks) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = hooks;
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
}
