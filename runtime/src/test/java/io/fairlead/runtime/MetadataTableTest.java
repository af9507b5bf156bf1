package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.ShapeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MetadataTableTest {

  @Test
  void the_table_holds_every_pallet_that_it_names() {
    MetadataFacts table = MetadataTable.facts();

    assertThat(MetadataTable.named("pallets")).hasSizeGreaterThan(11)
        .allSatisfy(pallet -> assertThat(table.of(pallet)).startsWith("index "));
    assertThat(table.lines()).hasSizeGreaterThan(1_100);
    assertThat(table.of("Services.call.submit_result")).startsWith("9 {service_id: Compact<u64>");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "FAIRLEAD_REFERENCE_METADATA", matches = ".+")
  void the_table_is_what_the_real_metadata_says() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(System.getenv("FAIRLEAD_REFERENCE_METADATA")));
    Metadata real = Metadata.decode(bytes).trusted();

    MetadataFacts facts =
        MetadataFacts.of(real, MetadataTable.named("pallets"), MetadataTable.named("apis"));

    assertThat(MetadataFacts.diff(facts, MetadataTable.facts())).isEmpty();
    assertThat(real.encode()).isEqualTo(bytes);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "FAIRLEAD_REFERENCE_METADATA", matches = ".+")
  void the_real_chain_passes_the_check_of_shapes_on_connect() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(System.getenv("FAIRLEAD_REFERENCE_METADATA")));
    var check = new ShapeCheck(Metadata.decode(bytes).trusted());

    assertThat(RuntimeMetadata.declaration(Profile.TANGLE_TESTNET).pallets())
        .allSatisfy(pallet -> assertThat(check.pallet(pallet.declaration())).isEmpty());
  }
}
