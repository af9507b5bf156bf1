package io.fairlead.runtime.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FieldTokensTest {

  @ParameterizedTest
  @CsvFileSource(resources = "field-tokens.csv")
  void fields_become_the_tokens_that_the_chain_made(String scale, String abi) {
    List<Field> fields = Field.LIST.decode(Hex.bytes(scale)).trusted();

    Bytes tokens = FieldTokens.encode(fields);

    assertThat(tokens).isEqualTo(abi == null ? Bytes.EMPTY : Bytes.hex(abi));
  }

  @Test
  void an_absent_option_takes_no_place_in_a_list() {
    Field some = new Field.Optional(new FieldType.Uint8(), new Field.Uint8(7));
    Field none = new Field.Optional(new FieldType.Uint8(), null);

    Bytes tokens = FieldTokens.encode(List.of(new Field.Sequence(
        new FieldType.Optional(new FieldType.Uint8()), List.of(none, some, none))));

    assertThat(tokens).hasToString("0x" + word(32) + word(3) + word(7));
  }

  @Test
  void a_negative_integer_panics() {
    var negative = List.<Field>of(new Field.Int64(-1));

    assertThatThrownBy(() -> FieldTokens.encode(negative)).isInstanceOf(ChainPanic.class);
    assertThat(FieldTokens.encode(List.of(new Field.Int8((byte) 5))))
        .hasToString("0x" + word(5));
  }

  private static String word(int value) {
    return "%064x".formatted(value);
  }
}
