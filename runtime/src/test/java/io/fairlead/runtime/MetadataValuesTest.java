package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.RuntimeApi;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.primitive.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What our metadata says of itself must hold for its own values. */
class MetadataValuesTest {
  private static final RuntimeDeclaration DECLARATION =
      RuntimeMetadata.declaration(Profile.TANGLE_TESTNET);
  private static final Metadata V15 = MetadataWriter.v15(DECLARATION);

  @Test
  void every_type_of_version_14_is_a_type_of_version_15() {
    Metadata v14 = MetadataWriter.v14(DECLARATION);
    List<String> pallets = V15.pallets().stream().map(PalletMetadata::name).toList();

    assertThat(MetadataFacts.of(v14).lines())
        .isEqualTo(MetadataFacts.of(V15, pallets, List.of()).lines());
  }

  @Test
  void every_default_and_constant_is_a_value_of_its_type() {
    for (PalletMetadata pallet : V15.pallets()) {
      pallet.constants().forEach(c -> assertValue(c.type(), c.value()));
      if (pallet.storage() != null) {
        pallet.storage().entries().stream()
            .filter(e -> e.modifier() == PalletMetadata.Modifier.DEFAULT)
            .forEach(e -> assertValue(e.type().value(), e.fallback()));
      }
    }
  }

  private static void assertValue(int type, Bytes bytes) {
    var codec = new DynamicCodec(V15, type);
    DynamicValue value = codec.decode(bytes.array()).trusted();
    assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(bytes));
  }

  @Test
  void the_version_names_the_apis_that_are_served_and_no_other() {
    PalletMetadata.Constant version =
        V15.pallet("System").flatMap(p -> p.constant("Version")).orElseThrow();
    DynamicValue apis = new DynamicCodec(V15, version.type()).decode(version.value().array())
        .trusted().field("apis").orElseThrow().unwrapped();

    assertThat(apis).isInstanceOfSatisfying(DynamicValue.Items.class,
        list -> assertThat(list.items()).extracting(MetadataValuesTest::idOf)
            .containsExactlyInAnyOrderElementsOf(V15.apis().stream().map(RuntimeApi::name)
                .map(name -> Bytes.wrap(Blake2b.hash64(name.getBytes(StandardCharsets.UTF_8))))
                .toList()));
  }

  private static Bytes idOf(DynamicValue pair) {
    return pair instanceof DynamicValue.Items(List<DynamicValue> items)
        && items.getFirst() instanceof DynamicValue.Blob(Bytes id) ? id : Bytes.EMPTY;
  }
}
