package io.fairlead.twin.service;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.operator.Membership;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service instance.
 *
 * @param blueprint its blueprint; -1 while not known
 * @param record in {@code Instances}; null after its end
 * @param last the record as it was last, also after its end; null before its start
 * @param isActive whether it stands in {@code ServiceStatus}
 * @param members since and until when each operator served
 * @param heartbeat the last one; null before the first
 * @param subscriptions by job and subscriber
 * @param started block; -1: before this history
 * @param ended block; -1 while it runs
 * @param endedBy who ended it; null while it runs
 */
public record ServiceState(long id, long blueprint, @Nullable Service record,
    @Nullable Service last, boolean isActive, SortedMap<AccountId, Membership> members,
    HeartbeatStats.@Nullable Heartbeat heartbeat,
    SortedMap<Subscriber, JobSubscriptionBilling> subscriptions, Counts counts, long started,
    long ended, @Nullable AccountId endedBy) {
  public ServiceState {
    members = Maps.copy(members);
    subscriptions = Maps.copy(subscriptions);
  }

  /**
   * What was counted.
   *
   * @param calls of its jobs
   * @param results of them, repeated ones too
   * @param heartbeats received
   * @param slashes proposed
   * @param income recorded for its operators, in planck
   */
  public record Counts(long calls, long results, long heartbeats, long slashes, Balance income) {
    static final Counts NONE = new Counts(0, 0, 0, 0, Balance.ZERO);
    static final Codec<Counts> CODEC = Codecs.struct("Counts",
        Fields.of(Counts::new, Fields.field("calls", Counts::calls, Codecs.U64, ""),
            Fields.field("results", Counts::results, Codecs.U64, ""),
            Fields.field("heartbeats", Counts::heartbeats, Codecs.U64, ""),
            Fields.field("slashes", Counts::slashes, Codecs.U64, ""),
            Fields.field("income", Counts::income, Balance.CODEC, "")));
  }

  /** A job and who subscribed to it. */
  public record Subscriber(int job, AccountId account) implements Comparable<Subscriber> {
    static final Codec<Subscriber> CODEC = Codecs.pair(Codecs.U8, AccountId.CODEC,
        Subscriber::new, Subscriber::job, Subscriber::account);

    @Override
    public int compareTo(Subscriber other) {
      int byJob = Integer.compare(job, other.job);
      return byJob != 0 ? byJob : account.compareTo(other.account);
    }
  }

  static ServiceState blank(long id) {
    return new ServiceState(id, -1, null, null, false, new TreeMap<>(), null, new TreeMap<>(),
        Counts.NONE, -1, -1, null);
  }

  static final Codec<ServiceState> CODEC = Codecs.struct("ServiceState",
      Fields.of(ServiceState::new, Fields.field("id", ServiceState::id, Codecs.U64, ""),
          Fields.field("blueprint", ServiceState::blueprint, Codecs.I64, ""),
          Fields.field("record", ServiceState::record, Codecs.option(Service.CODEC), ""),
          Fields.field("last", ServiceState::last, Codecs.option(Service.CODEC), ""),
          Fields.field("is_active", ServiceState::isActive, Codecs.BOOL, ""),
          Fields.field("members", ServiceState::members,
              Codecs.map(AccountId.CODEC, Membership.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("heartbeat", ServiceState::heartbeat,
              Codecs.option(HeartbeatStats.Heartbeat.CODEC), ""),
          Fields.field("subscriptions", ServiceState::subscriptions,
              Codecs.map(Subscriber.CODEC, JobSubscriptionBilling.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("counts", ServiceState::counts, Counts.CODEC, ""),
          Fields.field("started", ServiceState::started, Codecs.I64, ""),
          Fields.field("ended", ServiceState::ended, Codecs.I64, ""),
          Fields.field("ended_by", ServiceState::endedBy, Codecs.option(AccountId.CODEC), "")));

  ServiceState withRecord(@Nullable Service now, SortedMap<AccountId, Membership> nowMembers) {
    return new ServiceState(id, now == null ? blueprint : now.blueprint(), now,
        now == null ? last : now, isActive, nowMembers, heartbeat, subscriptions, counts, started,
        ended, endedBy);
  }

  ServiceState withActive(long ofBlueprint, boolean now) {
    return new ServiceState(id, ofBlueprint, record, last, now, members, heartbeat, subscriptions,
        counts, started, ended, endedBy);
  }

  ServiceState withHeartbeat(long ofBlueprint, HeartbeatStats.@Nullable Heartbeat now) {
    return new ServiceState(id, ofBlueprint, record, last, isActive, members, now, subscriptions,
        counts, started, ended, endedBy);
  }

  ServiceState withSubscriptions(SortedMap<Subscriber, JobSubscriptionBilling> now) {
    return new ServiceState(id, blueprint, record, last, isActive, members, heartbeat, now,
        counts, started, ended, endedBy);
  }

  ServiceState withCounts(Counts now) {
    return new ServiceState(id, blueprint, record, last, isActive, members, heartbeat,
        subscriptions, now, started, ended, endedBy);
  }

  ServiceState startedAt(long block) {
    return new ServiceState(id, blueprint, record, last, isActive, members, heartbeat,
        subscriptions, counts, block, ended, endedBy);
  }

  ServiceState endedAt(long block, AccountId by) {
    return new ServiceState(id, blueprint, record, last, isActive, members, heartbeat,
        subscriptions, counts, started, block, by);
  }
}
