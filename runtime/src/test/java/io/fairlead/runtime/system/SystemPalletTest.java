package io.fairlead.runtime.system;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.runtime.payment.PaymentEvent;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemPalletTest {
  private static final RuntimeVersion VERSION = new RuntimeVersion("tangle-testnet",
      "tangle-testnet", 1, 1403, 1, List.of(), 1, 0);

  private final BaseWorld world = BaseWorld.usual();
  private final SystemStorage storage = world.systemStorage;

  @Test
  void a_remark_of_anybody_changes_nothing() {
    for (Origin origin : List.of(Origin.ROOT, Origin.NONE, Origin.signed(ALICE))) {
      var before = world.store.pairs();

      assertThat(world.done(origin, new SystemCall.Remark(Bytes.utf8("hello")))).isEmpty();
      assertThat(world.store.pairs()).isEqualTo(before);
    }
  }

  @Test
  void a_remark_with_event_tells_the_hash_of_its_bytes() {
    Bytes remark = Bytes.utf8("hello");

    assertThat(world.done(Origin.signed(ALICE), new SystemCall.RemarkWithEvent(remark)))
        .containsExactly(new SystemEvent.Remarked(ALICE,
            Hash.of(Blake2b.hash256(remark.array()))));
    world.refused(Origin.ROOT, new SystemCall.RemarkWithEvent(remark), DispatchError.BAD_ORIGIN);
    world.refused(Origin.NONE, new SystemCall.RemarkWithEvent(remark), DispatchError.BAD_ORIGIN);
  }

  @Test
  void storage_keys_and_values_are_those_of_the_chain() {
    String system = "0x26aa394eea5630e07c48ae0c9558cef7";
    assertThat(Hex.of(storage.number.prefix()))
        .isEqualTo(system + "02a5c1b19ab7a04f536c519aca4983ac");
    assertThat(Hex.of(storage.events.prefix()))
        .isEqualTo(system + "80d41e5e16056765bc8461851072c9d7");
    assertThat(Hex.of(storage.parentHash.prefix()))
        .isEqualTo(system + "8a42f33323cb5ced3b44dd825fda9fcc");
    assertThat(Hex.of(storage.digest.prefix()))
        .isEqualTo(system + "99e7f93fc6a98f0874fd057f111c4d2d");
    assertThat(Hex.of(storage.lastRuntimeUpgrade.prefix()))
        .isEqualTo(system + "f9cce9c888469bb1a0dceaa129672ef8");
    assertThat(Hex.of(storage.blockHash.storageKey(5L))).isEqualTo(system
        + "a44704b568d21667356a5a050c1187463d59c2d52d0bbe890500000000000000");
    assertThat(Hex.of(storage.accounts.storageKey(ALICE))).isEqualTo(system
        + "b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3cc5ec2bea59f"
        + "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
    var account = new AccountInfo(7, 0, 1, 0, AccountData.of(Balance.tnt(1_000)));
    assertThat(Hex.of(AccountInfo.CODEC.encode(account)))
        .isEqualTo("0x07000000000000000100000000000000" + "0000a0dec5adc9353600000000000000"
            + "00".repeat(32) + "00000000000000000000000000000080");
  }

  @Test
  void events_are_written_as_clients_read_them() {
    var info = new DispatchInfo(Weight.of(1_000_000, 0), DispatchClass.MANDATORY, true);
    var normal = new DispatchInfo(Weight.of(150_000_000, 3_593), DispatchClass.NORMAL, true);
    var records = List.of(at(0, new SystemEvent.ExtrinsicSuccess(info)),
        at(1, new BalancesEvent.Transfer(ALICE, BOB, Balance.of(12_345))),
        at(1, new PaymentEvent.TransactionFeePaid(ALICE, Balance.of(12_345 << 8), Balance.ZERO)),
        at(1, new SystemEvent.ExtrinsicSuccess(normal)),
        at(2, new SystemEvent.ExtrinsicFailed(
            new DispatchError.Module(BalancesError.INSUFFICIENT_BALANCE), normal)));
    var codec = Codecs.list(SystemStorage.recordOf(world.events));

    byte[] encoded = codec.encode(records);

    assertThat(Hex.of(encoded)).isEqualTo(
        "0x140000000000010002093d000002000000010000000602d43593c715fdd31c61141abd04a99fd6"
            + "822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912909c"
            + "b226aa4794f26a48393000000000000000000000000000000000010000000700d43593c715fdd31c"
            + "61141abd04a99fd6822c8558854ccde39a5684e7a56da27d00393000000000000000000000000000"
            + "0000000000000000000000000000000000000100000001000246c323253800000000020000000101"
            + "0306020000000246c3232538000000");
    assertThat(codec.decode(encoded).trusted()).isEqualTo(records);
  }

  private static EventRecord at(long index, Event event) {
    return new EventRecord(new Phase.ApplyExtrinsic(index), event);
  }

  @Test
  void a_block_leaves_its_number_parent_events_and_256_block_hashes() {
    world.system.genesis(VERSION);
    for (long number = 1; number <= 300; number++) {
      world.block.begin(number);
      world.system.initialize(number, new Hash(0, 0, 0, number - 1), List.of());
      world.system.noteAppliedExtrinsic(Outcome.DONE, DispatchInfo.normal(Weight.ZERO));
      world.system.finish();
    }

    assertThat(storage.number.get()).isEqualTo(300);
    assertThat(storage.parentHash.get()).isEqualTo(new Hash(0, 0, 0, 299));
    assertThat(storage.events.get()).hasSize(1);
    assertThat(storage.eventCount.get()).isEqualTo(1);
    assertThat(storage.allExtrinsicsLen.exists()).isFalse();
    assertThat(storage.blockHash.contains(0L)).as("genesis stays").isTrue();
    assertThat(storage.blockHash.contains(43L)).isFalse();
    assertThat(storage.blockHash.contains(44L)).isTrue();
    assertThat(storage.blockHash.get(299L)).isEqualTo(new Hash(0, 0, 0, 299));
  }

  @Test
  void an_applied_extrinsic_tells_its_weight_after_dispatch_with_the_base() {
    var declared = DispatchInfo.normal(Weight.of(1_000, 50));

    world.system.noteAppliedExtrinsic(Outcome.DONE, declared);
    world.system.noteAppliedExtrinsic(
        new Outcome.Done(new PostDispatch(Weight.of(400, 90), false)), declared);
    world.system.noteAppliedExtrinsic(
        new Outcome.Refused(DispatchError.BAD_ORIGIN, PostDispatch.AS_DECLARED), declared);

    assertThat(world.events()).containsExactly(
        new SystemEvent.ExtrinsicSuccess(
            new DispatchInfo(Weight.of(107_075_000, 50), DispatchClass.NORMAL, true)),
        new SystemEvent.ExtrinsicSuccess(
            new DispatchInfo(Weight.of(107_074_400, 50), DispatchClass.NORMAL, false)),
        new SystemEvent.ExtrinsicFailed(DispatchError.BAD_ORIGIN,
            new DispatchInfo(Weight.of(107_075_000, 50), DispatchClass.NORMAL, true)));
  }

  @Test
  void a_version_is_noted_once() {
    assertThat(world.system.noteRuntimeUpgrade(VERSION)).isTrue();
    assertThat(world.system.noteRuntimeUpgrade(VERSION)).isFalse();
    assertThat(Hex.of(world.store.readRaw(storage.lastRuntimeUpgrade.prefix())))
        .isEqualTo("0xed15" + "3874616e676c652d746573746e6574");
  }
}
