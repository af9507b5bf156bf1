package io.fairlead.substrate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cafe.cryptography.curve25519.CompressedRistretto;
import cafe.cryptography.curve25519.Constants;
import cafe.cryptography.curve25519.InvalidEncodingException;
import cafe.cryptography.curve25519.RistrettoElement;
import cafe.cryptography.curve25519.Scalar;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast check against the constant-time arithmetic of the library. */
class DoubleScalarTest {

  @Property(tries = 500)
  void the_fast_sum_is_that_of_the_library(@ForAll long seed) {
    Random random = new Random(seed);
    RistrettoElement point = RistrettoElement.fromUniformBytes(bytes(random, 64));
    byte[] encoded = point.compress().toByteArray();
    Scalar scalar = Scalar.fromBytesModOrderWide(bytes(random, 64));
    Scalar base = Scalar.fromBytesModOrderWide(bytes(random, 64));

    byte[] sum =
        DoubleScalar.subtractFromBase(encoded, scalar.toByteArray(), base.toByteArray());

    assertThat(sum).isEqualTo(Constants.RISTRETTO_GENERATOR_TABLE.multiply(base)
        .subtract(point.multiply(scalar)).compress().toByteArray());
  }

  @Property(tries = 200)
  void sparse_and_extreme_scalars_are_multiplied_too(@ForAll long seed) {
    Random random = new Random(seed);
    RistrettoElement point = RistrettoElement.fromUniformBytes(bytes(random, 64));
    Scalar scalar = extreme(random);
    Scalar base = extreme(random);

    byte[] sum = DoubleScalar.subtractFromBase(point.compress().toByteArray(),
        scalar.toByteArray(), base.toByteArray());

    assertThat(sum).isEqualTo(Constants.RISTRETTO_GENERATOR_TABLE.multiply(base)
        .subtract(point.multiply(scalar)).compress().toByteArray());
  }

  @Test
  void a_sum_that_vanishes_is_the_zero_encoding() {
    byte[] seven = new byte[32];
    seven[0] = 7;
    byte[] generator = Constants.RISTRETTO_GENERATOR.compress().toByteArray();

    assertThat(DoubleScalar.subtractFromBase(generator, seven, seven)).isEqualTo(new byte[32]);
    assertThat(DoubleScalar.subtractFromBase(new byte[32], seven, new byte[32]))
        .isEqualTo(new byte[32]);
  }

  @Property(tries = 3_000)
  void bytes_are_a_point_exactly_when_the_library_says_so(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] encoded = bytes(random, 32);
    encoded[0] &= (byte) 0xfe;
    encoded[31] &= 0x7f;
    if (random.nextInt(8) == 0) {
      Arrays.fill(encoded, 1, 31, (byte) 0xff);
      encoded[31] = (byte) (random.nextBoolean() ? 0x7f : 0xff);
    }

    VartimePoint point = VartimePoint.decode(encoded);

    assertThat(point != null).isEqualTo(libraryDecodes(encoded));
    if (point != null) {
      assertThat(point.encode()).isEqualTo(encoded);
    }
  }

  /** Bad encodings of RFC 9496, appendix A.2: not canonical, negative, not square, negative xy, y = 0. */
  @ParameterizedTest
  @CsvSource({"00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
      "3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
  void the_bad_encodings_of_the_specification_are_no_points(String encoded) {
    assertThat(VartimePoint.decode(HexFormat.of().parseHex(encoded))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0000000000000000000000000000000000000000000000000000000000000000",
      "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76",
      "6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919"})
  void good_encodings_of_the_specification_come_back(String encoded) {
    VartimePoint point = VartimePoint.decode(HexFormat.of().parseHex(encoded));

    assertThat(point).isNotNull();
    assertThat(HexFormat.of().formatHex(point.encode())).isEqualTo(encoded);
  }

  private static boolean libraryDecodes(byte[] encoded) {
    try {
      return new CompressedRistretto(encoded).decompress() != null;
    } catch (InvalidEncodingException notAPoint) {
      return false;
    }
  }

  private static Scalar extreme(Random random) {
    byte[] scalar = new byte[32];
    if (random.nextBoolean()) {
      Arrays.fill(scalar, (byte) 0xff);
    }
    for (int i = 0; i < 3; i++) {
      scalar[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
    }
    return Scalar.fromBytesModOrder(scalar);
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
