package io.fairlead.runtime.managers;

import io.fairlead.restaking.Currency;
import io.fairlead.runtime.managers.ManagerScript.Answer;
import io.fairlead.runtime.managers.ManagerScript.Hook;
import io.fairlead.services.BlueprintManagers;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.ManagedBlueprint;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.RequestedService;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Managers that answer from scripts, by contract address. The scripts are part of the state: an item
 * of our own, {@code Fairlead.ManagerScripts}, which metadata does not tell of, written by genesis and
 * by nothing else.
 */
public final class ScriptedManagers implements BlueprintManagers {
  private final StorageMap<EvmAddress, ManagerScript> scripts;
  private final Currency currency;

  /** Managers over the scripts in {@code store}; values move in {@code currency}. */
  public ScriptedManagers(Store store, Currency currency) {
    this.scripts = StorageMap.of(store, "Fairlead", "ManagerScripts",
        Key.blake2Concat(EvmAddress.CODEC), ManagerScript.CODEC, ManagerScript.NONE);
    this.currency = currency;
  }

  /** Puts a contract at {@code address}; for genesis. */
  public void deploy(EvmAddress address, ManagerScript script) {
    scripts.put(address, script);
  }

  @Override
  public HookAnswer onManagerBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    EvmAddress manager = blueprint.blueprint().manager();
    Answer answer = scripts.get(manager).answer(Hook.MANAGER_BLUEPRINT_CREATED);
    return switch (answer) {
      case ACCEPT, ABSENT -> HookAnswer.ALLOWED;
      case REVERT, FORWARD -> reverted(manager);
    };
  }

  @Override
  public HookAnswer onBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    return hook(blueprint, Hook.BLUEPRINT_CREATED);
  }

  @Override
  public HookAnswer onRegister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, List<Field> args, Balance value) {
    HookAnswer answer = hook(blueprint, Hook.REGISTER);
    if (answer == HookAnswer.ALLOWED) {
      currency.transfer(ServicesAccounts.PALLET, ServicesAccounts.accountOf(blueprint.master()),
          value, Currency.Existence.ALLOW_DEATH);
    }
    return answer;
  }

  @Override
  public HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request) {
    return hook(blueprint, Hook.REQUEST);
  }

  @Override
  public HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId) {
    return hook(blueprint, Hook.APPROVE);
  }

  @Override
  public HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId,
      long serviceId, AccountId owner, List<AccountId> permittedCallers, long ttl) {
    return hook(blueprint, Hook.SERVICE_INITIALIZED);
  }

  @Override
  public HookAnswer onJobCall(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      List<Field> inputs) {
    return hook(blueprint, Hook.JOB_CALL);
  }

  @Override
  public HookAnswer onJobResult(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      AccountId operator, OperatorPreferences preferences, List<Field> inputs,
      List<Field> outputs) {
    return hook(blueprint, Hook.JOB_RESULT);
  }

  private HookAnswer hook(ManagedBlueprint blueprint, Hook hook) {
    EvmAddress master = blueprint.master();
    return switch (scripts.get(master).answer(hook)) {
      case ACCEPT, ABSENT -> HookAnswer.ALLOWED;
      case REVERT -> reverted(master);
      case FORWARD -> switch (scripts.get(blueprint.blueprint().manager()).answer(hook)) {
        case ACCEPT -> HookAnswer.ALLOWED;
        case REVERT, ABSENT, FORWARD -> reverted(master);
      };
    };
  }

  @Override
  public OriginAnswer querySlashingOrigin(ManagedBlueprint blueprint, long serviceId) {
    return query(blueprint, Hook.SLASHING_ORIGIN, ManagerScript::slashingOrigin);
  }

  @Override
  public OriginAnswer queryDisputeOrigin(ManagedBlueprint blueprint, long serviceId) {
    return query(blueprint, Hook.DISPUTE_ORIGIN, ManagerScript::disputeOrigin);
  }

  private OriginAnswer query(ManagedBlueprint blueprint, Hook hook,
      Function<ManagerScript, @Nullable EvmAddress> origin) {
    EvmAddress master = blueprint.master();
    ManagerScript script = scripts.get(master);
    Answer answer = script.answer(hook);
    if (answer == Answer.ABSENT) {
      return OriginAnswer.UNDECODABLE;
    }
    if (answer == Answer.FORWARD) {
      script = scripts.get(blueprint.blueprint().manager());
      answer = script.answer(hook);
    }
    EvmAddress address = answer == Answer.ACCEPT ? origin.apply(script) : null;
    return address == null ? new OriginAnswer.Failed(reverted(master))
        : new OriginAnswer.Of(address);
  }

  /** The event that the pallet deposits for this goes with the call that fails by it. */
  private static HookAnswer reverted(EvmAddress by) {
    return new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM, by, Bytes.EMPTY, Bytes.EMPTY);
  }
}
