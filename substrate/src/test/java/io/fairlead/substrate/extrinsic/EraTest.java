package io.fairlead.substrate.extrinsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EraTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      0,      64,    0x0500, 0,     0,      64
      1,      64,    0x1500, 1,     1,      65
      42,     64,    0xa502, 42,    42,     106
      100,    64,    0x4502, 36,    100,    164
      1000,   32,    0x8400, 8,     1000,   1032
      20000,  4096,  0x0be2, 3616,  20000,  24096
      42,     4,     0x2100, 2,     42,     46
      100000, 65536, 0xaf86, 34464, 100000, 165536
      """)
  void a_mortal_era_has_the_bytes_and_the_bounds_of_the_chain(long current, int period,
      String bytes, int phase, long birth, long death) {
    Era era = Era.mortal(period, current);

    assertThat(era).isEqualTo(new Era.Mortal(period, phase));
    assertThat(Hex.of(Era.CODEC.encode(era))).isEqualTo(bytes);
    assertThat(era.birth(current)).isEqualTo(birth);
    assertThat(era.death(current)).isEqualTo(death);
  }

  @ParameterizedTest
  @CsvSource({"0,4", "1,4", "4,4", "5,8", "64,64", "65,128", "65536,65536", "65537,65536",
      "9223372036854775807,65536"})
  void a_period_is_rounded_up_to_a_power_of_two_between_the_bounds(long wished, int period) {
    assertThat(Era.mortal(wished, 0)).isEqualTo(new Era.Mortal(period, 0));
  }

  @Test
  void an_immortal_era_is_one_zero_byte_and_begins_with_the_chain() {
    assertThat(Era.CODEC.encode(Era.IMMORTAL)).containsExactly(0);
    assertThat(Era.IMMORTAL.birth(1_000)).isZero();
    assertThat(Era.IMMORTAL.death(1_000)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"0x1000", "0x4100", "0x0504"})
  void a_phase_beyond_the_period_or_a_period_of_two_is_malformed(String bytes) {
    assertThat(Era.CODEC.decode(Hex.bytes(bytes))).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void an_era_that_the_wire_cannot_carry_cannot_be_made() {
    assertThatThrownBy(() -> new Era.Mortal(48, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Era.Mortal(64, 64)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Era.Mortal(65536, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void every_era_survives_the_wire_and_holds_the_block_it_was_made_at(
      @ForAll @IntRange(min = 2, max = 16) int log, @ForAll @LongRange(min = 0) long current) {
    Era era = Era.mortal(1L << log, Math.min(current, Long.MAX_VALUE >>> 2));
    long at = Math.min(current, Long.MAX_VALUE >>> 2);

    assertThat(Era.CODEC.decode(Era.CODEC.encode(era)).trusted()).isEqualTo(era);
    assertThat(era.birth(at)).isBetween(at - 15, at);
    assertThat(era.death(at)).isGreaterThan(at);
  }
}
