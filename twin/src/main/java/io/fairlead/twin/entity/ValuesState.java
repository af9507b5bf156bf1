package io.fairlead.twin.entity;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The storage of an entity as bytes, and how much it was told.
 *
 * @param values by storage key
 * @param events that it was told of
 * @param calls that it was told of
 */
public record ValuesState(SortedMap<Bytes, Bytes> values, long events, long calls) {
  private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  public ValuesState {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  static final Codec<ValuesState> CODEC = Codecs.struct("ValuesState",
      Fields.of(ValuesState::new,
          Fields.field("values", ValuesState::values,
              Codecs.map(BYTES, BYTES, Codecs.UNBOUNDED), ""),
          Fields.field("events", ValuesState::events, Codecs.U64, ""),
          Fields.field("calls", ValuesState::calls, Codecs.U64, "")));
}
