package io.fairlead.runtime.bags;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BagsListTest {
  private final Store store = new Store();
  private final Block block = new Block(store);
  private final BagsStorage storage = new BagsStorage(store);
  private final BagsList list = new BagsList(storage, block);
  private final Map<AccountId, Long> votes = new HashMap<>();
  private final BagsPallet pallet =
      new BagsPallet(storage, list, who -> votes.getOrDefault(who, 0L), AccountLookup.ID_ONLY);

  private static AccountId who(int number) {
    return new AccountId(0, 0, 0, number);
  }

  private void insert(int number, long score) {
    votes.put(who(number), score);
    list.insert(who(number), score);
  }

  private Outcome call(int signer, BagsCall call) {
    return block.transactional(() -> pallet.dispatch(Origin.signed(who(signer)), call));
  }

  private void refused(ListError error, int signer, BagsCall call) {
    var before = store.pairs();

    Outcome outcome = call(signer, call);

    assertThat(((Outcome.Refused) outcome).error())
        .isEqualTo(new DispatchError.Module(error.error()));
    assertThat(store.pairs()).isEqualTo(before);
  }

  private List<AccountId> bag(long upper) {
    var members = new ArrayList<AccountId>();
    Bag bag = storage.bags.orNull(upper);
    AccountId prev = null;
    AccountId next = bag == null ? null : bag.head();
    while (next != null) {
      BagNode node = storage.nodes.get(next);
      assertThat(node.prev()).isEqualTo(prev);
      assertThat(node.bagUpper()).isEqualTo(upper);
      members.add(next);
      prev = next;
      next = node.next();
    }
    assertThat(bag == null ? null : bag.tail()).isEqualTo(prev);
    return members;
  }

  @Test
  void bags_are_bounded_from_above() {
    assertThat(BagThresholds.ALL).hasSize(200).last().isEqualTo(-1L);
    assertThat(BagThresholds.bagFor(0)).isEqualTo(100_000_000_000_000L);
    assertThat(BagThresholds.bagFor(100_000_000_000_000L)).isEqualTo(100_000_000_000_000L);
    assertThat(BagThresholds.bagFor(100_000_000_000_001L)).isEqualTo(106_282_535_907_434L);
    assertThat(BagThresholds.bagFor(-1)).isEqualTo(-1);
  }

  @Property(tries = 300)
  void the_chains_of_all_bags_are_those_of_a_naive_model(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 999) Integer> steps) {
    store.clear();
    var model = new TreeMap<Long, List<AccountId>>();
    for (int step : steps) {
      AccountId who = who(step % 7);
      long score = (step / 7 % 4) * 104_000_000_000_000L;
      long bag = BagThresholds.bagFor(score);
      List<AccountId> now = model.values().stream().filter(b -> b.contains(who)).findFirst()
          .orElse(null);
      switch (step % 3) {
        case 0 -> list.insert(who, score);
        case 1 -> list.update(who, score);
        default -> list.remove(who);
      }
      boolean stays = now != null && model.get(bag) == now;
      if (step % 3 == 0 && now == null || step % 3 == 1 && now != null && !stays) {
        model.values().forEach(b -> b.remove(who));
        model.computeIfAbsent(bag, b -> new ArrayList<>()).add(who);
      } else if (step % 3 == 2) {
        model.values().forEach(b -> b.remove(who));
      }
    }

    model.forEach((upper, members) -> assertThat(bag(upper)).isEqualTo(members));
    assertThat(storage.nodes.count())
        .isEqualTo(model.values().stream().mapToInt(List::size).sum());
    assertThat(storage.bags.size())
        .isEqualTo((int) model.values().stream().filter(b -> !b.isEmpty()).count());
  }

  @Test
  void a_heavier_account_may_stand_before_a_lighter_one_of_its_bag() {
    insert(1, 10);
    insert(2, 20);
    insert(3, 30);
    long bag = BagThresholds.bagFor(10);

    call(3, new BagsCall.PutInFrontOf(MultiAddress.of(who(1))));
    assertThat(bag(bag)).containsExactly(who(3), who(1), who(2));

    call(9, new BagsCall.PutInFrontOfOther(MultiAddress.of(who(2)), MultiAddress.of(who(1))));
    assertThat(bag(bag)).containsExactly(who(3), who(2), who(1));
  }

  @Test
  void anybody_moves_an_account_whose_votes_changed() {
    insert(1, 10);
    votes.put(who(1), 105_000_000_000_000L);

    call(9, new BagsCall.Rebag(MultiAddress.of(who(1))));

    assertThat(bag(106_282_535_907_434L)).containsExactly(who(1));
    assertThat(block.events()).extracting(it -> it.event()).containsExactly(
        new BagsEvent.Rebagged(who(1), 100_000_000_000_000L, 106_282_535_907_434L),
        new BagsEvent.ScoreUpdated(who(1), 105_000_000_000_000L));
  }

  @Test
  void the_list_refuses_what_makes_no_sense() {
    insert(1, 10);
    insert(2, 10);
    insert(3, 105_000_000_000_000L);

    refused(ListError.NODE_NOT_FOUND, 9, new BagsCall.Rebag(MultiAddress.of(who(9))));
    refused(ListError.NODE_NOT_FOUND, 9, new BagsCall.PutInFrontOf(MultiAddress.of(who(1))));
    refused(ListError.NOT_IN_SAME_BAG, 3, new BagsCall.PutInFrontOf(MultiAddress.of(who(1))));
    refused(ListError.NOT_HEAVIER, 2, new BagsCall.PutInFrontOf(MultiAddress.of(who(1))));
    // Duplicate: whoever inserts asks first
    assertThat(ListError.values()).hasSize(4);
  }
}
