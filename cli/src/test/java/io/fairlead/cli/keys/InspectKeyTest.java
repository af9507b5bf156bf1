package io.fairlead.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectKeyTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String ALICE_ID =
      "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_development_key_shows_its_account_and_address() {
    int code = run("keys", "inspect", "--dev", "//Alice");

    assertThat(code).isZero();
    assertThat(out.toString()).contains(ALICE).contains(ALICE_ID).contains("sr25519");
  }

  @Test
  void a_secret_file_is_read_and_never_printed(@TempDir Path folder) throws IOException {
    String seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
    Path file = Files.writeString(folder.resolve("key.suri"), seed + "\n");

    int code = run("keys", "inspect", "--suri-file", file.toString(), "--output", "json");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("\"accountId\" : \"" + ALICE_ID + "\"")
        .doesNotContain("e5be9a50");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void an_address_of_any_network_is_understood() {
    int code = run("keys", "inspect", ALICE, "--prefix", "0");

    assertThat(code).isZero();
    assertThat(out.toString()).contains(ALICE_ID)
        .contains("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      keys inspect                                    | name one key or one address
      keys inspect --dev 0xe5be                       | expected a development key such as //Alice
      keys inspect --dev //Alice --suri-env A         | give one of
      keys inspect --suri-env FAIRLEAD_NO_SUCH_NAME   | is not set
      keys inspect --suri-file no/such/file           | cannot read
      keys inspect --dev //Alice --scheme rsa         | expected sr25519, ed25519 or ecdsa
      keys inspect 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHp   | address
      keys inspect --dev //Alice --prefix 99999       | expected 0 to 16383
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
