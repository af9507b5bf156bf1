package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.chain.ChainSettings;
import io.fairlead.node.chain.Keys;
import io.fairlead.node.chain.Until;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.node.pool.PoolActor.NewBlocksMade;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * {@code dev_*} with Chopsticks' names and parameters, and {@code fairlead_*}. Time passes only by
 * blocks: travelling makes all blocks in between, 6 seconds each.
 */
final class DevMethods {
  /** Blocks of one call. */
  private static final long BLOCKS_MAX = 10_000_000;
  private static final Duration TIMEOUT = Duration.ofHours(1);

  private final Node node;

  private DevMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var dev = new DevMethods(node);
    methods.later(dev::newBlock, "dev_newBlock");
    methods.later(dev::timeTravel, "dev_timeTravel");
    methods.now(dev::rules, "fairlead_rules");
  }

  private JsonNode rules(Params params) {
    var json = Json.object();
    for (String rule : node.chain.rules()) {
      int equals = rule.indexOf('=');
      // what has no group is no rule, such as the profile
      if (rule.lastIndexOf('.', equals) >= 0) {
        json.put(rule.substring(0, equals), rule.substring(equals + 1));
      }
    }
    return json;
  }

  private CompletionStage<NewBlocksMade> make(Until until) {
    return node.ask(TIMEOUT, replyTo -> new PoolActor.NewBlocks(until, replyTo));
  }

  /** {@code {"count": n}} or {@code {"to": number}}; without either one block. The last hash. */
  private CompletionStage<JsonNode> newBlock(Params params) {
    JsonNode options = params.get(0);
    Until until = new Until.Count(1);
    if (options != null) {
      known(options, "count", "to");
      if (options.has("to")) {
        until = toNumber(options.get("to"), "to");
      } else if (options.has("count")) {
        until = new Until.Count(limited(Params.number(options.get("count"), 0, "count"), "count"));
      }
    }
    return make(until).thenApply(made -> Json.hash(made.last().hash()));
  }

  private static void known(JsonNode options, String... names) {
    if (!options.isObject()) {
      throw RpcError.params("parameter 1: expected an object with "
          + String.join(" or ", names) + ", found " + options);
    }
    for (var field : options.properties()) {
      if (!List.of(names).contains(field.getKey())) {
        throw RpcError.params("parameter 1: expected " + String.join(" or ", names) + ", found "
            + field.getKey());
      }
    }
  }

  private Until toNumber(JsonNode value, String name) {
    long number = Params.number(value, 0, name);
    long best = node.chain.best().number();
    if (number <= best) {
      throw RpcError.params("parameter 1 (" + name + "): expected a block after the best, "
          + best + ", found " + number);
    }
    limited(number - best, name);
    return new Until.Number(number);
  }

  private static long limited(long blocks, String name) {
    if (blocks < 1 || blocks > BLOCKS_MAX) {
      throw RpcError.params("parameter 1 (" + name + "): expected 1 to " + BLOCKS_MAX
          + " blocks, found " + blocks);
    }
    return blocks;
  }

  /**
   * A moment as Unix milliseconds or ISO 8601 text, as Chopsticks has it, or {@code {"block": n}} or
   * {@code {"round": n}}. The time of the last block in milliseconds.
   */
  private CompletionStage<JsonNode> timeTravel(Params params) {
    JsonNode where = params.get(0);
    if (where == null) {
      throw RpcError.params("parameter 1 (date): expected milliseconds, ISO 8601 text or an "
          + "object with block or round, found nothing");
    }
    Until until;
    if (where.isObject()) {
      known(where, "block", "round");
      if (where.size() != 1) {
        throw RpcError.params("parameter 1: expected block or round, found " + where);
      }
      until = where.has("block") ? toNumber(where.get("block"), "block")
          : toRound(Params.number(where.get("round"), 0, "round"));
    } else {
      until = toTime(where.isTextual() ? millis(where.asText())
          : Params.number(where, 0, "date"));
    }
    return make(until).thenApply(made -> Json.number(
        Keys.number(node.chain.states().at(Keys.NOW, made.last().number()))));
  }

  private Until toRound(long round) {
    long now = Keys.number(node.chain.states().at(Keys.ROUND, node.chain.best().number()));
    if (round <= now) {
      throw RpcError.params(
          "parameter 1 (round): expected a round after " + now + ", found " + round);
    }
    return new Until.Round(round);
  }

  private Until toTime(long millis) {
    long now = Keys.number(node.chain.states().at(Keys.NOW, node.chain.best().number()));
    if (millis <= now) {
      throw RpcError.params("parameter 1 (date): expected a time after that of the best block, "
          + Instant.ofEpochMilli(now) + ", found " + Instant.ofEpochMilli(millis));
    }
    long from = Math.max(now, node.clock.millis());
    limited(Math.max(0, millis - from) / ChainSettings.SLOT_MILLIS + 1, "date");
    return new Until.Time(millis);
  }

  private static long millis(String date) {
    try {
      return Instant.parse(date).toEpochMilli();
    } catch (DateTimeParseException bad) {
      throw RpcError.params("parameter 1 (date): expected a time like 2026-01-31T12:00:00Z, "
          + "found " + date);
    }
  }
}
