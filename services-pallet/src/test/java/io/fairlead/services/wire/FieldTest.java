package io.fairlead.services.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      0, Void
      1, Bool
      2, Uint8
      3, Int8
      4, Uint16
      5, Int16
      6, Uint32
      7, Int32
      8, Uint64
      9, Int64
      10, String
      100, AccountId
      """)
  void plain_types_are_one_byte(int index, String name) {
    FieldType type = FieldType.CODEC.decode(new byte[] {(byte) index}).trusted();

    assertThat(FieldType.CODEC.variantOf(type).name()).isEqualTo(name);
    assertThat(FieldType.CODEC.encode(type)).containsExactly(index);
  }

  @Test
  void fields_and_their_types_have_other_indices() {
    var list = new Field.Sequence(FieldType.UINT8, List.of(new Field.Uint8(1)));
    var array = new Field.Array(FieldType.BOOL, List.of(new Field.Bool(true)));
    var none = new Field.Optional(FieldType.UINT64, null);
    var struct = new Field.Struct(Bytes.utf8("p"),
        List.of(new Field.Member(Bytes.utf8("x"), new Field.Int16((short) -2))));

    assertThat(Hex.of(Field.CODEC.encode(list))).isEqualTo("0x0d02040201");
    assertThat(Hex.of(Field.CODEC.encode(array))).isEqualTo("0x0c01040101");
    assertThat(Hex.of(Field.CODEC.encode(none))).isEqualTo("0x000800");
    assertThat(Hex.of(Field.CODEC.encode(struct))).isEqualTo("0x0e047004047805feff");
    assertThat(Hex.of(FieldType.CODEC.encode(new FieldType.Sequence(FieldType.UINT8))))
        .isEqualTo("0x0e02");
    assertThat(Hex.of(FieldType.CODEC.encode(new FieldType.Array(2, FieldType.BOOL))))
        .isEqualTo("0x0d020000000000000001");
  }

  @Test
  void index_11_is_free() {
    assertThat(Field.CODEC.decode(new byte[] {11})).isInstanceOf(Decoded.Malformed.class);
    assertThat(FieldType.CODEC.decode(new byte[] {11})).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void a_text_above_its_limit_is_malformed() {
    var fits = new Field.Text(Bytes.wrap(new byte[Limits.FIELDS_SIZE_MAX]));
    var tooLong = new Field.Text(Bytes.wrap(new byte[Limits.FIELDS_SIZE_MAX + 1]));

    assertThat(Field.CODEC.decode(Field.CODEC.encode(fits)).trusted()).isEqualTo(fits);
    assertThat(Field.CODEC.decode(Field.CODEC.encode(tooLong)))
        .isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void nesting_without_end_is_malformed() {
    byte[] types = new byte[100_000];
    java.util.Arrays.fill(types, (byte) 14);

    assertThat(FieldType.CODEC.decode(types)).isInstanceOf(Decoded.Malformed.class);
  }

  @Property(tries = 500, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void any_field_comes_back(@ForAll("fields") Field field) {
    byte[] bytes = Field.CODEC.encode(field);

    assertThat(Field.CODEC.decode(bytes).trusted()).isEqualTo(field);
    assertThat(Field.CODEC.size(field)).isEqualTo(bytes.length);
  }

  @Provide
  Arbitrary<Field> fields() {
    return fields(3);
  }

  private static Arbitrary<Field> fields(int depth) {
    Arbitrary<Bytes> text = Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(Bytes::of);
    Arbitrary<Field> plain = Arbitraries.oneOf(
        Arbitraries.longs().map(Field.Uint64::new), Arbitraries.longs().map(Field.Int64::new),
        Arbitraries.bytes().map(Field.Int8::new), Arbitraries.shorts().map(Field.Int16::new),
        Arbitraries.integers().map(Field.Int32::new),
        Arbitraries.integers().between(0, 255).map(Field.Uint8::new),
        Arbitraries.integers().between(0, 65_535).map(Field.Uint16::new),
        Arbitraries.longs().between(0, 0xffff_ffffL).map(Field.Uint32::new),
        text.map(Field.Text::new),
        Arbitraries.longs().map(n -> new Field.Account(new AccountId(n, n, n, n))));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Field> inner = fields(depth - 1);
    return Arbitraries.oneOf(plain,
        inner.list().ofMaxSize(4).map(all -> new Field.Sequence(FieldType.TEXT, all)),
        inner.list().ofMaxSize(4).map(all -> new Field.Array(FieldType.VOID, all)),
        inner.injectNull(0.3).map(value -> new Field.Optional(FieldType.BOOL, value)),
        Combinators.combine(text, Combinators.combine(text, inner).as(Field.Member::new).list()
            .ofMaxSize(3)).as(Field.Struct::new));
  }
}
