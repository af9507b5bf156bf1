package io.fairlead.services;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;

/**
 * The managers of blueprints: one method a hook or query of the contracts' interface. The runtime
 * answers, by scripts or by contracts. Where the caller of a hook stands in an argument of its own,
 * scripts may use it although the contract is not told.
 *
 * <p>Every call is made by {@link ServicesAccounts#PALLET_EVM}, with no value except
 * {@link #onRegister}, and with 2,000,000 gas (500,000 for the manager's own
 * {@link #onManagerBlueprintCreated}). Where a contract wants an address for an account it gets the
 * first 20 bytes of the account. Fields never hold a negative integer: the pallet has panicked before,
 * as the chain does when it converts fields to ABI tokens.
 */
public interface BlueprintManagers {

  /**
   * {@code onBlueprintCreated(uint64,address,address)}, called on the manager itself, with the master
   * manager as last argument.
   */
  HookAnswer onManagerBlueprintCreated(ManagedBlueprint blueprint, AccountId owner);

  /** {@code onBlueprintCreated(uint64,address,Blueprint)} of the master manager. */
  HookAnswer onBlueprintCreated(ManagedBlueprint blueprint, AccountId owner);

  /**
   * {@code onRegister(uint64,(bytes,string),bytes)}. If the answer is {@code ALLOWED}, {@code value}
   * planck have moved from {@link ServicesAccounts#PALLET} to the account of the master manager:
   * that is the message's value.
   */
  HookAnswer onRegister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, List<Field> args, Balance value);

  /** {@code onUnregister(uint64,(bytes,string))}. */
  HookAnswer onUnregister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences);

  /** {@code onUpdateRpcAddress(uint64,(bytes,string))}, with the new address. */
  HookAnswer onUpdateRpcAddress(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences);

  /** {@code onUpdatePriceTargets(uint64,(bytes,string))}. The chain never calls it. */
  HookAnswer onUpdatePriceTargets(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences);

  /** {@code onRequest(uint64,RequestParams)}. */
  HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request);

  /** {@code onApprove(uint64,(bytes,string),uint64,uint8)}; on chain the percent is always 0. */
  HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId, Percent percent);

  /** {@code onReject(uint64,(bytes,string),uint64)}. */
  HookAnswer onReject(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId);

  /** {@code onServiceInitialized(uint64,uint64,uint64,address,address[],uint64)}. */
  HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId, long serviceId,
      AccountId owner, List<AccountId> permittedCallers, long ttl);

  /** {@code onServiceTermination(uint64,uint64,address)}. */
  HookAnswer onServiceTermination(ManagedBlueprint blueprint, long serviceId, AccountId owner);

  /** {@code canJoin(uint64,uint64,address,(bytes,string))}. */
  HookAnswer canJoin(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences);

  /**
   * {@code onOperatorJoined(uint64,uint64,address,(bytes,string))}, after the operator joined: the
   * answer changes nothing unless the runner refused.
   */
  HookAnswer onOperatorJoined(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences);

  /** {@code canLeave(uint64,uint64,address)}. */
  HookAnswer canLeave(ManagedBlueprint blueprint, long serviceId, AccountId operator);

  /** {@code onOperatorLeft(uint64,uint64,address)}, after the operator left: as with joining. */
  HookAnswer onOperatorLeft(ManagedBlueprint blueprint, long serviceId, AccountId operator);

  /** {@code onJobCall(uint64,uint64,uint8,uint64,bytes)}. */
  HookAnswer onJobCall(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      List<Field> inputs);

  /** {@code onJobResult(uint64,uint64,uint8,uint64,(bytes,string),bytes,bytes)}. */
  HookAnswer onJobResult(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      AccountId operator, OperatorPreferences preferences, List<Field> inputs,
      List<Field> outputs);

  /** {@code querySlashingOrigin(uint64,uint64)}: who may slash. */
  OriginAnswer querySlashingOrigin(ManagedBlueprint blueprint, long serviceId);

  /** {@code queryDisputeOrigin(uint64,uint64)}: who may dispute. */
  OriginAnswer queryDisputeOrigin(ManagedBlueprint blueprint, long serviceId);

  /** {@code getHeartbeatInterval(uint64,uint64)}: blocks between two heartbeats of an operator. */
  SettingAnswer getHeartbeatInterval(ManagedBlueprint blueprint, long serviceId);

  /** {@code getHeartbeatThreshold(uint64,uint64)}: heartbeats that an operator may miss. */
  SettingAnswer getHeartbeatThreshold(ManagedBlueprint blueprint, long serviceId);

  /** {@code getSlashingWindow(uint64,uint64)}: blocks in which a missed heartbeat is slashed. */
  SettingAnswer getSlashingWindow(ManagedBlueprint blueprint, long serviceId);

  /** {@code onUnappliedSlash(uint64,bytes,uint8)}: a slash was queued. The chain never calls it. */
  HookAnswer onUnappliedSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent);

  /** {@code onSlash(uint64,bytes,uint8)}: a slash was taken. The chain never calls it. */
  HookAnswer onSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent);

  /**
   * {@code onSlashEvent(uint64,uint64,bytes,uint256)} of {@code contract}, which need be nobody's
   * manager: {@code amount} was slashed. The chain never calls it.
   */
  HookAnswer onSlashEvent(EvmAddress contract, long blueprintId, long serviceId,
      AccountId operator, Balance amount);
}
