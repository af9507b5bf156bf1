package io.fairlead.cli.tx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.chain.NodeBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TxCommandTest {
  private static final String TRANSFER = "Balances.transfer_keep_alive";
  private static final String BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

  private static NodeBeside node;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    node = NodeBeside.start();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static long blocks() {
    return node.json("query", "System.Number").path("entries").path(0).path("value").asLong();
  }

  @Test
  void a_call_by_name_is_sent_and_its_events_are_told() {
    JsonNode told = node.sent(TRANSFER, "{\"dest\":\"//Bob\",\"value\":\"1.5 TNT\"}", "--dev",
        "//Alice");

    assertThat(told.path("events")).anySatisfy(event -> {
      assertThat(event.path("event").asText()).isEqualTo("Balances.Transfer");
      assertThat(event.path("data").path("to").asText()).isEqualTo(BOB);
      assertThat(event.path("data").path("amount").asText()).isEqualTo("1500000000000000000");
    });
    assertThat(told.path("fee").asText()).matches("[0-9]{10,}");
    assertThat(told.has("error")).isFalse();
  }

  @Test
  void every_scheme_signs_and_the_text_has_units() {
    var ran = node.run("tx", TRANSFER, "[\"//Bob\", 7]", "--dev", "//Alice", "--wait", "in-block");
    node.sent(TRANSFER, "[\"5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu\", \"9 TNT\"]",
        "--dev", "//Alice");

    JsonNode ed25519 = node.sent(TRANSFER, "[\"//Bob\", \"1 TNT\"]", "--dev", "//Alice",
        "--scheme", "ed25519");

    assertThat(ran.out()).containsPattern("in block \\d+ .*, fee 0\\.\\d+ TNT")
        .contains("System.ExtrinsicSuccess");
    assertThat(ed25519.path("signer").asText())
        .isEqualTo("5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu");
  }

  @Test
  void a_refused_call_ends_with_1_and_the_name_of_its_error() {
    var ran = node.run("tx", "MultiAssetDelegation.join_operators", "[1]", "--dev", "//Bob",
        "--output", "json");

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("MultiAssetDelegation.BondTooLow: bond too low");
    assertThat(ran.json().path("error").asText()).isEqualTo("MultiAssetDelegation.BondTooLow");
  }

  @Test
  void sudo_acts_for_root_and_for_an_account_and_a_refusal_inside_is_one() {
    JsonNode asRoot = node.sent("Rewards.update_apy_blocks", "[100]", "--via", "sudo", "--dev",
        "//Alice");
    JsonNode asBob = node.sent("System.remark_with_event", "[\"hi\"]", "--via", "sudo", "--as",
        "//Bob", "--dev", "//Alice");
    var inside = node.run("tx", "MultiAssetDelegation.join_operators", "[1]", "--via", "sudo",
        "--as", "//Bob", "--dev", "//Alice");

    assertThat(asRoot.path("events")).extracting(event -> event.path("event").asText())
        .contains("Rewards.ApyBlocksUpdated");
    assertThat(asBob.path("events"))
        .filteredOn(event -> event.path("event").asText().equals("System.Remarked"))
        .extracting(event -> event.path("data").path("sender").asText()).containsExactly(BOB);
    assertThat(inside.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(inside.err()).contains("MultiAssetDelegation.BondTooLow");
  }

  @Test
  void call_data_and_dry_run_send_nothing() {
    long before = blocks();

    var data = node.run("tx", "Services.dispute", "[7, 0]", "--call-data");
    var wrapped = node.run("tx", "Services.dispute", "[7, 0]", "--call-data", "--via", "sudo");
    var good = node.run("tx", TRANSFER, "[\"//Bob\", 1]", "--dry-run", "--dev", "//Alice");
    var bad = node.run("tx", "Rewards.update_apy_blocks", "[1]", "--dry-run", "--dev", "//Bob");
    var poor = node.run("tx", TRANSFER, "[\"//Bob\", 1]", "--dry-run", "--dev", "//Nobody");

    assertThat(data.out().strip()).isEqualTo("0x330b1c00");
    assertThat(wrapped.out().strip()).endsWith("330b1c00");
    assertThat(good.code()).isZero();
    assertThat(good.out()).contains("nothing was sent").containsPattern("fee 0\\.\\d+ TNT");
    assertThat(bad.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(bad.err()).contains("BadOrigin");
    assertThat(poor.err()).contains("the signer cannot pay the fee");
    assertThat(blocks()).isEqualTo(before);
  }

  @Test
  void arguments_may_stand_in_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("call.json"), "{\"remark\": \"0x1234\"}");

    var ran = node.run("tx", "System.remark", "@" + file, "--call-data");

    assertThat(ran.out().strip()).isEqualTo("0x0100081234");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Balances.transferKeepAlive   | []                          | did you mean transfer_keep_alive?
      Balnces.transfer_all         | []                          | did you mean Balances?
      Balances                     | []                          | expected PALLET.CALL
      Balances.transfer_keep_alive | {"dest":"//Bob"}            | at value: expected u128
      Balances.transfer_keep_alive | {"dest":                    | ARGS_JSON is not JSON
      Balances.transfer_keep_alive | ["//Bob","x"]               | at value: expected u128
      Services.dispute             | {"era":1,"indx":1}          | did you mean index?
      Balances.transfer_keep_alive | @/no/such/file              | cannot read /no/such/file
      """)
  void what_does_not_fit_is_wrong_usage_and_nothing_is_sent(String call, String arguments,
      String message) {
    long before = blocks();

    var ran = node.run("tx", call, arguments, "--dev", "//Alice");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(message);
    assertThat(blocks()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --call-data --as //Bob             | --as needs --via
      --dry-run                          | who signs?
      --dev //Alice --wait soon          | --wait: expected finalized
      --dev //Alice --via proxy          | name the account to act for
      --dev //Alice --via proxy --as //B | has no pallet Proxy
      """)
  void options_that_contradict_are_wrong_usage(String options, String message) {
    String[] all = ("tx System.remark [\"0x\"] " + options).split(" ");

    var ran = node.run(all);

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(message);
  }
}
