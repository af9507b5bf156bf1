package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.operator.Membership;
import io.fairlead.twin.service.ServiceState;
import java.util.List;

/** {@code /v1/services/…}. */
final class ServiceResource {
  private static final String PATH = "/v1/services/{id}";

  private ServiceResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, PATH, ServiceResource::show),
        Resource.of(Resource.Need.TABLES, PATH + "/members", ServiceResource::members, "state",
            "after", "limit"),
        Resource.of(Resource.Need.TABLES, PATH + "/jobs", ServiceResource::jobs, "state", "after",
            "limit"),
        Resource.history(Resource.Need.ENTITIES, PATH + "/history", ServiceResource::history,
            "after", "limit"));
  }

  private static JsonNode show(Question question, Ground ground) {
    long id = question.number("id");
    ChainJson json = ground.json();
    Held<?> held = ground.held(EntityKey.of(EntityType.SERVICE, id)).orElseThrow(() -> Refusal
        .missing("no service " + id + " up to block " + ground.block(), null));
    var state = (ServiceState) held.state();
    ObjectNode data = object().put("service", id);
    ChainJson.put(data, "blueprint", state.blueprint());
    data.put("isActive", state.isActive());
    ChainJson.put(data, "started", state.started());
    ChainJson.put(data, "ended", state.ended());
    json.put(data, "endedBy", state.endedBy());
    ArrayNode members = data.putArray("members");
    state.members().forEach((operator, membership) -> members
        .add(member(json, operator, membership, state.last())));
    of(json, data, state.last());
    if (state.heartbeat() != null) {
      data.putObject("heartbeat").put("block", state.heartbeat().block()).put("metrics",
          state.heartbeat().metrics().toString());
    }
    data.set("subscriptions", json.list(state.subscriptions().entrySet(), each -> {
      ObjectNode one = object().put("job", each.getKey().job())
          .put("subscriber", json.account(each.getKey().account()))
          .put("lastBilled", each.getValue().lastBilled());
      if (each.getValue().endBlock() != null) {
        one.put("until", each.getValue().endBlock());
      }
      return one;
    }));
    data.set("counts", counts(state.counts()));
    return data.put("corrections", held.corrections());
  }

  /** What its record says, or said last. */
  private static void of(ChainJson json, ObjectNode data,
      @org.jspecify.annotations.Nullable Service record) {
    data.set("permittedCallers",
        json.accounts(record == null ? List.of() : record.permittedCallers()));
    data.set("requirements",
        json.requirements(record == null ? List.of() : record.securityRequirements()));
    if (record != null) {
      data.put("owner", json.account(record.owner()));
      data.put("ttl", record.ttl());
      data.set("membership", json.value(MembershipModel.CODEC, record.membershipModel()));
    }
  }

  private static ObjectNode member(ChainJson json, AccountId operator, Membership membership,
      @org.jspecify.annotations.Nullable Service record) {
    ObjectNode one =
        object().put("operator", json.account(operator)).put("since", membership.since());
    if (membership.until() != null) {
      one.put("until", membership.until());
    }
    List<OperatorCommitments> commitments = record == null ? List.of() : record.operators();
    one.set("commitments", json.commitments(commitments.stream()
        .filter(each -> each.operator().equals(operator)).findFirst()
        .map(OperatorCommitments::commitments).orElse(List.of())));
    return one;
  }

  private static ObjectNode counts(ServiceState.Counts counts) {
    ObjectNode node = object().put("calls", counts.calls()).put("results", counts.results())
        .put("heartbeats", counts.heartbeats()).put("slashes", counts.slashes());
    return node.set("income", ChainJson.amount(Asset.NATIVE, counts.income()));
  }

  private static JsonNode members(Question question, Ground ground) {
    boolean withFormer = question.choice("state", "active", "all").equals("all");
    return Pages.of(ground.tables().members(ground.block(), question.number("id"), withFormer,
        question.page()), row -> Pages.member(ground.json(), row));
  }

  private static JsonNode jobs(Question question, Ground ground) {
    boolean onlyOpen = question.choice("state", "open", "all").equals("open");
    return Pages.of(ground.tables().jobs(ground.block(), question.number("id"), onlyOpen,
        question.page()), row -> JobResource.row(ground.json(), row));
  }

  private static JsonNode history(Question question, Ground ground) {
    return History.page(ground, question,
        EntityKey.of(EntityType.SERVICE, question.number("id")), fact -> true);
  }
}
