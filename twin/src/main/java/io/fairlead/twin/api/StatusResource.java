package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.chain.ChainState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.feed.FeedStatus;
import java.util.List;
import java.util.Locale;

/** {@code /v1/status} and {@code /v1/generations}: answered at any time, before the first block too. */
final class StatusResource {
  private StatusResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.NOTHING, "/v1/status", StatusResource::status),
        Resource.of(Resource.Need.NOTHING, "/v1/generations", StatusResource::generations));
  }

  private static JsonNode status(Question question, Ground ground) {
    TwinView.Standing standing = ground.standing();
    FeedStatus feed = standing.feed();
    ObjectNode data = ChainJson.object();
    data.put("chain", standing.chain()).put("genesis", standing.genesis());
    data.put("ss58Prefix", standing.ss58Prefix());
    data.put("state", feed.state().name()).put("message", feed.message());
    data.put("since", standing.log().first()).put("head", feed.head());
    data.put("target", feed.target()).put("tables", ground.tables().watermark());
    if (!ground.twin().tablesTrouble().isEmpty()) {
      data.put("tablesTrouble", ground.twin().tablesTrouble());
    }
    if (ground.block() >= 0) {
      ground.state(EntityKey.CHAIN, ChainState.class).ifPresent(chain -> {
        ChainJson.put(data, "round", chain.round());
        ChainJson.put(data, "era", chain.era());
      });
    }
    data.put("proved", feed.proved()).put("changes", feed.changes());
    data.put("unpredicted", feed.unpredicted());
    data.set("holes", ChainJson.holes(standing.log()));
    data.put("streams", ground.live().readers());
    feed.endpoints().forEach(data.putArray("endpoints")::add);
    return data;
  }

  private static JsonNode generations(Question question, Ground ground) {
    ObjectNode data = ChainJson.object();
    ArrayNode all = data.putArray("generations");
    for (GenerationDesk.Line line : ground.desk().lines()) {
      ObjectNode each = all.addObject().put("number", line.number());
      ChainJson.put(each, "since", line.since());
      ChainJson.put(each, "block", line.block());
      each.put("state", line.state().name().toLowerCase(Locale.ROOT));
      each.put("isServing", line.state() == GenerationDesk.State.SERVING);
      if (!line.plan().isEmpty()) {
        each.put("plan", line.plan());
      }
    }
    if (!ground.desk().trouble().isEmpty()) {
      data.put("trouble", ground.desk().trouble());
    }
    return data;
  }
}
