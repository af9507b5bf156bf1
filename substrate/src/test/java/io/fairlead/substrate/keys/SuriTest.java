package io.fairlead.substrate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuriTest {

  private static final String SEED =
      "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";

  @ParameterizedTest
  @EnumSource
  void the_root_may_be_nothing_the_development_phrase_or_its_seed(Scheme scheme) {
    byte[] key = KeyPair.ofSuri(scheme, "//Alice").publicKey();

    assertThat(KeyPair.ofSuri(scheme, Suri.DEV_PHRASE + "//Alice").publicKey()).isEqualTo(key);
    assertThat(KeyPair.ofSuri(scheme, "0x" + SEED + "//Alice").publicKey()).isEqualTo(key);
    assertThat(KeyPair.ofSuri(scheme, "0x" + SEED).publicKey())
        .isEqualTo(KeyPair.ofSeed(scheme, HexFormat.of().parseHex(SEED)).publicKey());
  }

  @ParameterizedTest
  @EnumSource
  void a_password_changes_the_phrase_and_not_a_seed(Scheme scheme) {
    byte[] key = KeyPair.ofSuri(scheme, "//Alice").publicKey();

    assertThat(KeyPair.ofSuri(scheme, "//Alice///pw").publicKey()).isNotEqualTo(key);
    assertThat(KeyPair.ofSuri(scheme, "0x" + SEED + "//Alice///pw").publicKey()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      SR25519, 0x12,                                         a seed is 0x and 64 hex digits
      SR25519, legal winner thank year wave sausage//Alice,  phrases are not supported
      SR25519, Alice,                                        phrases are not supported
      SR25519, a-b//Alice,                                   not a secret URI
      SR25519, //Alice/,                                     not a secret URI
      ED25519, //Alice/soft,                                 ED25519 has no soft derivation
      ECDSA,   //Alice/soft,                                 ECDSA has no soft derivation
      """)
  void a_wrong_uri_is_refused_with_its_reason(Scheme scheme, String suri, String reason) {
    assertThat(Suri.derive(scheme, suri)).isInstanceOfSatisfying(KeyResult.Refused.class,
        refused -> assertThat(refused.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({"0000000000000000000000000000000000000000000000000000000000000000",
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"})
  void a_seed_outside_the_order_is_no_ecdsa_secret(String seed) {
    assertThat(Suri.derive(Scheme.ECDSA, "0x" + seed)).isInstanceOf(KeyResult.Refused.class);
  }

  @Test
  void a_path_of_any_length_is_answered() {
    assertThat(Suri.derive(Scheme.ED25519, "//a".repeat(2_000)))
        .isInstanceOf(KeyResult.Derived.class);
    assertThat(Suri.derive(Scheme.ED25519, "//a".repeat(1_000_000)))
        .isInstanceOf(KeyResult.Refused.class);
  }

  @Property(tries = 300)
  void any_text_is_answered_without_an_exception(@ForAll Scheme scheme, @ForAll String text) {
    assertThat(Suri.derive(scheme, text)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void a_key_pair_prints_its_public_key_only(Scheme scheme) {
    KeyPair pair = KeyPair.ofSuri(scheme, "0x" + SEED);

    assertThat(pair.toString())
        .isEqualTo(pair.getClass().getSimpleName() + "[0x"
            + HexFormat.of().formatHex(pair.publicKey()) + "]");
  }
}
