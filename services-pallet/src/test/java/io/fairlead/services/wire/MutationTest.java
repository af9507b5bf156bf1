package io.fairlead.services.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.ServicesStorage;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hundred thousand spoiled inputs a decoder end in a value or {@code Malformed}. */
class MutationTest {
  private static final int MUTANTS = 100_000;

  private final SplittableRandom random = new SplittableRandom(20_250_812);

  @Test
  void calls() {
    assertTotal(ServicesCall.CODEC, RecordedTest.calls());
  }

  @Test
  void events() {
    assertTotal(ServicesEvent.CODEC, RecordedTest.events());
  }

  @Test
  void stored_values() {
    for (String prefix : RecordedTest.items().map(row -> row.split(",")[1].substring(0, 66))
        .distinct().toList()) {
      var store = new Store();
      var storage = new ServicesStorage(store);
      List<String[]> rows = RecordedTest.items().map(row -> row.split(","))
          .filter(cells -> cells[1].startsWith(prefix)).toList();
      int values = 0;
      for (int i = 0; i < MUTANTS; i++) {
        String[] cells = rows.get(i % rows.size());
        byte[] key = i % 4 == 0 ? mutated(Hex.bytes(cells[1])) : Hex.bytes(cells[1]);
        if (store.writeRaw(key, mutated(Hex.bytes(cells[2]))) instanceof Decoded.Value) {
          values++;
        }
        if (i % 1_000 == 0) {
          store.clear();
        }
      }
      assertThat(storage.items()).hasSize(26);
      assertThat(values).as(prefix).isBetween(1, MUTANTS);
    }
  }

  @Test
  void what_no_recording_holds() {
    assertTotal(Field.CODEC, Stream.of("x,x,0x0e0c61626304100078002c04", "x,x,0x0c02080201020e",
        "x,x,0x0002010205", "x,x,0x000200", "x,x,0x64" + "07".repeat(32)));
    assertTotal(FieldType.CODEC, Stream.of("x,x,0x0c0d02000000000000000f080a64", "x,x,0x0e0e0c02"));
    assertTotal(TypeCheckError.CODEC, Stream.of("x,x,0x00010c0204", "x,x,0x010203"));
    assertTotal(PricingModel.EVENT_CODEC,
        Stream.of("x,x,0x01" + "01".repeat(16) + "0500000000000000" + "01" + "0900000000000000"));
    assertTotal(JobSubscriptionBilling.CODEC, Stream
        .of("x,x,0x" + "01".repeat(8) + "02" + "03".repeat(32) + "04".repeat(8) + "00"));
  }

  private <T> void assertTotal(Codec<T> codec, Stream<String> rows) {
    List<byte[]> seeds = rows.map(row -> Hex.bytes(row.split(",")[2])).toList();
    int malformed = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] bytes = mutated(seeds.get(i % seeds.size()));
      switch (codec.decode(bytes)) {
        // a value costs no more than it brought, and has one form
        case Decoded.Value<T>(T value) ->
            assertThat(codec.size(value)).isLessThanOrEqualTo(bytes.length);
        case Decoded.Malformed<T> bad -> malformed++;
      }
    }
    assertThat(malformed).isBetween(1, MUTANTS - 1);
  }

  private byte[] mutated(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int n = random.nextInt(1, 4); n > 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 9));
        default -> bytes[at] = (byte) 0xff;
      }
    }
    return bytes;
  }
}
