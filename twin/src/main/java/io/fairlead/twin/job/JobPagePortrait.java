package io.fairlead.twin.job;

import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import java.util.ArrayList;
import java.util.List;

/** A page of job calls, folded from facts. */
public final class JobPagePortrait implements Portrait<JobPageState> {
  private static final Key<Long> ID = Key.identity(Codecs.U64);

  @Override
  public EntityType type() {
    return EntityType.JOB_PAGE;
  }

  @Override
  public JobPageState blank(EntityKey key, long since) {
    return JobPageState.blank(Long.parseLong(key.key()));
  }

  @Override
  public JobPageState fold(JobPageState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> state;
      case Fact.Event event ->
          event.event().typed().map(it -> event(state, event.id(), it)).orElse(state);
      case Fact.Change change -> change(state, change.changed());
    };
  }

  private static JobPageState event(JobPageState state, FactId fact, Event event) {
    return switch (event) {
      case ServicesEvent.JobCalled it ->
          state.with(state.call(it.callId(), it.serviceId()).calledBy(it.caller(), fact));
      case ServicesEvent.JobResultSubmitted it -> state.with(
          state.call(it.callId(), it.serviceId()).with(new Result(it.operator(), fact)));
      default -> state; // of others
    };
  }

  private static JobPageState change(JobPageState state, Changed changed) {
    return switch (changed) {
      case Changed.Job it -> state
          .with(state.call(it.call(), it.service()).withRecord(it.value().orElse(null)));
      case Changed.JobResult it -> state
          .with(state.call(it.call(), it.service()).withStored(it.value().orElse(null)));
      case Changed.Payment it -> state
          .with(state.call(it.call(), it.service()).withPayment(it.value().orElse(null)));
      default -> state; // of others
    };
  }

  @Override
  public Codec<JobPageState> codec() {
    return JobPageState.CODEC;
  }

  @Override
  public List<KeyChange> rows(JobPageState state) {
    var rows = new ArrayList<KeyChange>();
    for (JobCallState call : state.calls().values()) {
      if (call.record() != null) {
        rows.add(KeyChange.of(key("JobCalls", call), JobCall.CODEC, call.record()));
      }
      if (call.stored() != null) {
        rows.add(KeyChange.of(key("JobResults", call), JobCallResult.CODEC, call.stored()));
      }
      if (call.payment() != null) {
        rows.add(KeyChange.of(key("JobPayments", call), JobPayment.CODEC, call.payment()));
      }
    }
    return rows;
  }

  private static Bytes key(String item, JobCallState call) {
    return Keys.of(ServicesCall.PALLET, item, ID, call.service(), ID, call.id());
  }
}
