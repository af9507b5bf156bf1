package io.fairlead.twin.operator;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
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
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import io.fairlead.twin.fact.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An operator, folded from facts. */
public final class OperatorPortrait implements Portrait<OperatorState> {
  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<AccountId> WHO = Key.identity(AccountId.CODEC);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Codec<List<PendingReward>> PENDING =
      Codecs.boundedVec(PendingReward.CODEC, Codecs.UNBOUNDED);

  @Override
  public EntityType type() {
    return EntityType.OPERATOR;
  }

  @Override
  public OperatorState blank(EntityKey key, long since) {
    return OperatorState.blank(AccountId.hex(key.key()));
  }

  @Override
  public OperatorState fold(OperatorState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> call(state, call);
      case Fact.Event event ->
          event.event().typed().map(it -> event(state, event, it)).orElse(state);
      case Fact.Change change -> change(state, change);
    };
  }

  private static OperatorState call(OperatorState state, Fact.Call fact) {
    boolean isRefusedAnswer = fact.outcome() instanceof Outcome.Refused
        && fact.signer().equals(state.account());
    return isRefusedAnswer
        && fact.call().typed().orElse(null) instanceof ServicesCall.SubmitResult answer
            ? state.withWork(answer.serviceId(),
                state.workFor(answer.serviceId()).refusedOnce())
            : state;
  }

  private static OperatorState event(OperatorState state, Fact.Event fact, Event event) {
    return switch (event) {
      case ServicesEvent.JobCalled it -> state.withDuty(it.callId(),
          new Duty(it.serviceId(), fact.id().block()));
      case ServicesEvent.JobResultSubmitted it -> answered(state, it);
      case ServicesEvent.HeartbeatReceived it ->
          state.withWork(it.serviceId(), state.workFor(it.serviceId()).beaten());
      case ServicesEvent.UnappliedSlash it -> state.withSlash(fact.id());
      case ServicesEvent.SlashDiscarded it -> state.withSlash(fact.id());
      case RestakingEvent.OperatorSlashed it -> state.withSlash(fact.id());
      case RewardsEvent.RewardRecorded it -> state.withWork(it.serviceId(),
          state.workFor(it.serviceId()).earned(it.amount()));
      default -> state; // what it changed comes as a change
    };
  }

  /** Of any operator of the service: the call waits no longer. */
  private static OperatorState answered(OperatorState state,
      ServicesEvent.JobResultSubmitted it) {
    boolean isFirst = state.duties().containsKey(it.callId());
    OperatorState settled = state.withDuties(Maps.without(state.duties(), it.callId()));
    return it.operator().equals(state.account()) ? settled.withWork(it.serviceId(),
        settled.workFor(it.serviceId()).answered(isFirst)) : settled;
  }

  private static OperatorState change(OperatorState state, Fact.Change fact) {
    return switch (fact.changed()) {
      case Changed.Operator it -> state.withRecord(it.value().orElse(null));
      case Changed.Profile it -> state.withProfile(it.value().orElse(null));
      case Changed.Registration it -> state.withRegistrations(it.value()
          .map(now -> Maps.with(state.registrations(), it.blueprint(), now))
          .orElseGet(() -> Maps.without(state.registrations(), it.blueprint())));
      case Changed.PendingRewards it -> state.withPending(it.value().orElse(null));
      case Changed.OperatorHeartbeats it -> {
        var place = new ServiceOfBlueprint(it.blueprint(), it.service());
        yield state.withHeartbeats(it.value()
            .map(now -> Maps.with(state.heartbeats(), place, now))
            .orElseGet(() -> Maps.without(state.heartbeats(), place)));
      }
      case Changed.Instance it -> member(state, it.service(), it.value().orElse(null),
          fact.id().block());
      default -> state; // of others
    };
  }

  private static OperatorState member(OperatorState state, long service, @Nullable Service now,
      long block) {
    boolean serves = now != null && now.operators().stream().map(OperatorCommitments::operator)
        .anyMatch(state.account()::equals);
    Membership known = state.memberships().get(service);
    boolean served = known != null && known.until() == null;
    if (serves == served) {
      return state;
    }
    Membership next = serves || known == null ? new Membership(block, null)
        : new Membership(known.since(), block);
    OperatorState changed = state.withMemberships(Maps.with(state.memberships(), service, next));
    if (serves) {
      return changed;
    }
    var open = new TreeMap<>(state.duties());
    open.values().removeIf(duty -> duty.service() == service);
    return changed.withDuties(open);
  }

  @Override
  public Codec<OperatorState> codec() {
    return OperatorState.CODEC;
  }

  @Override
  public List<KeyChange> rows(OperatorState state) {
    var rows = new ArrayList<KeyChange>();
    AccountId account = state.account();
    if (state.record() != null) {
      rows.add(KeyChange.of(Keys.of(RestakingCall.PALLET, "Operators", ACCOUNT, account),
          OperatorMetadata.CODEC, state.record()));
    }
    if (state.profile() != null) {
      rows.add(KeyChange.of(Keys.of(ServicesCall.PALLET, "OperatorsProfile", WHO, account),
          OperatorProfile.CODEC, state.profile()));
    }
    state.registrations().forEach((blueprint, it) -> rows.add(
        KeyChange.of(Keys.of(ServicesCall.PALLET, "Operators", ID, blueprint, WHO, account),
            OperatorPreferences.CODEC, it)));
    state.heartbeats().forEach((at, it) -> rows.add(
        KeyChange
            .of(Keys.of(ServicesCall.PALLET, "ServiceOperatorHeartbeats", ID, at.blueprint(), ID,
                at.service(), WHO, account), HeartbeatStats.CODEC, it)));
    if (state.pending() != null) {
      rows.add(KeyChange.of(Keys.of(RewardsCall.PALLET, "PendingOperatorRewards", ACCOUNT, account),
          PENDING, state.pending()));
    }
    return rows;
  }
}
