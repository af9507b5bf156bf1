package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;

/**
 * Storage keys that an event shows to be written: asked for at once, they save rounds of search. What
 * is missing here is found all the same, more slowly.
 */
final class TouchedKeys {
  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<Long> ROUND = Key.identity(Codecs.U32);
  private static final Key<AccountId> WHO = Key.identity(AccountId.CODEC);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);

  private final List<Bytes> keys = new ArrayList<>();

  private TouchedKeys() {}

  /** The keys that {@code event} shows to be written. */
  static List<Bytes> of(Event event) {
    var touched = new TouchedKeys();
    switch (event) {
      case ServicesEvent services -> touched.services(services);
      case RestakingEvent restaking -> touched.restaking(restaking);
      case RewardsEvent rewards -> touched.rewards(rewards);
      default -> {} // of pallets that are not followed
    }
    return touched.keys;
  }

  private void value(String pallet, String item) {
    keys.add(Keys.of(pallet, item));
  }

  private <A> void key(String pallet, String item, Key<A> form, A key) {
    keys.add(Keys.of(pallet, item, form, key));
  }

  private <A, B> void key(String pallet, String item, Key<A> first, A a, Key<B> second, B b) {
    keys.add(Keys.of(pallet, item, first, a, second, b));
  }

  private void services(String item) {
    value(ServicesCall.PALLET, item);
  }

  private void services(String item, long id) {
    key(ServicesCall.PALLET, item, ID, id);
  }

  private void services(String item, long first, long second) {
    key(ServicesCall.PALLET, item, ID, first, ID, second);
  }

  private void registration(long blueprint, AccountId operator) {
    key(ServicesCall.PALLET, "Operators", ID, blueprint, WHO, operator);
    key(ServicesCall.PALLET, "OperatorsProfile", WHO, operator);
  }

  private void services(ServicesEvent event) {
    switch (event) {
      case ServicesEvent.BlueprintCreated it -> {
        services("NextBlueprintId");
        services("Blueprints", it.blueprintId());
      }
      case ServicesEvent.PreRegistration it -> {}
      case ServicesEvent.Registered it -> registration(it.blueprintId(), it.provider());
      case ServicesEvent.Unregistered it -> registration(it.blueprintId(), it.operator());
      case ServicesEvent.RpcAddressUpdated it -> registration(it.blueprintId(), it.operator());
      case ServicesEvent.ServiceRequested it -> {
        services("NextServiceRequestId");
        services("ServiceRequests", it.requestId());
        services("StagingServicePayments", it.requestId());
      }
      case ServicesEvent.ServiceRequestApproved it -> request(it.requestId());
      case ServicesEvent.ServiceRequestRejected it -> request(it.requestId());
      case ServicesEvent.ServiceInitiated it -> {
        request(it.requestId());
        services("NextInstanceId");
        instance(it.blueprintId(), it.serviceId(), it.owner());
      }
      case ServicesEvent.ServiceTerminated it ->
          instance(it.blueprintId(), it.serviceId(), it.owner());
      case ServicesEvent.JobCalled it -> {
        services("NextJobCallId");
        services("JobCalls", it.serviceId(), it.callId());
      }
      case ServicesEvent.PayOncePaymentProcessed it ->
          services("JobPayments", it.serviceId(), it.callId());
      case ServicesEvent.SubscriptionBillingProcessed it -> {}
      case ServicesEvent.RewardDistributed it -> {}
      case ServicesEvent.JobResultSubmitted it ->
          services("JobResults", it.serviceId(), it.callId());
      case ServicesEvent.EvmReverted it -> {}
      case ServicesEvent.UnappliedSlash it -> {
        services("NextUnappliedSlashIndex");
        slash(it.era(), it.index());
      }
      case ServicesEvent.SlashDiscarded it -> slash(it.era(), it.index());
      case ServicesEvent.MasterBlueprintServiceManagerRevised it ->
          services("MasterBlueprintServiceManagerRevisions");
      case ServicesEvent.RequestForQuote it -> {}
      case ServicesEvent.HeartbeatReceived it -> {
        services("ServiceHeartbeats", it.blueprintId(), it.serviceId());
        heartbeats(it);
      }
      case ServicesEvent.DefaultHeartbeatThresholdUpdated it ->
          services("DefaultHeartbeatThreshold");
      case ServicesEvent.DefaultHeartbeatIntervalUpdated it -> services("DefaultHeartbeatInterval");
      case ServicesEvent.DefaultHeartbeatSlashingWindowUpdated it ->
          services("DefaultSlashingWindow");
    }
  }

  private void slash(long round, long index) {
    key(ServicesCall.PALLET, "UnappliedSlashes", ROUND, round, ROUND, index);
  }

  private void request(long request) {
    services("ServiceRequests", request);
    services("StagingServicePayments", request);
  }

  private void instance(long blueprint, long service, AccountId owner) {
    services("Instances", service);
    services("ServiceStatus", blueprint, service);
    key(ServicesCall.PALLET, "UserServices", WHO, owner);
  }

  private void heartbeats(ServicesEvent.HeartbeatReceived it) {
    keys.add(Keys.of(ServicesCall.PALLET, "ServiceOperatorHeartbeats", ID, it.blueprintId(), ID,
        it.serviceId(), WHO, it.operator()));
  }

  private void operator(AccountId who) {
    key(RestakingCall.PALLET, "Operators", ACCOUNT, who);
  }

  private void delegator(AccountId who) {
    key(RestakingCall.PALLET, "Delegators", ACCOUNT, who);
  }

  private void delegation(AccountId delegator, AccountId operator) {
    delegator(delegator);
    operator(operator);
  }

  private void restaking(RestakingEvent event) {
    switch (event) {
      case RestakingEvent.OperatorJoined it -> operator(it.who());
      case RestakingEvent.OperatorLeavingScheduled it -> operator(it.who());
      case RestakingEvent.OperatorLeaveCancelled it -> operator(it.who());
      case RestakingEvent.OperatorLeaveExecuted it -> operator(it.who());
      case RestakingEvent.OperatorBondMore it -> operator(it.who());
      case RestakingEvent.OperatorBondLessScheduled it -> operator(it.who());
      case RestakingEvent.OperatorBondLessExecuted it -> operator(it.who());
      case RestakingEvent.OperatorBondLessCancelled it -> operator(it.who());
      case RestakingEvent.OperatorWentOffline it -> operator(it.who());
      case RestakingEvent.OperatorWentOnline it -> operator(it.who());
      case RestakingEvent.Deposited it -> delegator(it.who());
      case RestakingEvent.ScheduledWithdraw it -> delegator(it.who());
      case RestakingEvent.ExecutedWithdraw it -> delegator(it.who());
      case RestakingEvent.CancelledWithdraw it -> delegator(it.who());
      case RestakingEvent.Delegated it -> delegation(it.who(), it.operator());
      case RestakingEvent.DelegatorUnstakeScheduled it -> delegation(it.who(), it.operator());
      case RestakingEvent.DelegatorUnstakeExecuted it -> delegation(it.who(), it.operator());
      case RestakingEvent.DelegatorUnstakeCancelled it -> delegation(it.who(), it.operator());
      case RestakingEvent.OperatorSlashed it -> operator(it.operator());
      case RestakingEvent.DelegatorSlashed it -> delegator(it.delegator());
      case RestakingEvent.NominatedSlash it -> delegation(it.delegator(), it.operator());
      case RestakingEvent.EvmReverted it -> {}
      case RestakingEvent.NominationDelegated it -> delegation(it.who(), it.operator());
      case RestakingEvent.NominationUnstakeScheduled it -> delegation(it.who(), it.operator());
      case RestakingEvent.NominationUnstakeExecuted it -> delegation(it.who(), it.operator());
      case RestakingEvent.NominationUnstakeCancelled it -> delegation(it.who(), it.operator());
    }
  }

  private void vault(String item, long vault) {
    key(RewardsCall.PALLET, item, VAULT, vault);
  }

  private void rewards(RewardsEvent event) {
    switch (event) {
      case RewardsEvent.RewardsClaimed it -> {}
      case RewardsEvent.IncentiveAPYAndCapSet it -> vault("RewardConfigStorage", it.vaultId());
      case RewardsEvent.BlueprintWhitelisted it -> {}
      case RewardsEvent.AssetUpdatedInVault it -> vault("RewardVaults", it.vaultId());
      case RewardsEvent.VaultRewardConfigUpdated it ->
          vault("RewardConfigStorage", it.vaultId());
      case RewardsEvent.RewardVaultCreated it -> {
        vault("RewardConfigStorage", it.vaultId());
        vault("RewardVaultsPotAccount", it.vaultId());
      }
      case RewardsEvent.TotalScoreUpdated it -> vault("TotalRewardVaultScore", it.vaultId());
      case RewardsEvent.TotalDepositUpdated it -> vault("TotalRewardVaultDeposit", it.vaultId());
      case RewardsEvent.DecayConfigUpdated it -> {
        value(RewardsCall.PALLET, "DecayStartPeriod");
        value(RewardsCall.PALLET, "DecayRate");
      }
      case RewardsEvent.ApyBlocksUpdated it -> value(RewardsCall.PALLET, "ApyBlocks");
      case RewardsEvent.VaultMetadataSet it -> vault("VaultMetadataStore", it.vaultId());
      case RewardsEvent.VaultMetadataRemoved it -> vault("VaultMetadataStore", it.vaultId());
      case RewardsEvent.RewardRecorded it -> pending(it.operator());
      case RewardsEvent.OperatorRewardsClaimed it -> pending(it.operator());
    }
  }

  private void pending(AccountId operator) {
    key(RewardsCall.PALLET, "PendingOperatorRewards", ACCOUNT, operator);
  }
}
