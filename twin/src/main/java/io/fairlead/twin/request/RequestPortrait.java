package io.fairlead.twin.request;

import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import java.util.ArrayList;
import java.util.List;

/** A request of a service, folded from facts. */
public final class RequestPortrait implements Portrait<RequestState> {
  private static final Key<Long> ID = Key.identity(Codecs.U64);

  @Override
  public EntityType type() {
    return EntityType.REQUEST;
  }

  @Override
  public RequestState blank(EntityKey key, long since) {
    return RequestState.blank(Long.parseLong(key.key()));
  }

  @Override
  public RequestState fold(RequestState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> state;
      case Fact.Event event -> event.event().typed()
          .map(it -> event(state, it, event.id().block())).orElse(state);
      case Fact.Change change -> change(state, change.changed(), change.id().block());
    };
  }

  private static RequestState event(RequestState state, Event event, long block) {
    return switch (event) {
      case ServicesEvent.ServiceRequested it -> state.askedAt(block);
      case ServicesEvent.ServiceRequestApproved it -> state.approvedBy(it.operator(), block);
      case ServicesEvent.ServiceRequestRejected it -> state.rejectedBy(it.operator(), block);
      case ServicesEvent.ServiceInitiated it -> state.initiated(it.serviceId(), block);
      default -> state; // of others
    };
  }

  private static RequestState change(RequestState state, Changed changed, long block) {
    return switch (changed) {
      case Changed.Request it -> state.withRecord(it.value().orElse(null), block);
      case Changed.StagedPayment it -> state.withPayment(it.value().orElse(null));
      default -> state; // of others
    };
  }

  @Override
  public Codec<RequestState> codec() {
    return RequestState.CODEC;
  }

  @Override
  public List<KeyChange> rows(RequestState state) {
    var rows = new ArrayList<KeyChange>();
    if (state.record() != null) {
      rows.add(KeyChange.of(Keys.of(ServicesCall.PALLET, "ServiceRequests", ID, state.id()),
          ServiceRequest.CODEC, state.record()));
    }
    if (state.payment() != null) {
      rows.add(
          KeyChange.of(Keys.of(ServicesCall.PALLET, "StagingServicePayments", ID, state.id()),
              StagingServicePayment.CODEC, state.payment()));
    }
    return rows;
  }
}
