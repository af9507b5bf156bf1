package io.fairlead.twin.entity;

import akka.persistence.typed.SnapshotAdapter;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.log.Damaged;
import java.util.List;
import java.util.Optional;

/**
 * The stored form of an entity's state: what all entities have, and its own part as bytes under a
 * version.
 *
 * @param state encoded by the codec of the portrait
 * @param version of that codec
 */
public record HeldSnapshot(EntityKey key, long asOf, long since, List<Fact> recent,
    long corrections, int version, Bytes state) {
  public HeldSnapshot {
    recent = List.copyOf(recent);
  }

  static final class Adapter<S> implements SnapshotAdapter<Held<S>> {
    private final Portrait<S> portrait;

    Adapter(Portrait<S> portrait) {
      this.portrait = portrait;
    }

    @Override
    public Object toJournal(Held<S> held) {
      return new HeldSnapshot(held.key(), held.asOf(), held.since(), held.recent(),
          held.corrections(), portrait.version(),
          Bytes.wrap(portrait.codec().encode(held.state())));
    }

    @Override
    public Held<S> fromJournal(Object stored) {
      var it = (HeldSnapshot) stored;
      if (it.version() != portrait.version()) {
        throw new Damaged("entity " + it.key() + " was stored by version " + it.version()
            + " of its form, this program knows " + portrait.version());
      }
      return switch (portrait.codec().decode(it.state().array())) {
        case Decoded.Value<S>(S state) -> new Held<>(it.key(), it.asOf(), it.since(), state,
            it.recent(), it.corrections(), Optional.empty());
        case Decoded.Malformed<S> bad ->
            throw new Damaged("entity " + it.key() + ": " + bad.message());
      };
    }
  }
}
