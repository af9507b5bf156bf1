package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.runtime.Rules;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API of a twin of a real node under load, judged by its own description. */
class ApiTest {
  private static final OpenApi OPEN_API = new OpenApi();
  @TempDir private static Path folder;
  private static LoadedTwin loaded;

  @BeforeAll
  static void start() throws Exception {
    loaded = LoadedTwin.start(folder, Rules.REPAIRED);
    loaded.play(11, Duration.ofSeconds(8));
  }

  @AfterAll
  static void stop() {
    loaded.close();
  }

  private static LoadedTwin.Got judged(String described, String path) {
    LoadedTwin.Got got = loaded.get(path);
    OPEN_API.judge(described, got);
    return got;
  }

  /** Every page of a list. */
  private static List<JsonNode> all(String described, String path) {
    var items = new ArrayList<JsonNode>();
    String next = "";
    do {
      String page = path + (path.contains("?") ? "&" : "?") + "limit=2"
          + (next.isEmpty() ? "" : "&after=" + next);
      JsonNode data = judged(described, page).data();
      data.path("items").forEach(items::add);
      next = data.path("next").asText();
    } while (!next.isEmpty());
    return items;
  }

  @Test
  void every_path_is_described_and_every_described_path_is_answered() {
    Set<String> described = new TreeSet<>(OPEN_API.paths());

    Set<String> answered = Routes.all().stream()
        .map(each -> "/" + String.join("/", each.pattern()))
        .collect(Collectors.toCollection(TreeSet::new));
    answered.addAll(List.of("/", "/v1/openapi.json", "/v1/stream"));

    assertThat(answered).isEqualTo(described);
    Routes.all().forEach(each -> assertThat(each.parameters())
        .as(each.pattern().toString()).isEqualTo(Set.copyOf(
            OPEN_API.parameters("/" + String.join("/", each.pattern()), "query"))));
  }

  @Test
  void every_answer_is_as_described() {
    judged("/v1/status", "/v1/status").data();
    judged("/v1/generations", "/v1/generations").data();
    List<JsonNode> services = new ArrayList<>();
    for (int blueprint = 0; blueprint < 3; blueprint++) {
      judged("/v1/blueprints/{id}", "/v1/blueprints/" + blueprint);
      judged("/v1/blueprints/{id}/history", "/v1/blueprints/" + blueprint + "/history");
      services.addAll(all("/v1/blueprints/{id}/services",
          "/v1/blueprints/" + blueprint + "/services?state=all"));
    }
    assertThat(services).isNotEmpty();
    Set<String> operators = new TreeSet<>();
    Set<String> delegators = new TreeSet<>();
    int jobs = 0;
    for (JsonNode each : services) {
      String path = "/v1/services/" + each.path("service").asLong();
      judged("/v1/services/{id}", path).data();
      all("/v1/services/{id}/members", path + "/members?state=all")
          .forEach(member -> operators.add(member.path("operator").asText()));
      for (JsonNode job : all("/v1/services/{id}/jobs", path + "/jobs?state=all")) {
        judged("/v1/jobs/{id}", "/v1/jobs/" + job.path("call").asLong()).data();
        jobs++;
      }
      assertThat(all("/v1/services/{id}/history", path + "/history")).isNotEmpty();
    }
    assertThat(jobs).isPositive();
    assertThat(operators).isNotEmpty();
    for (String operator : operators) {
      String path = "/v1/operators/" + operator;
      judged("/v1/operators/{account}", path).data();
      judged("/v1/operators/{account}/exposure", path + "/exposure").data();
      all("/v1/operators/{account}/duties", path + "/duties?state=all");
      all("/v1/operators/{account}/services", path + "/services?state=all");
      all("/v1/operators/{account}/income", path + "/income");
      all("/v1/operators/{account}/refused", path + "/refused");
      all("/v1/operators/{account}/delegations", path + "/delegations")
          .forEach(each -> delegators.add(each.path("delegator").asText()));
      assertThat(all("/v1/operators/{account}/history", path + "/history")).isNotEmpty();
    }
    for (String delegator : delegators) {
      String path = "/v1/delegators/" + delegator;
      judged("/v1/delegators/{account}", path).data();
      assertThat(all("/v1/delegators/{account}/delegations", path + "/delegations")).isNotEmpty();
      all("/v1/delegators/{account}/income", path + "/income");
      all("/v1/delegators/{account}/refused", path + "/refused");
      all("/v1/delegators/{account}/history", path + "/history");
    }
    for (JsonNode each : all("/v1/requests", "/v1/requests?state=all")) {
      String path = "/v1/requests/" + each.path("request").asLong();
      judged("/v1/requests/{id}", path).data();
      all("/v1/requests/{id}/history", path + "/history");
    }
    judged("/v1/requests", "/v1/requests").data();
    for (JsonNode vault : judged("/v1/vaults", "/v1/vaults").data().path("items")) {
      judged("/v1/vaults/{id}", "/v1/vaults/" + vault.path("vault").asLong()).data();
    }
    judged("/v1/rounds/{round}", "/v1/rounds/0").data();
  }

  @Test
  void slashes_are_told_from_their_proposal_on() {
    List<JsonNode> slashes = all("/v1/slashes", "/v1/slashes?state=all");

    assertThat(slashes).isNotEmpty();
    for (JsonNode each : slashes) {
      String path =
          "/v1/slashes/" + each.path("round").asLong() + "/" + each.path("index").asLong();
      JsonNode slash = judged("/v1/slashes/{round}/{index}", path).data();
      assertThat(slash.path("proposedBy").asText()).isNotEmpty();
      assertThat(slash.path("isPending").asBoolean()).isEqualTo(!slash.has("ended"));
      List<JsonNode> facts = all("/v1/slashes/{round}/{index}/history", path + "/history");
      assertThat(facts).anyMatch(fact -> fact.path("name").asText().equals("UnappliedSlash"));
      String call = slash.path("call").asText();
      assertThat(facts).anyMatch(fact -> fact.path("id").asText().equals(call));
    }
    String operator = slashes.getFirst().path("operator").asText();
    assertThat(all("/v1/slashes", "/v1/slashes?state=all&operator=" + operator))
        .hasSameSizeAs(slashes.stream()
            .filter(each -> each.path("operator").asText().equals(operator)).toList());
    assertThat(all("/v1/slashes", "/v1/slashes?state=pending"))
        .allMatch(each -> each.path("isPending").asBoolean() && each.has("appliesAtRound"));
  }

  @Test
  void every_block_is_told_fact_by_fact() {
    long head = loaded.get("/v1/status").body().path("block").asLong();
    for (long block = 0; block <= head; block += block < 5 ? 1 : head / 20 + 1) {
      String path = "/v1/blocks/" + block + "/facts";
      JsonNode whole = judged("/v1/blocks/{number}/facts", path + "?limit=500").data();
      var facts = new ArrayList<JsonNode>();
      String next = "";
      do {
        JsonNode data = judged("/v1/blocks/{number}/facts",
            path + "?limit=7" + (next.isEmpty() ? "" : "&after=" + next)).data();
        data.path("facts").forEach(facts::add);
        next = facts.size() >= 500 ? "" : data.path("next").asText();
      } while (!next.isEmpty());
      assertThat(facts.stream().limit(500)).containsExactlyElementsOf(whole.path("facts"));
      assertThat(whole.path("isProved").asBoolean()).isTrue();
    }
  }

  @Test
  void an_answer_tells_the_block_at_which_it_is_true() {
    JsonNode now = judged("/v1/slashes", "/v1/slashes").body();
    long block = now.path("block").asLong();
    JsonNode facts = loaded.get("/v1/blocks/" + block + "/facts").data();

    assertThat(now.path("hash")).isEqualTo(facts.path("hash"));
    assertThat(now.path("proved").asBoolean()).isTrue();
    assertThat(now.path("lag").asLong()).isZero();
    JsonNode before = judged("/v1/slashes", "/v1/slashes?state=all&at=1").body();
    assertThat(before.path("block").asLong()).isEqualTo(1);
    assertThat(before.path("hash"))
        .isEqualTo(loaded.get("/v1/blocks/1/facts").data().path("hash"));
    assertThat(before.path("data").path("items")).isEmpty();
  }

  @Test
  void an_account_may_be_given_in_hexadecimal() {
    String operator = judged("/v1/slashes", "/v1/slashes?state=all").data().path("items").path(0)
        .path("operator").asText();
    String hex = "0x" + java.util.HexFormat.of()
        .formatHex(((io.fairlead.substrate.keys.Ss58.Address) io.fairlead.substrate.keys.Ss58
            .decode(operator)).account());

    assertThat(judged("/v1/operators/{account}", "/v1/operators/" + hex).data())
        .isEqualTo(judged("/v1/operators/{account}", "/v1/operators/" + operator).data());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /v1/operators/junk                        | 400 | expected an SS58 address
      /v1/operators/0x12                        | 400 | 64 hexadecimal digits
      /v1/operators/15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5 | 400 | prefix
      /v1/operators/0x0000000000000000000000000000000000000000000000000000000000000007 | 404 | no operator
      /v1/delegators/0x0000000000000000000000000000000000000000000000000000000000000007 | 404 | no delegator
      /v1/services/-1                           | 400 | expected a number
      /v1/services/99999999999999999999         | 400 | expected a number
      /v1/services/1e3                          | 400 | expected a number
      /v1/services/9999999                      | 404 | no service
      /v1/jobs/9999999                          | 404 | no job call
      /v1/requests/9999999                      | 404 | no request
      /v1/vaults/9999999                        | 404 | no vault
      /v1/blueprints/9999999                    | 404 | no blueprint
      /v1/slashes/9999999/0                     | 404 | no slash
      /v1/rounds/9999999                        | 404 | not begun
      /v1/blocks/9999999/facts                  | 404 | not here yet
      /v1/slashes?limit=0                       | 400 | expected 1 to 500
      /v1/slashes?limit=501                     | 400 | expected 1 to 500
      /v1/slashes?limit=99999999999999999999999 | 400 | expected a number
      /v1/slashes?limit=-5                      | 400 | expected a number
      /v1/slashes?state=soon                    | 400 | expected pending or ended or all
      /v1/slashes?operator=x                    | 400 | expected an SS58 address
      /v1/slashes?service=x                     | 400 | expected a number
      /v1/slashes?after=x/y                     | 400 | after
      /v1/slashes?unknown=1                     | 400 | no parameter
      /v1/slashes?at=9999999                    | 404 | not here yet
      /v1/slashes?at=-1                         | 400 | expected a number
      /v1/operators/x/y/z                       | 404 | no such path
      /v2/status                                | 404 | no such path
      /v1/%00%ff                                | 404 | no such path
      /v1/..%2f..%2fetc%2fpasswd                | 404 | no such path
      """)
  void a_bad_question_gets_a_clear_problem(String path, int status, String says) {
    LoadedTwin.Got got = loaded.get(path);

    OPEN_API.judge("", got);
    assertThat(got.status()).as(got.body().toString()).isEqualTo(status);
    assertThat(got.body().path("error").asText()).contains(says);
  }

  @Test
  void a_block_that_does_not_come_is_waited_for_two_seconds() {
    long before = System.nanoTime();
    LoadedTwin.Got got = loaded.get("/v1/slashes?atLeast=9999999");
    Duration waited = Duration.ofNanos(System.nanoTime() - before);

    assertThat(got.status()).isEqualTo(504);
    assertThat(got.body().path("error").asText()).contains("expected block 9999999, reached ");
    assertThat(waited).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(10));
  }

  @Test
  void only_get_is_answered() throws IOException, InterruptedException {
    HttpResponse<String> response = loaded.http().send(
        HttpRequest.newBuilder(loaded.url("/v1/status"))
            .POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.body()).contains("expected GET");
  }
}
