package io.fairlead.node.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.node.states.States;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServiceIndexTest {
  /** A service as it begins on the wire: its number, its blueprint, and more. */
  private static Change service(long id, long blueprint) {
    var out = new Output(24);
    out.u64(id);
    out.u64(blueprint);
    out.u64(7);
    return new Change(ServiceIndex.key(id), Bytes.wrap(out.toBytes()));
  }

  private static Change ended(long id) {
    return new Change(ServiceIndex.key(id), null);
  }

  private final States states =
      new States(0, List.of(service(1, 5), service(2, 6), service(300, 5)));
  private final ServiceIndex index = new ServiceIndex(states);

  private void block(Change... changes) {
    states.append(List.of(changes));
    index.add(List.of(changes));
  }

  @Test
  void services_of_a_blueprint_come_ascending_by_number() {
    assertThat(index.active(5, null, 10, 0)).containsExactly(1L, 300L);
    assertThat(index.active(6, null, 10, 0)).containsExactly(2L);
    assertThat(index.active(7, null, 10, 0)).isEmpty();
  }

  @Test
  void every_kept_block_tells_what_was_active_then() {
    block(service(4, 5));
    block(ended(1));

    assertThat(index.active(5, null, 10, 0)).containsExactly(1L, 300L);
    assertThat(index.active(5, null, 10, 1)).containsExactly(1L, 4L, 300L);
    assertThat(index.active(5, null, 10, 2)).containsExactly(4L, 300L);
    states.prune(2);
    assertThat(index.active(5, null, 10, 2)).containsExactly(4L, 300L);
  }

  @Test
  void a_service_that_came_and_went_before_the_first_question_is_found_in_between() {
    states.append(List.of(service(9, 8)));
    states.append(List.of(ended(9)));

    var late = new ServiceIndex(states);

    assertThat(late.active(8, null, 10, 1)).containsExactly(9L);
    assertThat(late.active(8, null, 10, 2)).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_gap_or_repeat() {
    block(LongStream.range(1_000, 1_250).mapToObj(id -> service(id, 3)).toArray(Change[]::new));

    var all = new ArrayList<Long>();
    for (List<Long> page = index.active(3, null, 100, 1); !page.isEmpty(); page =
        index.active(3, all.getLast(), 100, 1)) {
      all.addAll(page);
    }

    assertThat(all).isEqualTo(LongStream.range(1_000, 1_250).boxed().toList());
  }

  @Test
  void numbers_beyond_63_bits_are_the_greatest() {
    block(service(-1, 5));

    assertThat(index.active(5, null, 10, 1)).containsExactly(1L, 300L, -1L);
    assertThat(index.active(5, 300L, 10, 1)).containsExactly(-1L);
  }
}
