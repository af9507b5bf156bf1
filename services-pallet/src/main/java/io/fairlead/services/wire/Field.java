package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a job takes or gives ({@code tangle_primitives::services::field::Field}). A string of
 * bytes is a {@link Sequence} of {@link Uint8}.
 */
public sealed interface Field {
  /** A value or none, of the type told. */
  record Optional(FieldType type, @Nullable Field value) implements Field {}

  record Bool(boolean value) implements Field {}

  /** 0 to 255. */
  record Uint8(int value) implements Field {}

  record Int8(byte value) implements Field {}

  /** 0 to 65,535. */
  record Uint16(int value) implements Field {}

  record Int16(short value) implements Field {}

  /** 0 to 2^32 − 1. */
  record Uint32(long value) implements Field {}

  record Int32(int value) implements Field {}

  /** Unsigned 64 bits. */
  record Uint64(long value) implements Field {}

  record Int64(long value) implements Field {}

  /** Text, which may be any bytes. */
  record Text(Bytes value) implements Field {}

  /** Elements of the type told, as many as the parameter asks for. */
  record Array(FieldType type, List<Field> elements) implements Field {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** Elements of the type told. */
  record Sequence(FieldType type, List<Field> elements) implements Field {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** A struct with names, which nobody compares. */
  record Struct(Bytes name, List<Member> members) implements Field {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /** One member of a struct. */
  record Member(Bytes name, Field value) {}

  /** An account. */
  record Account(AccountId value) implements Field {}

  /** One byte of index, then the payload. */
  EnumCodec<Field> CODEC = codec();

  /** {@code Vec<Field>} as calls and events carry it, without a limit of its own. */
  Codec<List<Field>> LIST = Codecs.list(CODEC);

  /** {@code BoundedVec<Field, MaxFields>} as storage keeps it. */
  Codec<List<Field>> BOUNDED_LIST = Codecs.boundedVec(CODEC, Limits.FIELDS_MAX);

  private static EnumCodec<Field> codec() {
    Codec<Field> inner = Codecs.lazy(() -> Field.CODEC);
    Codec<Bytes> text = BoundedString.codec(Limits.FIELDS_SIZE_MAX);
    Codec<List<Field>> elements = Codecs.boundedVec(inner, Limits.FIELDS_SIZE_MAX);
    String vecName = "BoundedVec<Field<C, AccountId>, C::MaxFieldsSize>";
    Codec<List<Member>> members = Codecs.boundedVec(
        Codecs.pair(text, inner, Member::new, Member::name, Member::value),
        Limits.FIELDS_SIZE_MAX);
    return Codecs.enumOf("tangle_primitives::services::field::Field",
        List.of(Shape.skipped("C"), Shape.param("AccountId", AccountId.CODEC.shape())),
        variant(0, "Optional", Optional.class,
            Fields.of(Optional::new, field(null, Optional::type, FieldType.CODEC, "FieldType"),
                field(null, Optional::value, Codecs.option(inner),
                    "Option<Box<Field<C, AccountId>>>"))),
        variant(1, "Bool", Bool.class, one(Bool::new, Bool::value, Codecs.BOOL, "bool")),
        variant(2, "Uint8", Uint8.class, one(Uint8::new, Uint8::value, Codecs.U8, "u8")),
        variant(3, "Int8", Int8.class, one(Int8::new, Int8::value, Codecs.I8, "i8")),
        variant(4, "Uint16", Uint16.class, one(Uint16::new, Uint16::value, Codecs.U16, "u16")),
        variant(5, "Int16", Int16.class, one(Int16::new, Int16::value, Codecs.I16, "i16")),
        variant(6, "Uint32", Uint32.class, one(Uint32::new, Uint32::value, Codecs.U32, "u32")),
        variant(7, "Int32", Int32.class, one(Int32::new, Int32::value, Codecs.I32, "i32")),
        variant(8, "Uint64", Uint64.class, one(Uint64::new, Uint64::value, Codecs.U64, "u64")),
        variant(9, "Int64", Int64.class, one(Int64::new, Int64::value, Codecs.I64, "i64")),
        variant(10, "String", Text.class,
            one(Text::new, Text::value, text, "BoundedString<C::MaxFieldsSize>")),
        variant(12, "Array", Array.class,
            Fields.of(Array::new, field(null, Array::type, FieldType.CODEC, "FieldType"),
                field(null, Array::elements, elements, vecName))),
        variant(13, "List", Sequence.class,
            Fields.of(Sequence::new, field(null, Sequence::type, FieldType.CODEC, "FieldType"),
                field(null, Sequence::elements, elements, vecName))),
        variant(14, "Struct", Struct.class,
            Fields.of(Struct::new,
                field(null, Struct::name, text, "BoundedString<C::MaxFieldsSize>"),
                field(null, Struct::members, members,
                    "BoundedVec<\n(BoundedString<C::MaxFieldsSize>, Box<Field<C, AccountId>>), "
                        + "C::\nMaxFieldsSize>"))),
        variant(100, "AccountId", Account.class,
            one(Account::new, Account::value, AccountId.CODEC, "AccountId")));
  }

  private static <T, R> Fields<R> one(java.util.function.Function<T, R> make,
      java.util.function.Function<R, T> get, Codec<T> codec, String typeName) {
    return Fields.of(make, field(null, get, codec, typeName));
  }
}
