package io.fairlead.substrate.extrinsic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtrinsicMalformedTest {
  private static final ExtrinsicCodec<SampleCall> CODEC = new ExtrinsicCodec<>(SampleCall.CODEC);
  private static final byte[] SIGNED = CODEC.encode(CODEC.sign(
      KeyPair.ofSuri(Scheme.ED25519, "//Alice"),
      SampleCall.transfer(MultiAddress.of(AccountId.ZERO), Balance.tnt(7)),
      SignedExtra.of(Era.mortal(64, 42), 3),
      AdditionalSigned.immortal(1403, 1, Hash.ZERO)));

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0x                       | at byte 0: expected u8, found 0 bytes left of 1
      0x00                     | at byte 1: expected u8, found 0 bytes left of 1
      0x0404                   | at byte 2: expected u8, found 0 bytes left of 1
      0x240401001468656c6c     | at byte 0: expected 9 elements, found 8 bytes left
      0x200401001468656c6c6f   | at byte 10: expected an extrinsic of 8 bytes, found 9 bytes
      0x240401001468656c6c6f00 | at byte 10: expected end of input, found 1 more bytes
      0x240501001468656c6c6f   | at byte 2: expected extrinsic version 4, found version 5
      0x248501001468656c6c6f   | at byte 2: expected extrinsic version 4, found version 5
      0x240463001468656c6c6f   | at byte 3: expected variant of RuntimeCall, found index 99
      0x240401631468656c6c6f   | at byte 4: expected variant of frame_system::pallet::Call, found index 99
      """)
  void what_is_wrong_is_named_with_its_place(String bytes, String message) {
    assertThat(CODEC.decode(Hex.bytes(bytes))).isInstanceOfSatisfying(Decoded.Malformed.class,
        malformed -> assertThat(malformed.message()).isEqualTo(message));
  }

  @Test
  void an_address_index_is_a_compact_number() {
    assertThat(Hex.of(MultiAddress.CODEC.encode(new MultiAddress.Index(64)))).isEqualTo("0x010101");
    assertThat(Hex.of(MultiAddress.CODEC.encode(new MultiAddress.Raw(Bytes.hex("0xabcd")))))
        .isEqualTo("0x0208abcd");
    assertThat(Hex.of(MultiAddress.CODEC.encode(
        new MultiAddress.Address20(Bytes.hex("ef".repeat(20))))))
        .isEqualTo("0x04" + "ef".repeat(20));
  }

  @Test
  void a_hundred_thousand_mutations_end_in_a_value_or_malformed() {
    var random = new SplittableRandom(12);
    int values = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = SIGNED.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
      }
      switch (CODEC.decode(bytes)) {
        case Decoded.Malformed<Extrinsic<SampleCall>> bad ->
            assertThat(bad.offset()).isBetween(0, bytes.length);
        case Decoded.Value<Extrinsic<SampleCall>>(Extrinsic<SampleCall> value) -> {
          values++;
          assertThat(CODEC.size(value)).isEqualTo(bytes.length);
        }
      }
    }
    assertThat(values).isBetween(10_000, 99_000);
  }
}
