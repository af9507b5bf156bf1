package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.DevGenesis;
import io.fairlead.testing.Skipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The unmodified client of src/test/clients against a real node. */
class PolkadotJsTest {
  private static final String SUITE = "polkadot.js";
  private static final Path SOURCES = Path.of("src", "test", "clients");
  private static final Path COPY = Path.of("target", "clients");
  private static final int NODE_MIN = 20;

  /** A program that ended, and all that it wrote. */
  private record Ended(int code, String output) {}

  private static Ended run(long seconds, String... command) {
    try {
      Path output = Files.createTempFile(COPY, "run-", ".log");
      Process process = new ProcessBuilder(command).directory(COPY.toFile())
          .redirectErrorStream(true).redirectOutput(output.toFile()).start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      process.destroyForcibly();
      return new Ended(ended ? process.exitValue() : -1,
          Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException missing) {
      return new Ended(-1, missing.toString());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @BeforeAll
  static void install() throws IOException {
    Files.createDirectories(COPY);
    String version = run(30, "node", "-v").output().strip();
    if (!version.matches("v\\d+\\..*")
        || Integer.parseInt(version.substring(1, version.indexOf('.'))) < NODE_MIN) {
      Skipped.suite(Skipped.Need.CLIENTS, SUITE, "Node.js " + NODE_MIN
          + " or newer is needed (found: " + version + "); see https://nodejs.org");
    }
    for (String file : List.of("package.json", "package-lock.json", ".npmrc",
        "polkadot-js.mjs")) {
      Files.copy(SOURCES.resolve(file), COPY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Ended installed = run(300, "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    if (installed.code() != 0) {
      Skipped.suite(Skipped.Need.CLIENTS, SUITE,
          "npm ci failed, is a package registry reachable? " + installed.output().strip());
    }
  }

  @Test
  void connects_transfers_sees_events_pages_reads_the_past_and_decodes_errors() {
    try (RunningNode node = switch (FairleadNode.start(NodeConfig.temporary())) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    }) {
      Ended ended = run(240, "node", "polkadot-js.mjs", node.address().toString(),
          DevGenesis.MANAGER.toString());

      assertThat(ended.code()).as(ended.output()).isZero();
      assertThat(ended.output().lines().filter(line -> line.startsWith("ok "))).containsExactly(
          "ok connects", "ok transfers with sr25519",
          "ok sees the events of a transfer with sr25519",
          "ok transfers with ed25519", "ok sees the events of a transfer with ed25519",
          "ok transfers with ecdsa", "ok sees the events of a transfer with ecdsa",
          "ok is told a fee", "ok sees finalized heads", "ok pages entries",
          "ok reads at an old block", "ok computes the hash that the node tells",
          "ok is told that a nonce is used", "ok decodes a Services error by name",
          "ok asks for the services of an operator as Tangle apps do");
    } catch (UncheckedIOException failed) {
      throw new AssertionError(failed);
    }
  }
}
