package io.fairlead.services;

import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The managers as the pallet asks them ({@code pallet_services::functions::evm_hooks}): finds the
 * master manager of the pinned revision, deposits {@code EvmReverted} where a contract reverted and
 * turns answers into refusals.
 */
public final class ManagerHooks {
  private final ServiceQueries queries;
  private final BlueprintManagers managers;
  private final Block block;

  /** Hooks of {@code managers}. */
  public ManagerHooks(ServiceQueries queries, BlueprintManagers managers, Block block) {
    this.queries = queries;
    this.managers = managers;
    this.block = block;
  }

  /** Who may slash in a service; empty where the manager answers by failing. */
  public Optional<AccountId> slashingOrigin(long blueprintId, ServiceBlueprint blueprint,
      long serviceId) {
    return origin(managers.querySlashingOrigin(managed(blueprintId, blueprint), serviceId));
  }

  /** Who may dispute in a service; empty where the manager answers by failing. */
  public Optional<AccountId> disputeOrigin(long blueprintId, ServiceBlueprint blueprint,
      long serviceId) {
    return origin(managers.queryDisputeOrigin(managed(blueprintId, blueprint), serviceId));
  }

  private Optional<AccountId> origin(OriginAnswer answer) {
    return switch (answer) {
      case OriginAnswer.Of(EvmAddress address) ->
          Optional.of(ServicesAccounts.accountOf(address));
      case OriginAnswer.Undecodable() -> throw ServicesError.EVM_ABI_DECODE.refusal();
      case OriginAnswer.Failed(HookAnswer why) -> {
        if (allowed(why)) {
          throw new IllegalStateException("a query that failed was allowed");
        }
        yield Optional.empty();
      }
    };
  }

  /** The managers behind this. */
  BlueprintManagers managers() {
    return managers;
  }

  /** The blueprint with its master manager; refused where there is none of that revision. */
  ManagedBlueprint managed(long id, ServiceBlueprint blueprint) {
    EvmAddress master = queries.masterOrNull(blueprint.masterRevision());
    if (master == null) {
      throw ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND.refusal();
    }
    return new ManagedBlueprint(id, blueprint, master);
  }

  /** Whether the hook allowed. Deposits {@code EvmReverted}; refuses with the runner's error. */
  boolean allowed(HookAnswer answer) {
    return switch (answer) {
      case HookAnswer.Plain plain -> plain == HookAnswer.Plain.ALLOWED;
      case HookAnswer.Reverted(var from, var to, var data, var reason) -> {
        block.deposit(new ServicesEvent.EvmReverted(from, to, data, reason));
        yield false;
      }
      case HookAnswer.Refused(DispatchError error) -> throw runnerRefused(error);
    };
  }

  /**
   * The refusal of a call whose error is the runner's own: with it comes the weight that the runner
   * used, one read ({@code RunnerError::weight}).
   */
  static Refusal runnerRefused(DispatchError error) {
    return new Refusal(error, new PostDispatch(Weight.ZERO.readsWrites(1, 0), true));
  }

  /** Refuses with {@code notAllowed} unless the hook allowed; the runner's error passes. */
  void ensureAllowed(HookAnswer answer, PalletError notAllowed) {
    if (!allowed(answer)) {
      throw notAllowed.refusal();
    }
  }

  /**
   * Asks a hook whose every dispatch error, that of a missing master manager too, becomes
   * {@code failed}, and refuses with {@code notAllowed} unless it allowed.
   */
  void ensureAllowed(long id, ServiceBlueprint blueprint,
      Function<ManagedBlueprint, HookAnswer> hook, PalletError failed, PalletError notAllowed) {
    HookAnswer answer = ask(id, blueprint, hook);
    if (answer == null || answer instanceof HookAnswer.Refused) {
      throw failed.refusal();
    }
    ensureAllowed(answer, notAllowed);
  }

  /**
   * Tells a hook what has happened: whether it allows does not matter, but a dispatch error becomes
   * {@code failed}.
   */
  void tell(long id, ServiceBlueprint blueprint, Function<ManagedBlueprint, HookAnswer> hook,
      PalletError failed) {
    HookAnswer answer = ask(id, blueprint, hook);
    if (answer == null || answer instanceof HookAnswer.Refused) {
      throw failed.refusal();
    }
    allowed(answer);
  }

  /**
   * Tells the manager of a blueprint something; whatever it answers changes nothing, and a blueprint
   * or manager that is not there is told nothing. Deposits {@code EvmReverted}.
   */
  public void tell(long blueprintId,
      BiFunction<BlueprintManagers, ManagedBlueprint, HookAnswer> hook) {
    var owned = queries.blueprintOrNull(blueprintId);
    if (owned != null && ask(blueprintId, owned.blueprint(),
        managed -> hook.apply(managers, managed)) instanceof HookAnswer.Reverted reverted) {
      allowed(reverted);
    }
  }

  private @Nullable HookAnswer ask(long id, ServiceBlueprint blueprint,
      Function<ManagedBlueprint, HookAnswer> hook) {
    EvmAddress master = queries.masterOrNull(blueprint.masterRevision());
    return master == null ? null : hook.apply(new ManagedBlueprint(id, blueprint, master));
  }
}
