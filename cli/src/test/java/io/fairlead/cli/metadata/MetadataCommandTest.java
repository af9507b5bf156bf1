package io.fairlead.cli.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataCommandTest {
  private static final String PROFILE = "tangle-testnet";

  @TempDir static Path folder;
  private static Path exported = Path.of("");
  private static Path renamed = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Ours as exported, and a copy in which the call {@code submit_result} has another name. */
  @BeforeAll
  static void export() throws IOException {
    exported = folder.resolve("runtime.scale");
    var sink = new PrintWriter(new StringWriter());
    assertThat(Main.run(new String[] {"metadata", "export", "--profile", PROFILE, "--out",
        exported.toString()}, sink, sink)).isZero();
    String bytes = Files.readString(exported, StandardCharsets.ISO_8859_1);
    renamed = Files.writeString(folder.resolve("renamed.scale"),
        bytes.replace("submit_result", "submit_tluser"), StandardCharsets.ISO_8859_1);
  }

  @Test
  void the_export_is_plain_metadata_of_version_15() throws IOException {
    byte[] head = Arrays.copyOf(Files.readAllBytes(exported), 5);

    assertThat(head).containsExactly('m', 'e', 't', 'a', 15);
  }

  @Test
  void the_export_says_what_the_profile_says() {
    int code = run("metadata", "diff", PROFILE, exported.toString());

    assertThat(code).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_description_tells_indices_by_name() {
    int code = run("metadata", "describe", "--profile", PROFILE);

    assertThat(code).isZero();
    assertThat(out.toString()).contains("\nServices = index 51, storage Services\n")
        .contains("\nextrinsic.version = 4\n").contains("\nRewards = index 53");
  }

  @Test
  void a_description_of_one_pallet_leaves_out_the_others_and_the_apis() {
    int code = run("metadata", "describe", exported.toString(), "--pallets", "Balances");

    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("# pallets: Balances\n# apis: \n")
        .contains("\nBalances = index 6").doesNotContain("\nServices = ");
  }

  @Test
  void a_description_as_a_document_has_the_same_facts() throws IOException {
    run("metadata", "describe", exported.toString(), "--output", "json");

    JsonNode facts = new ObjectMapper().readTree(out.toString());
    assertThat(facts.get("Services").asText()).isEqualTo("index 51, storage Services");
    assertThat(facts.size()).isGreaterThan(500);
  }

  @Test
  void a_difference_is_told_by_name_and_exits_4() {
    int code = run("metadata", "diff", PROFILE, renamed.toString());

    assertThat(code).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(out.toString()).contains("submit_result").contains("submit_tluser")
        .contains("Services");
    assertThat(err.toString().lines()).singleElement().asString().contains("differ in");
  }

  @Test
  void a_difference_as_a_document_has_both_sides() throws IOException {
    int code = run("metadata", "diff", PROFILE, renamed.toString(), "--output", "json");

    JsonNode first = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(code).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(first.get("name").asText()).contains("submit_");
    assertThat(first.has("a")).isTrue();
    assertThat(first.has("b")).isTrue();
  }

  @Test
  void pallets_that_are_not_asked_for_do_not_differ() {
    int code = run("metadata", "diff", PROFILE, renamed.toString(), "--pallets", "Balances");

    assertThat(code).isZero();
  }

  @Test
  void a_file_that_is_no_metadata_is_refused_with_the_place() throws IOException {
    Path file = Files.writeString(folder.resolve("no.scale"), "no metadata");

    int code = run("metadata", "describe", file.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines()).singleElement().asString()
        .contains("no.scale is no metadata V14 or V15: at byte ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      metadata                                                  | Name a command
      metadata describe                                         | name one file of metadata
      metadata describe some.scale --profile tangle-testnet     | name one file of metadata
      metadata describe no/such/file                            | cannot read no/such/file
      metadata describe --profile polkadot                      | expected one of tangle-testnet
      metadata describe --profile tangle-testnet --pallets Nix  | no pallet 'Nix'; there are System
      metadata describe --profile tangle-testnet --apis Grandpa | no runtime API 'Grandpa'
      metadata diff tangle-testnet                              | Missing required parameter
      metadata diff tangle-testnet no/such/file                 | cannot read no/such/file
      metadata export --profile tangle-testnet                  | Missing required option
      metadata export --profile polkadot --out x                | expected one of tangle-testnet
      metadata export --profile tangle-testnet --out no/such/x  | cannot write no/such/x
      """)
  void wrong_usage_exits_2_with_one_line_that_says_what_to_do(String line, String message) {
    int code = run(line.strip().split("\\s+"));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
