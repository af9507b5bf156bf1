package io.fairlead.twin.feed;

import io.fairlead.substrate.primitive.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which block is final is all that endpoints are trusted with: everything else is proved against its
 * header. So several must name the same.
 *
 * @param needed endpoints that must name a hash before it is taken
 */
record Quorum(int needed) {
  Quorum {
    if (needed < 1) {
      throw new IllegalArgumentException("a quorum of " + needed);
    }
  }

  /** What came of the votes on one block. */
  sealed interface Verdict {

    /** Enough name the same hash; {@code minority} named another. */
    record Agreed(Hash hash, List<Integer> minority) implements Verdict {
      public Agreed {
        minority = List.copyOf(minority);
      }
    }

    /** No hash has enough votes, and there are two or more. */
    record Disagree(String votes) implements Verdict {}

    /** Too few have voted. */
    record Waiting() implements Verdict {}
  }

  /**
   * Decides on one block.
   *
   * @param votes of each endpoint; empty: it knows no such block, or did not answer
   */
  Verdict decide(List<Optional<Hash>> votes) {
    Map<Hash, Integer> counts = new LinkedHashMap<>();
    votes.forEach(vote -> vote.ifPresent(hash -> counts.merge(hash, 1, Integer::sum)));
    for (var entry : counts.entrySet()) {
      if (entry.getValue() >= needed) {
        var minority = new java.util.ArrayList<Integer>();
        for (int i = 0; i < votes.size(); i++) {
          if (votes.get(i).isPresent() && !votes.get(i).get().equals(entry.getKey())) {
            minority.add(i);
          }
        }
        return new Verdict.Agreed(entry.getKey(), minority);
      }
    }
    return counts.size() > 1 ? new Verdict.Disagree(counts.toString()) : new Verdict.Waiting();
  }

  /** The highest block that enough endpoints call final; -1 when none is. */
  long target(List<Long> heads) {
    var sorted = heads.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    return sorted.size() < needed ? -1 : sorted.get(needed - 1);
  }
}
