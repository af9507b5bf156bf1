package io.fairlead.runtime.system;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of System. */
public sealed interface SystemCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "System";

  /** Puts bytes into a block. */
  record Remark(Bytes remark) implements SystemCall {}

  /** Puts bytes into a block and tells their hash. */
  record RemarkWithEvent(Bytes remark) implements SystemCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<SystemCall> CODEC = codec();

  private static EnumCodec<SystemCall> codec() {
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    return Codecs.enumOf("frame_system::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "remark", Remark.class,
            Fields.of(Remark::new, Fields.field("remark", Remark::remark, bytes, "Vec<u8>"))),
        variant(7, "remark_with_event", RemarkWithEvent.class, Fields.of(RemarkWithEvent::new,
            Fields.field("remark", RemarkWithEvent::remark, bytes, "Vec<u8>"))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}
