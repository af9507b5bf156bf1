package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.hash.Blake2b;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, addresses and signatures that other implementations made, and the same from ours. */
class KeyVectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String TRANSFER =
      "0603008eaf04151687736326c9fea17e25fc5287613693c912909cb226"
          + "aa4794f26a48e5c0a5020000007b05000001000000" + "11".repeat(32) + "22".repeat(32) + "00";

  @ParameterizedTest
  @CsvFileSource(resources = "dev-accounts.csv", encoding = "UTF-8")
  void the_well_known_accounts_come_out_of_their_uris(Scheme scheme, String suri, String publicKey,
      String account, String address42, String address5845) {
    KeyPair pair = KeyPair.ofSuri(scheme, suri == null ? "" : suri);

    assertThat(pair.scheme()).isEqualTo(scheme);
    assertThat(HEX.formatHex(pair.publicKey())).isEqualTo(publicKey);
    assertThat(HEX.formatHex(pair.accountIdBytes())).isEqualTo(account);
    assertThat(Ss58.encode(42, pair.accountIdBytes())).isEqualTo(address42);
    assertThat(Ss58.encode(5845, pair.accountIdBytes())).isEqualTo(address5845);
    assertThat(Ss58.decode(address42)).isEqualTo(new Ss58.Address(42, pair.accountIdBytes()));
    assertThat(Ss58.decode(address5845)).isEqualTo(new Ss58.Address(5845, pair.accountIdBytes()));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "polkadot-js.csv", encoding = "UTF-8")
  void keys_and_signatures_of_polkadot_js_are_ours(Scheme scheme, String suri, String publicKey,
      String message, String signature) {
    KeyPair pair = KeyPair.ofSuri(scheme, suri == null ? "" : suri);
    byte[] text = HEX.parseHex(message == null ? "" : message);
    byte[] theirs = HEX.parseHex(signature);

    assertThat(HEX.formatHex(pair.publicKey())).isEqualTo(publicKey);
    assertThat(Verifier.verify(scheme, pair.accountIdBytes(), text, theirs)).isTrue();
    if (scheme != Scheme.SR25519) {
      assertThat(pair.sign(text)).isEqualTo(theirs);
    }
  }

  @Test
  void further_sr25519_derivations_give_their_known_keys() {
    assertThat(publicKey("//Alice//stash"))
        .isEqualTo("be5ddb1579b72e84524fc29e78609e3caf42e85aa118ebfe0b0ad404b5bdd25f");
    assertThat(publicKey("//Bob//stash"))
        .isEqualTo("fe65717dad0447d715f660a0a58411de509b42e6efb8375f562f58a554d5860e");
    assertThat(publicKey("//Alice/soft"))
        .isEqualTo("02cfd83074aefc9955af4034d19b3780d47a52e158ababec8ec012b2295f1c5b");
    assertThat(Ss58.encode(42, KeyPair.ofSuri(Scheme.SR25519, "//Alice//stash").publicKey()))
        .isEqualTo("5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY");
  }

  @Test
  void the_secrets_between_are_the_published_ones() {
    Ed25519KeyPair ed25519 = (Ed25519KeyPair) KeyPair.ofSuri(Scheme.ED25519, "//Alice");
    EcdsaKeyPair ecdsa = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//Alice");
    Sr25519KeyPair root = (Sr25519KeyPair) KeyPair.ofSuri(Scheme.SR25519, "");
    Sr25519KeyPair alice = (Sr25519KeyPair) KeyPair.ofSuri(Scheme.SR25519, "//Alice");

    assertThat(HEX.formatHex(Suri.phraseSeed("")))
        .isEqualTo("fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e");
    assertThat(HEX.formatHex(ed25519.seed()))
        .isEqualTo("abf8e5bdbe30c65656c0a3cbd181ff8a56294a69dfedd27982aace4a76909115");
    assertThat(HEX.formatHex(ecdsa.secret()))
        .isEqualTo("cb6df9de1efca7a3998a8ead4e02159d5fa99c3e0d4fd6432667390bb4726854");
    assertThat(HEX.formatHex(root.secretAsEd25519()))
        .isEqualTo("28b0ae221c6bb06856b287f60d7ea0d98552ea5a16db16956849aa371db3eb51"
            + "fd190cce74df356432b410bd64682309d6dedb27c76845daf388557cbac3ca34");
    assertThat(HEX.formatHex(alice.secretAsEd25519()))
        .isEqualTo("98319d4ff8a9508c4bb0cf0b5a78d760a0b2082c02775e6e82370816fedfff48"
            + "925a225d97aa00682d6a59b95b18780c10d7032336e88f3442b42361f4a66011");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      ED25519, 2bc6920bfbc6b90fe8cc2beade3b63174459ef386a509910f6743077b01d1bb7\
      0c75dbd6696732fe75a255637d39f41c8601b6834aa3e337048d216194220b0e
      ECDSA,   8589761959860d922601a9c55f2c2b04c371338efa5113f4de9d4b48966789f0\
      1772d41bd7ec22ff7303bfe7298357ed18fb698c6cc82ab9670823c8523808c300
      SR25519, 3e744734a0fe572f06ca5e6a0b7f7829bc2a347cc10de62107a64d1e6baf2c2f\
      9e358bc8b665e1956bc3fe6a4324cc2af2ae90a7366e8adb8e73e2d105ca7088
      """)
  void a_short_text_is_signed_as_the_reference_signs_it(Scheme scheme, String signature) {
    KeyPair alice = KeyPair.ofSuri(scheme, "//Alice");

    assertSignature(alice, "tangle".getBytes(UTF_8), signature);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      ED25519, 23bca72009e1267dcab4297c22df0d5f31bd761a48d47ee8d8c6c19feaa25fa6\
      f54ac42cdad3b7da036fed340f4d3ef3ea83b544099a931758c1ecfb708d1c0f
      SR25519, 460f3f418b48b48a26b79696a8afe3af6c7e979f9286f1e0fa6cbfc310c17c4a\
      04dd587ec0f185d86027b9f8d711544f914263fc22ebae146088b18ae4ff0d89
      ECDSA,   448dfde2bf5cb0d3340a756077302fa08f0d9a0503852b989b2ce97debd609ea\
      062b4d0f429f71508648d70a4a6ab4681473bb5c8951288a903beca6ca29844601
      """)
  void a_transfer_payload_is_signed_as_the_reference_signs_it(Scheme scheme, String signature) {
    KeyPair alice = KeyPair.ofSuri(scheme, "//Alice");

    assertSignature(alice, HEX.parseHex(TRANSFER), signature);
  }

  @Test
  void the_hash_of_a_long_payload_is_signed_as_the_reference_signs_it() {
    byte[] digest =
        HEX.parseHex("394e663536de5925584fef06e61ab0930398a93f6c76dcc604b7e113cd3c1a43");
    byte[] payload = HEX.parseHex("0100b104" + "ab".repeat(300)
        + TRANSFER.substring(2 * 37));

    assertThat(payload).hasSize(382);
    assertThat(Blake2b.hash256(payload)).isEqualTo(digest);
    assertSignature(KeyPair.ofSuri(Scheme.ED25519, "//Alice"), digest,
        "1f10feadcdc3ba75bee9d233039361751025c2aca6dfeabe6ddf011fbc76d739"
            + "5fa6997cbc68c3152647210a607c29a8047d62afcc8699e4286aa8dd31e7cd07");
    assertSignature(KeyPair.ofSuri(Scheme.ECDSA, "//Alice"), digest,
        "64946516ac20b9317d6d55d6f8d338d04c7457675a26973136a1bff1614c95f4"
            + "3ceea39ec3ef1d5526231133aac7a8bb3bbf17d70e8826d6c9c8f1cf94f8a43800");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      //Alice,                                                 \
      14416c6963650000000000000000000000000000000000000000000000000000
      //0,                                                     \
      0000000000000000000000000000000000000000000000000000000000000000
      //averyveryveryverylongjunctionname-more-than-32-bytes,  \
      47a04e1d8c57702e3a47cc28d223202e4e34fe11b260a9d087a01c2339925184
      """)
  void a_junction_has_its_known_chain_code(String junction, String chainCode) {
    assertThat(HEX.formatHex(Junction.of(true, junction.substring(2)).chainCode()))
        .isEqualTo(chainCode);
  }

  @ParameterizedTest
  @EnumSource
  void a_changed_message_key_or_signature_is_refused(Scheme scheme) {
    KeyPair alice = KeyPair.ofSuri(scheme, "//Alice");
    byte[] account = alice.accountIdBytes();
    byte[] message = "tangle".getBytes(UTF_8);
    byte[] signature = alice.sign(message);

    assertThat(Verifier.verify(scheme, account, message, signature)).isTrue();
    assertThat(Verifier.verify(scheme, account, "tangel".getBytes(UTF_8), signature)).isFalse();
    byte[] bob = KeyPair.ofSuri(scheme, "//Bob").accountIdBytes();
    assertThat(Verifier.verify(scheme, bob, message, signature)).isFalse();
    for (int i = 0; i < signature.length * 8; i++) {
      byte[] changed = signature.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertThat(Verifier.verify(scheme, account, message, changed)).as("bit %d", i).isFalse();
    }
  }

  private static void assertSignature(KeyPair pair, byte[] message, String signature) {
    byte[] theirs = HEX.parseHex(signature);
    assertThat(Verifier.verify(pair.scheme(), pair.accountIdBytes(), message, theirs)).isTrue();
    assertThat(Verifier.verify(pair.scheme(), pair.accountIdBytes(), message, pair.sign(message)))
        .isTrue();
    if (pair.scheme() != Scheme.SR25519) {
      assertThat(pair.sign(message)).isEqualTo(theirs);
    }
  }

  private static String publicKey(String suri) {
    return HEX.formatHex(KeyPair.ofSuri(Scheme.SR25519, suri).publicKey());
  }
}
