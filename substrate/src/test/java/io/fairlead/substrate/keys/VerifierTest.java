package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {

  private static final byte[] MESSAGE = "tangle".getBytes(UTF_8);

  @Property(tries = 300)
  void any_bytes_of_any_length_are_refused_without_an_exception(@ForAll Scheme scheme,
      @ForAll @Size(max = 70) byte[] account, @ForAll @Size(max = 40) byte[] message,
      @ForAll @Size(max = 70) byte[] signature) {
    assertThat(Verifier.verify(scheme, account, message, signature)).isFalse();
    assertThat(Verifier.ecdsa(account, message, signature)).isFalse();
  }

  @Property(tries = 300)
  void any_bytes_of_the_right_length_are_refused_without_an_exception(@ForAll Scheme scheme,
      @ForAll @Size(32) byte[] account, @ForAll @Size(65) byte[] bytes) {
    byte[] signature = Arrays.copyOf(bytes, scheme.signatureLength());
    signature[signature.length - 1] =
        (byte) (scheme == Scheme.ECDSA ? bytes[64] & 1 : bytes[63] | 0x80);
    signature[40] |= 1; // the zero key of sr25519 accepts the zero signature, as schnorrkel does

    assertThat(Verifier.verify(scheme, account, MESSAGE, signature)).isFalse();
  }

  @Property(tries = 100)
  void every_message_verifies_under_every_scheme(@ForAll Scheme scheme,
      @ForAll @Size(32) byte[] seed, @ForAll @Size(max = 400) byte[] message) {
    seed[0] = 1;
    KeyPair pair = KeyPair.ofSeed(scheme, seed);

    assertThat(Verifier.verify(scheme, pair.accountIdBytes(), message, pair.sign(message)))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_message_gives_the_same_signature(Scheme scheme) {
    KeyPair alice = KeyPair.ofSuri(scheme, "//Alice");

    assertThat(alice.sign(MESSAGE)).isEqualTo(alice.sign(MESSAGE));
  }

  @Test
  void entropy_makes_sr25519_signatures_differ_and_both_verify() {
    Sr25519KeyPair alice = (Sr25519KeyPair) KeyPair.ofSuri(Scheme.SR25519, "//Alice");
    byte[] entropy = new byte[32];
    entropy[31] = 1;

    byte[] hedged = alice.sign(MESSAGE, entropy);

    assertThat(hedged).isNotEqualTo(alice.sign(MESSAGE));
    assertThat(Verifier.sr25519(alice.publicKey(), MESSAGE, hedged)).isTrue();
  }

  @Test
  void an_sr25519_signature_needs_its_mark_and_a_canonical_scalar() {
    KeyPair alice = KeyPair.ofSuri(Scheme.SR25519, "//Alice");
    byte[] signature = alice.sign(MESSAGE);
    byte[] unmarked = signature.clone();
    unmarked[63] &= 0x7f;
    byte[] beyond = plusOrder(signature);

    assertThat(Verifier.sr25519(alice.publicKey(), MESSAGE, unmarked)).isFalse();
    assertThat(beyond).isNotEqualTo(signature);
    assertThat(Verifier.sr25519(alice.publicKey(), MESSAGE, beyond)).isFalse();
  }

  @Test
  void recovery_takes_the_ids_of_ethereum_too() {
    EcdsaKeyPair alice = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//Alice");
    byte[] signature = alice.sign(MESSAGE);
    signature[64] += 27;

    assertThat(Verifier.ecdsa(alice.publicKey(), MESSAGE, signature)).isTrue();
    signature[64] = 4;
    assertThat(Verifier.ecdsa(alice.publicKey(), MESSAGE, signature)).isFalse();
    signature[64] = 26;
    assertThat(Verifier.ecdsa(alice.publicKey(), MESSAGE, signature)).isFalse();
  }

  @Test
  void an_ecdsa_account_is_the_hash_of_its_key_and_not_the_key() {
    KeyPair alice = KeyPair.ofSuri(Scheme.ECDSA, "//Alice");
    byte[] signature = alice.sign(MESSAGE);

    assertThat(Verifier.verify(Scheme.ECDSA, alice.publicKey(), MESSAGE, signature)).isFalse();
    assertThat(Verifier.verify(Scheme.ECDSA, alice.accountIdBytes(), MESSAGE, signature)).isTrue();
  }

  /** The same signature with the order of the group added to its scalar. */
  private static byte[] plusOrder(byte[] signature) {
    byte[] order = HexFormat.of()
        .parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    byte[] changed = signature.clone();
    changed[63] &= 0x7f;
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      int sum = (changed[32 + i] & 0xff) + (order[i] & 0xff) + carry;
      changed[32 + i] = (byte) sum;
      carry = sum >> 8;
    }
    changed[63] |= (byte) 0x80;
    return changed;
  }
}
