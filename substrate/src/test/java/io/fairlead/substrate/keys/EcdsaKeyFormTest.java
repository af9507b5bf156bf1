package io.fairlead.substrate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EcdsaKeyFormTest {
  private final EcdsaKeyPair pair =
      (EcdsaKeyPair) Suri.derive(Scheme.ECDSA, "//Dave").orThrow();

  @Test
  void an_uncompressed_key_has_its_compressed_form() {
    byte[] full = pair.uncompressedPublicKey();

    assertThat(full).hasSize(65).startsWith(4);
    assertThat(Verifier.compressedEcdsa(full)).isEqualTo(pair.publicKey());
  }

  @Test
  void what_is_no_point_or_has_another_tag_or_length_is_no_key() {
    byte[] off = pair.uncompressedPublicKey();
    off[64] ^= 1;
    byte[] hybrid = pair.uncompressedPublicKey();
    hybrid[0] = (byte) (6 + (hybrid[64] & 1));
    byte[] aboveField = new byte[65];
    Arrays.fill(aboveField, (byte) 0xff);
    aboveField[0] = 4;

    assertThat(Verifier.compressedEcdsa(off)).isNull();
    assertThat(Verifier.compressedEcdsa(hybrid)).isNull();
    assertThat(Verifier.compressedEcdsa(aboveField)).isNull();
    assertThat(Verifier.compressedEcdsa(pair.publicKey())).isNull();
    assertThat(Verifier.compressedEcdsa(new byte[0])).isNull();
  }
}
