package io.fairlead.services;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/**
 * The managers of blueprints: one method a hook or query of the calls present. The runtime answers,
 * by scripts or by contracts.
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

  /** {@code onRequest(uint64,RequestParams)}. */
  HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request);

  /** {@code onApprove(uint64,(bytes,string),uint64,uint8)}; the percent is always 0. */
  HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId);

  /** {@code onServiceInitialized(uint64,uint64,uint64,address,address[],uint64)}. */
  HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId, long serviceId,
      AccountId owner, List<AccountId> permittedCallers, long ttl);

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
}
