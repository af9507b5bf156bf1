package io.fairlead.services;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.KeyIndex;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageTripleMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The items of Services ({@code pallet_services}), all keys under {@code Identity}. Numbers of things
 * are u64, rounds and slash indices u32.
 */
public final class ServicesStorage {
  /** The order of storage keys: slash indices by their little-endian bytes, 0, 256, 1, 257, …. */
  public static final Comparator<Long> BY_KEY_BYTES =
      (a, b) -> Integer.compareUnsigned(Integer.reverseBytes(a.intValue()),
          Integer.reverseBytes(b.intValue()));

  /** Slash indices by number, for rule {@code slashing.order}. */
  public static final Comparator<Long> BY_NUMBER = Comparator.naturalOrder();

  /** The order of storage keys: service by its little-endian bytes, job, subscriber. */
  private static final Comparator<StorageTripleMap.Keys<Long, Integer, AccountId>> BILLINGS =
      Comparator.<StorageTripleMap.Keys<Long, Integer, AccountId>>comparingLong(
          key -> Long.reverseBytes(key.first()) ^ Long.MIN_VALUE)
          .thenComparing(StorageTripleMap.Keys::second)
          .thenComparing(StorageTripleMap.Keys::third);

  /** The order of storage keys: blueprint and service by their little-endian bytes, operator. */
  private static final Comparator<StorageTripleMap.Keys<Long, Long, AccountId>> HEARTBEATS =
      Comparator.<StorageTripleMap.Keys<Long, Long, AccountId>>comparingLong(
          key -> Long.reverseBytes(key.first()) ^ Long.MIN_VALUE)
          .thenComparingLong(key -> Long.reverseBytes(key.second()) ^ Long.MIN_VALUE)
          .thenComparing(StorageTripleMap.Keys::third);

  /** Who made a blueprint, and the blueprint. */
  public record OwnedBlueprint(AccountId owner, ServiceBlueprint blueprint) {
    static final Codec<OwnedBlueprint> CODEC = Codecs.pair(AccountId.CODEC,
        ServiceBlueprint.CODEC, OwnedBlueprint::new, OwnedBlueprint::owner,
        OwnedBlueprint::blueprint);
  }

  /** The value of a set's members. */
  enum Present {
    PRESENT;

    static final Codec<Present> CODEC = Codecs.unit(PRESENT);
  }

  private static final List<Present> EVERY = List.of(Present.PRESENT);
  private static final String PALLET = ServicesCall.PALLET;

  final StorageValue<Boolean> slashingEnabled;
  final StorageValue<Long> nextBlueprintId;
  final StorageValue<Long> nextServiceRequestId;
  final StorageValue<Long> nextInstanceId;
  final StorageValue<Long> nextJobCallId;
  final StorageValue<Long> nextUnappliedSlashIndex;
  final StorageMap<Long, OwnedBlueprint> blueprints;
  final StorageDoubleMap<Long, Long, Present> serviceStatus;
  final StorageValue<Long> defaultHeartbeatInterval;
  final StorageValue<Integer> defaultHeartbeatThreshold;
  final StorageValue<Long> defaultSlashingWindow;
  final StorageDoubleMap<Long, Long, HeartbeatStats.Heartbeat> serviceHeartbeats;
  final StorageTripleMap<Long, Long, AccountId, HeartbeatStats> serviceOperatorHeartbeats;
  final StorageDoubleMap<Long, AccountId, OperatorPreferences> operators;
  final StorageMap<Long, ServiceRequest> serviceRequests;
  final StorageMap<Long, Service> instances;
  final StorageMap<AccountId, SortedSet<Long>> userServices;
  final StorageDoubleMap<Long, Long, JobCall> jobCalls;
  final StorageDoubleMap<Long, Long, JobCallResult> jobResults;
  final StorageDoubleMap<Long, Long, UnappliedSlash> unappliedSlashes;
  final StorageValue<List<EvmAddress>> masterRevisions;
  final StorageMap<AccountId, OperatorProfile> operatorsProfile;
  final StorageMap<Long, StagingServicePayment> stagingServicePayments;
  final StorageTripleMap<Long, Integer, AccountId, JobSubscriptionBilling> subscriptionBillings;
  final StorageDoubleMap<Long, Long, JobPayment> jobPayments;
  final StorageMap<AccountId, Long> userSubscriptionCount;

  /** Start of each service, for rule {@code services.ttl}; an item of our own. */
  final StorageMap<Long, Long> serviceStarts;

  /** Indexes for {@link ServiceDirectory}; no part of the state. */
  final KeyIndex<AccountId, Long, Service> servicesByOperator;
  final KeyIndex<Long, Long, Service> servicesByBlueprint;
  final KeyIndex<Present, Long, Service> everyService;
  final KeyIndex<AccountId, Long, ServiceRequest> requestsByOperator;
  final KeyIndex<Present, Long, ServiceRequest> everyRequest;
  final KeyIndex<AccountId, Long, OwnedBlueprint> blueprintsByOwner;
  final KeyIndex<AccountId, StorageTripleMap.Keys<Long, Integer, AccountId>, JobSubscriptionBilling> billingsBySubscriber;

  private final List<Item> items;

  /** The items in {@code store}; the slashes of a round in the order of their keys. */
  public ServicesStorage(Store store) {
    this(store, BY_KEY_BYTES);
  }

  /** The items in {@code store}; the slashes of a round in {@code slashOrder} of their indices. */
  public ServicesStorage(Store store, Comparator<Long> slashOrder) {
    Key<Long> id = Key.identity(Codecs.U64);
    Key<Long> round = Key.identity(Codecs.U32);
    Key<AccountId> who = Key.identity(AccountId.CODEC);
    slashingEnabled = StorageValue.of(store, PALLET, "SlashingEnabled", Codecs.BOOL, false);
    nextBlueprintId = counter(store, "NextBlueprintId", Codecs.U64);
    nextServiceRequestId = counter(store, "NextServiceRequestId", Codecs.U64);
    nextInstanceId = counter(store, "NextInstanceId", Codecs.U64);
    nextJobCallId = counter(store, "NextJobCallId", Codecs.U64);
    nextUnappliedSlashIndex = counter(store, "NextUnappliedSlashIndex", Codecs.U32);
    blueprints = StorageMap.orError(store, PALLET, "Blueprints", id, OwnedBlueprint.CODEC,
        ServicesError.BLUEPRINT_NOT_FOUND.index());
    serviceStatus = StorageDoubleMap.<Long, Long, Present>orError(store, PALLET, "ServiceStatus",
        id, id, Present.CODEC, ServicesError.SERVICE_NOT_FOUND.index())
        .iterable(Long::compareUnsigned);
    defaultHeartbeatInterval = counter(store, "DefaultHeartbeatInterval", Codecs.U64);
    defaultHeartbeatThreshold =
        StorageValue.of(store, PALLET, "DefaultHeartbeatThreshold", Codecs.U8, 0);
    defaultSlashingWindow = counter(store, "DefaultSlashingWindow", Codecs.U64);
    serviceHeartbeats = StorageDoubleMap.of(store, PALLET, "ServiceHeartbeats", id, id,
        HeartbeatStats.Heartbeat.CODEC, HeartbeatStats.Heartbeat.NONE);
    serviceOperatorHeartbeats = StorageTripleMap
        .of(store, PALLET, "ServiceOperatorHeartbeats", id, id, who, HeartbeatStats.CODEC,
            HeartbeatStats.NONE)
        .iterable(HEARTBEATS);
    operators = StorageDoubleMap.<Long, AccountId, OperatorPreferences>orError(store, PALLET,
        "Operators", id, who, OperatorPreferences.CODEC, ServicesError.NOT_REGISTERED.index())
        .iterable(Comparator.naturalOrder());
    serviceRequests = StorageMap.orError(store, PALLET, "ServiceRequests", id,
        ServiceRequest.CODEC, ServicesError.SERVICE_REQUEST_NOT_FOUND.index());
    instances = StorageMap.orError(store, PALLET, "Instances", id, Service.CODEC,
        ServicesError.SERVICE_NOT_FOUND.index());
    servicesByOperator = instances.index(Service::members, Long::compareUnsigned);
    servicesByBlueprint =
        instances.index(service -> List.of(service.blueprint()), Long::compareUnsigned);
    everyService = instances.index(service -> EVERY, Long::compareUnsigned);
    requestsByOperator = serviceRequests.index(ServiceRequest::asked, Long::compareUnsigned);
    everyRequest = serviceRequests.index(request -> EVERY, Long::compareUnsigned);
    blueprintsByOwner =
        blueprints.index(blueprint -> List.of(blueprint.owner()), Long::compareUnsigned);
    userServices = StorageMap.of(store, PALLET, "UserServices", who,
        Codecs.boundedSet(Codecs.U64, Limits.SERVICES_PER_USER_MAX),
        Collections.emptySortedSet());
    jobCalls = StorageDoubleMap.orError(store, PALLET, "JobCalls", id, id, JobCall.CODEC,
        ServicesError.SERVICE_OR_JOB_CALL_NOT_FOUND.index());
    jobResults = StorageDoubleMap.orError(store, PALLET, "JobResults", id, id,
        JobCallResult.CODEC, ServicesError.SERVICE_OR_JOB_CALL_NOT_FOUND.index());
    unappliedSlashes = StorageDoubleMap.<Long, Long, UnappliedSlash>orError(store, PALLET,
        "UnappliedSlashes", round, round, UnappliedSlash.CODEC,
        ServicesError.UNAPPLIED_SLASH_NOT_FOUND.index()).iterable(slashOrder);
    masterRevisions = StorageValue.of(store, PALLET, "MasterBlueprintServiceManagerRevisions",
        Codecs.boundedVec(EvmAddress.CODEC, Codecs.UNBOUNDED), List.of());
    operatorsProfile = StorageMap.orError(store, PALLET, "OperatorsProfile", who,
        OperatorProfile.CODEC, ServicesError.OPERATOR_PROFILE_NOT_FOUND.index());
    stagingServicePayments = StorageMap.optional(store, PALLET, "StagingServicePayments", id,
        StagingServicePayment.CODEC);
    subscriptionBillings = StorageTripleMap
        .<Long, Integer, AccountId, JobSubscriptionBilling>optional(store, PALLET,
            "JobSubscriptionBillings", id, Key.identity(Codecs.U8), who,
            JobSubscriptionBilling.CODEC)
        .iterable(BILLINGS);
    billingsBySubscriber =
        subscriptionBillings.index(billing -> List.of(billing.subscriber()), BILLINGS);
    jobPayments = StorageDoubleMap.optional(store, PALLET, "JobPayments", id, id,
        JobPayment.CODEC);
    userSubscriptionCount =
        StorageMap.of(store, PALLET, "UserSubscriptionCount", who, Codecs.U32, 0L);
    serviceStarts =
        StorageMap.optional(store, "Fairlead", "ServiceStarts", id, Codecs.U64);
    items = List.of(slashingEnabled, nextBlueprintId, nextServiceRequestId, nextInstanceId,
        nextJobCallId, nextUnappliedSlashIndex, blueprints, serviceStatus,
        defaultHeartbeatInterval, defaultHeartbeatThreshold, defaultSlashingWindow,
        serviceHeartbeats, serviceOperatorHeartbeats, operators, serviceRequests, instances,
        userServices, jobCalls, jobResults, unappliedSlashes, masterRevisions, operatorsProfile,
        stagingServicePayments, subscriptionBillings, jobPayments, userSubscriptionCount);
  }

  private static StorageValue<Long> counter(Store store, String name, Codec<Long> codec) {
    return StorageValue.of(store, PALLET, name, codec, 0L);
  }

  /** The items in metadata order. */
  public List<Item> items() {
    return items;
  }

  /** The two items of the slash queue. */
  public SlashBook slashBook() {
    return new Book();
  }

  private final class Book implements SlashBook {
    @Override
    public long append(UnappliedSlash slash) {
      long index = nextUnappliedSlashIndex.get();
      unappliedSlashes.put(slash.era(), index, slash);
      nextUnappliedSlashIndex.put(Math.min(index + 1, 0xffff_ffffL));
      return index;
    }

    @Override
    public @Nullable UnappliedSlash find(long round, long index) {
      return unappliedSlashes.orNull(round, index);
    }

    @Override
    public void remove(long round, long index) {
      unappliedSlashes.remove(round, index);
    }

    @Override
    public List<Map.Entry<Long, UnappliedSlash>> ofRound(long round) {
      return unappliedSlashes.under(round);
    }

    @Override
    public List<Long> rounds() {
      return unappliedSlashes.firstKeys(Comparator.naturalOrder());
    }
  }
}
