package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.blueprint.BlueprintState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.slash.Closing;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashQueueState;
import io.fairlead.twin.table.SlashRow;
import io.fairlead.twin.table.TableView.SlashState;
import java.util.List;
import java.util.Optional;

/** {@code /v1/slashes/…}. */
final class SlashResource {
  private static final String PATH = "/v1/slashes/{round}/{index}";

  private SlashResource() {}

  static List<Resource> all() {
    return List.of(
        Resource.history(Resource.Need.BOTH, "/v1/slashes", SlashResource::list, "state",
            "operator", "service", "after", "limit"),
        Resource.of(Resource.Need.BOTH, PATH, SlashResource::show),
        Resource.history(Resource.Need.BOTH, PATH + "/history", SlashResource::history,
            "after", "limit"));
  }

  private static JsonNode list(Question question, Ground ground) {
    SlashState state = switch (question.choice("state", "pending", "ended", "all")) {
      case "ended" -> SlashState.ENDED;
      case "all" -> SlashState.ALL;
      default -> SlashState.PENDING;
    };
    Optional<AccountId> operator = Optional.ofNullable(question.query().get("operator"))
        .map(text -> Question.account("operator", text, ground.standing().ss58Prefix()));
    var due = new SlashDue(ground);
    return Pages.of(ground.tables().slashes(ground.block(), state, operator,
        question.queryNumber("service"), question.page()), row -> row(ground, due, row));
  }

  private static Optional<SlashCase> slash(Ground ground, long round, long index) {
    return ground.known(EntityKey.of(EntityType.SLASH_QUEUE, round), SlashQueueState.class)
        .flatMap(queue -> Optional.ofNullable(queue.cases().get(index)));
  }

  private static SlashRow row(Ground ground, long round, long index) {
    return ground.tables().slash(ground.block(), round, index)
        .orElseThrow(() -> Refusal.missing("no slash " + index + " of round " + round
            + " up to block " + ground.block(), "list them with /v1/slashes?state=all"));
  }

  private static JsonNode show(Question question, Ground ground) {
    long round = question.number("round");
    long index = question.number("index");
    SlashRow row = row(ground, round, index);
    ObjectNode data = row(ground, new SlashDue(ground), row);
    slash(ground, round, index).ifPresent(found -> {
      if (found.proposal() != null) {
        ArrayNode path = data.putArray("path");
        found.proposal().path().forEach(path::add);
      }
      if (found.closing() != null) {
        data.set("taken", taken(ground.json(), found.closing()));
      }
    });
    return data;
  }

  private static ArrayNode taken(ChainJson json, Closing closing) {
    return json.list(closing.taken(), each -> object().put("account", json.account(each.account()))
        .set("amount", ChainJson.amount(each.asset(), each.amount())));
  }

  static ObjectNode row(Ground ground, SlashDue due, SlashRow row) {
    ChainJson json = ground.json();
    ObjectNode node = object().put("round", row.round()).put("index", row.index())
        .put("operator", json.account(row.operator())).put("service", row.service())
        .put("blueprint", row.blueprint()).put("percent", row.percent())
        .put("recorded", row.recorded());
    node.put("origin", origin(ground, row));
    json.put(node, "proposedBy", row.proposedBy());
    ChainJson.text(node, "call", row.call());
    ChainJson.put(node, "extrinsic", row.extrinsic());
    boolean isPending = row.end() == null;
    node.put("isPending", isPending);
    if (isPending) {
      pending(ground, due, row, node);
    }
    ChainJson.text(node, "end", row.end());
    ChainJson.put(node, "ended", row.ended());
    json.put(node, "endedBy", row.endedBy());
    return node;
  }

  private static String origin(Ground ground, SlashRow row) {
    if (row.call() != null) {
      return "CALL";
    }
    return row.recorded() > ground.standing().log().first() ? "HEARTBEATS" : "BEFORE";
  }

  private static void pending(Ground ground, SlashDue due, SlashRow row, ObjectNode node) {
    node.put("stoppers", stoppers(ground, row));
    if (due.isStranded(row.round())) {
      node.put("end", "STRANDED"); // still disputable, and never applied
      return;
    }
    node.put("appliesAtRound", row.round() + SlashDue.DEFER_ROUNDS);
    if (due.position(row.round(), row.index()) > 0) {
      node.put("position", due.position(row.round(), row.index()));
      node.put("ofBlock", due.ofBlock(row.round(), row.index()));
    }
    due.block(row.round(), row.index()).ifPresent(block -> {
      long left = block - ground.block();
      node.put("appliesAtBlock", block).put("blocksLeft", left);
      due.hours(left).ifPresent(hours -> node.put("hoursLeft", hours));
    });
  }

  /** The contract decides who may dispute; which account that is, it alone knows. */
  private static String stoppers(Ground ground, SlashRow row) {
    return ground.known(EntityKey.of(EntityType.BLUEPRINT, row.blueprint()), BlueprintState.class)
        .flatMap(state -> Optional.ofNullable(state.definition()))
        .map(definition -> "the dispute origin that manager " + definition.manager() + " names")
        .orElse("the dispute origin of blueprint " + row.blueprint());
  }

  private static JsonNode history(Question question, Ground ground) {
    long round = question.number("round");
    long index = question.number("index");
    SlashRow row = row(ground, round, index);
    return History.page(ground, question, EntityKey.of(EntityType.SLASH_QUEUE, round),
        fact -> isAbout(fact, row));
  }

  /** The call that proposed it and those that end slashes name no index; their block tells. */
  private static boolean isAbout(Fact fact, SlashRow row) {
    return switch (fact) {
      case Fact.Mark mark -> false;
      case Fact.Call call -> switch (call.call().typed().orElse(null)) {
        case ServicesCall.Slash it -> call.id().equals(row.call());
        case ServicesCall.Dispute it ->
            it.index() == row.index() && call.id().block() >= row.recorded();
        case null, default -> call.id().block() == row.ended();
      };
      case Fact.Event event -> switch (event.event().typed().orElse(null)) {
        case ServicesEvent.UnappliedSlash it -> it.index() == row.index();
        case ServicesEvent.SlashDiscarded it -> it.index() == row.index();
        case null, default -> event.id().block() == row.ended();
      };
      case Fact.Change change -> change.changed() instanceof Changed.Slash it
          && it.round() == row.round() && it.index() == row.index();
    };
  }
}
