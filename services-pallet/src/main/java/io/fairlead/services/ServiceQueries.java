package io.fairlead.services;

import io.fairlead.restaking.ActiveServices;
import io.fairlead.restaking.PendingSlashes;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ServicesStorage.OwnedBlueprint;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What others ask Services: answers from storage alone. Numbers are u64. */
public final class ServiceQueries implements ActiveServices, PendingSlashes {
  private final ServicesStorage storage;
  private final ServiceDirectory directory;

  /** Questions to {@code storage}. */
  public ServiceQueries(ServicesStorage storage) {
    this.storage = storage;
    this.directory = new ServiceDirectory(storage);
  }

  /** Lists of services, requests, blueprints and operators. */
  public ServiceDirectory directory() {
    return directory;
  }

  /** Blocks between two heartbeats where a manager does not say; governance sets it. */
  public long defaultHeartbeatInterval() {
    return storage.defaultHeartbeatInterval.get();
  }

  /** Heartbeats that may be missed where a manager does not say (u8). */
  public int defaultHeartbeatThreshold() {
    return storage.defaultHeartbeatThreshold.get();
  }

  /** Blocks in which a missed heartbeat is slashed where a manager does not say. */
  public long defaultSlashingWindow() {
    return storage.defaultSlashingWindow.get();
  }

  /** Heartbeats of an operator in a service; zeros before the first. */
  public HeartbeatStats heartbeats(long blueprintId, long serviceId, AccountId operator) {
    return storage.serviceOperatorHeartbeats.get(blueprintId, serviceId, operator);
  }

  /** The newest heartbeat of anybody in a service: its block and metrics; block 0 before. */
  public HeartbeatStats.Heartbeat heartbeat(long blueprintId, long serviceId) {
    return storage.serviceHeartbeats.get(blueprintId, serviceId);
  }

  /** The payment that waits for a request, or null. */
  public @Nullable StagingServicePayment paymentOrNull(long requestId) {
    return storage.stagingServicePayments.orNull(requestId);
  }

  /** The master managers, by revision. */
  public List<EvmAddress> masters() {
    return storage.masterRevisions.get();
  }

  /** {@code ServiceManager::can_exit}: without profile, or in nothing. */
  @Override
  public boolean canExit(AccountId operator) {
    OperatorProfile profile = storage.operatorsProfile.orNull(operator);
    return profile == null || profile.services().isEmpty() && profile.blueprints().isEmpty();
  }

  /** {@code ServiceManager::has_active_services}. */
  @Override
  public boolean hasActiveServices(AccountId operator) {
    OperatorProfile profile = storage.operatorsProfile.orNull(operator);
    return profile != null && !profile.services().isEmpty();
  }

  @Override
  public boolean waits(AccountId operator, long sinceRound) {
    return anyWaits(sinceRound, slash -> slash.operator().equals(operator));
  }

  @Override
  public boolean waits(AccountId operator, long blueprintId, long sinceRound) {
    return anyWaits(sinceRound,
        slash -> slash.blueprintId() == blueprintId && slash.operator().equals(operator));
  }

  private boolean anyWaits(long sinceRound, Predicate<UnappliedSlash> test) {
    for (long round : storage.unappliedSlashes.firstKeys(Comparator.naturalOrder())) {
      if (round >= sinceRound
          && storage.unappliedSlashes.anyUnder(round, (index, slash) -> test.test(slash))) {
        return true;
      }
    }
    return false;
  }

  /** A service; refused with {@code ServiceNotFound}. */
  public Service service(long id) {
    return storage.instances.orRefuse(id, ServicesError.SERVICE_NOT_FOUND);
  }

  /** A blueprint; refused with {@code BlueprintNotFound}. */
  public ServiceBlueprint blueprint(long id) {
    return storage.blueprints.orRefuse(id, ServicesError.BLUEPRINT_NOT_FOUND).blueprint();
  }

  /** A service or null. */
  public @Nullable Service serviceOrNull(long id) {
    return storage.instances.orNull(id);
  }

  /** A blueprint with its owner, or null. */
  public @Nullable OwnedBlueprint blueprintOrNull(long id) {
    return storage.blueprints.orNull(id);
  }

  /** A request or null. */
  public @Nullable ServiceRequest requestOrNull(long id) {
    return storage.serviceRequests.orNull(id);
  }

  /** A job call or null. */
  public @Nullable JobCall jobCallOrNull(long serviceId, long callId) {
    return storage.jobCalls.orNull(serviceId, callId);
  }

  /** The newest result of a job call or null. */
  public @Nullable JobCallResult jobResultOrNull(long serviceId, long callId) {
    return storage.jobResults.orNull(serviceId, callId);
  }

  /** What an operator registered with for a blueprint, or null. */
  public @Nullable OperatorPreferences preferencesOrNull(long blueprintId, AccountId operator) {
    return storage.operators.orNull(blueprintId, operator);
  }

  /** An operator's services and blueprints; empty without profile. */
  public OperatorProfile profile(AccountId operator) {
    OperatorProfile profile = storage.operatorsProfile.orNull(operator);
    return profile == null ? OperatorProfile.EMPTY : profile;
  }

  /** An operator's services and blueprints, or null. */
  public @Nullable OperatorProfile profileOrNull(AccountId operator) {
    return storage.operatorsProfile.orNull(operator);
  }

  /** Number of services there are, and were. */
  public long nextServiceId() {
    return storage.nextInstanceId.get();
  }

  /** Number of the next job call. */
  public long nextJobCallId() {
    return storage.nextJobCallId.get();
  }

  /** The newest revision of the master manager; 0 also when there is none. */
  long latestRevision() {
    return Math.max(storage.masterRevisions.get().size() - 1, 0);
  }

  /** The master manager of a revision, or null ({@code get_master_blueprint_service_manager_address}). */
  @Nullable EvmAddress masterOrNull(MasterRevision revision) {
    List<EvmAddress> masters = storage.masterRevisions.get();
    long number = switch (revision) {
      case MasterRevision.Latest() -> latestRevision();
      case MasterRevision.Specific(long specific) -> specific;
    };
    return number < masters.size() ? masters.get((int) number) : null;
  }
}
