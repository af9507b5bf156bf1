package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void every_default_and_constant_is_read_and_written_by_metadata() throws IOException {
    Metadata metadata = Metadata.decode(bytes()).trusted();
    int values = 0;
    for (PalletMetadata pallet : metadata.pallets()) {
      for (PalletMetadata.Constant constant : pallet.constants()) {
        assertValue(metadata, constant.type(), constant.value());
        values++;
      }
      var entries = pallet.storage() == null ? List.<PalletMetadata.Entry>of()
          : pallet.storage().entries();
      for (PalletMetadata.Entry entry : entries) {
        if (entry.modifier() == PalletMetadata.Modifier.DEFAULT) {
          assertValue(metadata, entry.type().value(), entry.fallback());
          values++;
        }
      }
    }
    assertThat(values).isGreaterThan(300);
  }

  private static void assertValue(Metadata metadata, int type, Bytes bytes) {
    var codec = new DynamicCodec(metadata, type);
    DynamicValue value = codec.decode(bytes.array()).trusted();
    assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(bytes));
  }
}
