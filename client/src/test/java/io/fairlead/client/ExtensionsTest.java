package io.fairlead.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.substrate.extrinsic.AdditionalSigned;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.extrinsic.SigningPayload;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
  private static final KeySigner ALICE = new KeySigner(KeyPair.ofSuri(Scheme.SR25519, "//Alice"));
  private static final Bytes CALL = Bytes.hex("0x000004ab");
  private static final Era ERA = Era.mortal(64, 42);
  private static final Hash GENESIS = new Hash(1, 2, 3, 4);
  private static final Hash BIRTH = new Hash(5, 6, 7, 8);

  private static Metadata chain(List<SignedExtension> extensions) {
    return MetadataWriter
        .v15(new RuntimeDeclaration("some_runtime", List.of(), extensions, List.of()));
  }

  private static Extensions with(List<SignedExtension> extensions) {
    return new Extensions(chain(extensions), new ChainRpc.Versions("some", 1403, 1), GENESIS, ERA,
        9, BIRTH);
  }

  private static SignedExtension extension(String name, Shape extra, Shape additional) {
    return new SignedExtension(name, extra, additional);
  }

  @Test
  void tangles_ten_extensions_are_filled_in_as_tangle_wants_them() {
    var extra = new io.fairlead.substrate.scale.Output(32);
    SignedExtra.CODEC.write(SignedExtra.of(ERA, 9), extra);
    Bytes payload = Bytes.wrap(SigningPayload.of(Bytes.codec(Codecs.rawBytes(4)), CALL,
        SignedExtra.of(ERA, 9), AdditionalSigned.mortal(1403, 1, GENESIS, BIRTH)).message());
    Extensions tangle = with(SignedExtension.TANGLE_TESTNET);

    Bytes signed = tangle.signed(ALICE, Bytes.wrap(new byte[64]), CALL);

    assertThat(tangle.message(CALL)).isEqualTo(payload);
    assertThat(signed.toString()).isEqualTo("0xb101" + "84" + "00"
        + ALICE.account().toString().substring(2) + "01" + "00".repeat(64)
        + Bytes.wrap(extra.toBytes()).toString().substring(2) + "000004ab");
  }

  @Test
  void an_unknown_extension_without_bytes_is_passed_over_and_one_with_bytes_is_named() {
    Extensions plain =
        with(List.of(extension("CheckSomething", new Shape.Tuple(List.of()), Shape.UNIT)));
    Extensions needy =
        with(List.of(extension("PayInBananas", Codecs.U32.shape(), Shape.UNIT)));

    assertThat(plain.message(CALL)).isEqualTo(CALL);
    assertThatThrownBy(() -> needy.message(CALL)).isInstanceOf(RpcFailure.class)
        .hasMessageContaining("PayInBananas").hasMessageContaining("cannot fill in");
  }

  @Test
  void the_fee_in_another_asset_is_left_to_the_chains_own() {
    Extensions assets = with(
        List.of(extension("ChargeAssetTxPayment", Codecs.U16.shape(), Shape.UNIT)));

    assertThat(assets.message(CALL).toString()).isEqualTo("0x000004ab" + "0000");
  }
}
