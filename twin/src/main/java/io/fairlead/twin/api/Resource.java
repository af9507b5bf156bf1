package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A path that is answered.
 *
 * @param pattern its segments; a changing one in braces
 * @param parameters of the query that it knows
 * @param need what has to stand at the block of the answer
 * @param isHistory whether the answer is about the past, and tells since when
 */
record Resource(List<String> pattern, Set<String> parameters, Need need, boolean isHistory,
    Reply reply) {
  Resource {
    pattern = List.copyOf(pattern);
    parameters = Set.copyOf(parameters);
  }

  /** What has to stand at the block of the answer. */
  enum Need {
    NOTHING, ENTITIES, TABLES, BOTH
  }

  /** Gives the data; may wait, fails with {@link Refusal} or {@link Ground.Moved}. */
  interface Reply {
    JsonNode to(Question question, Ground ground);
  }

  /** An answer about the present, or about one block. */
  static Resource of(Need need, String path, Reply reply, String... parameters) {
    return new Resource(segments(path), known(need, parameters), need, false, reply);
  }

  /** An answer about the past. */
  static Resource history(Need need, String path, Reply reply, String... parameters) {
    return new Resource(segments(path), known(need, parameters), need, true, reply);
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/"));
  }

  private static Set<String> known(Need need, String... parameters) {
    var all = new TreeSet<>(Arrays.asList(parameters));
    if (need != Need.NOTHING) {
      all.addAll(List.of("at", "atLeast"));
    }
    return all;
  }

  /** The changing segments by name; empty when the path is another. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != pattern.size()) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      String segment = pattern.get(i);
      if (segment.startsWith("{")) {
        found.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
