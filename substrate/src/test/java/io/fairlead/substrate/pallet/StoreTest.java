package io.fairlead.substrate.pallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final AccountId ALICE =
      AccountId.hex("0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");

  private final Store store = new Store();
  private final Block block = new Block(store);
  private final StorageValue<Long> round =
      StorageValue.of(store, "MultiAssetDelegation", "CurrentRound", Codecs.U32, 0L);
  private final StorageMap<AccountId, Balance> operators = StorageMap.optional(store,
      "MultiAssetDelegation", "Operators", Key.blake2Concat(AccountId.CODEC), Balance.CODEC);
  private final StorageDoubleMap<Long, Long, Long> slashes =
      StorageDoubleMap.<Long, Long, Long>optional(store, "Services", "UnappliedSlashes",
          Key.identity(Codecs.U32), Key.identity(Codecs.U32), Codecs.U64)
          .iterable((a, b) -> Integer.compareUnsigned(Integer.reverseBytes(a.intValue()),
              Integer.reverseBytes(b.intValue())));

  @Test
  void storage_keys_are_those_of_the_chain() {
    assertThat(Hex.of(operators.storageKey(ALICE)))
        .isEqualTo("0xf1c921a672a50d3438fd1b16e141844134a0a3fbf14e6c92456ca7bd91d59a57"
            + "de1e86a9a8c739864cf3cc5ec2bea59f"
            + "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
  }

  @Test
  void a_refused_call_takes_back_every_write_and_event_of_its_own() {
    record Joined() implements Event {
      @Override
      public String pallet() {
        return "Test";
      }
    }
    block.begin(1);
    round.put(7L);

    Outcome outcome = block.transactional(() -> {
      operators.put(ALICE, Balance.tnt(1));
      round.put(8L);
      round.remove();
      block.deposit(new Joined());
      throw DispatchError.BAD_ORIGIN.refusal();
    });

    assertThat(outcome).isEqualTo(
        new Outcome.Refused(DispatchError.Plain.BAD_ORIGIN, PostDispatch.AS_DECLARED));
    assertThat(round.get()).isEqualTo(7);
    assertThat(operators.contains(ALICE)).isFalse();
    assertThat(block.events()).isEmpty();
  }

  @Test
  void an_attempt_keeps_what_was_written_before_the_refusal() {
    Outcome outcome = block.attempt(() -> {
      round.put(3L);
      throw DispatchError.BAD_ORIGIN.refusal();
    });

    assertThat(outcome.isDone()).isFalse();
    assertThat(round.get()).isEqualTo(3);
  }

  @Test
  void changes_name_each_key_once_and_leave_out_what_came_back() {
    operators.put(ALICE, Balance.of(1));
    store.commit();
    int mark = store.mark();

    operators.put(ALICE, Balance.of(2));
    operators.put(ALICE, Balance.of(1));
    round.put(1L);
    round.put(2L);
    slashes.put(5L, 0L, 9L);
    slashes.remove(5L, 0L);

    assertThat(store.changesSince(mark)).containsExactly(
        new Store.Change(Bytes.of(round.prefix()), Bytes.hex("0x02000000")));
  }

  @Test
  void iteration_follows_the_declared_order_through_rollback() {
    for (long index : List.of(1L, 256L, 0L, 257L)) {
      slashes.put(3L, index, index);
    }
    int mark = store.mark();
    slashes.remove(3L, 0L);
    slashes.put(3L, 2L, 2L);
    store.rollback(mark);

    assertThat(slashes.under(3L).stream().map(Map.Entry::getKey)).containsExactly(0L, 256L, 1L,
        257L);
  }

  @Test
  void the_raw_face_reads_and_writes_what_the_typed_face_does() {
    byte[] key = operators.storageKey(ALICE);
    byte[] value = Balance.CODEC.encode(Balance.tnt(3));

    assertThat(store.writeRaw(key, value)).isInstanceOf(Decoded.Value.class);

    assertThat(operators.get(ALICE)).isEqualTo(Balance.tnt(3));
    assertThat(store.readRaw(key)).isEqualTo(value);
    assertThat(store.pairs()).containsExactly(
        new Store.Change(Bytes.of(key), Bytes.of(value)));
  }

  @Test
  void a_raw_write_that_does_not_fit_changes_nothing() {
    byte[] key = operators.storageKey(ALICE);

    assertThat(store.writeRaw(key, new byte[3])).isInstanceOf(Decoded.Malformed.class);
    key[40] ^= 1;
    assertThat(store.writeRaw(key, new byte[16])).isInstanceOf(Decoded.Malformed.class);

    assertThat(store.pairs()).isEmpty();
  }

  @Test
  void keys_of_no_item_are_kept_as_bytes() {
    byte[] code = ":code".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int mark = store.mark();

    store.writeRaw(code, new byte[] {1});
    assertThat(store.readRaw(code)).containsExactly(1);

    store.rollback(mark);
    assertThat(store.readRaw(code)).isNull();
  }

  @Test
  void a_source_behind_the_store_is_read_once_and_shadowed_by_writes() {
    var source = new Store.Source() {
      private int reads;

      @Override
      public byte[] value(byte[] key) {
        reads++;
        return java.util.Arrays.equals(key, operators.storageKey(ALICE))
            ? Balance.CODEC.encode(Balance.of(5)) : null;
      }

      @Override
      public List<Store.Change> pairs(byte[] prefix) {
        return List.of();
      }
    };
    store.attach(source);

    assertThat(operators.get(ALICE)).isEqualTo(Balance.of(5));
    assertThat(operators.get(ALICE)).isEqualTo(Balance.of(5));
    operators.remove(ALICE);

    assertThat(operators.orNull(ALICE)).isNull();
    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void reading_what_is_absent_without_a_default_is_a_bug() {
    assertThatThrownBy(() -> operators.get(ALICE)).isInstanceOf(IllegalStateException.class);
  }
}
