package io.fairlead.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the chain's own type checker. */
class ResultTypesTest {
  private static final Field BYTE = new Field.Uint8(1);

  private static boolean fits(FieldType type, Field field) {
    return ResultTypes.mismatch(List.of(type), List.of(field)).isEmpty();
  }

  @Test
  void plain_values_fit_their_own_type_only() {
    assertThat(fits(FieldType.UINT8, BYTE)).isTrue();
    assertThat(fits(FieldType.UINT16, BYTE)).isFalse();
    assertThat(fits(FieldType.TEXT, new Field.Text(Bytes.of((byte) -1)))).isTrue();
    assertThat(fits(FieldType.VOID, new Field.Bool(true))).isFalse();
  }

  @Test
  void too_few_and_too_many_fields_do_not_fit() {
    assertThat(ResultTypes.mismatch(List.of(FieldType.UINT8), List.of())).isPresent();
    assertThat(ResultTypes.mismatch(List.of(), List.of(BYTE)))
        .contains("expected 0 fields, found 1");
  }

  @Test
  void an_array_has_the_length_and_a_list_the_elements_that_are_declared() {
    var two = new FieldType.Array(2, FieldType.UINT8);

    assertThat(fits(two, new Field.Array(FieldType.UINT8, List.of(BYTE, BYTE)))).isTrue();
    assertThat(fits(two, new Field.Array(FieldType.UINT8, List.of(BYTE)))).isFalse();
    assertThat(fits(two, new Field.Array(FieldType.BOOL, List.of(BYTE, BYTE)))).isFalse();
    assertThat(fits(new FieldType.Sequence(FieldType.UINT8),
        new Field.Sequence(FieldType.UINT8, List.of()))).isTrue();
    assertThat(fits(new FieldType.Sequence(FieldType.UINT8),
        new Field.Sequence(FieldType.UINT8, List.of(BYTE, new Field.Bool(true))))).isFalse();
  }

  @Test
  void an_optional_says_its_inner_type_even_when_it_is_empty() {
    var optional = new FieldType.Optional(FieldType.UINT8);

    assertThat(fits(optional, new Field.Optional(FieldType.UINT8, null))).isTrue();
    assertThat(fits(optional, new Field.Optional(FieldType.UINT8, BYTE))).isTrue();
    assertThat(fits(optional, new Field.Optional(FieldType.BOOL, null))).isFalse();
    assertThat(fits(optional, new Field.Optional(FieldType.UINT8, new Field.Bool(true))))
        .isFalse();
  }

  @Test
  void names_in_a_struct_do_not_count() {
    var type = new FieldType.Struct(List.of(FieldType.UINT8, FieldType.BOOL));
    var one = new Field.Member(Bytes.utf8("any"), BYTE);
    var two = new Field.Member(Bytes.utf8("any"), new Field.Bool(false));

    assertThat(fits(type, new Field.Struct(Bytes.utf8("n"), List.of(one, two)))).isTrue();
    assertThat(fits(type, new Field.Struct(Bytes.utf8("n"), List.of(two, one)))).isFalse();
    assertThat(fits(type, new Field.Struct(Bytes.utf8("n"), List.of(one)))).isFalse();
  }
}
