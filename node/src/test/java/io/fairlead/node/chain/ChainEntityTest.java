package io.fairlead.node.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.SerializationSettings;
import akka.persistence.testkit.javadsl.PersistenceTestKit;
import com.typesafe.config.ConfigFactory;
import io.fairlead.node.TinyRuntime;
import io.fairlead.node.chain.ChainEntity.Authored;
import io.fairlead.node.chain.ChainEntity.Imported;
import io.fairlead.node.chain.ChainEntity.Opened;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.runtime.engine.ExtrinsicChecker.Checked;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.ProofReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainEntityTest {
  private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(1_000_000));
  private static final SerializationSettings EVENTS_ONLY =
      EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyCommands(false)
          .withVerifyState(false).withVerifyEvents(true);

  @TempDir Path folder;

  private final ActorTestKit kit = ActorTestKit.create(ConfigFactory
      .parseString("""
          akka.loglevel = OFF
          akka.actor.serializers.chain = "io.fairlead.node.chain.ChainSerializer"
          akka.actor.serialization-bindings {
            "io.fairlead.node.chain.ChainEvent" = chain
            "io.fairlead.node.chain.CheckpointWritten" = chain
          }
          """).withFallback(EventSourcedBehaviorTestKit.config()));
  private final BlockingQueue<Opened> openings = new LinkedBlockingQueue<>();
  private Engines engines = new TinyRuntime("taking=half");
  private EventSourcedBehaviorTestKit<ChainEntity.Command, ChainEvent, Head> chain;
  private ChainView view;

  @BeforeEach
  void open() {
    chain = EventSourcedBehaviorTestKit.create(kit.system(),
        ChainEntity.create(settings(4), ChainEntity.Start.FROM_CHECKPOINT, openings::add),
        EVENTS_ONLY);
    view = opened();
  }

  private ChainSettings settings(int checkpointBlocks) {
    return new ChainSettings(engines, folder, checkpointBlocks, 256,
        number -> CompletableFuture.completedFuture(Optional.empty()), NOON);
  }

  private ChainView opened() {
    return switch (opening()) {
      case Opened.Ready(ChainView ready) -> ready;
      case Opened.Failed(Throwable reason) -> throw new AssertionError(reason);
    };
  }

  private Opened opening() {
    try {
      Opened next = openings.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("not opened within 20 s");
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
  }

  private CheckedExtrinsic good(Bytes extrinsic) {
    Checked checked = engines.checker(view.genesis()).check(extrinsic, 0, number -> null);
    return ((Checked.Good) checked).extrinsic();
  }

  private Authored author(Until until, Bytes... extrinsics) {
    List<CheckedExtrinsic> offered = List.of(extrinsics).stream().map(this::good).toList();
    return chain.<Authored>runCommand(
        replyTo -> new ChainEntity.Author(offered, until, replyTo)).reply();
  }

  private void restart() {
    chain.restart();
    view = opened();
  }

  @Test
  void a_new_chain_begins_with_the_genesis_of_the_runtime() {
    assertThat(view.best().number()).isZero();
    assertThat(view.rules()).containsExactly("taking=half");
    assertThat(view.states().pairsAt(Bytes.EMPTY, 0)).isEqualTo(engines.genesis());
    assertThat(chain.getState()).isEqualTo(new Head(0, view.genesis()));
  }

  @Test
  void a_block_holds_what_could_be_included_and_says_why_the_rest_was_not() {
    Authored authored = author(new Until.Count(1), TinyRuntime.write(1, 0, "one"),
        TinyRuntime.write(2, 5, "too early"), TinyRuntime.deed(3, 0, TinyRuntime.Deed.FAIL),
        TinyRuntime.deed(4, 0, TinyRuntime.Deed.PANIC));

    Block block = authored.blocks().getFirst();
    assertThat(block.extrinsics().subList(1, block.extrinsics().size())).containsExactly(
        TinyRuntime.write(1, 0, "one"), TinyRuntime.deed(3, 0, TinyRuntime.Deed.FAIL));
    assertThat(authored.outcomes()).extracting(BlockMaker.Outcome::applied).containsExactly(
        new Applied.Done(), new Applied.Refused(new Validity.Invalid(Validity.Kind.FUTURE)),
        new Applied.Failed(Bytes.of((byte) 0)), new Applied.Panicked("as asked"));
    assertThat(view.best()).isEqualTo(block);
    assertThat(view.states().at(Bytes.utf8("tiny:1"), 1)).isEqualTo(Bytes.utf8("one"));
    assertThat(view.states().at(Bytes.utf8("tiny:1"), 0)).isNull();
  }

  @Test
  void header_hash_parent_and_roots_belong_together() {
    author(new Until.Count(3), TinyRuntime.write(1, 0, "one"));

    for (long number = 1; number <= 3; number++) {
      Block block = view.block(number).toCompletableFuture().join().orElseThrow();
      assertThat(block.header().parent()).isEqualTo(view.hash(number - 1));
      assertThat(block.header().hash()).isEqualTo(block.hash());
      assertThat(block.header().extrinsicsRoot()).isEqualTo(Header.rootOf(block.extrinsics()));
      byte[] key = Bytes.utf8("tiny:1").array();
      List<byte[]> proof = view.trie(number).prove(List.of(key));
      assertThat(ProofReader.of(block.header().stateRoot().bytes(), proof).read(key))
          .isEqualTo(new ProofReader.Found(Bytes.utf8("one").array()));
    }
  }

  @Test
  void time_moves_by_six_seconds_and_is_the_clocks_when_that_is_later() {
    author(new Until.Count(3));

    assertThat(List.of(1L, 2L, 3L)).extracting(n -> Keys.number(view.states().at(Keys.NOW, n)))
        .containsExactly(1_000_000L, 1_006_000L, 1_012_000L);
  }

  @Test
  void authoring_goes_on_until_the_block_the_time_or_the_round_asked_for() {
    assertThat(author(new Until.Number(4)).blocks().getLast().number()).isEqualTo(4);
    assertThat(author(new Until.Round(2)).blocks().getLast().number()).isEqualTo(20);
    assertThat(author(new Until.Time(1_000_000 + 6_000 * 29)).blocks().getLast().number())
        .isEqualTo(30);
  }

  @Test
  void many_blocks_come_in_batches_of_256_and_listeners_hear_of_each_batch() {
    var heard = kit.<Imported>createTestProbe();
    var replies = kit.<Authored>createTestProbe();
    chain.runCommand(new ChainEntity.Listen(heard.ref()));

    chain.runCommand(new ChainEntity.Author(List.of(), new Until.Count(300), replies.ref()));

    assertThat(replies.receiveMessage()).satisfies(it -> {
      assertThat(it.blocks()).hasSize(ChainEntity.BATCH_MAX);
      assertThat(it.done()).isFalse();
    });
    assertThat(replies.receiveMessage()).satisfies(it -> {
      assertThat(it.blocks()).hasSize(44);
      assertThat(it.done()).isTrue();
    });
    Imported first = heard.receiveMessage();
    assertThat(first.blocks()).hasSize(256);
    assertThat(first.changes()).filteredOn(it -> it.key().equals(TinyRuntime.NUMBER))
        .singleElement().satisfies(it -> assertThat(Keys.number(it.value())).isEqualTo(256));
    assertThat(heard.receiveMessage().blocks().getLast().number()).isEqualTo(300);
  }

  @Test
  void a_restart_gives_the_same_head_states_and_next_block() {
    author(new Until.Count(3), TinyRuntime.write(1, 0, "one"));
    Block best = view.best();
    List<Bytes> keys = view.states().keysAt(Bytes.EMPTY, null, 1_000, 2);

    restart();

    assertThat(view.best()).isEqualTo(best);
    assertThat(view.states().keysAt(Bytes.EMPTY, null, 1_000, 2)).isEqualTo(keys);
    Block next = author(new Until.Count(1), TinyRuntime.write(1, 1, "two")).blocks().getFirst();
    assertThat(next.header().parent()).isEqualTo(best.hash());
    assertThat(view.states().at(Bytes.utf8("tiny:1"), 4)).isEqualTo(Bytes.utf8("two"));
    assertThat(Keys.number(view.states().at(Keys.NOW, 4))).isEqualTo(1_018_000L);
  }

  @Test
  void a_restart_from_a_checkpoint_reads_as_far_back_as_before() {
    author(new Until.Count(300), TinyRuntime.write(1, 0, "one"));
    await().until(() -> view.best().number() == 300);
    author(new Until.Count(2));
    Block best = view.best();
    Hash early = view.hash(7);

    restart();

    assertThat(view.best()).isEqualTo(best);
    assertThat(view.hash(7)).isEqualTo(early);
    assertThat(view.number(early)).isEqualTo(7);
    assertThat(view.hasState(302 - 255)).isTrue();
    assertThat(view.hasState(302 - 256)).isFalse();
    assertThat(Keys.number(view.states().at(TinyRuntime.NUMBER, 100))).isEqualTo(100);
    assertThat(folder).isDirectoryContaining("glob:**.checkpoint");
  }

  @Test
  void a_block_that_is_not_persisted_is_seen_by_nobody() {
    Block best = view.best();
    PersistenceTestKit.create(kit.system()).failNextPersisted(ChainEntity.ID.id());

    var entity = kit.spawn(ChainEntity.create(settings(0),
        ChainEntity.Start.FROM_GENESIS, openings::add));
    ChainView other = opened();
    var watcher = kit.createTestProbe();
    entity.tell(new ChainEntity.Author(List.of(), new Until.Count(1),
        kit.<Authored>createTestProbe().ref()));

    watcher.expectTerminated(entity);
    assertThat(other.best()).isEqualTo(best);
    assertThat(other.hash(1)).isNull();
    assertThat(view.best()).isEqualTo(best);
    assertThat(view.hash(1)).isNull();
  }

  @Test
  void a_chain_keeps_the_rules_it_was_born_with() {
    author(new Until.Count(1));
    engines = new TinyRuntime("taking=all");

    ChainEntity.Start start = ChainEntity.Start.FROM_CHECKPOINT;
    kit.spawn(ChainEntity.create(settings(4), start, openings::add));

    assertThat(opening()).isInstanceOfSatisfying(Opened.Failed.class,
        it -> assertThat(rootOf(it.reason())).hasMessageContaining("taking=half")
            .hasMessageContaining("taking=all"));
  }

  private static Throwable rootOf(Throwable failed) {
    return failed.getCause() == null ? failed : rootOf(failed.getCause());
  }

  @Test
  void validity_is_told_in_the_order_of_the_question() {
    List<CheckedExtrinsic> asked = IntStream.of(0, 1).mapToObj(
        nonce -> good(TinyRuntime.write(1, nonce, "x"))).toList();
    author(new Until.Count(1), TinyRuntime.write(1, 0, "one"));

    var answer = chain.<ChainEntity.Validated>runCommand(
        replyTo -> new ChainEntity.Validate(asked, replyTo)).reply();

    assertThat(answer.best()).isEqualTo(1);
    assertThat(answer.validities().get(0))
        .isEqualTo(new Validity.Invalid(Validity.Kind.STALE));
    assertThat(answer.validities().get(1)).isInstanceOf(Validity.Valid.class);
  }
}
