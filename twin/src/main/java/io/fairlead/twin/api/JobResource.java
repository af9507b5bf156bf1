package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.services.wire.Field;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.job.JobCallState;
import io.fairlead.twin.job.JobPageState;
import io.fairlead.twin.lane.Router;
import io.fairlead.twin.table.JobRow;
import java.util.List;
import java.util.Optional;

/** {@code /v1/jobs/…}. */
final class JobResource {
  private JobResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, "/v1/jobs/{id}", JobResource::show));
  }

  static EntityKey page(long call) {
    return EntityKey.of(EntityType.JOB_PAGE, call / Router.CALLS_PER_PAGE);
  }

  private static JsonNode show(Question question, Ground ground) {
    long id = question.number("id");
    ChainJson json = ground.json();
    JobCallState call = ground.state(page(id), JobPageState.class)
        .flatMap(page -> Optional.ofNullable(page.calls().get(id)))
        .orElseThrow(() -> Refusal
            .missing("no job call " + id + " up to block " + ground.block(), null));
    ObjectNode data = object().put("call", id).put("service", call.service())
        .put("job", call.record() == null ? -1 : call.record().job());
    json.put(data, "caller", call.caller());
    ChainJson.text(data, "called", call.called());
    data.put("state", call.record() == null ? "settled" : call.isAnswered() ? "answered" : "open");
    if (call.record() != null) {
      data.set("args", json.list(call.record().args(), each -> json.value(Field.CODEC, each)));
    }
    if (call.stored() != null) {
      data.set("result", json.list(call.stored().result(), each -> json.value(Field.CODEC, each)));
    }
    if (call.payment() != null) {
      data.set("payment", ChainJson.amount(call.payment().asset(), call.payment().amount()));
    }
    data.set("results", json.list(call.results(), each -> object()
        .put("operator", json.account(each.operator())).put("fact", each.fact().toString())));
    return data;
  }

  static ObjectNode row(ChainJson json, JobRow row) {
    ObjectNode node = object().put("call", row.call()).put("service", row.service())
        .put("job", row.job());
    json.put(node, "caller", row.caller());
    ChainJson.text(node, "called", row.called());
    ChainJson.text(node, "firstAnswer", row.firstAnswer());
    json.put(node, "firstBy", row.firstBy());
    node.put("answers", row.answers()).put("overwrites", row.overwrites());
    ChainJson.put(node, "settled", row.settled());
    return node;
  }
}
