package io.fairlead.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeCheckerTest {
  private static final Field SEVEN = new Field.Uint8(7);
  private static final Field YES = new Field.Bool(true);

  private static final Map<FieldType, Field> PLAIN = plain();

  private static Map<FieldType, Field> plain() {
    var plain = new LinkedHashMap<FieldType, Field>();
    plain.put(FieldType.BOOL, YES);
    plain.put(FieldType.UINT8, SEVEN);
    plain.put(FieldType.INT8, new Field.Int8((byte) -1));
    plain.put(FieldType.UINT16, new Field.Uint16(1));
    plain.put(FieldType.INT16, new Field.Int16((short) 1));
    plain.put(FieldType.UINT32, new Field.Uint32(1));
    plain.put(FieldType.INT32, new Field.Int32(1));
    plain.put(FieldType.UINT64, new Field.Uint64(1));
    plain.put(FieldType.INT64, new Field.Int64(1));
    plain.put(FieldType.TEXT, new Field.Text(Bytes.hex("0xff")));
    plain.put(FieldType.ACCOUNT, new Field.Account(AccountId.ZERO));
    return plain;
  }

  @Test
  void a_plain_value_fits_its_own_type_and_no_other() {
    PLAIN.forEach((type, ignored) -> PLAIN.forEach((own, value) -> assertThat(
        TypeChecker.fits(value, type)).isEqualTo(type.equals(own))));
    PLAIN.values().forEach(value -> {
      assertThat(TypeChecker.fits(value, FieldType.VOID)).isFalse();
      assertThat(TypeChecker.fits(value, new FieldType.Optional(FieldType.UINT8))).isFalse();
    });
  }

  private static Field list(FieldType declared, Field... elements) {
    return new Field.Sequence(declared, List.of(elements));
  }

  private static Field array(FieldType declared, Field... elements) {
    return new Field.Array(declared, List.of(elements));
  }

  private static Field struct(Field... members) {
    return new Field.Struct(Bytes.utf8("any"),
        Stream.of(members).map(m -> new Field.Member(Bytes.EMPTY, m)).toList());
  }

  static Stream<Arguments> composites() {
    FieldType u8 = FieldType.UINT8;
    FieldType list = new FieldType.Sequence(u8);
    FieldType two = new FieldType.Array(2, u8);
    FieldType maybe = new FieldType.Optional(u8);
    FieldType pair = new FieldType.Struct(List.of(u8, FieldType.BOOL));
    return Stream.of(Arguments.of(maybe, new Field.Optional(u8, SEVEN), true),
        Arguments.of(maybe, new Field.Optional(u8, null), true),
        Arguments.of(maybe, new Field.Optional(FieldType.BOOL, null), false),
        Arguments.of(maybe, new Field.Optional(u8, YES), false),
        Arguments.of(list, list(u8), true), Arguments.of(list, list(u8, SEVEN, SEVEN), true),
        Arguments.of(list, list(u8, SEVEN, YES), false),
        Arguments.of(list, list(FieldType.BOOL), false),
        Arguments.of(list, array(u8, SEVEN), false),
        Arguments.of(two, array(u8, SEVEN, SEVEN), true),
        Arguments.of(two, array(u8, SEVEN), false),
        Arguments.of(two, array(FieldType.BOOL, SEVEN, SEVEN), false),
        Arguments.of(two, array(u8, SEVEN, YES), false),
        Arguments.of(new FieldType.Array(-1, u8), array(u8), false),
        Arguments.of(pair, struct(SEVEN, YES), true),
        Arguments.of(pair, struct(YES, SEVEN), false), Arguments.of(pair, struct(SEVEN), false),
        Arguments.of(new FieldType.Sequence(list), list(list, list(u8, SEVEN)), true),
        Arguments.of(new FieldType.Sequence(FieldType.VOID), list(FieldType.VOID), true));
  }

  @ParameterizedTest
  @MethodSource("composites")
  void composites_must_declare_and_hold_what_the_type_says(FieldType type, Field value,
      boolean fits) {
    assertThat(TypeChecker.fits(value, type)).isEqualTo(fits);
  }

  private static int detailOf(List<FieldType> types, List<Field> fields) {
    Refusal refusal = catchThrowableOfType(Refusal.class,
        () -> TypeChecker.ensureFits(types, fields));
    var error = (DetailedError) ((DispatchError.Module) refusal.error()).error();
    assertThat(error.error()).isEqualTo(ServicesError.TYPE_CHECK);
    return error.detail();
  }

  @Test
  void the_error_keeps_kind_place_and_outermost_expected_type() {
    FieldType list = new FieldType.Sequence(FieldType.UINT8);

    assertThatCode(() -> TypeChecker.ensureFits(List.of(list, FieldType.BOOL),
        List.of(list(FieldType.UINT8), YES))).doesNotThrowAnyException();
    // the chain's own test: String where List(Uint8) is expected gives [17, 0, 0, 14]
    assertThat(detailOf(List.of(list), List.of(new Field.Text(Bytes.EMPTY))))
        .isEqualTo(0 | 0 << 8 | 14 << 16);
    assertThat(detailOf(List.of(list, FieldType.BOOL), List.of(list(FieldType.UINT8), SEVEN)))
        .isEqualTo(0 | 1 << 8 | 1 << 16);
    assertThat(detailOf(List.of(list, list), List.of())).isEqualTo(1 | 2 << 8);
    assertThat(detailOf(List.of(), Collections.nCopies(257, YES))).isEqualTo(1 | 1 << 16);
  }

  @Test
  void a_struct_of_33_members_in_the_wrong_place_panics() {
    Field wide = struct(Collections.nCopies(33, SEVEN).toArray(Field[]::new));
    Field narrow = struct(Collections.nCopies(32, SEVEN).toArray(Field[]::new));

    assertThatThrownBy(() -> TypeChecker.ensureFits(List.of(FieldType.BOOL), List.of(wide)))
        .isInstanceOf(ChainPanic.class);
    assertThatThrownBy(() -> TypeChecker.ensureFits(List.of(FieldType.BOOL),
        List.of(list(FieldType.VOID, wide)))).isInstanceOf(ChainPanic.class);
    assertThatThrownBy(() -> TypeChecker.ensureFits(List.of(FieldType.BOOL), List.of(narrow)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> TypeChecker.ensureFits(List.of(FieldType.BOOL),
        List.of(new Field.Optional(FieldType.BOOL, wide)))).isInstanceOf(Refusal.class);
  }

  @Test
  void the_type_of_a_value_comes_from_the_value() {
    PLAIN.forEach((type, value) -> assertThat(TypeChecker.typeOf(value)).isEqualTo(type));
    assertThat(TypeChecker.typeOf(list(FieldType.BOOL)))
        .isEqualTo(new FieldType.Sequence(FieldType.VOID));
    assertThat(TypeChecker.typeOf(array(FieldType.BOOL, SEVEN, YES)))
        .isEqualTo(new FieldType.Array(2, FieldType.UINT8));
    assertThat(TypeChecker.typeOf(new Field.Optional(FieldType.TEXT, null)))
        .isEqualTo(FieldType.TEXT);
    assertThat(TypeChecker.typeOf(struct(SEVEN)))
        .isEqualTo(new FieldType.Struct(List.of(FieldType.UINT8)));
  }
}
