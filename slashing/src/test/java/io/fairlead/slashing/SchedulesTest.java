package io.fairlead.slashing;

import static io.fairlead.slashing.SlashSchedule.EXACT_ROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ServicesStorage;
import io.fairlead.services.ServicesWorld;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  private static SlashWorld deployed() {
    return new SlashWorld(SlashSchedule.of(Deferral.EXACT_ROUND), Order.KEY_BYTES.ofIndices());
  }

  private static SlashWorld repaired() {
    return new SlashWorld(SlashSchedule.of(Deferral.HELD_UNTIL_DUE), Order.NUMERIC.ofIndices());
  }

  private static int[] percents(int from, int count) {
    return IntStream.range(from, from + count).toArray();
  }

  @Test
  void deployed_slashes_of_round_0_bite_in_the_next_block() {
    SlashWorld world = deployed().inRound(0).withSlashes(1);

    assertThat(world.nextBlock()).containsExactly(1);
    assertThat(world.queued()).isZero();
  }

  @Test
  void repaired_slashes_of_round_0_wait_for_round_7() {
    SlashWorld world = repaired().inRound(0).withSlashes(1);

    assertThat(world.nextBlock()).isEmpty();
    assertThat(world.inRound(6).nextBlock()).isEmpty();
    assertThat(world.inRound(7).nextBlock()).containsExactly(1);
  }

  @Test
  void deployed_a_round_that_is_over_strands_what_is_left() {
    SlashWorld world = deployed().inRound(3).withSlashes(percents(1, 11));

    assertThat(world.inRound(9).nextBlock()).isEmpty();
    assertThat(world.inRound(10).nextBlock()).hasSize(10);
    assertThat(world.inRound(11).nextBlock()).isEmpty();
    assertThat(world.inRound(100).nextBlock()).isEmpty();
    assertThat(world.queued()).isEqualTo(1);
  }

  @Test
  void repaired_nothing_is_stranded_and_older_rounds_go_first() {
    SlashWorld world = repaired().inRound(3).withSlashes(percents(1, 11)).inRound(4)
        .withSlashes(percents(20, 2));

    assertThat(world.inRound(40).nextBlock()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(world.nextBlock()).containsExactly(11, 20, 21);
    assertThat(world.queued()).isZero();
  }

  @Test
  void ten_a_block_under_both() {
    for (SlashWorld world : List.of(deployed(), repaired())) {
      world.inRound(3).withSlashes(percents(1, 25)).inRound(10);

      assertThat(world.nextBlock()).hasSize(10);
      assertThat(world.nextBlock()).hasSize(10);
      assertThat(world.nextBlock()).hasSize(5);
    }
  }

  @Test
  void deployed_ten_that_fail_block_all_others() {
    SlashWorld world = deployed().inRound(3).withSlashes(percents(1, 12)).inRound(10);
    world.stuck = percent -> percent <= 10;

    assertThat(world.nextBlock()).isEmpty();
    assertThat(world.nextBlock()).isEmpty();
    assertThat(world.tried).hasSize(10);
    assertThat(world.queued()).isEqualTo(12);
  }

  @Test
  void repaired_failures_block_nobody_and_are_tried_again() {
    SlashWorld world = repaired().inRound(3).withSlashes(percents(1, 60)).inRound(10);
    world.stuck = percent -> percent <= 35;
    var taken = new HashSet<Integer>();

    for (int block = 0; block < 20; block++) {
      taken.addAll(world.nextBlock());
      assertThat(world.tried).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
    }

    assertThat(taken).hasSize(25).allMatch(percent -> percent > 35);
    world.stuck = percent -> false;
    assertThat(world.nextBlock()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void repaired_every_stuck_slash_is_tried_within_a_bound() {
    int count = 57;
    SlashWorld world = repaired().inRound(3).withSlashes(percents(1, count)).inRound(10);
    world.stuck = percent -> true;
    var tried = new HashSet<Integer>();

    for (int block = 0; block < (count - 10 + 9) / 10; block++) {
      world.nextBlock();
      tried.addAll(world.tried);
    }

    assertThat(tried).hasSize(count);
  }

  @Test
  void what_a_failing_slash_wrote_stays_and_the_slash_too() {
    SlashWorld world = deployed().inRound(0).withSlashes(7);
    world.stuck = percent -> true;

    world.nextBlock();
    world.nextBlock();

    assertThat(world.services.ledger.free(ServicesWorld.account(1_007))).isEqualTo(Balance.of(2));
    assertThat(world.queued()).isEqualTo(1);
    assertThat(world.services.events()).isEmpty();
  }

  private static List<Long> orderOf(Comparator<Long> order) {
    SlashWorld world = new SlashWorld(EXACT_ROUND, order);
    for (int i = 0; i < 258; i++) {
      world.book.append(
          new UnappliedSlash(1, 0, 0, ServicesWorld.BOB, new Percent(1)));
    }
    return world.book.ofRound(1).stream().map(java.util.Map.Entry::getKey).toList();
  }

  @Test
  void order_is_that_of_keys_as_deployed_and_of_numbers_repaired() {
    assertThat(orderOf(ServicesStorage.BY_KEY_BYTES)).hasSize(258).startsWith(0L, 256L, 1L, 257L,
        2L);
    assertThat(orderOf(ServicesStorage.BY_NUMBER)).hasSize(258).isSorted();
  }

  @Test
  void the_order_of_a_round_survives_a_raw_copy() {
    SlashWorld world = deployed().inRound(3);
    for (int i = 0; i < 300; i++) {
      world.book.append(new UnappliedSlash(3, 0, 0, ServicesWorld.BOB, new Percent(i % 100)));
    }
    SlashWorld copy = deployed();
    copy.services.store.clear();
    world.services.store.pairs().forEach(pair -> copy.services.store
        .writeRaw(pair.key().toArray(), pair.value() == null ? null : pair.value().toArray()));

    assertThat(copy.book.ofRound(3)).isEqualTo(world.book.ofRound(3));
    assertThat(copy.book.rounds()).containsExactly(3L);
    assertThat(Set.copyOf(new ArrayList<>(copy.book.rounds()))).hasSize(1);
  }
}
