package io.fairlead.substrate.pallet;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** When in a block an event was deposited ({@code frame_system::Phase}). */
public sealed interface Phase {
  /** While extrinsic {@code index} ran. */
  record ApplyExtrinsic(long index) implements Phase {}

  /** In {@code on_finalize}. */
  record Finalization() implements Phase {}

  /** In {@code on_initialize}. */
  record Initialization() implements Phase {}

  Phase FINALIZATION = new Finalization();
  Phase INITIALIZATION = new Initialization();

  /** One byte, and the index of the extrinsic. */
  Codec<Phase> CODEC = Codecs.enumOf("frame_system::Phase", List.of(),
      variant(0, "ApplyExtrinsic", ApplyExtrinsic.class,
          Fields.of(ApplyExtrinsic::new,
              Fields.field(null, ApplyExtrinsic::index, Codecs.U32, "u32"))),
      variant(1, "Finalization", Finalization.class, (Finalization) FINALIZATION),
      variant(2, "Initialization", Initialization.class, (Initialization) INITIALIZATION));
}
