package io.fairlead.cli.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.chain.NodeBeside;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs with {@code --twin}, against a real twin of a real node. */
class TwinVerbsTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
  private static final String CHARLIE = "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y";

  private static NodeBeside node;
  private static Twin twin;
  private static long slashedAt;

  @BeforeAll
  static void play(@TempDir Path folder) throws Unusable {
    node = NodeBeside.withService();
    node.sent("Services.call", "[0, 0, [{\"Uint64\":1}, {\"List\":[\"Uint8\", [{\"Uint8\":2}]]}]]",
        "--dev", "//Charlie");
    node.sent("Services.submit_result", "[0, 0, [{\"Uint64\":3}]]", "--dev", "//Bob");
    node.sent("Services.call", "[0, 0, [{\"Uint64\":4}, {\"List\":[\"Uint8\", []]}]]", "--dev",
        "//Charlie");
    long round = node.json("slashes", "list").path("round").asLong();
    slashedAt = slash(10).path("block").asLong();
    slash(20);
    node.sent("Services.dispute", "[" + round + ", 0]", "--via", "sudo", "--as",
        ServicesAccounts.accountOf(DevGenesis.DISPUTER).toString(), "--dev", "//Alice");
    twin = Twin.start(TwinConfig.of(List.of(node.url()), folder, new From.Genesis()));
    await().atMost(60, TimeUnit.SECONDS).until(() -> twin.status().join().head() > slashedAt + 1
        && Math.min(twin.watermark(), twin.tables().watermark()) == twin.status().join().target());
  }

  private static JsonNode slash(int percent) {
    return node.sent("Services.slash", "[\"//Bob\", 0, " + percent + "]", "--via", "sudo", "--as",
        ServicesAccounts.accountOf(DevGenesis.SLASHER).toString(), "--dev", "//Alice");
  }

  @AfterAll
  static void stop() {
    twin.close();
    node.close();
  }

  private static NodeBeside.Ran ask(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--twin", twin.api().toString()));
    return NodeBeside.ran(all);
  }

  private static String text(String... arguments) {
    NodeBeside.Ran ran = ask(arguments);
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out()).startsWith("twin at block " + twin.watermark()
        + " (the final head, proved)");
    return ran.out();
  }

  private static JsonNode json(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    NodeBeside.Ran ran = ask(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(ran.json().path("proved").asBoolean()).isTrue();
    assertThat(ran.json().path("block").asLong()).isEqualTo(twin.watermark());
    return ran.json().path("data");
  }

  @Test
  void pending_slashes_are_told_with_the_call_that_proposed_them() {
    String text = text("slashes", "list");
    JsonNode slash = json("slashes", "list").path("items").path(0);

    assertThat(text.lines().skip(1).findFirst().orElseThrow()).containsSubsequence("ROUND/INDEX",
        "OPERATOR", "SERVICE", "PERCENT", "PROPOSED BY", "APPLIES AT", "WHO CAN STOP IT");
    assertThat(text.lines().toList()).hasSize(3);
    assertThat(text).contains(BOB, "20 %", " in call " + (slashedAt + 1) + "-", "dispute origin");
    assertThat(slash.path("index").asLong()).isEqualTo(1);
    assertThat(slash.path("recorded").asLong()).isEqualTo(slashedAt + 1);
  }

  @Test
  void slashes_of_another_operator_or_service_are_left_out() {
    assertThat(text("slashes", "list", "--operator", "//Dave")).contains("no slash is pending");
    assertThat(text("slashes", "list", "--service", "9")).contains("no slash is pending");
    assertThat(text("slashes", "list", "--state", "all", "--operator", "//Bob", "--service", "0")
        .lines().toList()).hasSize(4);
    assertThat(node.run("slashes", "list", "--operator", "//Dave").out()).contains("0 pending");
    assertThat(node.run("slashes", "list", "--service", "0").out()).contains("1 pending");
  }

  @Test
  void a_slash_is_shown_by_its_index_alone_or_with_its_round() {
    long round = json("slashes", "list").path("items").path(0).path("round").asLong();

    assertThat(text("slashes", "show", "1")).isEqualTo(text("slashes", "show", round + "/1"))
        .contains("slash " + round + "/1", "operator     " + BOB, "20 % of its stake",
            "inside call 0", "applies at   round " + (round + 7));
    assertThat(text("slashes", "show", "0")).contains("ended        discarded in block "
        + (slashedAt + 2));
  }

  @Test
  void the_history_of_slashes_is_what_became_of_them_or_the_facts_of_one() {
    String all = text("slashes", "history");
    String one = text("slashes", "history", "0");

    assertThat(all).contains("discarded in block " + (slashedAt + 2) + " by ");
    assertThat(all.lines().toList()).hasSize(3);
    assertThat(one).containsSubsequence("call    Services.slash by ", "done",
        "event   Services.UnappliedSlash", "Services.UnappliedSlashes set by extrinsic",
        "call    Services.dispute by ", "Services.UnappliedSlashes removed");
    assertThat(text("slashes", "history", "--limit", "1").lines().toList()).hasSize(3);
  }

  @Test
  void operators_are_told_with_duties_and_income() {
    assertThat(text("operators", "show", "//Bob")).contains("operator " + BOB, "stake 10000 TNT",
        "status active");
    assertThat(text("operators", "duties", "//Bob").lines().toList()).hasSize(3);
    String all = text("operators", "duties", BOB, "--all");
    assertThat(all.lines().toList()).hasSize(4);
    assertThat(all).contains(", after 1 block ", "none yet");
    assertThat(json("operators", "duties", BOB, "--all").path("items").path(0).path("call")
        .asLong()).isZero();
    assertThat(text("operators", "income", "//Bob")).contains("service recorded", "TNT");
    assertThat(text("operators", "income", "//Dave")).contains("it got nothing");
  }

  @Test
  void delegators_blueprints_and_services_are_told() {
    assertThat(text("delegators", "show", "//Eve")).contains("300 TNT", BOB);
    assertThat(text("blueprints", "show", "0")).contains("name         sums", "job called 2",
        "result submitted 1");
    assertThat(text("blueprints", "services", "0")).contains("SERVICE", ALICE);
    assertThat(text("services", "show", "0")).contains("owner", ALICE, "members");
    String jobs = text("services", "jobs", "0");
    assertThat(jobs.lines().toList()).hasSize(4);
    assertThat(jobs).contains(CHARLIE, BOB);
    assertThat(text("services", "jobs", "0", "--open").lines().toList()).hasSize(3);
  }

  @Test
  void job_calls_are_shown_with_arguments_and_results() {
    assertThat(text("jobs", "show", "0")).contains("job call 0", "caller", CHARLIE, "answered",
        BOB);
    assertThat(text("jobs", "show", "1")).contains("open");
    assertThat(json("jobs", "show", "0").path("results")).hasSize(1);
  }

  @Test
  void requests_are_listed_with_how_they_ended() {
    assertThat(text("requests", "list")).contains("no request waits");
    assertThat(text("requests", "list", "--all")).contains("1 of 1", ", service 0");
    assertThat(text("requests", "show", "0")).contains("request 0", "approved", BOB);
  }

  @Test
  void a_page_says_how_to_go_on() {
    String first = text("operators", "duties", "//Bob", "--all", "--limit", "1");
    String last = first.lines().reduce((a, b) -> b).orElseThrow();

    assertThat(last).startsWith("more: the same with --after ");
    assertThat(text("operators", "duties", "//Bob", "--all", "--after",
        last.substring(last.lastIndexOf(' ') + 1)).lines().toList()).hasSize(3)
        .last().asString().startsWith("1 ");
  }

  @Test
  void a_past_block_is_asked_by_its_number() {
    NodeBeside.Ran ran = ask("delegators", "show", "//Eve", "--at", "1");

    assertThat(ran.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(ran.err()).contains("the twin says: ");
  }

  @Test
  void a_node_says_that_it_has_no_history() {
    for (String line : List.of("slashes list", "slashes show 1", "operators show //Bob",
        "delegators show //Eve", "services show 0", "blueprints show 0")) {
      assertThat(node.run(line.split(" ")).out()).startsWith("node at block ")
          .contains(", no history (a twin has it: --twin URL)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slashes history", "slashes list --state ended",
      "operators duties //Bob", "operators income //Bob", "services jobs 0",
      "blueprints services 0", "jobs show 0", "requests list", "requests show 0"})
  void without_a_twin_history_is_refused(String line) {
    NodeBeside.Ran ran = NodeBeside.ran(List.of(line.split(" ")));

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("only a twin can answer this", "--twin URL");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      slashes show 9              | 4 | the twin knows no slash 9
      slashes show 3/9            | 4 | no slash 9 of round 3
      slashes show x              | 2 | expected the index of a slash
      slashes list --limit 501    | 2 | --limit: expected 1 to 500, found 501
      slashes list --after x      | 2 | the twin says: after: expected what
      operators show //Dave       | 4 | the twin says: no operator
      operators duties 5Gxx       | 2 | expected the address of an account
      services show 0 --at 999999 | 4 | is not here yet
      services show 0 --at 0x12   | 2 | a twin expects a block number
      jobs show 99                | 4 | no job call 99
      requests show 99            | 4 | no request 99
      """)
  void what_is_not_there_or_malformed_is_told(String line, int code, String message) {
    NodeBeside.Ran ran = ask(line.split(" +"));

    assertThat(ran.err()).contains(message);
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void what_is_no_twin_or_does_not_answer_is_told() {
    NodeBeside.Ran dead = NodeBeside
        .ran(List.of("slashes", "list", "--twin", "http://127.0.0.1:1"));
    NodeBeside.Ran other = NodeBeside.ran(
        List.of("slashes", "list", "--twin", "http://127.0.0.1:" + node.url().getPort()));
    NodeBeside.Ran malformed = NodeBeside
        .ran(List.of("slashes", "list", "--twin", "127.0.0.1:9955"));

    assertThat(dead.code()).isEqualTo(ExitCode.NODE_NOT_REACHED);
    assertThat(dead.err()).contains("no twin answers at http://127.0.0.1:1");
    assertThat(other.code()).isEqualTo(ExitCode.NODE_NOT_REACHED);
    assertThat(other.err()).contains("is no twin");
    assertThat(malformed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(malformed.err()).contains("--twin: expected http://HOST:PORT");
  }
}
