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
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
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
    return direct(blueprint.blueprint().manager(), Hook.MANAGER_BLUEPRINT_CREATED);
  }

  /** A contract that is called itself has nobody to pass a call on to. */
  private HookAnswer direct(EvmAddress contract, Hook hook) {
    return switch (scripts.get(contract).answer(hook)) {
      case ACCEPT, ABSENT -> HookAnswer.ALLOWED;
      case REVERT, FORWARD -> reverted(contract);
      case OUT_OF_GAS -> HookAnswer.Plain.BROKEN;
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
  public HookAnswer onUnregister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return hook(blueprint, Hook.UNREGISTER);
  }

  @Override
  public HookAnswer onUpdateRpcAddress(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return hook(blueprint, Hook.UPDATE_RPC_ADDRESS);
  }

  @Override
  public HookAnswer onUpdatePriceTargets(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return hook(blueprint, Hook.UPDATE_PRICE_TARGETS);
  }

  @Override
  public HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request) {
    return hook(blueprint, Hook.REQUEST);
  }

  @Override
  public HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId, Percent percent) {
    return hook(blueprint, Hook.APPROVE);
  }

  @Override
  public HookAnswer onReject(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId) {
    return hook(blueprint, Hook.REJECT);
  }

  @Override
  public HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId,
      long serviceId, AccountId owner, List<AccountId> permittedCallers, long ttl) {
    return hook(blueprint, Hook.SERVICE_INITIALIZED);
  }

  @Override
  public HookAnswer onServiceTermination(ManagedBlueprint blueprint, long serviceId,
      AccountId owner) {
    return hook(blueprint, Hook.SERVICE_TERMINATION);
  }

  @Override
  public HookAnswer canJoin(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences) {
    return hook(blueprint, Hook.CAN_JOIN);
  }

  @Override
  public HookAnswer onOperatorJoined(ManagedBlueprint blueprint, long serviceId,
      AccountId operator, OperatorPreferences preferences) {
    return hook(blueprint, Hook.OPERATOR_JOINED);
  }

  @Override
  public HookAnswer canLeave(ManagedBlueprint blueprint, long serviceId, AccountId operator) {
    return hook(blueprint, Hook.CAN_LEAVE);
  }

  @Override
  public HookAnswer onOperatorLeft(ManagedBlueprint blueprint, long serviceId,
      AccountId operator) {
    return hook(blueprint, Hook.OPERATOR_LEFT);
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

  @Override
  public HookAnswer onUnappliedSlash(ManagedBlueprint blueprint, long serviceId,
      AccountId offender, Percent percent) {
    return hook(blueprint, Hook.UNAPPLIED_SLASH);
  }

  @Override
  public HookAnswer onSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent) {
    return hook(blueprint, Hook.SLASH);
  }

  @Override
  public HookAnswer onSlashEvent(EvmAddress contract, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {
    return direct(contract, Hook.SLASH_EVENT);
  }

  private HookAnswer hook(ManagedBlueprint blueprint, Hook hook) {
    EvmAddress master = blueprint.master();
    return switch (scripts.get(master).answer(hook)) {
      case ACCEPT, ABSENT -> HookAnswer.ALLOWED;
      case REVERT -> reverted(master);
      case FORWARD -> switch (scripts.get(blueprint.blueprint().manager()).answer(hook)) {
        case ACCEPT -> HookAnswer.ALLOWED;
        case REVERT, ABSENT, FORWARD -> reverted(master);
        case OUT_OF_GAS -> HookAnswer.Plain.BROKEN;
      };
      case OUT_OF_GAS -> HookAnswer.Plain.BROKEN;
    };
  }

  @Override
  public OriginAnswer querySlashingOrigin(ManagedBlueprint blueprint, long serviceId) {
    return origin(blueprint, Hook.SLASHING_ORIGIN, ManagerScript::slashingOrigin);
  }

  @Override
  public OriginAnswer queryDisputeOrigin(ManagedBlueprint blueprint, long serviceId) {
    return origin(blueprint, Hook.DISPUTE_ORIGIN, ManagerScript::disputeOrigin);
  }

  private OriginAnswer origin(ManagedBlueprint blueprint, Hook hook,
      Function<ManagerScript, @Nullable EvmAddress> said) {
    return switch (query(blueprint, hook, said)) {
      case Said.Value<EvmAddress>(EvmAddress address) -> new OriginAnswer.Of(address);
      case Said.Nothing<EvmAddress>() -> OriginAnswer.UNDECODABLE;
      case Said.Failure<EvmAddress>(HookAnswer why) -> new OriginAnswer.Failed(why);
    };
  }

  @Override
  public SettingAnswer getHeartbeatInterval(ManagedBlueprint blueprint, long serviceId) {
    return setting(blueprint, Hook.HEARTBEAT_INTERVAL, script -> script.heartbeats().interval());
  }

  @Override
  public SettingAnswer getHeartbeatThreshold(ManagedBlueprint blueprint, long serviceId) {
    return setting(blueprint, Hook.HEARTBEAT_THRESHOLD,
        script -> script.heartbeats().threshold());
  }

  @Override
  public SettingAnswer getSlashingWindow(ManagedBlueprint blueprint, long serviceId) {
    return setting(blueprint, Hook.SLASHING_WINDOW, script -> script.heartbeats().window());
  }

  private SettingAnswer setting(ManagedBlueprint blueprint, Hook hook,
      Function<ManagerScript, SettingAnswer.@Nullable Of> said) {
    return switch (query(blueprint, hook, said)) {
      case Said.Value<SettingAnswer.Of>(SettingAnswer.Of setting) -> setting;
      case Said.Nothing<SettingAnswer.Of>() -> SettingAnswer.UNDECODABLE;
      case Said.Failure<SettingAnswer.Of>(HookAnswer why) -> new SettingAnswer.Failed(why);
    };
  }

  /** What a query came to: a value, an answer of an address without code, or none. */
  private sealed interface Said<T> {
    record Value<T>(T value) implements Said<T> {}

    record Nothing<T>() implements Said<T> {}

    record Failure<T>(HookAnswer why) implements Said<T> {}
  }

  private <T> Said<T> query(ManagedBlueprint blueprint, Hook hook,
      Function<ManagerScript, @Nullable T> said) {
    EvmAddress master = blueprint.master();
    ManagerScript script = scripts.get(master);
    Answer answer = script.answer(hook);
    if (answer == Answer.ABSENT) {
      return new Said.Nothing<>();
    }
    if (answer == Answer.FORWARD) {
      script = scripts.get(blueprint.blueprint().manager());
      answer = script.answer(hook);
    }
    if (answer == Answer.OUT_OF_GAS) {
      return new Said.Failure<>(HookAnswer.Plain.BROKEN);
    }
    T value = answer == Answer.ACCEPT ? said.apply(script) : null;
    return value == null ? new Said.Failure<>(reverted(master)) : new Said.Value<>(value);
  }

  /** The event that the pallet deposits for this goes with the call that fails by it. */
  private static HookAnswer reverted(EvmAddress by) {
    return new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM, by, Bytes.EMPTY, Bytes.EMPTY);
  }
}
