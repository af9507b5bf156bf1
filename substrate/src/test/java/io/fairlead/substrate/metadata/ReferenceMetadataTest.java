package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Against the metadata of a real chain, which is not ours to check in. */
@EnabledIfEnvironmentVariable(named = "FAIRLEAD_REFERENCE_METADATA", matches = ".+")
class ReferenceMetadataTest {

  static byte[] bytes() throws IOException {
    return Files.readAllBytes(Path.of(System.getenv("FAIRLEAD_REFERENCE_METADATA")));
  }

  @Test
  void real_metadata_is_decoded_and_encoded_to_the_same_bytes() throws IOException {
    byte[] bytes = bytes();

    Metadata metadata = Metadata.decode(bytes).trusted();

    assertThat(metadata.encode()).isEqualTo(bytes);
    assertThat(Metadata.CODEC.size(metadata)).isEqualTo(bytes.length);
    assertThat(metadata.types()).hasSize(959);
    assertThat(metadata.pallets()).hasSize(49);
  }
}
