package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorSnapshot;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
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
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys and values of the followed pallets in the chain's words. Total: what does not fit is
 * {@link Changed.Opaque}. Immutable.
 */
public final class ChangeReader {
  /** The pallets that are followed whole. */
  public static final List<String> PALLETS =
      List.of(ServicesCall.PALLET, RestakingCall.PALLET, RewardsCall.PALLET);

  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<Long> ROUND = Key.identity(Codecs.U32);
  private static final Key<AccountId> WHO = Key.identity(AccountId.CODEC);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);
  private static final Key<Asset> ASSET = Key.blake2Concat(Asset.CODEC);

  private final Map<Bytes, FollowedItem<?, ?>> items = new LinkedHashMap<>();

  /** A reader of all items of the followed pallets. */
  public ChangeReader() {
    services();
    jobs();
    restaking();
    rewards();
  }

  /** Each item as {@code Pallet.Item}. */
  public List<String> itemNames() {
    return items.values().stream().map(it -> it.pallet() + "." + it.name()).toList();
  }

  /** The item of a key; both empty when the key is of none. */
  record Place(String pallet, String item) {}

  /** The item of a key as {@code Pallet.Item}; empty when the key is of none. */
  public String itemOf(Bytes key) {
    FollowedItem<?, ?> item = item(key);
    return item == null ? "" : item.pallet() + "." + item.name();
  }

  Place place(Bytes key) {
    FollowedItem<?, ?> item = item(key);
    return item == null ? new Place("", "") : new Place(item.pallet(), item.name());
  }

  private @Nullable FollowedItem<?, ?> item(Bytes key) {
    return key.size() < Item.PREFIX_BYTES ? null
        : items.get(Bytes.wrap(Arrays.copyOf(key.array(), Item.PREFIX_BYTES)));
  }

  /** What the value {@code after} under {@code key} says; empty: it is gone. */
  public Changed read(Bytes key, Optional<Bytes> after) {
    FollowedItem<?, ?> item = item(key);
    return item == null ? new Changed.Opaque("", "") : item.read(key.array(), after);
  }

  private void add(FollowedItem<?, ?> item) {
    items.put(Bytes.wrap(item.prefix()), item);
  }

  private <V> void parameter(String pallet, String item, Codec<V> codec,
      ToLongFunction<V> number) {
    add(FollowedItem.value(pallet, item, codec, (key, value) -> new Changed.Parameter(pallet, item,
        value.map(number::applyAsLong).orElse(0L))));
  }

  private void services() {
    String pallet = ServicesCall.PALLET;
    parameter(pallet, "SlashingEnabled", Codecs.BOOL, on -> on ? 1 : 0);
    for (String next : List.of("NextBlueprintId", "NextServiceRequestId", "NextInstanceId",
        "NextJobCallId", "DefaultHeartbeatInterval", "DefaultSlashingWindow")) {
      parameter(pallet, next, Codecs.U64, Long::longValue);
    }
    parameter(pallet, "NextUnappliedSlashIndex", Codecs.U32, Long::longValue);
    parameter(pallet, "DefaultHeartbeatThreshold", Codecs.U8, Integer::longValue);
    parameter(pallet, "MasterBlueprintServiceManagerRevisions",
        Codecs.boundedVec(EvmAddress.CODEC, Codecs.UNBOUNDED), List::size);
    add(FollowedItem.map(pallet, "Blueprints", ID, Codecs.pair(AccountId.CODEC,
        ServiceBlueprint.CODEC, Changed.OwnedBlueprint::new, Changed.OwnedBlueprint::owner,
        Changed.OwnedBlueprint::blueprint), Changed.Blueprint::new));
    add(FollowedItem.map(pallet, "ServiceStatus", ID, ID, Codecs.unit(true),
        (blueprint, service, value) -> new Changed.ServiceStatus(blueprint, service,
            value.isPresent())));
    add(FollowedItem.map(pallet, "ServiceHeartbeats", ID, ID, HeartbeatStats.Heartbeat.CODEC,
        Changed.ServiceHeartbeat::new));
    add(FollowedItem.map(pallet, "ServiceOperatorHeartbeats", ID, ID, WHO, HeartbeatStats.CODEC,
        Changed.OperatorHeartbeats::new));
    add(FollowedItem.map(pallet, "Operators", ID, WHO, OperatorPreferences.CODEC,
        Changed.Registration::new));
    add(FollowedItem.map(pallet, "ServiceRequests", ID, ServiceRequest.CODEC,
        Changed.Request::new));
    add(FollowedItem.map(pallet, "Instances", ID, Service.CODEC, Changed.Instance::new));
    add(FollowedItem.map(pallet, "UserServices", WHO,
        Codecs.boundedSet(Codecs.U64, Codecs.UNBOUNDED),
        (user, services) -> new Changed.UserServices(user,
            services.orElse(Collections.emptySortedSet()))));
    add(FollowedItem.map(pallet, "UnappliedSlashes", ROUND, ROUND, UnappliedSlash.CODEC,
        Changed.Slash::new));
    add(FollowedItem.map(pallet, "OperatorsProfile", WHO, OperatorProfile.CODEC,
        Changed.Profile::new));
    add(FollowedItem.map(pallet, "StagingServicePayments", ID, StagingServicePayment.CODEC,
        Changed.StagedPayment::new));
  }

  private void jobs() {
    String pallet = ServicesCall.PALLET;
    add(FollowedItem.map(pallet, "JobCalls", ID, ID, JobCall.CODEC, Changed.Job::new));
    add(FollowedItem.map(pallet, "JobResults", ID, ID, JobCallResult.CODEC,
        Changed.JobResult::new));
    add(FollowedItem.map(pallet, "JobSubscriptionBillings", ID, Key.identity(Codecs.U8), WHO,
        JobSubscriptionBilling.CODEC, Changed.Subscription::new));
    add(FollowedItem.map(pallet, "JobPayments", ID, ID, JobPayment.CODEC, Changed.Payment::new));
    add(FollowedItem.map(pallet, "UserSubscriptionCount", WHO, Codecs.U32,
        (user, count) -> new Changed.SubscriptionCount(user, count.orElse(0L))));
  }

  private void restaking() {
    String pallet = RestakingCall.PALLET;
    add(FollowedItem.map(pallet, "Operators", ACCOUNT, OperatorMetadata.CODEC,
        Changed.Operator::new));
    parameter(pallet, "CurrentRound", Codecs.U32, Long::longValue);
    add(FollowedItem.map(pallet, "AtStake", Key.blake2Concat(Codecs.U32), ACCOUNT,
        OperatorSnapshot.CODEC, Changed.AtStake::new));
    add(FollowedItem.map(pallet, "Delegators", ACCOUNT, DelegatorMetadata.CODEC,
        Changed.Delegator::new));
  }

  private void rewards() {
    String pallet = RewardsCall.PALLET;
    add(FollowedItem.map(pallet, "TotalRewardVaultScore", VAULT, Balance.CODEC,
        Changed.VaultScore::new));
    add(FollowedItem.map(pallet, "TotalRewardVaultDeposit", VAULT, Balance.CODEC,
        Changed.VaultDeposit::new));
    add(FollowedItem.map(pallet, "UserServiceReward", ACCOUNT, ASSET, Balance.CODEC,
        Changed.ServiceReward::new));
    add(FollowedItem.map(pallet, "UserClaimedReward", ACCOUNT, VAULT, ClaimedReward.CODEC,
        Changed.Claimed::new));
    add(FollowedItem.map(pallet, "RewardVaults", VAULT, Codecs.list(Asset.CODEC),
        Changed.VaultAssets::new));
    add(FollowedItem.map(pallet, "AssetLookupRewardVaults", ASSET, Codecs.U32,
        Changed.VaultOfAsset::new));
    add(FollowedItem.map(pallet, "RewardConfigStorage", VAULT, RewardConfig.CODEC,
        Changed.VaultConfig::new));
    add(FollowedItem.map(pallet, "RewardVaultsPotAccount", VAULT, AccountId.CODEC,
        Changed.VaultPot::new));
    parameter(pallet, "ApyBlocks", Codecs.U64, Long::longValue);
    parameter(pallet, "DecayStartPeriod", Codecs.U64, Long::longValue);
    parameter(pallet, "DecayRate", Perbill.CODEC, Perbill::parts);
    add(FollowedItem.map(pallet, "VaultMetadataStore", VAULT, VaultMetadata.CODEC,
        Changed.VaultName::new));
    add(FollowedItem.map(pallet, "PendingOperatorRewards", ACCOUNT,
        Codecs.boundedVec(PendingReward.CODEC, Codecs.UNBOUNDED),
        Changed.PendingRewards::new));
  }
}
