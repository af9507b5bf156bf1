package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.amount;
import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.operator.Duty;
import io.fairlead.twin.operator.OperatorState;
import io.fairlead.twin.table.DutyRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/operators/…}. */
final class OperatorResource {
  private static final String PATH = "/v1/operators/{account}";

  private OperatorResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, PATH, OperatorResource::show),
        Resource.of(Resource.Need.TABLES, PATH + "/duties", OperatorResource::duties, "state",
            "after", "limit"),
        Resource.of(Resource.Need.BOTH, PATH + "/exposure", ExposureReply::to),
        Resource.history(Resource.Need.TABLES, PATH + "/income", OperatorResource::income,
            "after", "limit"),
        Resource.history(Resource.Need.TABLES, PATH + "/refused", OperatorResource::refused,
            "after", "limit"),
        Resource.of(Resource.Need.TABLES, PATH + "/services", OperatorResource::services,
            "state", "after", "limit"),
        Resource.of(Resource.Need.TABLES, PATH + "/delegations", OperatorResource::delegations,
            "after", "limit"),
        Resource.history(Resource.Need.ENTITIES, PATH + "/history", OperatorResource::history,
            "after", "limit"));
  }

  static AccountId account(Question question, Ground ground) {
    return question.account(ground.standing().ss58Prefix());
  }

  private static Held<?> held(Question question, Ground ground) {
    AccountId account = account(question, ground);
    return ground.held(EntityKey.of(EntityType.OPERATOR, account))
        .orElseThrow(() -> missing(ground, account));
  }

  static Refusal missing(Ground ground, AccountId account) {
    return Refusal.missing("no operator " + ground.json().account(account) + " up to block "
        + ground.block(),
        "it never joined, or before block "
            + ground.standing().log().first() + ", and left");
  }

  private static JsonNode show(Question question, Ground ground) {
    Held<?> held = held(question, ground);
    var state = (OperatorState) held.state();
    ChainJson json = ground.json();
    ObjectNode data = object().put("account", json.account(state.account()));
    data.set("life", life(state.record()));
    data.set("registrations", json.list(state.registrations().entrySet(),
        each -> object().put("blueprint", each.getKey())
            .put("key", each.getValue().key().toString())
            .put("rpcAddress", Readable.of(each.getValue().rpcAddress()))));
    data.set("services", json.list(state.memberships().entrySet(), each -> {
      ObjectNode one =
          object().put("service", each.getKey()).put("since", each.getValue().since());
      if (each.getValue().until() != null) {
        one.put("until", each.getValue().until());
      }
      return one;
    }));
    data.set("duties", inShort(state.duties()));
    data.set("work", json.list(state.work().entrySet(), each -> {
      ObjectNode one = object().put("service", each.getKey())
          .put("answers", each.getValue().answers()).put("first", each.getValue().first())
          .put("refused", each.getValue().refused())
          .put("heartbeats", each.getValue().heartbeats());
      return one.set("income", amount(Asset.NATIVE, each.getValue().income()));
    }));
    data.set("heartbeats", json.list(state.heartbeats().entrySet(),
        each -> object().put("blueprint", each.getKey().blueprint())
            .put("service", each.getKey().service())
            .put("expected", each.getValue().expectedHeartbeats())
            .put("received", each.getValue().receivedHeartbeats())
            .put("lastCheck", each.getValue().lastCheckBlock())
            .put("last", each.getValue().lastHeartbeatBlock())));
    data.set("pendingRewards", json.list(state.pending() == null ? List.of() : state.pending(),
        each -> object().put("service", each.serviceId()).set("amount",
            amount(Asset.NATIVE, each.amount()))));
    data.set("delegations",
        json.list(state.record() == null ? List.of() : state.record().delegations(),
            each -> object().put("delegator", json.account(each.delegator())).set("amount",
                amount(each.asset(), each.amount()))));
    var slashes = data.putArray("slashes");
    state.slashes().forEach(fact -> slashes.add(fact.toString()));
    return data.put("corrections", held.corrections());
  }

  private static ObjectNode life(@Nullable OperatorMetadata record) {
    if (record == null) {
      return object().put("status", "gone");
    }
    ObjectNode life = object();
    switch (record.status()) {
      case OperatorStatus.Active active -> life.put("status", "active");
      case OperatorStatus.Inactive inactive -> life.put("status", "inactive");
      case OperatorStatus.Leaving(long round) ->
          life.put("status", "leaving").put("leavingRound", round);
    }
    life.set("stake", amount(Asset.NATIVE, record.stake()));
    if (record.request() != null) {
      ObjectNode unstaking = life.putObject("unstaking");
      unstaking.set("amount", amount(Asset.NATIVE, record.request().amount()));
      unstaking.put("requestedRound", record.request().requestTime());
    }
    return life;
  }

  private static ObjectNode inShort(Map<Long, Duty> duties) {
    ObjectNode data = object().put("count", duties.size());
    duties.entrySet().stream().min(Comparator.comparingLong(each -> each.getValue().since()))
        .ifPresent(oldest -> data.putObject("oldest").put("call", oldest.getKey())
            .put("service", oldest.getValue().service()).put("since", oldest.getValue().since()));
    return data;
  }

  private static JsonNode duties(Question question, Ground ground) {
    boolean onlyOpen = question.choice("state", "open", "all").equals("open");
    return Pages.of(ground.tables().duties(ground.block(), account(question, ground), onlyOpen,
        question.page()), OperatorResource::duty);
  }

  static ObjectNode duty(DutyRow row) {
    ObjectNode node = object().put("service", row.service()).put("call", row.call())
        .put("job", row.job()).put("called", row.called());
    ChainJson.put(node, "answered", row.answered());
    ChainJson.put(node, "settled", row.settled());
    return node;
  }

  private static JsonNode services(Question question, Ground ground) {
    boolean withFormer = question.choice("state", "active", "all").equals("all");
    return Pages.of(ground.tables().memberships(ground.block(), account(question, ground),
        withFormer, question.page()), row -> Pages.member(ground.json(), row));
  }

  private static JsonNode delegations(Question question, Ground ground) {
    return Pages.of(ground.tables().delegationsTo(ground.block(), account(question, ground),
        question.page()), row -> Pages.delegation(ground.json(), row));
  }

  static JsonNode income(Question question, Ground ground) {
    ground.onlyNow();
    return Pages.of(ground.tables().income(ground.block(), account(question, ground),
        question.page()), Pages::income);
  }

  static JsonNode refused(Question question, Ground ground) {
    return Pages.of(ground.tables().refused(ground.block(), account(question, ground),
        question.page()), Pages::refused);
  }

  private static JsonNode history(Question question, Ground ground) {
    AccountId account = account(question, ground);
    return History.page(ground, question, EntityKey.of(EntityType.OPERATOR, account),
        fact -> true);
  }
}
