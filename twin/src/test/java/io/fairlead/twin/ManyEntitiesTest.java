package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.delegator.DelegatorState;
import io.fairlead.twin.entity.ActiveBound;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.table.TableDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More entities than there may be in memory: each wakes when it is needed and knows everything. */
class ManyEntitiesTest {
  private static final int DELEGATORS = 600;
  private static final int ACTIVE_MAX = 100;
  private static final int BLOCKS = 3;
  @TempDir private Path folder;

  @Test
  void more_entities_are_known_and_answer_than_are_in_memory() throws Exception {
    try (Core core = open(new ActiveBound(ACTIVE_MAX, Duration.ofMinutes(10)))) {
      core.follow(4);
      for (int block = 0; block < BLOCKS; block++) {
        core.append(List.of(block(block)));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> core.watermark() == BLOCKS - 1);

      for (int i = 0; i < DELEGATORS; i++) {
        assertThat(core.entities().get(key(i), BLOCKS - 1).toCompletableFuture().join())
            .isInstanceOfSatisfying(TwinEntity.Shown.class, shown -> {
              assertThat(shown.held().since()).isZero();
              assertThat(shown.held().recent()).hasSize(BLOCKS);
              assertThat(shown.held().state()).isInstanceOf(DelegatorState.class);
            });
      }
      assertThat(core.known()).filteredOn(key -> key.type() == EntityType.DELEGATOR)
          .hasSize(DELEGATORS);
      await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(active(core))
          .hasSizeLessThanOrEqualTo(ACTIVE_MAX).isNotEmpty());
    }
  }

  @Test
  void an_entity_that_nothing_reaches_goes_to_sleep() throws Exception {
    try (Core core = open(new ActiveBound(ACTIVE_MAX, Duration.ofMillis(500)))) {
      core.follow(1);
      core.append(List.of(block(0)));
      await().atMost(Duration.ofSeconds(30)).until(() -> core.watermark() == 0);

      await().atMost(Duration.ofSeconds(20)).until(() -> active(core).isEmpty());
      assertThat(core.entities().get(key(0), 0).toCompletableFuture().join())
          .isInstanceOf(TwinEntity.Shown.class);
    }
  }

  private Core open(ActiveBound bound) throws Unusable {
    Generation generation = Generation.of(Hash.ZERO, 1);
    return Core.open(folder.resolve("journal"),
        TableDatabase.inFolder(folder.resolve("tables"), generation.schema()), generation, bound);
  }

  private static Set<String> active(Core core) {
    return core.entities().active(EntityType.DELEGATOR).toCompletableFuture().join();
  }

  private static AccountId account(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return AccountId.of(bytes);
  }

  private static EntityKey key(int number) {
    return EntityKey.of(EntityType.DELEGATOR, account(number));
  }

  private static Hash hash(int block) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) (block + 1);
    return Hash.of(bytes);
  }

  /** Each delegator deposits once. */
  private static BlockFacts block(int number) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.Mark(new FactId(number, 0), MarkKind.BLOCK, 1_000L * number));
    for (int i = 0; i < DELEGATORS; i++) {
      var event = new RestakingEvent.Deposited(account(i), Balance.tnt(1), Asset.NATIVE);
      facts.add(new Fact.Event(new FactId(number, i + 1), new Phase.ApplyExtrinsic(i),
          new Fact.Known.Typed<>(RestakingCall.PALLET, "Deposited", event), List.of(),
          Fact.Event.NO_BLUEPRINT));
    }
    Hash parent = number == 0 ? Hash.ZERO : hash(number - 1);
    return new BlockFacts(number, parent,
        new BlockLine(hash(number), Hash.ZERO, 1, 1_000L * number, true), facts);
  }
}
