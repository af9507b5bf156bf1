package io.fairlead.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.program.RunOutcome;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step of the entity, with a restart after it. Its events go through the stored form. */
class JobCallEntityTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(
          ConfigFactory.parseResources(Shell.class, "shell.conf").withoutPath("akka.persistence")
              .withFallback(ConfigFactory.load())));
  private static final List<Field> ANSWER = List.of(new Field.Uint64(42));
  private static final CallKey KEY = new CallKey(4, 7);
  private static final JobOrder ORDER = new JobOrder(KEY, 0, 0, ANSWER);
  private static final SignedResult SIGNED = new SignedResult(Bytes.of((byte) 1), 5, 64);
  private static final SignedResult AGAIN = new SignedResult(Bytes.of((byte) 2), 6, 128);

  private final TestProbe<Desk.Command> desk = KIT.createTestProbe();
  private final TestProbe<Submitter.Command> submitter = KIT.createTestProbe();
  private final FakeChain chain = new FakeChain(AccountId.ZERO, Hash.ZERO, FieldType.UINT64);
  private CompletableFuture<RunOutcome> run = new CompletableFuture<>();
  private int runs;
  private EventSourcedBehaviorTestKit<JobCallEntity.Command, JobCallEvent, JobCallState> entity;

  @BeforeEach
  void an_entity_that_has_its_order() {
    waiting(Duration.ofHours(1));
  }

  private void waiting(Duration pause) {
    waiting(pause, Duration.ZERO);
  }

  private void waiting(Duration pause, Duration unwrittenMax) {
    var world = new JobWorld(new JobSpecs(chain), (wanted, args) -> {
      runs++;
      return run;
    }, new JobWorld.Settings(2, pause, pause, unwrittenMax), () -> 0, news -> {
    });
    entity = EventSourcedBehaviorTestKit.create(KIT.system(),
        JobCallEntity.create(KEY, world, desk.ref(), submitter.ref()),
        EventSourcedBehaviorTestKit.enabledSerializationSettings().withVerifyCommands(false)
            .withVerifyState(false));
    open();
  }

  /** A second entity, whose answers wait so long for their signatures. */
  private void unwritten(Duration max) {
    await().until(() -> runs == 1);
    run = new CompletableFuture<>();
    waiting(Duration.ofHours(1), max);
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private void open() {
    entity.runCommand(new JobCallEntity.Open(ORDER));
    desk.expectMessageClass(Desk.Opened.class);
  }

  private void restart() {
    entity.restart();
    open();
  }

  private Submitter.AskSignature done() {
    run.complete(new RunOutcome.Answered(ANSWER, Duration.ofMillis(3)));
    return submitter.expectMessageClass(Submitter.AskSignature.class);
  }

  @Test
  void a_received_call_is_run_again_after_a_restart() {
    run = new CompletableFuture<>();
    restart();

    assertThat(entity.getState()).isEqualTo(new JobCallState.Received(ORDER, 0));
    assertThat(done().result()).isEqualTo(ANSWER);
    assertThat(entity.getState()).isEqualTo(new JobCallState.Done(ORDER, ANSWER, 3));
  }

  @Test
  void a_known_answer_is_not_computed_again_after_a_restart() {
    done();
    int before = runs;

    restart();

    assertThat(submitter.expectMessageClass(Submitter.AskSignature.class).result())
        .isEqualTo(ANSWER);
    assertThat(runs).isEqualTo(before);
  }

  @Test
  void signed_bytes_leave_only_from_the_journal_and_are_told_after_a_restart() {
    done();

    var signing = entity.runCommand(new JobCallEntity.Sign(SIGNED));

    assertThat(signing.event()).isEqualTo(new JobCallEvent.ResultSigned(SIGNED));
    desk.expectMessage(new Desk.SignedOut(KEY, SIGNED.hash()));
    assertThat(submitter.expectMessageClass(Submitter.Send.class).signed()).isEqualTo(SIGNED);
    entity.restart();
    entity.runCommand(new JobCallEntity.Open(ORDER));
    assertThat(desk.expectMessageClass(Desk.Opened.class).signed()).isEqualTo(SIGNED);
    submitter.expectNoMessage(Duration.ofMillis(100));
  }

  @Test
  void nothing_is_signed_before_the_desk_has_the_order_in_its_journal() {
    entity.clear();
    entity.runCommand(new JobCallEntity.Begin(ORDER, 0,
        CompletableFuture.completedFuture(new Judgement.Good(ANSWER, 3))));
    submitter.expectNoMessage(Duration.ofMillis(300));
    assertThat(entity.getState()).isEqualTo(new JobCallState.Done(ORDER, ANSWER, 3));

    entity.runCommand(new JobCallEntity.MayLeave());

    submitter.expectMessageClass(Submitter.AskSignature.class);
  }

  @Test
  void a_second_signature_is_taken_only_after_the_first_has_expired() {
    done();
    entity.runCommand(new JobCallEntity.Sign(SIGNED));

    desk.expectMessageClass(Desk.SignedOut.class);
    assertThat(entity.runCommand(new JobCallEntity.Sign(AGAIN)).hasNoEvents()).isTrue();
    assertThat(entity.runCommand(new JobCallEntity.Expired(AGAIN.nonce())).hasNoEvents())
        .isTrue();
    entity.runCommand(new JobCallEntity.Expired(SIGNED.nonce()));
    restart();

    assertThat(entity.runCommand(new JobCallEntity.Sign(AGAIN)).event())
        .isEqualTo(new JobCallEvent.ResultSigned(AGAIN));
  }

  @Test
  void an_answer_in_a_finalized_block_is_the_end_for_ever() {
    done();
    entity.runCommand(new JobCallEntity.Sign(SIGNED));
    desk.expectMessageClass(Desk.SignedOut.class);

    entity.runCommand(new JobCallEntity.Settled(9));

    desk.expectMessage(new Desk.Handled(KEY, true));
    int before = runs;
    restart();
    desk.expectMessage(new Desk.Handled(KEY, true));
    assertThat(runs).isEqualTo(before);
  }

  @Test
  void failures_are_counted_over_restarts_and_end_at_the_limit() {
    run.complete(new RunOutcome.Exited(1, ""));
    submitter.expectNoMessage(Duration.ofMillis(100));
    run = new CompletableFuture<>();
    entity.restart();
    assertThat(entity.getState()).isEqualTo(new JobCallState.Received(ORDER, 1));
    open();

    run.complete(new RunOutcome.TimedOut(Duration.ofSeconds(1)));

    desk.expectMessage(new Desk.Handled(KEY, true));
    assertThat(entity.getState()).isEqualTo(new JobCallState.Ended());
  }

  @Test
  void a_missing_program_is_waited_for_without_counting() {
    waiting(Duration.ofMillis(1));
    run.complete(new RunOutcome.Missing("not here"));
    submitter.expectNoMessage(Duration.ofMillis(100));

    assertThat(entity.getState()).isEqualTo(new JobCallState.Received(ORDER, 0));
    assertThat(runs).isGreaterThan(1);
  }

  @Test
  void an_extrinsic_that_the_chain_refused_ends_the_call() {
    done();
    entity.runCommand(new JobCallEntity.Sign(SIGNED));
    desk.expectMessageClass(Desk.SignedOut.class);

    entity.runCommand(new JobCallEntity.Failed(SIGNED.hash(), "Services.NotRegistered"));

    desk.expectMessage(new Desk.Handled(KEY, true));
    assertThat(entity.getState()).isEqualTo(new JobCallState.Ended());
  }

  @Test
  void a_survey_settles_what_was_used_up_and_has_a_result_and_frees_what_has_none() {
    done();
    entity.runCommand(new JobCallEntity.Sign(SIGNED));
    desk.expectMessageClass(Desk.SignedOut.class);

    entity.runCommand(new JobCallEntity.Surveyed(50, true, SIGNED.nonce()));
    desk.expectMessage(new Desk.Handled(KEY, false));
    entity.runCommand(new JobCallEntity.Surveyed(50, false, SIGNED.nonce() + 1));
    desk.expectMessage(new Desk.Handled(KEY, false));
    assertThat(entity.getState()).isEqualTo(new JobCallState.Done(ORDER, ANSWER, 3));
    entity.runCommand(new JobCallEntity.Sign(AGAIN));
    desk.expectMessageClass(Desk.SignedOut.class);
    entity.runCommand(new JobCallEntity.Surveyed(99, true, AGAIN.nonce() + 1));

    desk.expectMessage(new Desk.Handled(KEY, true));
  }

  @Test
  void an_answer_that_is_signed_at_once_is_one_entry_with_its_signature() {
    unwritten(Duration.ofHours(1));
    done();
    assertThat(entity.getState()).isEqualTo(new JobCallState.Received(ORDER, 0));

    var signing = entity.runCommand(new JobCallEntity.Sign(SIGNED));

    assertThat(signing.event()).isEqualTo(new JobCallEvent.AnswerSigned(ANSWER, 3, SIGNED));
    assertThat(submitter.expectMessageClass(Submitter.Send.class).signed()).isEqualTo(SIGNED);
    entity.restart();
    entity.runCommand(new JobCallEntity.Open(ORDER));
    desk.expectMessage(new Desk.SignedOut(KEY, SIGNED.hash()));
    assertThat(desk.expectMessageClass(Desk.Opened.class).signed()).isEqualTo(SIGNED);
  }

  @Test
  void an_answer_whose_signature_takes_long_is_written_by_itself() {
    unwritten(Duration.ofMillis(1));
    done();
    await().until(() -> entity.getState().equals(new JobCallState.Done(ORDER, ANSWER, 3)));

    var signing = entity.runCommand(new JobCallEntity.Sign(SIGNED));

    assertThat(signing.event()).isEqualTo(new JobCallEvent.ResultSigned(SIGNED));
  }

  @Test
  void a_kill_before_the_entry_runs_the_program_again_and_nothing_has_left() {
    unwritten(Duration.ofHours(1));
    done();
    int before = runs;

    restart();

    assertThat(submitter.expectMessageClass(Submitter.AskSignature.class).result())
        .isEqualTo(ANSWER);
    assertThat(runs).isEqualTo(before + 1);
    submitter.expectNoMessage(Duration.ofMillis(100));
  }

  @Test
  void a_signature_for_a_call_that_ended_meanwhile_is_given_back() {
    unwritten(Duration.ofHours(1));
    done();
    entity.runCommand(new JobCallEntity.Withdraw("service 4 has ended"));
    submitter.expectMessage(new Submitter.Release(KEY));

    assertThat(entity.runCommand(new JobCallEntity.Sign(SIGNED)).hasNoEvents()).isTrue();

    submitter.expectMessage(new Submitter.Release(KEY));
  }

  @Test
  void a_shell_that_drains_waits_for_an_answer_that_is_not_written() {
    unwritten(Duration.ofHours(1));
    done();

    entity.runCommand(new JobCallEntity.Drain());

    desk.expectNoMessage(Duration.ofMillis(100));
    entity.runCommand(new JobCallEntity.Sign(SIGNED));
    desk.expectMessage(new Desk.SignedOut(KEY, SIGNED.hash()));
    entity.runCommand(new JobCallEntity.InPool(SIGNED.hash()));
    desk.expectMessage(new Desk.Quiet(KEY));
  }

  @Test
  void nothing_unwritten_is_signed_before_the_desk_has_the_order() {
    unwritten(Duration.ofHours(1));
    entity.clear();
    entity.runCommand(new JobCallEntity.Begin(ORDER, 0,
        CompletableFuture.completedFuture(new Judgement.Good(ANSWER, 3))));
    submitter.expectNoMessage(Duration.ofMillis(300));

    entity.runCommand(new JobCallEntity.MayLeave());

    assertThat(submitter.expectMessageClass(Submitter.AskSignature.class).result())
        .isEqualTo(ANSWER);
  }
}
