package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of others never do more than be refused. */
class MetadataMutationTest {
  private static final Metadata METADATA = SampleRuntime.v15();
  private static final byte[] V15 = MetadataWriter.v15(SampleRuntime.small()).encode();
  private static final byte[] V14 = MetadataWriter.v14(SampleRuntime.small()).encode();

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] changed = bytes.clone();
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length + 16))
        : changed;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0x                       | at byte 0: expected u32, found 0 bytes left of 4
      0x6d6574620f             | at byte 4: expected the magic number of metadata, found another
      0x6d6574610d             | at byte 5: expected metadata version 14 or 15, found 13
      0x6d65746110             | at byte 5: expected metadata version 14 or 15, found 16
      0x6d6574610f03ffffffff   | at byte 5: expected at most 1048576 elements, found 4294967295
      0x6d6574610ffeff3f00     | at byte 5: expected 1048575 elements, found 0 bytes left
      0x6d6574610f040400000000000000 | at byte 7: expected type id 0, found 1
      """)
  void what_is_no_metadata_is_refused_with_place_and_reason(String bytes, String message) {
    assertThat(Metadata.decode(Hex.bytes(bytes))).isInstanceOfSatisfying(Decoded.Malformed.class,
        malformed -> assertThat(malformed.message()).isEqualTo(message));
  }

  @Test
  void a_type_id_that_no_type_has_is_malformed() {
    var dangling = new Metadata(15, METADATA.types(), METADATA.pallets(), METADATA.extrinsic(),
        METADATA.types().size(), List.of(), METADATA.outerEnums(), List.of());

    assertThat(Metadata.decode(dangling.encode())).isInstanceOfSatisfying(
        Decoded.Malformed.class, malformed -> assertThat(malformed.message())
            .endsWith("found type id " + METADATA.types().size()));
  }

  @Test
  void a_hundred_thousand_mutations_of_metadata_end_in_a_value_or_malformed() {
    var random = new SplittableRandom(3);
    int values = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = mutated(i % 2 == 0 ? V15 : V14, random);
      switch (Metadata.decode(bytes)) {
        case Decoded.Malformed<Metadata> bad ->
            assertThat(bad.offset()).isBetween(0, bytes.length);
        case Decoded.Value<Metadata>(Metadata metadata) -> {
          values++;
          if (values % 16 == 0) {
            assertThat(metadata.encode()).isEqualTo(bytes);
          }
        }
      }
    }
    assertThat(values).isBetween(1_000, 99_000);
  }

  @Test
  void a_hundred_thousand_mutations_of_values_end_in_a_value_or_malformed() {
    var codec = new DynamicCodec(METADATA,
        METADATA.entry("System", "Events").orElseThrow().type().value());
    byte[] events = Hex.bytes(DynamicVectorsTest.EVENTS);
    assertThat(codec.decode(events)).isInstanceOf(Decoded.Value.class);
    var random = new SplittableRandom(4);
    int values = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = mutated(events, random);
      switch (codec.decode(bytes)) {
        case Decoded.Malformed<DynamicValue> bad ->
            assertThat(bad.offset()).isBetween(0, bytes.length);
        case Decoded.Value<DynamicValue>(DynamicValue value) -> {
          values++;
          assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(Bytes.wrap(bytes)));
        }
      }
    }
    assertThat(values).isBetween(10_000, 99_000);
  }

  @Test
  void values_facts_and_checks_by_mutated_metadata_never_throw() {
    var random = new SplittableRandom(5);
    byte[] events = Hex.bytes(DynamicVectorsTest.EVENTS);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      if (Metadata.decode(mutated(V15, random)) instanceof Decoded.Value<Metadata>(Metadata m)) {
        var codec = new DynamicCodec(m, m.entry("System", "Events").map(e -> e.type().value())
            .orElse(random.nextInt(m.types().size())));
        if (codec.decode(events) instanceof Decoded.Value<DynamicValue>(DynamicValue value)) {
          read++;
          codec.encode(value);
          new DynamicCodec(m, random.nextInt(m.types().size())).encode(value);
        }
        if (i % 20 == 0) {
          MetadataFacts.of(m).lines();
          var check = new ShapeCheck(m);
          SampleRuntime.small().pallets().forEach(p -> check.pallet(p.declaration()));
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }
}
