package io.fairlead.twin.entity;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An entity of which only the storage is kept, as bytes: the least that every type can have. */
public final class ValuesPortrait implements Portrait<ValuesState> {
  private final EntityType type;

  /** Of entities of {@code type}. */
  public ValuesPortrait(EntityType type) {
    this.type = type;
  }

  @Override
  public EntityType type() {
    return type;
  }

  @Override
  public ValuesState blank(EntityKey key, long since) {
    return new ValuesState(new TreeMap<>(), 0, 0);
  }

  @Override
  public ValuesState fold(ValuesState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> new ValuesState(state.values(), state.events(), state.calls() + 1);
      case Fact.Event event ->
          new ValuesState(state.values(), state.events() + 1, state.calls());
      case Fact.Change change -> {
        var values = new TreeMap<Bytes, Bytes>(state.values());
        if (change.after().isPresent()) {
          values.put(change.key(), change.after().get());
        } else {
          values.remove(change.key());
        }
        yield new ValuesState(values, state.events(), state.calls());
      }
    };
  }

  @Override
  public Codec<ValuesState> codec() {
    return ValuesState.CODEC;
  }

  @Override
  public List<KeyChange> rows(ValuesState state) {
    return state.values().entrySet().stream()
        .map(pair -> new KeyChange(pair.getKey(), Optional.of(pair.getValue()))).toList();
  }
}
