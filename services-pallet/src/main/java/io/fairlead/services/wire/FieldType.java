package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/**
 * The type of a parameter or result ({@code tangle_primitives::services::field::FieldType}). Its
 * indices differ from those of {@link Field}; 11 is free in both.
 */
public sealed interface FieldType {
  /** No value at all: no field has this type. */
  record Void() implements FieldType {}

  record Bool() implements FieldType {}

  record Uint8() implements FieldType {}

  record Int8() implements FieldType {}

  record Uint16() implements FieldType {}

  record Int16() implements FieldType {}

  record Uint32() implements FieldType {}

  record Int32() implements FieldType {}

  record Uint64() implements FieldType {}

  record Int64() implements FieldType {}

  /** Text. */
  record Text() implements FieldType {}

  /** A value or none. */
  record Optional(FieldType inner) implements FieldType {}

  /** Exactly {@code length} (u64) elements. */
  record Array(long length, FieldType element) implements FieldType {}

  /** Any number of elements. */
  record Sequence(FieldType element) implements FieldType {}

  /** Members by position. */
  record Struct(List<FieldType> members) implements FieldType {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /** An account of 32 bytes. */
  record Account() implements FieldType {}

  FieldType VOID = new Void();
  FieldType BOOL = new Bool();
  FieldType UINT8 = new Uint8();
  FieldType INT8 = new Int8();
  FieldType UINT16 = new Uint16();
  FieldType INT16 = new Int16();
  FieldType UINT32 = new Uint32();
  FieldType INT32 = new Int32();
  FieldType UINT64 = new Uint64();
  FieldType INT64 = new Int64();
  FieldType TEXT = new Text();
  FieldType ACCOUNT = new Account();

  /** One byte of index, then the payload. */
  EnumCodec<FieldType> CODEC = codec();

  private static EnumCodec<FieldType> codec() {
    Codec<FieldType> inner = Codecs.lazy(() -> FieldType.CODEC);
    return Codecs.enumOf("tangle_primitives::services::field::FieldType", List.of(),
        variant(0, "Void", Void.class, (Void) VOID), variant(1, "Bool", Bool.class, (Bool) BOOL),
        variant(2, "Uint8", Uint8.class, (Uint8) UINT8),
        variant(3, "Int8", Int8.class, (Int8) INT8),
        variant(4, "Uint16", Uint16.class, (Uint16) UINT16),
        variant(5, "Int16", Int16.class, (Int16) INT16),
        variant(6, "Uint32", Uint32.class, (Uint32) UINT32),
        variant(7, "Int32", Int32.class, (Int32) INT32),
        variant(8, "Uint64", Uint64.class, (Uint64) UINT64),
        variant(9, "Int64", Int64.class, (Int64) INT64),
        variant(10, "String", Text.class, (Text) TEXT),
        variant(12, "Optional", Optional.class,
            Fields.of(Optional::new, field(null, Optional::inner, inner, "Box<FieldType>"))),
        variant(13, "Array", Array.class,
            Fields.of(Array::new, field(null, Array::length, Codecs.U64, "u64"),
                field(null, Array::element, inner, "Box<FieldType>"))),
        variant(14, "List", Sequence.class,
            Fields.of(Sequence::new, field(null, Sequence::element, inner, "Box<FieldType>"))),
        variant(15, "Struct", Struct.class,
            Fields.of(Struct::new,
                field(null, Struct::members,
                    Codecs.boundedVec(inner, Limits.STRUCT_MEMBERS_MAX),
                    "BoundedVec<Box<FieldType>, ConstU32<32>>"))),
        variant(100, "AccountId", Account.class, (Account) ACCOUNT));
  }
}
