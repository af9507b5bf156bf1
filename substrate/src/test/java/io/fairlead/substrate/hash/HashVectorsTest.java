package io.fairlead.substrate.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.openhft.hashing.LongHashFunction;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of the reference chain, then agreement with independent implementations at all lengths. */
class HashVectorsTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      '',      99e9d85137db46ef4bbea33613baafd5, cae66941d9efbd404e4d88758ea67670, \
      0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8
      System,  26aa394eea5630e07c48ae0c9558cef7, 789f1c09383940a7773420432ffd084a, \
      f72e3d99d040a28fb747e589243f3ecb618430419f121d07f6aa40e7a30a894b
      Account, b99d880ec681799c0cf30e8886371da9, 4580725829b1723eb8335117a68c8c6b, \
      697fac9ff15d258e84ba5892eef63d17adc8262dc31d0ab188877774fd765b48
      """)
  void the_hashes_are_those_of_the_reference_chain(String text, String twox128, String blake128,
      String blake256) {
    byte[] data = text.getBytes(UTF_8);

    assertThat(hex(XxHash.twox64(data))).isEqualTo(twox128.substring(0, 16));
    assertThat(hex(XxHash.twox128(data))).isEqualTo(twox128);
    assertThat(hex(Blake2b.hash128(data))).isEqualTo(blake128);
    assertThat(hex(Blake2b.hash256(data))).isEqualTo(blake256);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      Core,                   df6acb689907609b
      Metadata,               37e397fc7c91f5e4
      BlockBuilder,           40fe3ad401f8959a
      TaggedTransactionQueue, d2bc9897eed08f15
      AccountNonceApi,        bc9d89904f5b923f
      """)
  void ids_of_runtime_apis_are_the_eight_byte_digest(String api, String id) {
    assertThat(hex(Blake2b.hash64(api.getBytes(UTF_8)))).isEqualTo(id);
  }

  @Test
  void keccak_of_nothing_is_the_known_constant() {
    assertThat(hex(Keccak.hash256(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void all_lengths_agree_with_independent_implementations() {
    for (int length = 0; length <= 400; length++) {
      byte[] data = new byte[length];
      new Random(length).nextBytes(data);

      assertThat(Blake2b.hash64(data)).isEqualTo(digest(new Blake2bDigest(64), data));
      assertThat(Blake2b.hash128(data)).isEqualTo(digest(new Blake2bDigest(128), data));
      assertThat(Blake2b.hash256(data)).isEqualTo(digest(new Blake2bDigest(256), data));
      assertThat(Blake2b.hash512(data)).isEqualTo(digest(new Blake2bDigest(512), data));
      assertThat(Keccak.hash256(data)).isEqualTo(digest(new KeccakDigest(256), data));
      assertThat(XxHash.twox256(data)).isEqualTo(twox(data, 4));
      assertThat(XxHash.twox128(data)).isEqualTo(twox(data, 2));
      assertThat(XxHash.twox64(data)).isEqualTo(twox(data, 1));
    }
  }

  @Test
  void a_prefix_and_data_hash_as_their_concatenation() {
    byte[] all = new byte[300];
    new Random(1).nextBytes(all);

    for (int cut = 0; cut <= all.length; cut++) {
      byte[] prefix = Arrays.copyOfRange(all, 0, cut);
      byte[] data = Arrays.copyOfRange(all, cut, all.length);

      assertThat(Blake2b.hash128(prefix, data)).isEqualTo(Blake2b.hash128(all));
      assertThat(Blake2b.hash256(prefix, data)).isEqualTo(Blake2b.hash256(all));
      assertThat(Blake2b.hash512(prefix, data)).isEqualTo(Blake2b.hash512(all));
    }
  }

  @Test
  void the_forms_that_write_in_place_touch_only_their_bytes() {
    byte[] data = "xxAccountyy".getBytes(UTF_8);
    byte[] account = "Account".getBytes(UTF_8);
    byte[] out = new byte[40];

    Blake2b.hash256Into(data, 2, 7, out, 4);
    assertThat(out).isEqualTo(framed(Blake2b.hash256(account), 4, 40));

    Arrays.fill(out, (byte) 0);
    Blake2b.hash128Into(data, 2, 7, out, 4);
    assertThat(out).isEqualTo(framed(Blake2b.hash128(account), 4, 40));

    Arrays.fill(out, (byte) 0);
    XxHash.twox64Into(data, 2, 7, out, 4);
    assertThat(out).isEqualTo(framed(XxHash.twox64(account), 4, 40));

    Arrays.fill(out, (byte) 0);
    XxHash.twox128Into(data, 2, 7, out, 4);
    assertThat(out).isEqualTo(framed(XxHash.twox128(account), 4, 40));
    assertThat(Blake2b.hash256(data, 2, 7)).isEqualTo(Blake2b.hash256(account));
  }

  private static byte[] framed(byte[] digest, int offset, int length) {
    byte[] frame = new byte[length];
    System.arraycopy(digest, 0, frame, offset, digest.length);
    return frame;
  }

  private static byte[] digest(Digest digest, byte[] data) {
    digest.update(data, 0, data.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private static byte[] twox(byte[] data, int seeds) {
    byte[] out = new byte[8 * seeds];
    for (int seed = 0; seed < seeds; seed++) {
      LittleEndian.putLong(out, 8 * seed, LongHashFunction.xx(seed).hashBytes(data));
    }
    return out;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
