package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.RuntimeApi;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeMetadataTest {

  @Test
  void pallets_present_are_described_as_the_real_runtime_describes_them() {
    Metadata ours = Metadata.decode(RuntimeMetadata.of(types(), 15).array()).trusted();
    MetadataFacts real = MetadataTable.facts();
    List<String> pallets = ours.pallets().stream().map(PalletMetadata::name).toList();
    assertThat(pallets).hasSameElementsAs(MetadataTable.named("pallets"));

    MetadataFacts facts = MetadataFacts.of(ours, pallets,
        ours.apis().stream().map(RuntimeApi::name).toList());

    assertThat(facts.notIn(real)).isEmpty();
    assertThat(MetadataFacts.diff(facts, real))
        .filteredOn(difference -> pallets.stream()
            .anyMatch(pallet -> difference.name().startsWith(pallet + ".")))
        .as("only calls of Staking that pools and restaking do not need are absent")
        .allSatisfy(absent -> assertThat(absent.name()).startsWith("Staking.call."));
  }

  @Test
  void the_same_metadata_under_all_rules() {
    var deployed = TangleEngines.dev(Rules.DEPLOYED).empty();
    var repaired = TangleEngines.dev(Rules.REPAIRED).empty();

    for (String method : List.of("Metadata_metadata", "Metadata_metadata_versions")) {
      assertThat(deployed.call(method, Bytes.EMPTY)).isInstanceOf(ApiAnswer.Value.class)
          .isEqualTo(repaired.call(method, Bytes.EMPTY));
    }
    Bytes fifteen = Bytes.wrap(Codecs.U32.encode(15L));
    Bytes sixteen = Bytes.wrap(Codecs.U32.encode(16L));
    assertThat(deployed.call("Metadata_metadata_at_version", fifteen))
        .isEqualTo(repaired.call("Metadata_metadata_at_version", fifteen));
    assertThat(deployed.call("Metadata_metadata_at_version", sixteen))
        .isEqualTo(new ApiAnswer.Value(Bytes.of((byte) 0)));
  }

  private static RuntimeTypes types() {
    return new RuntimeTypes(Profile.TANGLE_TESTNET);
  }
}
