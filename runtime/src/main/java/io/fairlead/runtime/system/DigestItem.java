package io.fairlead.runtime.system;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** A log in the header of a block ({@code sp_runtime::generic::DigestItem}). */
public sealed interface DigestItem {
  /** Known before the block runs, for a consensus engine named by four bytes. */
  record PreRuntime(Bytes engine, Bytes data) implements DigestItem {}

  /** From the runtime to a consensus engine. */
  record Consensus(Bytes engine, Bytes data) implements DigestItem {}

  /** Signature of the author. */
  record Seal(Bytes engine, Bytes data) implements DigestItem {}

  /** Anything else. */
  record Other(Bytes data) implements DigestItem {}

  /** The code or the heap size changed. */
  record RuntimeEnvironmentUpdated() implements DigestItem {}

  /** One byte (0, 4, 5, 6 or 8) and the content. */
  Codec<DigestItem> CODEC = codec();

  private static Codec<DigestItem> codec() {
    Codec<Bytes> engine = Bytes.codec(Codecs.rawBytes(4));
    Codec<Bytes> data = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    String engineName = "ConsensusEngineId";
    String dataName = "Vec<u8>";
    return Codecs.enumOf("sp_runtime::generic::digest::DigestItem", List.of(),
        variant(6, "PreRuntime", PreRuntime.class,
            Fields.of(PreRuntime::new,
                Fields.field(null, PreRuntime::engine, engine, engineName),
                Fields.field(null, PreRuntime::data, data, dataName))),
        variant(4, "Consensus", Consensus.class,
            Fields.of(Consensus::new,
                Fields.field(null, Consensus::engine, engine, engineName),
                Fields.field(null, Consensus::data, data, dataName))),
        variant(5, "Seal", Seal.class,
            Fields.of(Seal::new, Fields.field(null, Seal::engine, engine, engineName),
                Fields.field(null, Seal::data, data, dataName))),
        variant(0, "Other", Other.class,
            Fields.of(Other::new, Fields.field(null, Other::data, data, dataName))),
        variant(8, "RuntimeEnvironmentUpdated", RuntimeEnvironmentUpdated.class,
            new RuntimeEnvironmentUpdated()));
  }

  /** All logs of a header ({@code sp_runtime::generic::Digest}). */
  Codec<List<DigestItem>> LIST = Codecs.list(CODEC)
      .shaped(new Shape.Composite("sp_runtime::generic::digest::Digest", List.of(),
          List.of(new Shape.Field("logs", Codecs.list(CODEC).shape(), "Vec<DigestItem>"))));
}
