package io.fairlead.substrate.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Hex;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,          0x00
      1,          0x04
      63,         0xfc
      64,         0x0101
      16383,      0xfdff
      16384,      0x02000100
      1073741823, 0xfeffffff
      1073741824, 0x0300000040
      4294967295, 0x03ffffffff
      4294967296, 0x070000000001
      """)
  void compacts_take_their_shortest_form(long value, String hex) {
    assertThat(Hex.of(Codecs.COMPACT_U64.encode(value))).isEqualTo(hex);
    assertThat(Codecs.COMPACT_U64.decode(Hex.bytes(hex)).trusted()).isEqualTo(value);
    assertThat(Codecs.COMPACT_U64.size(value)).isEqualTo(hex.length() / 2 - 1);
  }

  @ParameterizedTest
  @CsvSource({"0x0100", "0x02000000", "0xfd00", "0x0300000000", "0x070000000000", "0x03ffffff3f",
      "0x13ffffffffffffffffff", "0x", "0x01", "0x0000"})
  void longer_forms_truncation_and_left_overs_are_malformed(String hex) {
    assertThat(Codecs.COMPACT_U64.decode(Hex.bytes(hex))).isInstanceOf(Decoded.Malformed.class);
  }

  @Property
  void every_unsigned_long_round_trips(@ForAll long value) {
    assertThat(Codecs.COMPACT_U64.decode(Codecs.COMPACT_U64.encode(value)).trusted())
        .isEqualTo(value);
  }
}
