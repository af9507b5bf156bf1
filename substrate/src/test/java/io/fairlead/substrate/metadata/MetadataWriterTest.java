package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Shape;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataWriterTest {
  private final Metadata v15 = SampleRuntime.v15();

  private Type typeNamed(String path) {
    return v15.types().stream().filter(t -> t.pathText().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void both_versions_survive_their_bytes() {
    Metadata v14 = MetadataWriter.v14(SampleRuntime.declaration());

    assertThat(Metadata.decode(v15.encode()).trusted()).isEqualTo(v15);
    assertThat(Metadata.decode(v14.encode()).trusted()).isEqualTo(v14);
    assertThat(Metadata.CODEC.size(v15)).isEqualTo(v15.encode().length);
    assertThat(Metadata.CODEC.size(v14)).isEqualTo(v14.encode().length);
    assertThat(Bytes.wrap(v15.encode()).toString()).startsWith("0x6d6574610f");
    assertThat(Bytes.wrap(v14.encode()).toString()).startsWith("0x6d6574610e");
  }

  @Test
  void pallets_stand_in_the_order_of_their_indices() {
    assertThat(v15.pallets()).extracting(PalletMetadata::name, PalletMetadata::index)
        .containsExactly(tuple("System", 1), tuple("Sudo", 3), tuple("Balances", 6),
            tuple("TransactionPayment", 7), tuple("Services", 51));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @Test
  void every_type_has_one_id() {
    assertThat(new HashSet<>(v15.types())).hasSameSizeAs(v15.types());
    assertThat(v15.types()).filteredOn(t -> t.def().equals(new TypeDef.Primitive(Shape.Kind.U128)))
        .hasSize(1);
  }

  @Test
  void the_outer_enums_have_a_variant_for_each_pallet_that_has_a_part() {
    var outer = v15.outerEnums();

    assertThat(outer).isNotNull();
    assertThat(v15.type(outer.call()).pathText()).isEqualTo("tangle_testnet_runtime::RuntimeCall");
    assertThat(v15.cases(outer.call())).extracting(TypeDef.Case::name, TypeDef.Case::index)
        .containsExactly(tuple("System", 1), tuple("Sudo", 3), tuple("Balances", 6));
    assertThat(v15.cases(outer.event())).extracting(TypeDef.Case::name)
        .containsExactly("System", "Balances", "TransactionPayment");
    assertThat(v15.cases(outer.error())).extracting(TypeDef.Case::name)
        .containsExactly("Balances");
    assertThat(v15.cases(outer.call()).getFirst().fields().getFirst().type())
        .isEqualTo(v15.pallets().getFirst().calls());
  }

  @Test
  void a_reference_below_the_runtime_is_the_outer_enum_itself() {
    TypeDef.Case sudo = v15.call("Sudo", "sudo").orElseThrow();
    var outer = v15.outerEnums();

    assertThat(outer).isNotNull();
    assertThat(sudo.fields().getFirst().type()).isEqualTo(outer.call());
    assertThat(v15.extrinsic().call()).isEqualTo(outer.call());
    assertThat(typeNamed("frame_system::EventRecord").params().getFirst().type())
        .isEqualTo(outer.event());
    assertThat(v15.types()).filteredOn(t -> t.name().equals("RuntimeEvent")).hasSize(1);
  }

  @Test
  void a_type_that_contains_itself_refers_to_its_own_id() {
    int tree = v15.types().indexOf(typeNamed("sample::Tree"));
    TypeDef.Case branch = v15.cases(tree).getLast();

    assertThat(branch.index()).isEqualTo(12);
    assertThat(v15.type(branch.fields().getLast().type()).def())
        .isEqualTo(new TypeDef.Sequence(tree));
    assertThat(v15.types()).filteredOn(t -> t.name().equals("Tree")).hasSize(1);
  }

  @Test
  void items_keep_hashers_keys_modifiers_and_defaults() {
    var account = v15.entry("System", "Account").orElseThrow();
    var operators = v15.entry("Services", "Operators").orElseThrow();

    assertThat(account.modifier()).isEqualTo(PalletMetadata.Modifier.DEFAULT);
    assertThat(account.fallback().size()).isEqualTo(80);
    assertThat(account.type()).isInstanceOfSatisfying(EntryType.Keyed.class, keyed -> {
      assertThat(keyed.hashers()).containsExactly(StorageHasher.BLAKE2_128_CONCAT);
      assertThat(v15.type(keyed.key()).pathText()).isEqualTo("sp_core::crypto::AccountId32");
    });
    assertThat(operators.modifier()).isEqualTo(PalletMetadata.Modifier.OPTIONAL);
    assertThat(operators.fallback()).isEqualTo(Bytes.of((byte) 0));
    assertThat(operators.type()).isInstanceOfSatisfying(EntryType.Keyed.class, keyed -> {
      assertThat(keyed.hashers()).containsExactly(StorageHasher.IDENTITY, StorageHasher.IDENTITY);
      assertThat(v15.type(keyed.key()).def()).isInstanceOf(TypeDef.Tuple.class);
    });
  }

  @Test
  void the_extrinsic_tells_what_clients_need_to_sign() {
    ExtrinsicMetadata extrinsic = v15.extrinsic();

    assertThat(extrinsic.version()).isEqualTo(4);
    assertThat(v15.type(extrinsic.address()).pathText())
        .isEqualTo("sp_runtime::multiaddress::MultiAddress");
    assertThat(v15.type(extrinsic.signature()).pathText()).isEqualTo("sp_runtime::MultiSignature");
    assertThat(v15.type(extrinsic.extra()).def())
        .isInstanceOfSatisfying(TypeDef.Tuple.class,
            extra -> assertThat(extra.elements()).isEqualTo(
                extrinsic.extensions().stream().map(ExtrinsicMetadata.Extension::type).toList()));
    assertThat(extrinsic.extensions()).extracting(ExtrinsicMetadata.Extension::identifier)
        .containsExactly("CheckNonZeroSender", "CheckSpecVersion", "CheckTxVersion",
            "CheckGenesis", "CheckMortality", "CheckNonce", "CheckWeight",
            "ChargeTransactionPayment", "CheckMetadataHash", "CheckNominatedRestaked");
  }

  @Test
  void version_14_has_the_same_pallets_and_names_the_extrinsic_type() {
    Metadata v14 = MetadataWriter.v14(SampleRuntime.declaration());
    Integer type = v14.extrinsic().type();

    assertThat(type).isNotNull();
    assertThat(v14.type(type).params()).extracting(Type.Param::name)
        .containsExactly("Address", "Call", "Signature", "Extra");
    assertThat(v14.apis()).isEmpty();
    assertThat(v14.pallets()).extracting(PalletMetadata::name)
        .isEqualTo(v15.pallets().stream().map(PalletMetadata::name).toList());
  }

  @Test
  void apis_stand_in_version_15() {
    assertThat(v15.apis()).hasSize(1);
    RuntimeApi.Method method = v15.apis().getFirst().methods().getFirst();
    assertThat(method.name()).isEqualTo("account_nonce");
    assertThat(method.inputs()).extracting(RuntimeApi.Param::name).containsExactly("account");
    assertThat(v15.type(method.output()).def()).isEqualTo(new TypeDef.Primitive(Shape.Kind.U32));
  }

  @Test
  void equal_types_from_different_shape_objects_are_merged_even_when_they_contain_themselves() {
    Shape first = loop();
    Shape second = loop();
    var table = new TypeTable(java.util.Map.of(), "own_runtime");
    int one = table.id(new Shape.Tuple(List.of(first, second)));

    Metadata merged = table.merged(new Metadata(15, List.of(), List.of(),
        new ExtrinsicMetadata(4, null, one, one, one, one, List.of()), one, List.of(), null,
        List.of()));

    assertThat(merged.types()).hasSize(3);
    assertThat(merged.type(merged.runtimeType()).def()).isEqualTo(new TypeDef.Tuple(List.of(1, 1)));
  }

  private static Shape loop() {
    var holder = new Shape[1];
    holder[0] = new Shape.Composite("sample::Loop", List.of(), List.of(
        new Shape.Field("next", new Shape.Sequence(new Shape.Lazy(() -> holder[0])), null)));
    return holder[0];
  }
}
