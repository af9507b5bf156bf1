package io.fairlead.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256ProgramTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void the_digest_of_abc_is_the_one_of_the_standard() throws IOException {
    int code = run(hex("04 0d 02 0c 0261 0262 0263"));

    assertThat(code).isZero();
    assertThat(out.toByteArray()).startsWith(hex("04 0d 02 80 02ba 0278 0216 02bf")).hasSize(68);
    assertThat(elements(out.toByteArray(), 4)).isEqualTo(hex("""
        ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad"""));
    assertThat(err.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1023, 1024})
  void any_list_of_up_to_1024_bytes_is_digested(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    int code = run(ByteList.encode(bytes));

    assertThat(code).isZero();
    assertThat(elements(out.toByteArray(), 4))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      ''                          , byte 0
      00                          , byte 1
      04 0d 02                    , byte 3
      00 0d 02 00                 , exactly one argument
      08 0d 02 00 0d 02 00        , exactly one argument
      04 0c 02 00 00              , List of Uint8
      04 0d 03 04 0301            , List of Uint8
      04 0d 02 04 0301            , a Uint8 element at byte 4
      04 0d 02 0c 0261 0262       , as many elements
      04 0d 02 04 0261 0262       , as many elements
      04 0d 02 0d00 0261 0262 0263, canonical length
      04 0d 02 0510 0261          , canonical length
      04 0d 02 0e000000           , canonical length
      04 0d 02 03ffffffff         , canonical length
      """)
  void bad_input_gives_exit_code_1_one_line_and_no_output(String input, String reason)
      throws IOException {
    int code = run(hex(input));

    assertThat(code).isEqualTo(1);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).singleElement().asString()
        .startsWith("sha256: expected ").contains(reason);
  }

  @Test
  void an_endless_input_is_refused_after_its_first_two_kilobytes() throws IOException {
    byte[] tail = new byte[1 << 20];
    byte[] input = Arrays.copyOf(ByteList.encode(new byte[1024]), tail.length);
    ByteArrayInputStream in = new ByteArrayInputStream(input);

    int code = Sha256Program.run(in, out, new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(1);
    assertThat(in.available()).isEqualTo(input.length - ByteList.ENCODED_MAX - 1);
  }

  @Test
  void more_than_1024_bytes_are_never_encoded() {
    assertThatThrownBy(() -> ByteList.encode(new byte[1025]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100_000)
  void changed_bytes_give_a_value_that_encodes_to_them_or_a_reason(
      @ForAll @Size(max = 70) byte[] tail, @ForAll byte count) {
    byte[] head = {4, 13, 2, count};
    byte[] input = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, input, head.length, tail.length);
    for (int i = 4; i < input.length; i += 2) {
      input[i] = input[i] < 100 ? 2 : input[i];
    }

    switch (ByteList.decode(input)) {
      case ByteList.Decoded.Bytes bytes ->
          assertThat(ByteList.encode(bytes.value())).isEqualTo(input);
      case ByteList.Decoded.Bad bad -> assertThat(bad.reason()).startsWith("expected ");
    }
  }

  private int run(byte[] input) throws IOException {
    return Sha256Program.run(new ByteArrayInputStream(input), out,
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static byte[] elements(byte[] encoded, int start) {
    byte[] bytes = new byte[(encoded.length - start) / 2];
    for (int i = 0; i < bytes.length; i++) {
      assertThat(encoded[start + 2 * i]).isEqualTo((byte) 2);
      bytes[i] = encoded[start + 2 * i + 1];
    }
    return bytes;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }
}
