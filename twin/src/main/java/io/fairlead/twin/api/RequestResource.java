package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.RefundAccount;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.request.RequestState;
import io.fairlead.twin.table.RequestRow;
import java.util.List;

/** {@code /v1/requests/…}. */
final class RequestResource {
  private static final String PATH = "/v1/requests/{id}";

  private RequestResource() {}

  static List<Resource> all() {
    return List.of(
        Resource.of(Resource.Need.TABLES, "/v1/requests", RequestResource::list, "state", "after",
            "limit"),
        Resource.of(Resource.Need.ENTITIES, PATH, RequestResource::show),
        Resource.history(Resource.Need.ENTITIES, PATH + "/history", RequestResource::history,
            "after", "limit"));
  }

  private static JsonNode list(Question question, Ground ground) {
    boolean onlyWaiting = question.choice("state", "waiting", "all").equals("waiting");
    return Pages.of(ground.tables().requests(ground.block(), onlyWaiting, question.page()),
        row -> row(ground.json(), row));
  }

  private static ObjectNode row(ChainJson json, RequestRow row) {
    ObjectNode node = object().put("request", row.request()).put("blueprint", row.blueprint())
        .put("owner", json.account(row.owner())).put("requested", row.requested())
        .put("asked", row.asked()).put("approved", row.approved());
    ChainJson.text(node, "end", row.end());
    ChainJson.put(node, "ended", row.ended());
    ChainJson.put(node, "service", row.service());
    return node;
  }

  private static JsonNode show(Question question, Ground ground) {
    long id = question.number("id");
    ChainJson json = ground.json();
    RequestState state = ground.state(EntityKey.of(EntityType.REQUEST, id), RequestState.class)
        .orElseThrow(() -> Refusal
            .missing("no request " + id + " up to block " + ground.block(), null));
    ObjectNode data = object().put("request", id);
    ServiceRequest record = state.last();
    if (record != null) {
      data.put("blueprint", record.blueprint()).put("owner", json.account(record.owner()));
      data.put("ttl", record.ttl());
      data.set("membership", json.value(MembershipModel.CODEC, record.membershipModel()));
    }
    ChainJson.put(data, "requested", state.asked());
    data.put("end", state.end().name());
    ChainJson.put(data, "service", state.service());
    ChainJson.put(data, "ended", state.ended());
    data.set("permittedCallers",
        json.accounts(record == null ? List.of() : record.permittedCallers()));
    data.set("requirements",
        json.requirements(record == null ? List.of() : record.securityRequirements()));
    data.set("operators", json.list(record == null ? List.of() : record.asked(),
        each -> operator(json, state, record, each)));
    if (state.payment() != null) {
      ObjectNode payment = data.putObject("payment");
      payment.set("amount", ChainJson.amount(state.payment().asset(), state.payment().amount()));
      payment.set("refundTo", json.value(RefundAccount.CODEC, state.payment().refundTo()));
    }
    return data;
  }

  /** The last approval starts the service and is in no record; the facts have it. */
  private static ObjectNode operator(ChainJson json, RequestState state,
      @org.jspecify.annotations.Nullable ServiceRequest record, AccountId operator) {
    ObjectNode one = object().put("operator", json.account(operator));
    Long approved = state.approved().get(operator);
    Long rejected = state.rejected().get(operator);
    one.put("answer", approved != null ? "approved" : rejected != null ? "rejected" : "pending");
    if (approved != null || rejected != null) {
      one.put("block", approved != null ? approved : rejected);
    }
    List<AssetSecurityCommitment> commitments = record != null
        && record.stateOf(operator) instanceof ApprovalState.Approved(var given) ? given
            : List.of();
    one.set("commitments", json.commitments(commitments));
    return one;
  }

  private static JsonNode history(Question question, Ground ground) {
    return History.page(ground, question,
        EntityKey.of(EntityType.REQUEST, question.number("id")), fact -> true);
  }
}
