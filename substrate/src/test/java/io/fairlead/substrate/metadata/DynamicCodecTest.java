package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.metadata.DynamicValue.choice;
import static io.fairlead.substrate.metadata.DynamicValue.member;
import static io.fairlead.substrate.metadata.DynamicValue.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicCodecTest {

  /** Metadata of nothing but types. */
  static Metadata of(Type... types) {
    return new Metadata(15, List.of(types), List.of(),
        new ExtrinsicMetadata(4, null, 0, 0, 0, 0, List.of()), 0, List.of(),
        new Metadata.OuterEnums(0, 0, 0), List.of());
  }

  static Type type(TypeDef def) {
    return new Type(List.of(), List.of(), def, List.of());
  }

  private static Type primitive(Shape.Kind kind) {
    return type(new TypeDef.Primitive(kind));
  }

  private static TypeDef.Field field(String name, int type) {
    return new TypeDef.Field(name, type, null, List.of());
  }

  private static String message(Decoded<DynamicValue> decoded) {
    return decoded instanceof Decoded.Malformed<DynamicValue> bad ? bad.message() : "a value";
  }

  private static String message(Encoded encoded) {
    return encoded instanceof Encoded.Misfit misfit ? misfit.message() : "bytes";
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      U8,   255, ff
      U16,  65534, feff
      U32,  4294967295, ffffffff
      U64,  18446744073709551615, ffffffffffffffff
      U128, 340282366920938463463374607431768211455, ffffffffffffffffffffffffffffffff
      U256, 258, 0201000000000000000000000000000000000000000000000000000000000000
      I8,   -1, ff
      I8,   -128, 80
      I16,  -2, feff
      I32,  -2147483648, 00000080
      I64,  -2, feffffffffffffff
      I128, -2, feffffffffffffffffffffffffffffff
      I256, -2, feffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
      """)
  void numbers_of_every_width_are_little_endian(Shape.Kind kind, BigInteger value, String bytes) {
    var codec = new DynamicCodec(of(primitive(kind)), 0);

    assertThat(codec.decode(Hex.bytes(bytes)).trusted())
        .isEqualTo(new DynamicValue.Number(value));
    assertThat(codec.encode(new DynamicValue.Number(value)))
        .isEqualTo(new Encoded.Value(Bytes.hex(bytes)));
  }

  @ParameterizedTest
  @CsvSource({"U8,256", "U8,-1", "U16,65536", "I8,128", "I8,-129",
      "U128,340282366920938463463374607431768211456"})
  void a_number_that_does_not_fit_is_a_misfit(Shape.Kind kind, BigInteger value) {
    assertThat(message(new DynamicCodec(of(primitive(kind)), 0)
        .encode(new DynamicValue.Number(value)))).startsWith("expected ")
        .endsWith(value.toString());
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      U32,  16384, 02000100
      U64,  12345000000000000000, 13008032e8174052ab
      U128, 340282366920938463463374607431768211455, 33ffffffffffffffffffffffffffffffff
      """)
  void compacts_are_read_and_written(Shape.Kind kind, BigInteger value, String bytes) {
    var codec = new DynamicCodec(of(type(new TypeDef.Compact(1)), primitive(kind)), 0);

    assertThat(codec.decode(Hex.bytes(bytes)).trusted())
        .isEqualTo(new DynamicValue.Number(value));
    assertThat(codec.encode(new DynamicValue.Number(value)))
        .isEqualTo(new Encoded.Value(Bytes.hex(bytes)));
  }

  @Test
  void a_compact_of_a_wrapper_keeps_the_wrapper_and_its_width() {
    var codec = new DynamicCodec(of(type(new TypeDef.Compact(1)),
        type(new TypeDef.Composite(
            List.of(new TypeDef.Field(null, 2, "u8", List.of())))),
        primitive(Shape.Kind.U8)), 0);

    assertThat(codec.decode(Hex.bytes("0xfd03")).trusted())
        .isEqualTo(new DynamicValue.Struct(List.of(member(number(255)))));
    assertThat(codec.encode(number(255))).isEqualTo(new Encoded.Value(Bytes.hex("fd03")));
    assertThat(message(codec.decode(Hex.bytes("0x0104"))))
        .isEqualTo("at byte 2: expected compact u8, found 256");
  }

  @Test
  void text_characters_and_bits_keep_their_form() {
    var metadata = of(primitive(Shape.Kind.STR), primitive(Shape.Kind.CHAR),
        type(new TypeDef.BitSequence(3, 4)), primitive(Shape.Kind.U16),
        type(new TypeDef.Composite(List.of())));

    assertThat(new DynamicCodec(metadata, 0).decode(Hex.bytes("0x0c54c3bc")).trusted())
        .isEqualTo(new DynamicValue.Text("T\u00fc"));
    assertThat(new DynamicCodec(metadata, 1).decode(Hex.bytes("0x60f60100")).trusted())
        .isEqualTo(new DynamicValue.Char(0x1f660));
    assertThat(message(new DynamicCodec(metadata, 1).decode(Hex.bytes("0x00d80000"))))
        .isEqualTo("at byte 4: expected a Unicode scalar value, found d800");
    DynamicValue bits = new DynamicValue.Bits(17, Bytes.hex("01020304"));
    assertThat(new DynamicCodec(metadata, 2).decode(Hex.bytes("0x4401020304")).trusted())
        .isEqualTo(bits);
    assertThat(new DynamicCodec(metadata, 2).encode(bits))
        .isEqualTo(new Encoded.Value(Bytes.hex("4401020304")));
  }

  @Test
  void a_misfit_tells_the_way_to_the_wrong_part() {
    Metadata metadata = SampleRuntime.v15();
    var calls = new DynamicCodec(metadata, metadata.extrinsic().call());

    assertThat(message(calls.encode(choice("Nothing"))))
        .isEqualTo("expected variant of tangle_testnet_runtime::RuntimeCall, found Nothing");
    assertThat(message(calls.encode(choice("Balances", member(choice("transfer_keep_alive",
        member("dest", choice("Id", member(new DynamicValue.Blob(Bytes.hex("0x01"))))),
        member("value", number(1))))))))
        .isEqualTo("at Balances.0.transfer_keep_alive.dest.Id.0.0: expected 32 elements, found 1");
    assertThat(message(calls.encode(choice("Balances", member(choice("transfer_keep_alive",
        member("dest", choice("Index", member(number(1)))), member("sum", number(1))))))))
        .isEqualTo("at Balances.0.transfer_keep_alive: expected field value, found none of that"
            + " name");
    assertThat(message(calls.encode(number(1)))).isEqualTo(
        "expected tangle_testnet_runtime::RuntimeCall, found Number");
  }

  @Test
  void types_without_bytes_cannot_make_ever_more_values() {
    var types = new ArrayList<Type>();
    for (int i = 0; i < 60; i++) {
      types.add(type(new TypeDef.Tuple(List.of(i + 1, i + 1))));
    }
    types.add(type(new TypeDef.Tuple(List.of())));

    assertThat(message(new DynamicCodec(of(types.toArray(Type[]::new)), 0).decode(new byte[0])))
        .isEqualTo("at byte 0: expected values that take bytes, found ever more without");
  }

  @Test
  void a_length_without_bytes_behind_it_is_malformed_at_once() {
    var units = of(type(new TypeDef.Sequence(1)), type(new TypeDef.Tuple(List.of())),
        type(new TypeDef.Array(0xffff_ffffL, 3)), primitive(Shape.Kind.U8),
        type(new TypeDef.Array(0xffff_ffffL, 1)));

    assertThat(message(new DynamicCodec(units, 0).decode(Hex.bytes("0x03ffffffff"))))
        .isEqualTo("at byte 5: expected 4294967295 elements, found 0 bytes left");
    assertThat(message(new DynamicCodec(units, 2).decode(Hex.bytes("0x00"))))
        .isEqualTo("at byte 0: expected 4294967295 bytes, found 1 bytes");
    assertThat(message(new DynamicCodec(units, 4).decode(Hex.bytes("0x00"))))
        .isEqualTo("at byte 0: expected 4294967295 elements, found 1 bytes left");
  }

  @Test
  void nesting_is_limited_in_both_directions() {
    var metadata = of(type(new TypeDef.Sequence(0)), type(new TypeDef.Composite(
        List.of(field("self", 1)))));
    byte[] deep = new byte[2_000];
    java.util.Arrays.fill(deep, (byte) 4);
    deep[deep.length - 1] = 0;
    DynamicValue nested = DynamicValue.UNIT;
    for (int i = 0; i < 2_000; i++) {
      nested = new DynamicValue.Items(List.of(nested));
    }

    assertThat(message(new DynamicCodec(metadata, 0).decode(deep)))
        .isEqualTo("at byte 512: expected no deeper nesting, found more levels than allowed");
    assertThat(message(new DynamicCodec(metadata, 1).decode(deep)))
        .isEqualTo("at byte 0: expected no deeper nesting, found more levels than allowed");
    assertThat(message(new DynamicCodec(metadata, 0).encode(nested)))
        .endsWith("expected no deeper nesting, found more levels than allowed");
  }

  @Test
  void a_type_of_no_compact_form_is_malformed_not_an_exception() {
    var metadata = of(type(new TypeDef.Compact(1)), primitive(Shape.Kind.STR),
        type(new TypeDef.Compact(2)), type(new TypeDef.BitSequence(1, 1)),
        type(new TypeDef.Composite(List.of(field("self", 4)))), type(new TypeDef.Compact(4)));

    for (int type : new int[] {0, 2, 3, 4, 5}) {
      assertThat(new DynamicCodec(metadata, type).decode(new byte[4]))
          .isInstanceOf(Decoded.Malformed.class);
      assertThat(new DynamicCodec(metadata, type).encode(number(1)))
          .isInstanceOf(Encoded.Misfit.class);
    }
  }
}
