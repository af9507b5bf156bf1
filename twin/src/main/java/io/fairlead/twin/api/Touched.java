package io.fairlead.twin.api;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.lane.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which entities the facts of a block reach. */
final class Touched implements Router.Sink {
  private final Map<FactId, Set<EntityKey>> keys = new HashMap<>();

  /** By all facts of one block. */
  static Touched by(List<Fact> block) {
    var touched = new Touched();
    Router.route(block, touched);
    return touched;
  }

  @Override
  public void full(EntityKey key, Fact fact) {
    keys.computeIfAbsent(fact.id(), it -> new TreeSet<>()).add(key);
  }

  @Override
  public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {
    keys.computeIfAbsent(id, it -> new TreeSet<>()).add(key);
  }

  Set<EntityKey> by(Fact fact) {
    return keys.getOrDefault(fact.id(), Set.of());
  }
}
