package io.fairlead.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.chain.NodeBeside;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

  private static NodeBeside node;

  @BeforeAll
  static void start() {
    node = NodeBeside.start();
    node.sent("Balances.transfer_keep_alive", "[\"//Bob\", \"1 TNT\"]", "--dev", "//Alice");
    node.sent("Assets.force_create", "[1, \"//Alice\", true, 1]", "--via", "sudo", "--dev",
        "//Alice");
    for (String who : List.of("//Bob", "//Charlie", "//Dave")) {
      node.sent("Assets.mint", "[1, \"" + who + "\", 500]", "--dev", "//Alice");
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void one_value_is_read_at_any_block() {
    JsonNode now = node.json("query", "System.Account", "//Alice").path("entries");
    JsonNode then = node.json("query", "System.Account", ALICE, "--at", "0");

    assertThat(now).hasSize(1);
    assertThat(now.path(0).path("keys")).hasToString("[\"" + ALICE + "\"]");
    assertThat(now.path(0).path("value").path("nonce").asInt()).isEqualTo(5);
    assertThat(then.path("block").asInt()).isZero();
    assertThat(then.path("entries").path(0).path("value").path("data").path("free").asText())
        .isEqualTo("1000000000000000000000000");
  }

  @Test
  void every_entry_under_the_first_key_is_read_with_its_keys() {
    JsonNode entries = node.json("query", "Assets.Account", "1").path("entries");

    assertThat(entries).hasSize(3).allSatisfy(entry -> {
      assertThat(entry.path("keys").path(0).asInt()).isEqualTo(1);
      assertThat(entry.path("keys").path(1).asText()).startsWith("5");
      assertThat(entry.path("value").path("balance").asText()).isEqualTo("500");
      assertThat(entry.path("default").asBoolean()).isFalse();
    });
    assertThat(node.json("query", "Assets.Account", "1", "--limit", "2").path("entries"))
        .hasSize(2);
  }

  @Test
  void a_default_is_marked_and_an_absent_value_is_null() {
    JsonNode counter = node.json("query", "Services.NextInstanceId").path("entries").path(0);
    JsonNode absent = node.json("query", "Services.Instances", "7").path("entries").path(0);

    assertThat(counter.path("value").asInt()).isZero();
    assertThat(counter.path("default").asBoolean()).isTrue();
    assertThat(absent.path("value").isNull()).isTrue();
    assertThat(node.run("query", "Services.NextInstanceId").out()).contains("0  (default)");
    assertThat(node.run("query", "Services.Instances", "7").out()).contains("7  not stored");
  }

  @Test
  void a_constant_is_read_too() {
    assertThat(node.json("query", "Services.SlashDeferDuration").path("value").asInt())
        .isEqualTo(7);
    assertThat(node.run("query", "Services.SlashDeferDuration").out()).contains("a constant");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      System.Acount,         , did you mean Account?
      Sistem.Account,        , did you mean System?
      System,                , expected PALLET.ITEM
      System.Account,  5Gxx,   key 1: expected the address of an account
      Services.Instances, x,   key 1: expected u64
      Balances.TotalIssuance, 1, has no keys
      """)
  void what_the_chain_does_not_have_is_wrong_usage(String item, String key, String message) {
    var ran = key == null ? node.run("query", item) : node.run("query", item, key);

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"999999, knows no block 999999", "x, expected a block number or hash",
      "0x0000000000000000000000000000000000000000000000000000000000000000, knows no block 0x"})
  void a_block_that_is_not_there_is_wrong_usage(String block, String message) {
    var ran = node.run("query", "System.Number", "--at", block);

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(message);
  }
}
