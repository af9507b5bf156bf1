package io.fairlead.twin.service;

import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.Tally;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import io.fairlead.twin.operator.Membership;
import io.fairlead.twin.service.ServiceState.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service instance, folded from facts. */
public final class ServicePortrait implements Portrait<ServiceState> {
  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<Integer> JOB = Key.identity(Codecs.U8);
  private static final Key<AccountId> WHO = Key.identity(AccountId.CODEC);
  private static final Codec<Boolean> PRESENT = Codecs.unit(true);

  @Override
  public EntityType type() {
    return EntityType.SERVICE;
  }

  @Override
  public ServiceState blank(EntityKey key, long since) {
    return ServiceState.blank(Long.parseLong(key.key()));
  }

  @Override
  public ServiceState fold(ServiceState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> state;
      case Fact.Event event ->
          event.event().typed().map(it -> event(state, event, it)).orElse(state);
      case Fact.Change change -> change(state, change.changed(), change.id().block());
    };
  }

  private static ServiceState event(ServiceState state, Fact.Event fact, Event event) {
    Counts counts = state.counts();
    return switch (event) {
      case ServicesEvent.ServiceInitiated it -> state.startedAt(fact.id().block());
      case ServicesEvent.ServiceTerminated it -> state.endedAt(fact.id().block(), it.owner());
      case ServicesEvent.UnappliedSlash it -> state.withCounts(new Counts(counts.calls(),
          counts.results(), counts.heartbeats(), counts.slashes() + 1, counts.income()));
      case RewardsEvent.RewardRecorded it -> state.withCounts(new Counts(counts.calls(),
          counts.results(), counts.heartbeats(), counts.slashes(),
          counts.income().saturatingPlus(it.amount())));
      default -> state; // what it changed comes as a change
    };
  }

  @Override
  public ServiceState tally(ServiceState state, Tally tally) {
    Counts counts = state.counts();
    return switch (tally.kind()) {
      case JOB_CALLED -> state.withCounts(new Counts(counts.calls() + tally.count(),
          counts.results(), counts.heartbeats(), counts.slashes(), counts.income()));
      case RESULT_SUBMITTED -> state.withCounts(new Counts(counts.calls(),
          counts.results() + tally.count(), counts.heartbeats(), counts.slashes(),
          counts.income()));
      case HEARTBEAT -> state.withCounts(new Counts(counts.calls(), counts.results(),
          counts.heartbeats() + tally.count(), counts.slashes(), counts.income()));
      case PRE_REGISTERED, REGISTERED, UNREGISTERED, REQUESTED, INITIATED, TERMINATED, SLASHED,
          DISCARDED, DEPOSITED, CLAIMED, REVERTED, RPC_MOVED -> state; // of others
    };
  }

  private static ServiceState change(ServiceState state, Changed changed, long block) {
    return switch (changed) {
      case Changed.Instance it -> {
        Service now = it.value().orElse(null);
        yield state.withRecord(now, members(state.members(), now, block));
      }
      case Changed.ServiceStatus it -> state.withActive(it.blueprint(), it.isActive());
      case Changed.ServiceHeartbeat it ->
          state.withHeartbeat(it.blueprint(), it.value().orElse(null));
      case Changed.Subscription it -> {
        var who = new ServiceState.Subscriber(it.job(), it.subscriber());
        yield state.withSubscriptions(it.value()
            .map(now -> Maps.with(state.subscriptions(), who, now))
            .orElseGet(() -> Maps.without(state.subscriptions(), who)));
      }
      default -> state; // of others
    };
  }

  private static SortedMap<AccountId, Membership> members(SortedMap<AccountId, Membership> before,
      @Nullable Service now, long block) {
    Set<AccountId> serving = now == null ? Set.of()
        : now.operators().stream().map(OperatorCommitments::operator).collect(Collectors.toSet());
    var members = new TreeMap<>(before);
    members.replaceAll((operator, it) -> it.until() == null && !serving.contains(operator)
        ? new Membership(it.since(), block) : it);
    serving.forEach(operator -> members.compute(operator, (key, it) -> it == null
        || it.until() != null ? new Membership(block, null) : it));
    return members;
  }

  @Override
  public Codec<ServiceState> codec() {
    return ServiceState.CODEC;
  }

  @Override
  public List<KeyChange> rows(ServiceState state) {
    var rows = new ArrayList<KeyChange>();
    long id = state.id();
    if (state.record() != null) {
      rows.add(KeyChange.of(Keys.of(ServicesCall.PALLET, "Instances", ID, id), Service.CODEC,
          state.record()));
    }
    if (state.isActive()) {
      rows.add(
          KeyChange.of(Keys.of(ServicesCall.PALLET, "ServiceStatus", ID, state.blueprint(), ID, id),
              PRESENT, true));
    }
    if (state.heartbeat() != null) {
      rows.add(
          KeyChange.of(
              Keys.of(ServicesCall.PALLET, "ServiceHeartbeats", ID, state.blueprint(), ID, id),
              HeartbeatStats.Heartbeat.CODEC, state.heartbeat()));
    }
    state.subscriptions().forEach((who, it) -> rows.add(
        KeyChange
            .of(Keys.of(ServicesCall.PALLET, "JobSubscriptionBillings", ID, id, JOB, who.job(), WHO,
                who.account()), JobSubscriptionBilling.CODEC, it)));
    return rows;
  }
}
