package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.chain.ChainState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.slash.SlashQueueState;
import io.fairlead.twin.table.Page;
import java.util.List;

/** {@code /v1/rounds/…}, {@code /v1/blocks/…}: what the chain's time is divided into. */
final class TimeResource {
  private TimeResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, "/v1/rounds/{round}", TimeResource::round),
        Resource.of(Resource.Need.NOTHING, "/v1/blocks/{number}/facts", TimeResource::facts,
            "after", "limit"));
  }

  private static JsonNode round(Question question, Ground ground) {
    long round = question.number("round");
    ChainState chain = ground.state(EntityKey.CHAIN, ChainState.class).orElseThrow(
        () -> Refusal.missing("no round is known yet", "see /v1/status"));
    if (round > chain.round()) {
      throw Refusal.missing("round " + round + " has not begun at block " + ground.block(),
          "the round now is " + chain.round());
    }
    ObjectNode data = object().put("round", round);
    if (round == chain.round()) {
      ChainJson.put(data, "since", chain.roundSince());
    }
    data.put("isCurrent", round == chain.round());
    SlashQueueState queue = ground
        .state(EntityKey.of(EntityType.SLASH_QUEUE, round), SlashQueueState.class)
        .orElseGet(() -> SlashQueueState.of(round, List.of()));
    return data.put("slashes", queue.cases().size()).put("pending", queue.open().size())
        .put("appliesAtRound", round + SlashDue.DEFER_ROUNDS);
  }

  private static JsonNode facts(Question question, Ground ground) {
    long number = question.number("number");
    Page page = question.page();
    long after = page.after().isEmpty() ? -1 : Question.number("after", page.after());
    long first = ground.standing().log().first();
    if (number > ground.tables().watermark()) {
      throw Refusal.missing("block " + number + " is not here yet",
          "the twin stands at " + ground.tables().watermark());
    }
    if (number < first) {
      throw new Refusal(410, "block " + number + " was before this history",
          "the oldest block is " + first);
    }
    Ground.present(ground.standing().log(), number);
    List<Blocks> events = ground.part(number).orElseThrow(
        () -> Refusal.missing("block " + number + " is in none of the log's parts", null));
    Blocks last = events.getLast();
    BlockLine line = last.lines().get((int) (number - last.from()));
    ObjectNode data = object().put("block", number).put("hash", line.hash().toString())
        .put("stateRoot", line.stateRoot().toString()).put("specVersion", line.specVersion())
        .put("time", line.time()).put("isProved", line.isProved());
    List<Fact> wanted = events.stream().flatMap(event -> event.facts().stream())
        .filter(fact -> fact.id().block() == number && fact.id().index() > after).toList();
    var json = new FactJson(ground.json());
    ArrayNode facts = data.putArray("facts");
    wanted.stream().limit(page.limit()).map(json::of).forEach(facts::add);
    if (wanted.size() > page.limit()) {
      data.put("next", Integer.toString(wanted.get(page.limit() - 1).id().index()));
    }
    return data;
  }
}
