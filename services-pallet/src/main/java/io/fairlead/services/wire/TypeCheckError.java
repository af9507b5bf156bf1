package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/**
 * Why fields do not fit their types ({@code tangle_primitives::services::types::TypeCheckError}).
 * On the wire a module error keeps four bytes of it.
 */
public sealed interface TypeCheckError {
  /** Argument {@code index} (u8) has another type. */
  record ArgumentTypeMismatch(int index, FieldType expected,
      FieldType actual) implements TypeCheckError {}

  /** Another number of arguments; both counts modulo 256. */
  record NotEnoughArguments(int expected, int actual) implements TypeCheckError {}

  /** Declared on chain, made nowhere. */
  record ResultTypeMismatch(int index, FieldType expected,
      FieldType actual) implements TypeCheckError {}

  /** One byte of index, then the payload. */
  EnumCodec<TypeCheckError> CODEC = codec();

  private static EnumCodec<TypeCheckError> codec() {
    Codec<FieldType> type = FieldType.CODEC;
    return Codecs.enumOf("tangle_primitives::services::types::TypeCheckError", List.of(),
        variant(0, "ArgumentTypeMismatch", ArgumentTypeMismatch.class,
            Fields.of(ArgumentTypeMismatch::new,
                field("index", ArgumentTypeMismatch::index, Codecs.U8, "u8"),
                field("expected", ArgumentTypeMismatch::expected, type, "FieldType"),
                field("actual", ArgumentTypeMismatch::actual, type, "FieldType"))),
        variant(1, "NotEnoughArguments", NotEnoughArguments.class,
            Fields.of(NotEnoughArguments::new,
                field("expected", NotEnoughArguments::expected, Codecs.U8, "u8"),
                field("actual", NotEnoughArguments::actual, Codecs.U8, "u8"))),
        variant(2, "ResultTypeMismatch", ResultTypeMismatch.class,
            Fields.of(ResultTypeMismatch::new,
                field("index", ResultTypeMismatch::index, Codecs.U8, "u8"),
                field("expected", ResultTypeMismatch::expected, type, "FieldType"),
                field("actual", ResultTypeMismatch::actual, type, "FieldType"))));
  }
}
