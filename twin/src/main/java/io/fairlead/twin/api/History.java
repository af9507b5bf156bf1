package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.entity.Advanced;
import io.fairlead.twin.entity.Corrected;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import java.util.function.Predicate;

/** The facts of an entity, oldest first, from its own journal. */
final class History {
  private static final int EVENTS_AT_ONCE = 64;

  private final Ground ground;
  private final FactJson facts;
  private final Predicate<Fact> wanted;
  private final int limit;
  private final ObjectNode page = ChainJson.object();
  private final ArrayNode items = page.putArray("items");
  private Cursor at;

  /** Where a page begins: an event of the journal, and the last fact that was shown; null: none. */
  private record Cursor(long sequence, @org.jspecify.annotations.Nullable FactId last) {
    static Cursor parse(String text) {
      if (text.isEmpty()) {
        return new Cursor(1, null);
      }
      String[] parts = text.split("[/-]");
      if (parts.length != 3) {
        throw new IllegalArgumentException(text);
      }
      return new Cursor(Long.parseLong(parts[0]),
          new FactId(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
    }

    @Override
    public String toString() {
      return sequence + "/" + last;
    }
  }

  private History(Ground ground, Question question, Predicate<Fact> wanted) {
    this.ground = ground;
    this.facts = new FactJson(ground.json());
    this.wanted = wanted;
    this.limit = question.page().limit();
    this.at = Cursor.parse(question.page().after());
  }

  /** A page of the facts that {@code wanted} takes, none of them after the block of the answer. */
  static ObjectNode page(Ground ground, Question question, EntityKey key,
      Predicate<Fact> wanted) {
    return new History(ground, question, wanted).read(key);
  }

  private ObjectNode read(EntityKey key) {
    while (true) {
      List<EntityEvent> events = ground.twin()
          .journal(key, at.sequence(), at.sequence() + EVENTS_AT_ONCE - 1).toCompletableFuture()
          .join();
      for (EntityEvent event : events) {
        for (Fact fact : facts(event)) {
          if (!take(fact)) {
            return page;
          }
        }
        at = new Cursor(at.sequence() + 1, at.last());
      }
      if (events.size() < EVENTS_AT_ONCE) {
        return page;
      }
    }
  }

  private static List<Fact> facts(EntityEvent event) {
    return switch (event) {
      case Advanced advanced -> advanced.facts();
      case Corrected(Fact.Change change, String reason) -> List.of();
    };
  }

  /** Whether there is room for more. */
  private boolean take(Fact fact) {
    FactId last = at.last();
    boolean isNew = last == null || fact.id().compareTo(last) > 0;
    if (!isNew || fact.id().block() > ground.block() || !wanted.test(fact)) {
      return true;
    }
    if (items.size() == limit) {
      page.put("next", at.toString());
      return false;
    }
    items.add(facts.of(fact));
    at = new Cursor(at.sequence(), fact.id());
    return true;
  }
}
