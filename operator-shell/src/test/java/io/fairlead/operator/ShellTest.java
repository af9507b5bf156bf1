package io.fairlead.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fairlead.operator.ShellConfig.SandboxWish;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.program.ProgramLimits;
import io.fairlead.operator.program.ProgramStore;
import io.fairlead.operator.program.TestJobs;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole shell, with its journal on disk and real programs, on a chain that misbehaves. */
class ShellTest {
  private static final KeyPair KEY = KeyPair.ofSuri(Scheme.SR25519, "//Bob");
  private static final AccountId OPERATOR = AccountId.of(KEY.accountIdBytes());

  @TempDir Path folder;
  private FakeChain chain;
  private final List<ShellNews> news = new CopyOnWriteArrayList<>();
  private final List<Shell> shells = new ArrayList<>();

  @BeforeEach
  void an_echo_service() throws Exception {
    service(TestJobs.Echo.class);
  }

  private void service(Class<?> program) throws Exception {
    Files.createDirectories(folder.resolve("programs"));
    Path jar = TestJobs.jar(program, folder.resolve("programs"), "x.jar");
    chain = new FakeChain(OPERATOR, ProgramStore.sha256(Files.readAllBytes(jar)),
        FieldType.UINT64);
  }

  @AfterEach
  void stop() {
    shells.forEach(Shell::close);
    chain.close();
  }

  private ShellConfig config(int attempts) {
    return new ShellConfig(URI.create("ws://127.0.0.1:1"), KEY, folder.resolve("data"),
        folder.resolve("programs"), SandboxWish.NONE,
        new ProgramLimits(Duration.ofSeconds(10), 32, 10_000), 2, attempts,
        Duration.ofMillis(50), Duration.ofMillis(200), 16, Duration.ofSeconds(20));
  }

  private Shell start(java.util.function.Consumer<ShellNews> listener) {
    Shell shell = Shell.start(config(2), chain, chain, () -> {
    }, piece -> {
      news.add(piece);
      listener.accept(piece);
    });
    shells.add(shell);
    return shell;
  }

  private Shell start() {
    return start(piece -> {
    });
  }

  private void eventually(Predicate<ShellNews> told) {
    await().atMost(Duration.ofSeconds(40)).until(() -> news.stream().anyMatch(told));
  }

  private void everythingIsAnsweredOnce() {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).until(() -> {
      chain.seal(1);
      return Set.copyOf(chain.answers()).equals(chain.calls());
    });
    chain.seal(40);
    assertThat(chain.answers()).doesNotHaveDuplicates();
  }

  @Test
  void a_call_is_answered_and_every_step_is_told_in_order() {
    start();
    eventually(ShellNews.Ready.class::isInstance);

    CallKey key = chain.call(new Field.Uint64(1));
    eventually(ShellNews.Submitted.class::isInstance);
    chain.seal(1);
    eventually(ShellNews.Finalized.class::isInstance);

    assertThat(chain.answers()).containsExactly(key);
    assertThat(news).extracting(piece -> piece.getClass().getSimpleName())
        .containsExactly("Ready", "Received", "Done", "Signed", "Submitted", "Finalized");
    assertThat(news.get(4)).isInstanceOfSatisfying(ShellNews.Submitted.class, submitted -> {
      assertThat(submitted.jobMillis()).isPositive();
      assertThat(submitted.millis()).isBetween(0.0, 5_000.0);
    });
  }

  @Test
  void calls_made_before_the_first_start_and_between_two_starts_are_answered() {
    chain.call(new Field.Uint64(1));
    Shell first = start();
    everythingIsAnsweredOnce();
    first.stop();

    chain.call(new Field.Uint64(2));
    chain.seal(70);
    start();

    everythingIsAnsweredOnce();
    assertThat(chain.answers()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Received", "Done", "Signed", "Submitted", "Finalized"})
  void a_crash_at_any_step_neither_loses_nor_repeats_an_answer(String step) {
    var isDown = new AtomicBoolean();
    Shell first = start(piece -> {
      if (piece.getClass().getSimpleName().equals(step)) {
        isDown.set(true);
        throw new IllegalStateException("crash at " + step);
      }
    });
    eventually(ShellNews.Ready.class::isInstance);
    chain.call(new Field.Uint64(1));
    await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(() -> {
      if (step.equals("Finalized")) {
        chain.seal(1);
      }
      return isDown.get();
    });
    first.close();
    chain.call(new Field.Uint64(2));

    start();

    everythingIsAnsweredOnce();
    assertThat(chain.answers()).hasSize(2);
  }

  @Test
  void a_second_signature_is_made_only_when_the_era_of_the_first_has_ended() {
    chain.mood(FakeChain.PoolMood.FORGETS);
    start();
    eventually(ShellNews.Ready.class::isInstance);
    chain.call(new Field.Uint64(1));
    eventually(ShellNews.Submitted.class::isInstance);

    chain.seal(10);
    assertThat(news).filteredOn(ShellNews.Signed.class::isInstance).hasSize(1);

    chain.mood(FakeChain.PoolMood.KIND);
    chain.seal(20);
    everythingIsAnsweredOnce();
    assertThat(chain.answers()).hasSize(1);
  }

  @Test
  void a_node_that_is_away_is_waited_for() {
    chain.mood(FakeChain.PoolMood.AWAY);
    start();
    eventually(ShellNews.Ready.class::isInstance);
    chain.call(new Field.Uint64(1));
    eventually(ShellNews.Signed.class::isInstance);
    assertThat(chain.answers()).isEmpty();

    chain.mood(FakeChain.PoolMood.KIND);

    everythingIsAnsweredOnce();
    assertThat(news).filteredOn(ShellNews.Signed.class::isInstance).hasSize(1);
  }

  @Test
  void states_that_the_node_has_thrown_away_are_made_up_for_by_the_newest() {
    chain.call(new Field.Uint64(1));
    Shell first = start();
    everythingIsAnsweredOnce();
    first.stop();
    chain.call(new Field.Uint64(2));
    chain.seal(300);
    chain.forgetStates();

    start();

    everythingIsAnsweredOnce();
    assertThat(chain.answers()).hasSize(2);
  }

  @Test
  void a_wrong_type_is_not_submitted_and_the_call_is_given_up_after_its_attempts()
      throws Exception {
    chain.close();
    service(TestJobs.AnswerBool.class);
    start();
    eventually(ShellNews.Ready.class::isInstance);

    CallKey key = chain.call(new Field.Uint64(1));
    eventually(ShellNews.GivenUp.class::isInstance);

    assertThat(news).filteredOn(ShellNews.AttemptFailed.class::isInstance).hasSize(2);
    assertThat(news).filteredOn(ShellNews.Signed.class::isInstance).isEmpty();
    assertThat(news.getLast()).isInstanceOfSatisfying(ShellNews.GivenUp.class, gone -> {
      assertThat(gone.key()).isEqualTo(key);
      assertThat(gone.reason()).contains("answered the wrong type");
    });
  }

  @Test
  void a_second_shell_on_the_same_folder_is_refused() {
    start();

    assertThatThrownBy(this::start).isInstanceOf(ShellRefusal.class)
        .hasMessageContaining("another shell is running");
  }

  @Test
  void a_folder_of_another_operator_is_refused() {
    Shell first = start();
    eventually(ShellNews.Ready.class::isInstance);
    first.stop();
    KeyPair other = KeyPair.ofSuri(Scheme.SR25519, "//Charlie");
    ShellConfig config = config(2);
    var foreign = new ShellConfig(config.url(), other, config.data(), config.programs(),
        config.sandbox(), config.limits(), config.concurrency(), config.attemptsMax(),
        config.retryMin(), config.retryMax(), config.eraBlocks(), config.drain());

    Shell second = Shell.start(foreign, chain, chain, () -> {
    }, news::add);
    shells.add(second);

    assertThatThrownBy(() -> second.ended().toCompletableFuture()
        .get(20, java.util.concurrent.TimeUnit.SECONDS))
        .hasCauseInstanceOf(ShellRefusal.class).hasMessageContaining("belongs to operator");
  }

  @Test
  void a_shell_that_must_have_a_sandbox_does_not_start_without_one() {
    Path noJdk = folder.resolve("absent"); // under which no trial run can succeed

    assertThatThrownBy(() -> Shell.sandbox(SandboxWish.REQUIRED, noJdk))
        .isInstanceOf(ShellRefusal.class)
        .hasMessageContaining("the settings say sandbox: required, but");
    assertThat(Shell.sandbox(SandboxWish.PREFERRED, noJdk).description())
        .startsWith("NO SANDBOX (");
  }

  @Test
  void a_chain_of_other_types_is_refused() {
    chain.beForeign();

    Shell shell = start();

    assertThatThrownBy(() -> shell.ended().toCompletableFuture()
        .get(20, java.util.concurrent.TimeUnit.SECONDS))
        .hasCauseInstanceOf(ShellRefusal.class).hasMessageContaining("other types");
  }

  @Test
  void stopping_lets_a_running_program_end_and_its_answer_leave() {
    Shell shell = start();
    eventually(ShellNews.Ready.class::isInstance);
    chain.call(new Field.Uint64(1));
    eventually(ShellNews.Received.class::isInstance);

    shell.stop();
    chain.seal(1);

    assertThat(chain.answers()).hasSize(1);
    assertThat(news.getLast()).isEqualTo(new ShellNews.Stopped(1));
  }
}
