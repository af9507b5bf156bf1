package io.fairlead.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunShellTest {
  @TempDir Path folder;

  @Test
  void a_config_with_five_mistakes_names_all_of_them_and_exits_with_2() throws Exception {
    Path config = Files.writeString(folder.resolve("shell.yaml"), """
        url: nowhere
        signer: {file: absent.key}
        data: data
        programs: absent
        sandbox: perhaps
        concurrency: 0
        """);
    var err = new StringWriter();

    int code = Main.run(new String[] {"shell", "run", "--config", config.toString()},
        new PrintWriter(new StringWriter()), new PrintWriter(err, true));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("5 mistakes", "url:", "signer.file:", "programs:",
        "sandbox:", "concurrency:");
  }

  @Test
  void a_shell_drains_on_sigterm_exits_with_0_and_keeps_others_off_its_folder()
      throws Exception {
    try (
        ServiceChain chain = ServiceChain.start(folder.resolve("chain"),
            EchoJob.install(folder.resolve("programs")));
        ChildShell shell = ChildShell.command(folder, chain.url())) {
      shell.await("\"ready\"");
      try (ChildShell second = ChildShell.command(folder, chain.url())) {
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.log()).contains("another shell is running on the data folder");
      }
      long call = chain.callJob();

      shell.await("\"received\"");
      shell.terminate();

      JsonNode submitted = new ObjectMapper().readTree(shell.await("\"submitted\""));
      assertThat(submitted.path("millis").asDouble()).isPositive();
      shell.await("\"stopped\"");
      assertThat(shell.exitCode()).isZero();
      chain.seal(1);
      assertThat(chain.answers()).containsExactly(call);
    }
  }
}
