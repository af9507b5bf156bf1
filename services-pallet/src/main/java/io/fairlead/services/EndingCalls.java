package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;

/** The call {@code terminate}. */
final class EndingCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final SlashIntake slashes;
  private final OperatorProfiles profiles;
  private final Lifetimes lifetimes;

  EndingCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports, OperatorProfiles profiles, Lifetimes lifetimes) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.slashes = ports.slashes();
    this.profiles = profiles;
    this.lifetimes = lifetimes;
  }

  /** {@code terminate}: only the owner while the service lives; nothing is paid back. */
  void terminate(AccountId caller, long serviceId) {
    Service service = queries.service(serviceId);
    AccountId owner = service.owner();
    ensure(owner.equals(caller) || lifetimes.isOver(service) && service.isServedBy(caller),
        DispatchError.BAD_ORIGIN);
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
      profiles.remove(each.operator(), serviceId);
    }
    storage.serviceStatus.remove(id, serviceId);
    lifetimes.ended(serviceId);
    block.deposit(new ServicesEvent.ServiceTerminated(owner, serviceId, id));
  }
}
