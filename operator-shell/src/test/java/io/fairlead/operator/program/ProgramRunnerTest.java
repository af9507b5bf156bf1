package io.fairlead.operator.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.operator.plan.WantedProgram;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunnerTest {
  private static final List<Field> ARGS =
      List.of(new Field.Uint64(7), new Field.Text(Bytes.utf8("x")));

  @TempDir Path folder;
  private Path programs;
  private ProgramRunner runner;

  @BeforeEach
  void usual_limits() throws IOException {
    programs = Files.createDirectories(folder.resolve("programs"));
    limited(Duration.ofSeconds(20), 1 << 20);
  }

  private void limited(Duration time, int output) {
    runner = new ProgramRunner(new ProgramStore(programs, folder.resolve("copies")),
        SandboxProbe.plain(Path.of(System.getProperty("java.home")), "test"),
        new ProgramLimits(time, 32, output), 2);
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  private WantedProgram installed(Class<?> main) throws IOException {
    Path jar = TestJobs.jar(main, programs, "any-name.jar");
    return new WantedProgram("job.jar", ProgramStore.sha256(Files.readAllBytes(jar)));
  }

  private RunOutcome run(WantedProgram program) throws Exception {
    return runner.run(List.of(program), ARGS).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void a_program_reads_its_arguments_and_writes_its_answer() throws Exception {
    WantedProgram echo = installed(TestJobs.Echo.class);

    RunOutcome outcome = run(echo);

    assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Answered.class, answered -> {
      assertThat(answered.fields()).isEqualTo(ARGS);
      assertThat(answered.took()).isPositive();
    });
  }

  @Test
  void a_program_that_hangs_is_killed_at_the_time_limit() throws Exception {
    WantedProgram hang = installed(TestJobs.Hang.class);
    limited(Duration.ofMillis(700), 1_000);

    assertThat(run(hang)).isEqualTo(new RunOutcome.TimedOut(Duration.ofMillis(700)));
  }

  @Test
  void a_program_that_floods_its_output_is_killed_at_the_limit() throws Exception {
    WantedProgram flood = installed(TestJobs.Flood.class);
    limited(Duration.ofSeconds(20), 100_000);

    assertThat(run(flood)).isEqualTo(new RunOutcome.Flooded(100_000));
  }

  @Test
  void an_exit_code_is_told_with_the_last_words() throws Exception {
    WantedProgram unlucky = installed(TestJobs.ExitOne.class);

    assertThat(run(unlucky)).isEqualTo(new RunOutcome.Exited(1, "out of luck"));
  }

  @Test
  void an_output_that_is_no_list_of_fields_is_named() throws Exception {
    WantedProgram babble = installed(TestJobs.Babble.class);

    assertThat(run(babble)).isInstanceOf(RunOutcome.Unreadable.class);
  }

  @Test
  void a_program_cannot_take_more_heap_than_it_may() throws Exception {
    WantedProgram hog = installed(TestJobs.Hog.class);

    assertThat(run(hog)).isInstanceOfSatisfying(RunOutcome.Exited.class,
        exited -> assertThat(exited.code()).isNotZero());
  }

  @Test
  void a_program_whose_hash_differs_is_not_run() throws Exception {
    WantedProgram echo = installed(TestJobs.Echo.class);
    Path jar = programs.resolve("any-name.jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length - 1] ^= 1;
    Files.write(programs.resolve("job.jar"), bytes);
    Files.delete(jar);

    assertThat(run(echo)).isInstanceOfSatisfying(RunOutcome.HashDiffers.class,
        differs -> assertThat(differs.reason()).contains("job.jar", echo.sha256().toString(),
            ProgramStore.sha256(bytes).toString(), "not run"));
  }

  @Test
  void a_missing_program_is_named_and_found_when_it_comes() throws Exception {
    WantedProgram echo = installed(TestJobs.Echo.class);
    Path jar = programs.resolve("any-name.jar");
    byte[] bytes = Files.readAllBytes(jar);
    Files.delete(jar);

    assertThat(run(echo)).isInstanceOfSatisfying(RunOutcome.Missing.class,
        missing -> assertThat(missing.reason()).contains(echo.sha256().toString()));

    Files.write(jar, bytes);
    assertThat(run(echo)).isInstanceOf(RunOutcome.Answered.class);
  }

  @Test
  void what_runs_is_the_copy_that_was_checked() throws Exception {
    WantedProgram echo = installed(TestJobs.Echo.class);
    assertThat(run(echo)).isInstanceOf(RunOutcome.Answered.class);

    TestJobs.jar(TestJobs.ExitOne.class, programs, "any-name.jar");

    assertThat(run(echo)).isInstanceOf(RunOutcome.Answered.class);
  }

  @Test
  void a_stopped_runner_begins_nothing() throws Exception {
    WantedProgram echo = installed(TestJobs.Echo.class);

    runner.close();

    assertThat(run(echo)).isEqualTo(new RunOutcome.Stopped());
  }
}
