package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.session.SessionEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.twin.fact.Cause;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.Outcome;
import java.util.List;

/** A fact as JSON. */
final class FactJson {
  private final ChainJson json;
  private final ChangeReader reader = new ChangeReader();

  FactJson(ChainJson json) {
    this.json = json;
  }

  ObjectNode of(Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> start("mark", mark).put("kind", mark.kind().name()).put("value",
          mark.value());
      case Fact.Call call -> call(call);
      case Fact.Event event -> event(event);
      case Fact.Change change -> change(change);
    };
  }

  private static ObjectNode start(String kind, Fact fact) {
    return ChainJson.object().put("fact", kind).put("id", fact.id().toString());
  }

  private ObjectNode call(Fact.Call call) {
    ObjectNode node = start("call", call).put("extrinsic", call.extrinsic());
    ArrayNode path = node.putArray("path");
    call.path().forEach(path::add);
    node.put("signer", json.account(call.signer()));
    node.put("pallet", call.call().pallet()).put("name", call.call().name());
    switch (call.call()) {
      case Fact.Known.Typed<Call>(String pallet, String name, Call value) ->
          node.set("args", args(value));
      case Fact.Known.Opaque<Call> opaque -> node.put("bytes", opaque.bytes().toString());
    }
    switch (call.outcome()) {
      case Outcome.Done done -> node.put("outcome", "done");
      case Outcome.Refused(String error) -> node.put("outcome", "refused").put("error", error);
      case Outcome.NotRun notRun -> node.put("outcome", "not-run");
    }
    call.fee().ifPresent(fee -> node.set("fee", ChainJson.amount(Asset.NATIVE, fee)));
    return node;
  }

  private ObjectNode event(Fact.Event event) {
    ObjectNode node = start("event", event);
    switch (event.phase()) {
      case Phase.Initialization start -> node.put("phase", "initialization");
      case Phase.ApplyExtrinsic(long index) ->
          node.put("phase", "extrinsic").put("extrinsic", index);
      case Phase.Finalization end -> node.put("phase", "finalization");
    }
    node.put("pallet", event.event().pallet()).put("name", event.event().name());
    switch (event.event()) {
      case Fact.Known.Typed<Event>(String pallet, String name, Event value) ->
          node.set("args", args(value));
      case Fact.Known.Opaque<Event> opaque -> node.put("bytes", opaque.bytes().toString());
    }
    return node;
  }

  private ObjectNode change(Fact.Change change) {
    ObjectNode node = start("change", change).put("key", change.key().toString());
    change.after().ifPresent(value -> node.put("value", value.toString()));
    String[] item = reader.itemOf(change.key()).split("\\.", 2);
    if (item.length == 2) {
      node.put("pallet", item[0]).put("item", item[1]);
    }
    switch (change.cause()) {
      case Cause.Certain(int extrinsic) ->
          node.put("cause", "certain").put("extrinsic", extrinsic);
      case Cause.Likely(int extrinsic) ->
          node.put("cause", "likely").put("likelyExtrinsic", extrinsic);
      case Cause.Hook(String name) -> node.put("cause", "hook").put("hook", name);
      case Cause.Unknown unknown -> node.put("cause", "unknown");
    }
    return node;
  }

  private JsonNode args(Call call) {
    return switch (call) {
      case ServicesCall it -> inside(ServicesCall.CODEC, it);
      case RestakingCall it -> inside(RestakingCall.CODEC, it);
      case RewardsCall it -> inside(RewardsCall.CODEC, it);
      default -> throw new IllegalStateException("a call of no followed pallet: " + call);
    };
  }

  private JsonNode args(Event event) {
    return switch (event) {
      case ServicesEvent it -> inside(ServicesEvent.CODEC, it);
      case RestakingEvent it -> inside(RestakingEvent.CODEC, it);
      case RewardsEvent it -> inside(RewardsEvent.CODEC, it);
      case SessionEvent it -> inside(SessionEvent.CODEC, it);
      case BalancesEvent it -> inside(BalancesEvent.CODEC, it);
      default -> throw new IllegalStateException("an event of no followed pallet: " + event);
    };
  }

  /** What is in the variant; its name is told already. */
  private <T> JsonNode inside(EnumCodec<T> codec, T value) {
    JsonNode variant = json.value(codec, value);
    return variant.isObject() && variant.size() == 1 ? variant.elements().next()
        : ChainJson.object();
  }

  ArrayNode all(List<Fact> facts) {
    return json.list(facts, this::of);
  }
}
