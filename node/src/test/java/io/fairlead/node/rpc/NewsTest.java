package io.fairlead.node.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.ChainEntity.Imported;
import io.fairlead.node.chain.Header;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {
  private final News news = new News();
  private final List<Long> told = new ArrayList<>();

  private static Imported block(long number) {
    var header = new Header(Hash.ZERO, number, Hash.ZERO, Hash.ZERO, List.of());
    return new Imported(List.of(new Block(header, header.hash(), List.of())), List.of());
  }

  private Runnable followFrom(long best) {
    return news.follow(() -> {
      told.add(best);
      return best;
    }, imported -> told.add(imported.blocks().getLast().number()));
  }

  @Test
  void a_block_told_at_the_beginning_is_not_told_again() {
    followFrom(5);

    news.deliver(block(4));
    news.deliver(block(5));
    news.deliver(block(6));

    assertThat(told).containsExactly(5L, 6L);
  }

  @Test
  void nothing_is_told_after_the_end_and_the_others_go_on() {
    Runnable end = followFrom(1);
    followFrom(1);

    end.run();
    news.deliver(block(2));

    assertThat(told).containsExactly(1L, 1L, 2L);
  }
}
