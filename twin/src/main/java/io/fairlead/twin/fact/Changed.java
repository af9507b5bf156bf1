package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorSnapshot;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A changed value of a followed pallet, one case for each storage item. An empty value is gone: absent,
 * or back at its default.
 */
public sealed interface Changed {

  // --- Services ---

  /** {@code Services.Blueprints}. */
  record Blueprint(long blueprint, Optional<OwnedBlueprint> value) implements Changed {}

  /** Who made a blueprint, and the blueprint. */
  record OwnedBlueprint(AccountId owner, ServiceBlueprint blueprint) {}

  /** {@code Services.ServiceStatus}: whether an instance of a blueprint runs. */
  record ServiceStatus(long blueprint, long service, boolean isActive) implements Changed {}

  /** {@code Services.ServiceHeartbeats}. */
  record ServiceHeartbeat(long blueprint, long service,
      Optional<HeartbeatStats.Heartbeat> value) implements Changed {}

  /** {@code Services.ServiceOperatorHeartbeats}. */
  record OperatorHeartbeats(long blueprint, long service, AccountId operator,
      Optional<HeartbeatStats> value) implements Changed {}

  /** {@code Services.Operators}: preferences of an operator for a blueprint. */
  record Registration(long blueprint, AccountId operator,
      Optional<OperatorPreferences> value) implements Changed {}

  /** {@code Services.ServiceRequests}. */
  record Request(long request, Optional<ServiceRequest> value) implements Changed {}

  /** {@code Services.Instances}. */
  record Instance(long service, Optional<Service> value) implements Changed {}

  /** {@code Services.UserServices}: services that an account owns. */
  record UserServices(AccountId user, SortedSet<Long> services) implements Changed {}

  /** {@code Services.JobCalls}. */
  record Job(long service, long call, Optional<JobCall> value) implements Changed {}

  /** {@code Services.JobResults}. */
  record JobResult(long service, long call, Optional<JobCallResult> value) implements Changed {}

  /** {@code Services.UnappliedSlashes}. */
  record Slash(long round, long index, Optional<UnappliedSlash> value) implements Changed {}

  /** {@code Services.OperatorsProfile}. */
  record Profile(AccountId operator, Optional<OperatorProfile> value) implements Changed {}

  /** {@code Services.StagingServicePayments}. */
  record StagedPayment(long request, Optional<StagingServicePayment> value) implements Changed {}

  /** {@code Services.JobSubscriptionBillings}. */
  record Subscription(long service, int job, AccountId subscriber,
      Optional<JobSubscriptionBilling> value) implements Changed {}

  /** {@code Services.JobPayments}. */
  record Payment(long service, long call, Optional<JobPayment> value) implements Changed {}

  /** {@code Services.UserSubscriptionCount}. */
  record SubscriptionCount(AccountId user, long count) implements Changed {}

  // --- MultiAssetDelegation ---

  /** {@code MultiAssetDelegation.Operators}. */
  record Operator(AccountId operator, Optional<OperatorMetadata> value) implements Changed {}

  /** {@code MultiAssetDelegation.AtStake}: an operator at the start of a round. */
  record AtStake(long round, AccountId operator,
      Optional<OperatorSnapshot> value) implements Changed {}

  /** {@code MultiAssetDelegation.Delegators}. */
  record Delegator(AccountId delegator, Optional<DelegatorMetadata> value) implements Changed {}

  // --- Rewards ---

  /** {@code Rewards.TotalRewardVaultScore}. */
  record VaultScore(long vault, Optional<Balance> value) implements Changed {}

  /** {@code Rewards.TotalRewardVaultDeposit}. */
  record VaultDeposit(long vault, Optional<Balance> value) implements Changed {}

  /** {@code Rewards.UserServiceReward}. */
  record ServiceReward(AccountId user, Asset asset, Optional<Balance> value)
      implements Changed {}

  /** {@code Rewards.UserClaimedReward}. */
  record Claimed(AccountId user, long vault, Optional<ClaimedReward> value) implements Changed {}

  /** {@code Rewards.RewardVaults}: assets of a vault. */
  record VaultAssets(long vault, Optional<List<Asset>> value) implements Changed {}

  /** {@code Rewards.AssetLookupRewardVaults}. */
  record VaultOfAsset(Asset asset, Optional<Long> vault) implements Changed {}

  /** {@code Rewards.RewardConfigStorage}. */
  record VaultConfig(long vault, Optional<RewardConfig> value) implements Changed {}

  /** {@code Rewards.RewardVaultsPotAccount}. */
  record VaultPot(long vault, Optional<AccountId> value) implements Changed {}

  /** {@code Rewards.VaultMetadataStore}. */
  record VaultName(long vault, Optional<VaultMetadata> value) implements Changed {}

  /** {@code Rewards.PendingOperatorRewards}. */
  record PendingRewards(AccountId operator, Optional<List<PendingReward>> value)
      implements Changed {}

  // --- any ---

  /**
   * A value of the chain as a whole: counters, the round, defaults of heartbeats, parameters.
   *
   * @param value as a number; of a list of revisions its length
   */
  record Parameter(String pallet, String item, long value) implements Changed {}

  /** A key or value of another shape than this program knows, or of an item that it does not know. */
  record Opaque(String pallet, String item) implements Changed {}
}
