package io.fairlead.operator.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.operator.plan.WantedProgram;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.testing.Skipped;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program sees under bubblewrap, and what it sees without. */
class SandboxTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final ProgramLimits LIMITS =
      new ProgramLimits(Duration.ofSeconds(20), 64, 1 << 20);
  private static Sandbox sandbox;

  @TempDir Path folder;

  @BeforeAll
  static void probe() {
    switch (SandboxProbe.probe(JDK)) {
      case SandboxProbe.Result.Works(var works) -> sandbox = works;
      case SandboxProbe.Result.Fails(String why) ->
          Skipped.suite(Skipped.Need.SANDBOX, "job sandbox", why);
    }
  }

  private String peek(Sandbox in) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s");
    Path jar = TestJobs.jar(TestJobs.Peek.class, folder, "peek.jar");
    var wanted = new WantedProgram("", ProgramStore.sha256(Files.readAllBytes(jar)));
    try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        var runner = new ProgramRunner(new ProgramStore(folder, folder.resolve("copies")), in,
            LIMITS, 1)) {
      String words = "#" + server.getLocalPort() + "#" + secret + "#";
      RunOutcome outcome = runner
          .run(List.of(wanted), List.of(new Field.Text(Bytes.utf8(words))))
          .toCompletableFuture().get(60, TimeUnit.SECONDS);
      assertThat(outcome).isInstanceOf(RunOutcome.Exited.class);
      return ((RunOutcome.Exited) outcome).complaint();
    }
  }

  @Test
  void a_sandboxed_program_sees_no_network_no_files_no_environment_and_no_process()
      throws Exception {
    assertThat(peek(sandbox))
        .isEqualTo("no-network no-file no-etc no-environment alone digest");
  }

  @Test
  void a_plain_child_sees_network_and_files_but_no_environment() throws Exception {
    assertThat(peek(SandboxProbe.plain(JDK, "test")))
        .startsWith("network file etc no-environment");
  }

  @Test
  void a_sandboxed_program_dies_with_the_process_that_started_it() throws Exception {
    Path jar = TestJobs.jar(TestJobs.Hang.class, folder, "hang.jar");
    // a shell between us and the sandbox, so that we can kill the sandbox's parent
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", "\"$@\" & wait", "sh"));
    command.addAll(sandbox.command(jar, LIMITS));
    Process parent = new ProcessBuilder(command).start();
    await().atMost(Duration.ofSeconds(20))
        .until(() -> parent.descendants().anyMatch(SandboxTest::isJava));
    List<ProcessHandle> children = parent.descendants().toList();

    parent.toHandle().destroyForcibly();

    await().atMost(Duration.ofSeconds(10))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static boolean isJava(ProcessHandle handle) {
    return handle.info().command().filter(command -> command.endsWith("java")).isPresent();
  }

  @Test
  void the_targets_of_the_jdks_links_are_shown() throws Exception {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Path conf = Files.createDirectories(folder.resolve("jdk/conf"));
    Path target = Files.writeString(etc.resolve("java.security"), "x");
    Files.createSymbolicLink(conf.resolve("java.security"), target);
    Files.createSymbolicLink(conf.resolve("inside"), Path.of("java.security"));
    Files.createSymbolicLink(conf.resolve("dangling"), etc.resolve("absent"));

    assertThat(SandboxProbe.linkTargets(folder.resolve("jdk")))
        .containsOnly(java.util.Map.entry(target, target.toRealPath()));
  }
}
