package io.fairlead.substrate.extrinsic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors made by polkadot.js and by the chain's own runtime (spec 1403). */
class ExtrinsicVectorsTest {
  private static final ExtrinsicCodec<SampleCall> CODEC = new ExtrinsicCodec<>(SampleCall.CODEC);
  private static final AccountId BOB =
      AccountId.hex("0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48");
  private static final Hash GENESIS = Hash.hex("11".repeat(32));
  private static final Hash BIRTH = Hash.hex("22".repeat(32));
  private static final AdditionalSigned MORTAL =
      AdditionalSigned.mortal(1403, 1, GENESIS, BIRTH);
  private static final SignedExtra EXTRA = SignedExtra.of(Era.mortal(64, 42), 0);
  private static final String CALL =
      "0603008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48e5c0";
  private static final SampleCall TRANSFER =
      SampleCall.transfer(MultiAddress.of(BOB), Balance.of(12345));
  private static final SampleCall REMARK = SampleCall.remark(filled(300, 0xab));

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static KeyPair alice(Scheme scheme) {
    return KeyPair.ofSuri(scheme, "//Alice");
  }

  @Test
  void a_call_has_pallet_index_call_index_and_arguments() {
    assertThat(Hex.of(SampleCall.CODEC.encode(TRANSFER))).isEqualTo("0x" + CALL);
  }

  @Test
  void the_payload_is_call_extra_and_additional() {
    SigningPayload payload = CODEC.payload(TRANSFER, EXTRA, MORTAL);

    assertThat(payload.bytes().toString()).isEqualTo("0x" + CALL + "a5020000007b05000001000000"
        + "11".repeat(32) + "22".repeat(32) + "00");
    assertThat(payload.bytes().size()).isEqualTo(115);
    assertThat(payload.message()).isEqualTo(payload.bytes().array());
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      ED25519, 143, 0x39df007545a7f368381027ecc0fe3179a3e44bcee6e3e3ea6f05e4da1a464eaa, \
      0x3502840088dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee0023bca72009e1267\
      dcab4297c22df0d5f31bd761a48d47ee8d8c6c19feaa25fa6f54ac42cdad3b7da036fed340f4d3ef3ea83b54409\
      9a931758c1ecfb708d1c0fa5020000000603008eaf04151687736326c9fea17e25fc5287613693c912909cb226a\
      a4794f26a48e5c0
      ECDSA, 144, 0x1ed13d104723bbd31612de3ef1c499a38f487d6d4f5e025bb6583111fe9dfa1a, \
      0x3902840001e552298e47454041ea31273b4b630c64c104e4514aa3643490b8aaca9cf8ed02448dfde2bf5cb0d\
      3340a756077302fa08f0d9a0503852b989b2ce97debd609ea062b4d0f429f71508648d70a4a6ab4681473bb5c89\
      51288a903beca6ca29844601a5020000000603008eaf04151687736326c9fea17e25fc5287613693c912909cb22\
      6aa4794f26a48e5c0
      """)
  void deterministic_schemes_give_the_very_bytes(Scheme scheme, int length, String hash,
      String bytes) {
    var signed = CODEC.sign(alice(scheme), TRANSFER, EXTRA, MORTAL);

    byte[] encoded = CODEC.encode(signed);

    assertThat(Hex.of(encoded)).isEqualTo(bytes);
    assertThat(encoded).hasSize(length);
    assertThat(CODEC.size(signed)).isEqualTo(length);
    assertThat(ExtrinsicCodec.hash(encoded)).isEqualTo(Hash.hex(hash));
    assertThat(CODEC.decode(encoded).trusted()).isEqualTo(signed);
  }

  @Test
  void an_sr25519_extrinsic_of_another_signer_decodes_and_verifies() {
    byte[] bytes = Hex.bytes("0x35028400d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a5"
        + "6da27d01460f3f418b48b48a26b79696a8afe3af6c7e979f9286f1e0fa6cbfc310c17c4a04dd587ec0f185d8"
        + "6027b9f8d711544f914263fc22ebae146088b18ae4ff0d89a5020000000603008eaf04151687736326c9fea1"
        + "7e25fc5287613693c912909cb226aa4794f26a48e5c0");

    Extrinsic<SampleCall> extrinsic = CODEC.decode(bytes).trusted();

    AccountId alice = AccountId.of(alice(Scheme.SR25519).publicKey());
    assertThat(extrinsic).isInstanceOfSatisfying(Extrinsic.Signed.class, signed -> {
      assertThat(signed.address()).isEqualTo(MultiAddress.of(alice));
      assertThat(signed.call()).isEqualTo(TRANSFER);
      byte[] message = CODEC.payload(TRANSFER, signed.extra(), MORTAL).message();
      assertThat(signed.signature().verifies(alice, message)).isTrue();
      assertThat(signed.signature().verifies(BOB, message)).isFalse();
    });
    assertThat(ExtrinsicCodec.hash(bytes)).isEqualTo(
        Hash.hex("0xf8c80033d9a78cff4e34366e900978143a89bbc219ff6fbba2122453381f927f"));
    assertThat(CODEC.encode(extrinsic)).isEqualTo(bytes);
  }

  @Test
  void an_immortal_extrinsic_signs_the_genesis_hash_twice() {
    var call = SampleCall.transfer(MultiAddress.of(BOB), Balance.UNIT);
    var extra = new SignedExtra(Era.IMMORTAL, 5, Balance.of(1_000_000), MetadataHashMode.DISABLED);
    var additional = AdditionalSigned.immortal(1403, 1, GENESIS);

    var signed = CODEC.sign(alice(Scheme.ED25519), call, extra, additional);

    assertThat(CODEC.payload(call, extra, additional).bytes().toString()).isEqualTo(
        "0x0603008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a4813000064a7b3b6e00d"
            + "001402093d00007b05000001000000" + "11".repeat(64) + "00");
    byte[] encoded = CODEC.encode(signed);
    assertThat(Hex.of(encoded)).isEqualTo(
        "0x5902840088dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee009211797690626a"
            + "c2d39424c601f195d89dfbdeb8e0e7ff343c0ad2166ece4e7817d57c41f6914f5617cc4b099cbd84af4e"
            + "7c7413135f177783a63f181e59b908001402093d00000603008eaf04151687736326c9fea17e25fc5287"
            + "613693c912909cb226aa4794f26a4813000064a7b3b6e00d");
    assertThat(ExtrinsicCodec.hash(encoded)).isEqualTo(
        Hash.hex("0x51e9115eb5807128e5668482cf826025efcc5ac9dd71a870fca656e6be59ebe9"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      ED25519, 410, 0x1f10feadcdc3ba75bee9d233039361751025c2aca6dfeabe6ddf011fbc76d7395fa6997cbc68\
      c3152647210a607c29a8047d62afcc8699e4286aa8dd31e7cd07, \
      0x23b16ff60ff42cbf0e3e4ece9f39ee54361858090b7c3d225a581b929d1a2f93
      ECDSA, 411, 0x64946516ac20b9317d6d55d6f8d338d04c7457675a26973136a1bff1614c95f43ceea39ec3ef1d\
      5526231133aac7a8bb3bbf17d70e8826d6c9c8f1cf94f8a43800, \
      0x0c1331058ba65c3888e25762a330b238b6bc860402f6ad6d28041673e3b2d941
      """)
  void a_long_payload_is_hashed_before_it_is_signed(Scheme scheme, int length, String signature,
      String hash) {
    SigningPayload payload = CODEC.payload(REMARK, EXTRA, MORTAL);
    var signed = CODEC.sign(alice(scheme), REMARK, EXTRA, MORTAL);

    assertThat(payload.bytes().size()).isEqualTo(382);
    assertThat(Hex.of(payload.message()))
        .isEqualTo("0x394e663536de5925584fef06e61ab0930398a93f6c76dcc604b7e113cd3c1a43");
    assertThat(signed.signature().bytes().toString()).isEqualTo(signature);
    assertThat(CODEC.size(signed)).isEqualTo(length);
    assertThat(ExtrinsicCodec.hash(CODEC.encode(signed))).isEqualTo(Hash.hex(hash));
  }

  @Test
  void a_payload_of_256_bytes_is_signed_as_it_is_and_one_more_is_hashed() {
    int overhead = CODEC.payload(SampleCall.remark(filled(100, 1)), EXTRA, MORTAL).bytes().size()
        - 100;

    var plain = CODEC.payload(SampleCall.remark(filled(256 - overhead, 1)), EXTRA, MORTAL);
    var hashed = CODEC.payload(SampleCall.remark(filled(257 - overhead, 1)), EXTRA, MORTAL);

    assertThat(plain.bytes().size()).isEqualTo(256);
    assertThat(plain.message()).isEqualTo(plain.bytes().array());
    assertThat(hashed.message()).hasSize(32);
  }

  @Test
  void an_enabled_metadata_hash_is_signed_too() {
    var additional =
        new AdditionalSigned(1403, 1, GENESIS, BIRTH, Hash.hex("33".repeat(32)));
    var extra = new SignedExtra(Era.IMMORTAL, 0, Balance.ZERO, MetadataHashMode.ENABLED);

    assertThat(CODEC.payload(TRANSFER, extra, additional).bytes().toString())
        .isEqualTo("0x" + CALL + "000000017b05000001000000" + "11".repeat(32) + "22".repeat(32)
            + "01" + "33".repeat(32));
  }

  @Test
  void bare_extrinsics_are_version_and_call() {
    byte[] inherent = CODEC.encode(new Extrinsic.Unsigned<>(SampleCall.set(1_700_000_000_000L)));

    assertThat(Hex.of(inherent)).isEqualTo("0x280402000b0068e5cf8b01");
    assertThat(ExtrinsicCodec.hash(inherent)).isEqualTo(
        Hash.hex("0xf554b47a63d096c7de727e2e805b12ca39247e01124bae41863957f88159eedc"));
    assertThat(Hex.of(CODEC.encode(new Extrinsic.Unsigned<>(
        SampleCall.remark("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))))))
        .isEqualTo("0x240401001468656c6c6f");
  }
}
