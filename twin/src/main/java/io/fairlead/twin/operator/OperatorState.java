package io.fairlead.twin.operator;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operator.
 *
 * @param record in MultiAssetDelegation; null before it joined and after it left
 * @param profile in Services; null when it has none
 * @param registrations preferences by blueprint
 * @param pending income that it has not claimed; null when there is no entry
 * @param heartbeats by service
 * @param memberships by service, ended ones too
 * @param duties unanswered calls of its services by call, the newest {@link #DUTIES_MAX}
 * @param dutiesFrom calls below this number may be missing among the duties; 0 while none was left out
 * @param work by service
 * @param slashes facts of slashes proposed, discarded and taken, the last {@link #SLASHES_MAX}
 */
public record OperatorState(AccountId account, @Nullable OperatorMetadata record,
    @Nullable OperatorProfile profile, SortedMap<Long, OperatorPreferences> registrations,
    @Nullable List<PendingReward> pending, SortedMap<ServiceOfBlueprint, HeartbeatStats> heartbeats,
    SortedMap<Long, Membership> memberships, SortedMap<Long, Duty> duties,
    long dutiesFrom, SortedMap<Long, Work> work, List<FactId> slashes) {
  /** Duties kept. */
  public static final int DUTIES_MAX = 64;
  /** Facts of slashes kept. */
  public static final int SLASHES_MAX = 64;

  public OperatorState {
    registrations = Maps.copy(registrations);
    pending = pending == null ? null : List.copyOf(pending);
    heartbeats = Maps.copy(heartbeats);
    memberships = Maps.copy(memberships);
    duties = Maps.copy(duties);
    work = Maps.copy(work);
    slashes = List.copyOf(slashes);
  }

  static OperatorState blank(AccountId account) {
    return new OperatorState(account, null, null, new TreeMap<>(), null, new TreeMap<>(),
        new TreeMap<>(), new TreeMap<>(), 0, new TreeMap<>(), List.of());
  }

  static final Codec<OperatorState> CODEC = Codecs.struct("OperatorState",
      Fields.of(OperatorState::new,
          Fields.field("account", OperatorState::account, AccountId.CODEC, ""),
          Fields.field("record", OperatorState::record, Codecs.option(OperatorMetadata.CODEC), ""),
          Fields.field("profile", OperatorState::profile, Codecs.option(OperatorProfile.CODEC), ""),
          Fields.field("registrations", OperatorState::registrations,
              Codecs.map(Codecs.U64, OperatorPreferences.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("pending", OperatorState::pending,
              Codecs.option(Codecs.list(PendingReward.CODEC)), ""),
          Fields.field("heartbeats", OperatorState::heartbeats,
              Codecs.map(ServiceOfBlueprint.CODEC, HeartbeatStats.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("memberships", OperatorState::memberships,
              Codecs.map(Codecs.U64, Membership.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("duties", OperatorState::duties,
              Codecs.map(Codecs.U64, Duty.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("dutiesFrom", OperatorState::dutiesFrom, Codecs.U64, ""),
          Fields.field("work", OperatorState::work,
              Codecs.map(Codecs.U64, Work.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("slashes", OperatorState::slashes, Codecs.list(FactId.CODEC), "")));

  OperatorState withRecord(@Nullable OperatorMetadata next) {
    return new OperatorState(account, next, profile, registrations, pending, heartbeats,
        memberships, duties, dutiesFrom, work, slashes);
  }

  OperatorState withProfile(@Nullable OperatorProfile next) {
    return new OperatorState(account, record, next, registrations, pending, heartbeats,
        memberships, duties, dutiesFrom, work, slashes);
  }

  OperatorState withRegistrations(SortedMap<Long, OperatorPreferences> next) {
    return new OperatorState(account, record, profile, next, pending, heartbeats, memberships,
        duties, dutiesFrom, work, slashes);
  }

  OperatorState withPending(@Nullable List<PendingReward> next) {
    return new OperatorState(account, record, profile, registrations, next, heartbeats,
        memberships, duties, dutiesFrom, work, slashes);
  }

  OperatorState withHeartbeats(SortedMap<ServiceOfBlueprint, HeartbeatStats> next) {
    return new OperatorState(account, record, profile, registrations, pending, next, memberships,
        duties, dutiesFrom, work, slashes);
  }

  OperatorState withMemberships(SortedMap<Long, Membership> next) {
    return new OperatorState(account, record, profile, registrations, pending, heartbeats, next,
        duties, dutiesFrom, work, slashes);
  }

  OperatorState withDuties(SortedMap<Long, Duty> next) {
    return new OperatorState(account, record, profile, registrations, pending, heartbeats,
        memberships, next, dutiesFrom, work, slashes);
  }

  /** With one duty more; the oldest is left out where there are too many. */
  OperatorState withDuty(long call, Duty duty) {
    SortedMap<Long, Duty> all = Maps.with(duties, call, duty);
    SortedMap<Long, Duty> kept = Maps.newest(all, DUTIES_MAX);
    long from = kept.size() == all.size() ? dutiesFrom : Math.max(dutiesFrom, all.firstKey() + 1);
    return new OperatorState(account, record, profile, registrations, pending, heartbeats,
        memberships, kept, from, work, slashes);
  }

  OperatorState withWork(long service, Work next) {
    return new OperatorState(account, record, profile, registrations, pending, heartbeats,
        memberships, duties, dutiesFrom, Maps.with(work, service, next), slashes);
  }

  OperatorState withSlash(FactId fact) {
    return new OperatorState(account, record, profile, registrations, pending, heartbeats,
        memberships, duties, dutiesFrom, work, Maps.newest(slashes, fact, SLASHES_MAX));
  }

  Work workFor(long service) {
    return work.getOrDefault(service, Work.NONE);
  }
}
