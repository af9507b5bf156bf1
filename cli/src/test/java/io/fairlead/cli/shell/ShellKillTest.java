package io.fairlead.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of a real shell, on a real node, at each point of its journal. The shell's
 * listener holds the call still at that point, so that the kill does not have to race.
 */
class ShellKillTest {
  @TempDir Path folder;
  private ServiceChain chain;

  @BeforeEach
  void a_service_of_bob() throws Exception {
    chain = ServiceChain.start(folder.resolve("chain"),
        EchoJob.install(folder.resolve("programs")));
  }

  @AfterEach
  void stop() {
    chain.close();
  }

  private ChildShell shell(String step) {
    return ChildShell.start(folder, chain.url(), step);
  }

  /** Seals until there are {@code count} answers, then for a whole era more. */
  private void allAreAnsweredOnce(int count) {
    await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300)).until(() -> {
      chain.seal(1);
      return chain.answers().stream().distinct().count() == count;
    });
    chain.seal(70);
    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5))
        .until(() -> chain.pending() == 0);
    assertThat(chain.answers()).hasSize(count).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Received", "Done", "Signed", "Submitted"})
  void a_shell_killed_at_any_point_answers_every_call_exactly_once(String step) {
    chain.callJob();
    try (ChildShell first = shell(step)) {
      first.await(step);
      first.kill();
    }
    chain.callJob();

    try (ChildShell second = shell("none")) {
      second.await("Submitted");
      allAreAnsweredOnce(2);
    }
  }

  @Test
  void a_shell_killed_when_its_answer_is_in_a_block_does_not_answer_again() {
    chain.callJob();
    try (ChildShell first = shell("Submitted")) {
      first.await("Submitted");
      chain.seal(3);
      first.kill();
    }

    try (ChildShell second = shell("none")) {
      second.await("Ready");
      allAreAnsweredOnce(1);
    }
  }

  @Test
  void kills_at_random_moments_under_load_lose_and_repeat_nothing() {
    var random = new Random(20_261_126);
    int calls = 0;
    for (int round = 0; round < 5; round++) {
      chain.callJob();
      chain.callJob();
      calls += 2;
      try (ChildShell shell = ChildShell.command(folder, chain.url())) {
        if (round % 2 == 0) {
          shell.await("\"received\"");
        }
        shell.killAfter(random.nextInt(1_500));
      }
    }

    try (ChildShell last = ChildShell.command(folder, chain.url())) {
      last.await("\"ready\"");
      allAreAnsweredOnce(calls);
    }
  }

  @Test
  void a_shell_that_slept_longer_than_the_node_remembers_goes_on_from_the_newest_state() {
    chain.callJob();
    try (ChildShell first = shell("Submitted")) {
      first.await("Submitted");
      first.kill();
    }
    chain.callJob();
    chain.seal(400);

    try (ChildShell second = shell("none")) {
      second.await("Ready");
      allAreAnsweredOnce(2);
    }
  }

  @Test
  void a_node_that_lost_its_pool_gets_the_same_bytes_again() {
    chain.callJob();
    try (ChildShell shell = shell("none")) {
      shell.await("Submitted");

      chain.restartNode();
      assertThat(chain.answers()).isEmpty();

      allAreAnsweredOnce(1);
    }
  }
}
