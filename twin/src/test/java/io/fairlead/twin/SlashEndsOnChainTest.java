package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.Rules;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.chain.ChainState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.fact.Keys;
import io.fairlead.twin.slash.Closing;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashEnd;
import io.fairlead.twin.slash.SlashQueueState;
import io.fairlead.twin.slash.Taken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of slashes that no event tells, several in one block among them, on a real chain. */
class SlashEndsOnChainTest {
  private static final Key<Long> U32 = Key.identity(Codecs.U32);
  private static final MembershipModel ONE = new MembershipModel.Fixed(1);
  @TempDir private Path folder;

  @Test
  void as_deployed_ends_in_one_block_are_told_apart() throws Exception {
    try (Stage stage = Stage.open(Rules.DEPLOYED, folder)) {
      stage.prepare();
      stage.service("//Alice", ONE);
      stage.service("//Charlie", ONE);
      stage.service("//Charlie", ONE);
      long round = round(stage);

      stage.done("//Alice", stage.slash("//Bob", 0, 10));
      stage.done("//Alice", stage.killStorage(List.of(key(round, 0))));
      stage.done("//Alice", stage.batch(List.of(stage.slash("//Bob", 0, 11),
          stage.dispute(round, 1))));
      stage.done("//Alice", stage.batch(List.of(stage.slash("//Bob", 0, 12),
          stage.slash("//Bob", 1, 13),
          stage.as(Stage.account("//Charlie"), new ServicesCall.Terminate(1)))));
      stage.done("//Alice", stage.batch(List.of(
          stage.as(Stage.account("//Charlie"), new ServicesCall.Terminate(2)),
          stage.slash("//Bob", 0, 14))));

      assertThat(ends(stage, round)).isEqualTo(Map.of(
          0L, SlashEnd.VANISHED + " by nobody",
          1L, SlashEnd.DISCARDED + " by " + DevGenesis.DISPUTING_ACCOUNT,
          2L, SlashEnd.WIPED + " by " + Stage.account("//Charlie"),
          3L, SlashEnd.APPLIED_AT_TERMINATION + " by " + Stage.account("//Charlie"),
          4L, "open"));
      assertThat(stage.storage(key(round, 4))).isPresent();
      assertAllAgrees(stage);
    }
  }

  @Test
  void repaired_each_slash_of_a_block_is_told_what_it_took_itself() throws Exception {
    try (Stage stage = Stage.open(Rules.REPAIRED, folder)) {
      stage.prepare();
      stage.service("//Alice", ONE);
      stage.done("//Eve", Stage.delegate("//Bob", 200));
      long round = round(stage);
      stage.done("//Alice", stage.slash("//Bob", 0, 10));
      stage.done("//Alice", stage.slash("//Bob", 0, 20));
      stage.toRound(round + 7);
      stage.blocks(1);

      assertThat(ends(stage, round)).isEqualTo(Map.of(0L, SlashEnd.APPLIED + " by nobody", 1L,
          SlashEnd.APPLIED + " by nobody"));
      Balance bond = Balance.tnt(10_000);
      assertThat(taken(stage, round, 0)).isEqualTo(Map.of(
          Stage.account("//Bob").toString(), tenth(bond),
          Stage.account("//Eve").toString(), tenth(Balance.tnt(200))));
      assertThat(taken(stage, round, 1)).isEqualTo(Map.of(
          Stage.account("//Bob").toString(), Balance.tnt(1_800),
          Stage.account("//Eve").toString(), Balance.tnt(36)));
      assertAllAgrees(stage);
    }
  }

  private static Balance tenth(Balance amount) {
    return Balance.of(amount.toBigInteger().divide(java.math.BigInteger.TEN));
  }

  private static void assertAllAgrees(Stage stage) {
    var found = stage.twin().verify(true);
    assertThat(found.differences()).isEmpty();
    assertThat(found.proved()).isEqualTo(found.blocks());
  }

  private static long round(Stage stage) {
    return stage.state(EntityKey.CHAIN, ChainState.class).round();
  }

  private static Bytes key(long round, long index) {
    return Keys.of(ServicesCall.PALLET, "UnappliedSlashes", U32, round, U32, index);
  }

  private static SlashQueueState queue(Stage stage, long round) {
    return stage.state(EntityKey.of(EntityType.SLASH_QUEUE, round), SlashQueueState.class);
  }

  private static Map<Long, String> ends(Stage stage, long round) {
    var ends = new TreeMap<Long, String>();
    for (SlashCase each : queue(stage, round).cases().values()) {
      Closing closing = each.closing();
      ends.put(each.index(), closing == null ? "open" : closing.end() + " by "
          + Objects.toString(closing.by(), "nobody"));
    }
    return ends;
  }

  private static Map<String, Balance> taken(Stage stage, long round, long index) {
    SlashCase known = Objects.requireNonNull(queue(stage, round).cases().get(index));
    return Objects.requireNonNull(known.closing()).taken()
        .stream().collect(Collectors.toMap(it -> it.account().toString(), Taken::amount));
  }
}
