package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TangleEngineStateTest {
  private static final AccountId ALICE = DevChain.account(DevChain.ALICE);
  private static final AccountId BOB = DevChain.account(DevChain.BOB);

  @ParameterizedTest
  @ValueSource(strings = {"deployed", "repaired"})
  void the_same_blocks_leave_the_same_changes(String rules) {
    var chosen = ((Rules.Parsed.Good) Rules.parse(rules)).rules();

    assertThat(changesOfABusyChain(chosen)).isEqualTo(changesOfABusyChain(chosen));
  }

  private static List<Store.Change> changesOfABusyChain(Rules rules) {
    var chain = new DevChain(rules);
    var changes = new ArrayList<>(chain.engines.genesis());
    changes.addAll(chain.block(
        chain.signed(DevChain.ALICE, new RestakingCall.JoinOperators(Balance.tnt(1_000))),
        chain.signed(DevChain.BOB,
            new BalancesCall.TransferAllowDeath(MultiAddress.of(ALICE), Balance.UNIT))));
    for (int i = 0; i < 3; i++) {
      changes.addAll(chain.block());
    }
    return changes;
  }

  @Test
  void an_engine_restored_from_the_changes_goes_on_as_the_first() {
    var chain = new DevChain(Rules.REPAIRED);
    chain.block(chain.signed(DevChain.ALICE, new RestakingCall.JoinOperators(Balance.tnt(1_000))));
    Engine restored = chain.engines.empty();
    restored.restore(pairs(chain.state));

    Bytes transfer = chain.signed(DevChain.ALICE,
        new BalancesCall.TransferAllowDeath(MultiAddress.of(BOB), Balance.UNIT));
    restored.initialize(2, DevChain.hashOf(1), List.of());
    restored.inherents(DevChain.START + 12_000)
        .forEach(inherent -> restored.apply(chain.good(inherent)));
    restored.apply(chain.good(transfer));

    assertThat(restored.finish()).isEqualTo(chain.block(transfer));
  }

  private static List<Store.Change> pairs(Map<Bytes, Bytes> state) {
    return state.entrySet().stream()
        .map(entry -> new Store.Change(entry.getKey(), entry.getValue())).toList();
  }

  @Test
  void changes_are_ascending_and_name_each_key_once() {
    var chain = new DevChain(Rules.REPAIRED);
    List<Store.Change> changes = chain.block(chain.signed(DevChain.ALICE,
        new BalancesCall.TransferAllowDeath(MultiAddress.of(BOB), Balance.UNIT)));

    assertThat(changes).extracting(Store.Change::key).isSorted().doesNotHaveDuplicates();
    assertThat(changes).extracting(Store.Change::key)
        .contains(Bytes.wrap(Item.prefix("System", "Number")),
            Bytes.wrap(Item.prefix("Timestamp", "Now")))
        .doesNotContain(Bytes.wrap(Item.prefix("Sudo", "Key")),
            Bytes.wrap(Item.prefix("Timestamp", "DidUpdate")));
  }

  @Test
  void an_abandoned_block_leaves_the_state_of_its_parent() {
    var chain = new DevChain(Rules.REPAIRED);
    var other = new DevChain(Rules.REPAIRED);
    Bytes transfer = chain.signed(DevChain.ALICE,
        new BalancesCall.TransferAllowDeath(MultiAddress.of(BOB), Balance.UNIT));

    chain.begin();
    chain.engine.apply(chain.good(transfer));
    chain.engine.abandon();
    chain.number--;

    assertThat(chain.nonce(ALICE)).isZero();
    assertThat(chain.block(transfer)).isEqualTo(other.block(transfer));
  }

  @Test
  void a_panic_is_refused_changes_nothing_and_uses_no_index() {
    var chain = new DevChain(Rules.REPAIRED);
    var other = new DevChain(Rules.REPAIRED);
    World world = World.withService(Rules.REPAIRED, DevGenesis.genesis(), new FieldType.Int64());
    for (DevChain each : List.of(chain, other)) {
      each.engine.restore(world.chain.store().pairs());
      each.number = world.number();
    }
    KeyPair charlie = KeyPair.ofSuri(Scheme.SR25519, "//Charlie");
    Bytes panics = chain.signed(charlie,
        new ServicesCall.CallJob(0, 0, List.of(new Field.Int64(-1))));
    Bytes fine = chain.signed(charlie,
        new ServicesCall.CallJob(0, 0, List.of(new Field.Int64(1))));

    chain.begin();
    Applied applied = chain.engine.apply(chain.good(panics));
    Applied next = chain.engine.apply(chain.good(fine));

    assertThat(applied).isInstanceOf(Applied.Panicked.class);
    assertThat(next).isInstanceOf(Applied.Done.class);
    assertThat(chain.end()).isEqualTo(other.block(fine));
  }

  @Test
  void an_engine_over_a_past_state_answers_from_it() {
    var chain = new DevChain(Rules.REPAIRED);
    Map<Bytes, Bytes> past = Map.copyOf(chain.state);
    chain.block(chain.signed(DevChain.ALICE,
        new BalancesCall.TransferAllowDeath(MultiAddress.of(BOB), Balance.UNIT)));
    Engine over = chain.engines.over(new Store.Source() {
      @Override
      public byte[] value(byte[] key) {
        Bytes value = past.get(Bytes.wrap(key));
        return value == null ? null : value.toArray();
      }

      @Override
      public List<Store.Change> pairs(byte[] prefix) {
        return TangleEngineStateTest.pairs(past).stream()
            .filter(pair -> pair.key().startsWith(Bytes.wrap(prefix))).sorted().toList();
      }
    });

    ApiAnswer nonce = over.call("AccountNonceApi_account_nonce", Bytes.wrap(ALICE.bytes()));

    assertThat(nonce).isEqualTo(new ApiAnswer.Value(Bytes.hex("0x00000000")));
    assertThat(chain.nonce(ALICE)).isEqualTo(1);
  }

  @Test
  void a_state_of_another_runtime_is_refused_by_name() {
    Engine engine = TangleEngines.dev(Rules.REPAIRED).empty();
    var torn = List.of(new Store.Change(Bytes.wrap(Item.prefix("System", "Number")),
        Bytes.of((byte) 1)));

    org.assertj.core.api.Assertions.assertThatIllegalStateException()
        .isThrownBy(() -> engine.restore(torn)).withMessageContaining("does not fit");
  }
}
