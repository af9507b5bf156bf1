package io.fairlead.node.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeMetadata;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON of Tangle's own types, as serde's derived code writes it. */
class SerdeJsonTest {
  private static final Metadata METADATA =
      MetadataWriter.v15(RuntimeMetadata.declaration(Profile.TANGLE_TESTNET));
  private static final String SERVICES = "tangle_primitives::services::";

  private static int type(String path) {
    for (int type = 0; type < METADATA.types().size(); type++) {
      if (METADATA.type(type).pathText().equals(path)) {
        return type;
      }
    }
    throw new AssertionError("no type " + path);
  }

  private static <T> String json(String path, Codec<T> codec, T value) {
    int type = type(SERVICES + path);
    return new SerdeJson(METADATA)
        .json(type, new DynamicCodec(METADATA, type).decode(codec.encode(value)).trusted())
        .toString();
  }

  private static ServiceBlueprint from(BlueprintSource source) {
    return new ServiceBlueprint(ServiceMetadata.named("ab"), List.of(),
        List.of(FieldType.UINT8, new FieldType.Array(3, FieldType.BOOL)), List.of(),
        EvmAddress.ZERO, new MasterRevision.Specific(2), List.of(source),
        List.of(MembershipModel.Type.DYNAMIC));
  }

  private static String source(BlueprintSource source) {
    String whole = json("service::ServiceBlueprint", ServiceBlueprint.CODEC, from(source));
    return whole.substring(whole.indexOf("\"sources\":") + 10,
        whole.indexOf(",\"supported_membership_models\""));
  }

  @Test
  void a_blueprint_has_texts_as_numbers_and_variants_outside() {
    String whole = json("service::ServiceBlueprint", ServiceBlueprint.CODEC,
        from(new BlueprintSource.Testing(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY)));

    assertThat(whole).isEqualTo("{\"metadata\":{\"name\":[97,98],\"description\":null,"
        + "\"author\":null,\"category\":null,\"code_repository\":null,\"logo\":null,"
        + "\"website\":null,\"license\":null},\"jobs\":[],"
        + "\"registration_params\":[\"Uint8\",{\"Array\":[3,\"Bool\"]}],\"request_params\":[],"
        + "\"manager\":{\"Evm\":\"0x" + "00".repeat(20) + "\"},"
        + "\"master_manager_revision\":{\"Specific\":2},\"sources\":[{\"type\":\"Testing\","
        + "\"cargo_package\":[],\"cargo_bin\":[],\"base_path\":[]}],"
        + "\"supported_membership_models\":[\"Dynamic\"]}");
  }

  @Test
  void a_source_has_its_tag_among_its_fields() {
    var release = new BlueprintSource.GithubRelease(Bytes.utf8("o"), Bytes.utf8("r"),
        Bytes.utf8("t"),
        List.of(new BlueprintSource.Binary(BlueprintSource.Architecture.AMD64,
            BlueprintSource.OperatingSystem.LINUX, Bytes.utf8("b"), Hash.ZERO)));
    String fields = "\"owner\":[111],\"repo\":[114],\"tag\":[116],\"binaries\":[{\"arch\":"
        + "\"Amd64\",\"os\":\"Linux\",\"name\":[98],\"sha256\":[0" + ",0".repeat(31) + "]}]";

    assertThat(
        source(new BlueprintSource.Native(new BlueprintSource.NativeFetcher.Github(release))))
        .isEqualTo("[{\"type\":\"Native\"," + fields + "}]");
    assertThat(source(new BlueprintSource.Wasm(BlueprintSource.WasmRuntime.WASMER,
        new BlueprintSource.WasmFetcher.Github(release))))
        .isEqualTo("[{\"type\":\"Wasm\",\"runtime\":\"Wasmer\"," + fields + "}]");
  }

  @Test
  void a_hash_of_ipfs_cannot_be_written_there_and_here() {
    var ipfs = new BlueprintSource.Native(
        new BlueprintSource.NativeFetcher.Ipfs(Bytes.utf8("Qm")));

    assertThatThrownBy(() -> source(ipfs)).isInstanceOfSatisfying(RpcError.class,
        error -> assertThat(error.code).isEqualTo(-32603));
  }

  @Test
  void amounts_of_any_width_are_numbers_and_options_are_null_or_the_value() {
    assertThat(json("types::PricingModel", PricingModel.EVENT_CODEC,
        new PricingModel.Subscription(Balance.tnt(1_000_000), 7, null)))
        .isEqualTo("{\"Subscription\":{\"rate_per_interval\":1000000000000000000000000,"
            + "\"interval\":7,\"maybe_end\":null}}");
  }

  @Test
  void an_approval_and_a_field_are_written_with_their_names() {
    assertThat(json("types::ApprovalState", ApprovalState.CODEC, ApprovalState.PENDING))
        .isEqualTo("\"Pending\"");
    assertThat(json("types::ApprovalState", ApprovalState.CODEC, new ApprovalState.Approved(
        List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(30))))))
        .isEqualTo("{\"Approved\":{\"security_commitments\":[{\"asset\":{\"Custom\":0},"
            + "\"exposure_percent\":30}]}}");
    assertThat(json("field::Field", Field.CODEC,
        new Field.Optional(FieldType.ACCOUNT, new Field.Account(AccountId.ZERO))))
        .isEqualTo("{\"Optional\":[\"AccountId\",{\"AccountId\":"
            + "\"5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM\"}]}");
  }
}
