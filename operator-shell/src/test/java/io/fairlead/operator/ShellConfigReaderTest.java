package io.fairlead.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.operator.ShellConfig.SandboxWish;
import io.fairlead.operator.ShellConfigReader.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellConfigReaderTest {
  @TempDir Path folder;

  private Result read(String yaml) throws IOException {
    Files.createDirectories(folder.resolve("programs"));
    Path file = Files.writeString(folder.resolve("shell.yaml"), yaml);
    return ShellConfigReader.read(file, Map.of("OPERATOR_KEY", "//Bob"));
  }

  private List<String> mistakes(String yaml) throws IOException {
    return ((Result.Mistaken) read(yaml)).mistakes();
  }

  @Test
  void the_example_is_a_good_configuration_with_the_documented_defaults() throws Exception {
    Files.writeString(folder.resolve("operator.key"), "//Bob\n");
    String example;
    try (InputStream in = ShellConfig.class.getResourceAsStream(ShellConfigReader.EXAMPLE)) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    Result plain = read(example);
    Result everything = read(example
        .replaceAll("(?m)^# (limits|retry|concurrency|attempts|eraBlocks|drainMillis):", "$1:")
        .replaceAll("(?m)^#   (\\w+:)", "  $1"));

    assertThat(plain).isInstanceOfSatisfying(Result.Ready.class, ready -> {
      ShellConfig config = ready.config();
      assertThat(config.sandbox()).isEqualTo(SandboxWish.PREFERRED);
      assertThat(config.limits().time()).isEqualTo(Duration.ofSeconds(10));
      assertThat(config.data()).isEqualTo(folder.resolve("shell-data"));
      assertThat(config.eraBlocks()).isEqualTo(64);
    });
    assertThat(everything).isInstanceOfSatisfying(Result.Ready.class,
        ready -> assertThat(ready.config()).usingRecursiveComparison().ignoringFields("key")
            .isEqualTo(((Result.Ready) plain).config()));
  }

  @Test
  void five_mistakes_are_named_at_once() throws IOException {
    assertThat(mistakes("""
        url: http://127.0.0.1:9944
        signer:
          environment: NOT_SET
        data: shell-data
        programs: absent
        sandbox: maybe
        limits:
          timeMillis: soon
        """)).satisfiesExactly(line -> assertThat(line).startsWith("url:"),
        line -> assertThat(line).startsWith("signer.environment:"),
        line -> assertThat(line).startsWith("programs:"),
        line -> assertThat(line).startsWith("sandbox:"),
        line -> assertThat(line).startsWith("limits.timeMillis:"));
  }

  @Test
  void a_key_in_the_file_is_refused_and_not_repeated() throws IOException {
    var mistakes = mistakes("""
        url: ws://127.0.0.1:9944
        signer:
          environment: OPERATOR_KEY
          seed: "0x1111222233334444111122223333444411112222333344441111222233334444"
        data: shell-data
        programs: programs
        """);

    assertThat(mistakes).hasSize(1).first().asString().startsWith("signer.seed:")
        .doesNotContain("1111");
  }

  @Test
  void a_wrong_secret_is_named_without_being_repeated() throws IOException {
    Files.writeString(folder.resolve("operator.key"), "some words that are no key");

    var mistakes = mistakes("""
        url: ws://127.0.0.1:9944
        signer: {file: operator.key}
        data: shell-data
        programs: programs
        """);

    assertThat(mistakes).hasSize(1).first().asString().startsWith("signer.file:")
        .doesNotContain("words");
  }

  @Test
  void what_is_no_yaml_and_what_is_nothing_is_said() throws IOException {
    assertThat(mistakes("a: [b")).hasSize(1).first().asString().contains("not YAML at line");
    assertThat(mistakes("")).hasSize(1);
    assertThat(((Result.Mistaken) ShellConfigReader.read(folder.resolve("absent"), Map.of()))
        .mistakes()).hasSize(1);
  }
}
