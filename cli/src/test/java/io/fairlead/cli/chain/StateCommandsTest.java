package io.fairlead.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code operators}, {@code delegators}, {@code services} and {@code blueprints}. */
class StateCommandsTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
  private static final String EVE = "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw";

  private static NodeBeside node;

  @BeforeAll
  static void start() {
    node = NodeBeside.withService();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void operators_are_told_with_stake_delegations_and_what_they_serve() {
    JsonNode bob = node.json("operators", "list").path("operators").path(0);

    assertThat(bob).hasToString("{\"operator\":\"" + BOB + "\",\"status\":\"active\","
        + "\"stake\":\"10000000000000000000000\",\"delegationCount\":1,"
        + "\"delegated\":{\"TNT\":\"300000000000000000000\"},\"blueprints\":[0],"
        + "\"services\":[0]}");
    assertThat(node.run("operators", "list").out().lines().toList()).hasSize(3)
        .first().asString().startsWith("1 operator at block ");
  }

  @Test
  void one_operator_is_shown_with_each_delegation_and_where_it_listens() {
    JsonNode bob = node.json("operators", "show", "//Bob");
    String text = node.run("operators", "show", BOB).out();

    assertThat(bob.path("rpcAddresses").path("0").asText()).isEqualTo("https://bob.example");
    assertThat(bob.path("delegations")).hasToString("[{\"delegator\":\"" + EVE
        + "\",\"asset\":\"TNT\",\"amount\":\"300000000000000000000\"}]");
    assertThat(text).contains("own stake   10000 TNT", "300 TNT in 1 delegation", EVE,
        "0 at https://bob.example");
  }

  @Test
  void delegators_are_told_with_deposits_and_delegations() {
    JsonNode eve = node.json("delegators", "list").path("delegators").path(0);
    JsonNode shown = node.json("delegators", "show", "//Eve");
    String text = node.run("delegators", "show", "//Eve").out();

    assertThat(eve.path("delegator").asText()).isEqualTo(EVE);
    assertThat(eve.path("deposited").path("TNT").asText()).isEqualTo("500000000000000000000");
    assertThat(shown.path("delegations").path(0).path("operator").asText()).isEqualTo(BOB);
    assertThat(shown.path("delegations").path(0).path("selects").asText())
        .isEqualTo("blueprints 0");
    assertThat(text).contains("deposit     500 TNT, of that 300 TNT delegated",
        "delegation  300 TNT to " + BOB + ", blueprints 0");
    assertThat(node.run("delegators", "list").out()).contains("1 delegator at block", "500 TNT");
  }

  @Test
  void services_are_listed_by_operator_and_blueprint_and_shown() {
    JsonNode service = node.json("services", "show", "0");
    String text = node.run("services", "show", "0").out();

    assertThat(service.path("owner").asText()).isEqualTo(ALICE);
    assertThat(service.path("operators"))
        .hasToString("[{\"operator\":\"" + BOB + "\",\"exposes\":{\"TNT\":30}}]");
    assertThat(text).contains("membership  fixed, at least 1 operator",
        "requires    10 % to 60 % of TNT", "exposes 30 % of TNT", "may call    ");
    assertThat(node.json("services", "list", "--operator", "//Bob").path("services")).hasSize(1);
    assertThat(node.json("services", "list", "--operator", "//Eve").path("services")).isEmpty();
    assertThat(node.json("services", "list", "--blueprint", "1").path("services")).isEmpty();
    assertThat(node.run("services", "list").out()).contains("1 service at block");
  }

  @Test
  void blueprints_are_told_with_jobs_and_prices() {
    JsonNode listed = node.json("blueprints", "list").path("blueprints").path(0);
    String text = node.run("blueprints", "show", "0").out();

    assertThat(listed).isEqualTo(without(node.json("blueprints", "show", "0"), "block"));
    assertThat(listed.path("jobs").path(0)).hasToString("{\"name\":\"add\",\"params\":"
        + "\"(Uint64, [Uint8])\",\"result\":\"(Uint64)\",\"price\":\"2.5 TNT a call\"}");
    assertThat(text).contains("blueprint 0 sums at block ", "about     adds",
        "job 0     add(Uint64, [Uint8]) → (Uint64), 2.5 TNT a call",
        "source    container r/i:t", "operator  " + BOB);
    assertThat(node.run("blueprints", "list").out()).contains("sums");
  }

  private static JsonNode without(JsonNode json, String field) {
    ((com.fasterxml.jackson.databind.node.ObjectNode) json).remove(field);
    return json;
  }

  @Test
  void an_earlier_block_tells_what_was_then() {
    assertThat(node.run("operators", "list", "--at", "0").out()).startsWith("0 operators at bl");
    assertThat(node.run("services", "show", "0", "--at", "1").err())
        .contains("no service 0 runs at block 1");
  }

  @ParameterizedTest
  @CsvSource({"operators, //Dave, is no operator at block", "delegators, //Dave, is no delegator",
      "services, 9, no service 9 runs", "blueprints, 9, no blueprint 9"})
  void what_is_not_there_fails_the_check(String noun, String which, String message) {
    var ran = node.run(noun, "show", which);

    assertThat(ran.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(ran.err()).contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"operators show 5Gxx, expected the address of an account",
      "delegators show 0x12, expected 0x and 64", "services show x, Invalid value",
      "operators list --at x, expected a block number",
      "services list --operator y, expected the address"})
  void a_wrong_argument_is_wrong_usage(String line, String message) {
    var ran = node.run(line.split(" "));

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(message);
  }
}
