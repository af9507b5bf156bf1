package io.fairlead.services.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.ServicesStorage;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that the chain's own pallets made; the head of the file tells where they come from. */
class RecordedTest {

  static Stream<String> rows(String kind) {
    try (var in = Objects.requireNonNull(RecordedTest.class.getResourceAsStream("recorded.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.startsWith(kind + ","));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stream<String> calls() {
    return rows("call");
  }

  static Stream<String> events() {
    return rows("event");
  }

  static Stream<String> items() {
    return rows("item");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void calls_decode_and_encode_to_the_same_bytes(String row) {
    String[] cells = row.split(",");
    ServicesCall call = assertSameBytes(ServicesCall.CODEC, cells[2]);

    assertThat(ServicesCall.CODEC.variantOf(call).name()).isEqualTo(cells[1]);
  }

  @ParameterizedTest
  @MethodSource("events")
  void events_decode_and_encode_to_the_same_bytes(String row) {
    String[] cells = row.split(",");
    ServicesEvent event = assertSameBytes(ServicesEvent.CODEC, cells[2]);

    assertThat(ServicesEvent.CODEC.variantOf(event).index()).isEqualTo(Integer.parseInt(cells[1]));
  }

  @ParameterizedTest
  @MethodSource("items")
  void stored_values_are_read_and_written_as_the_same_bytes(String row) {
    String[] cells = row.split(",");
    var store = new Store();
    var storage = new ServicesStorage(store);

    assertThat(store.writeRaw(Hex.bytes(cells[1]), Hex.bytes(cells[2])))
        .isInstanceOf(Decoded.Value.class);

    assertThat(storage.items()).hasSize(26);
    assertThat(Hex.of(store.readRaw(Hex.bytes(cells[1])))).isEqualTo(cells[2]);
    assertThat(store.pairs()).hasSize(1);
  }

  private static <T> T assertSameBytes(Codec<T> codec, String hex) {
    byte[] bytes = Hex.bytes(hex);
    T value = codec.decode(bytes).trusted();
    assertThat(Hex.of(codec.encode(value))).isEqualTo(hex);
    assertThat(codec.size(value)).isEqualTo(bytes.length);
    return value;
  }

  @Test
  void the_recording_has_every_call_present_and_most_items() {
    assertThat(calls().map(row -> row.split(",")[1]).distinct()).hasSize(9);
    assertThat(events().map(row -> row.split(",")[1]).distinct()).hasSize(20);
    assertThat(items().map(row -> row.split(",")[1].substring(0, 66)).distinct()).hasSize(17);
  }
}
