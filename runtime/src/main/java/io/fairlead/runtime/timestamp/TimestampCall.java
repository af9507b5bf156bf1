package io.fairlead.runtime.timestamp;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The call of Timestamp. */
public sealed interface TimestampCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Timestamp";

  /** The inherent: the time of this block in milliseconds since 1970. */
  record Set(long now) implements TimestampCall {}

  /** One byte of index, then the argument. */
  EnumCodec<TimestampCall> CODEC = Codecs.enumOf("pallet_timestamp::pallet::Call",
      List.of(Shape.skipped("T")), variant(0, "set", Set.class, Fields.of(Set::new,
          Fields.field("now", Set::now, Codecs.COMPACT_U64, "T::Moment"))));

  @Override
  default String pallet() {
    return PALLET;
  }
}
