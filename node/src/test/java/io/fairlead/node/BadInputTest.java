package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.pool.PoolLimits;
import io.fairlead.node.rpc.RpcLimits;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get wrong: each gets its error, and the connection and the node go on. */
class BadInputTest {
  private static final int BIG = 100_000;
  private static RunningNode node;
  private RpcClient client;

  @BeforeAll
  static void start() {
    node = Nodes.running(NodeConfig.temporary()
        .withLimits(new PoolLimits(2, 10_000, 2, 10_000, 1_000), new RpcLimits(BIG, 5, 3, 20, 8))
        .withSealing(io.fairlead.node.pool.PoolActor.Sealing.MANUAL), new TinyRuntime("a.b=c"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void connect() {
    client = await().ignoreException(CompletionException.class)
        .until(() -> new RpcClient(node.address()), it -> true);
  }

  @AfterEach
  void still_answers() {
    try (RpcClient last = client) {
      assertThat(last.result("system_health").path("isSyncing").asBoolean()).isFalse();
    }
  }

  private JsonNode answer(String text) {
    client.sendText(text);
    return client.next();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "{\"id\":1}}", "[1", "{\"id\":1} {\"id\":2}", "\0"})
  void broken_json_is_a_parse_error(String text) {
    assertThat(answer(text).toString()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,"
        + "\"error\":{\"code\":-32700,\"message\":\"Parse error\"}}");
  }

  @Test
  void json_nested_without_end_is_a_parse_error() {
    assertThat(answer("[".repeat(50_000)).path("error").path("code").asInt()).isEqualTo(-32700);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      5                                                       | null
      "text"                                                  | null
      []                                                      | null
      {}                                                      | null
      {"jsonrpc":"2.0","id":7}                                | 7
      {"jsonrpc":"2.0","id":"x","method":5}                   | "x"
      {"id":7,"method":"system_health"}                       | 7
      {"jsonrpc":"1.0","id":7,"method":"system_health"}       | 7
      {"jsonrpc":"2.0","id":[7],"method":"system_health"}     | null
      {"jsonrpc":"2.0","id":{"a":1},"method":"system_health"} | null
      """)
  void what_is_no_request_is_an_invalid_request(String text, String id) {
    assertThat(answer(text).toString()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id
        + ",\"error\":{\"code\":-32600,\"message\":\"Invalid request\"}}");
  }

  @Test
  void an_unknown_method_is_not_found() {
    assertThat(answer("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"no_such\"}").toString())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"error\":{\"code\":-32601,"
            + "\"message\":\"Method not found\"}}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      state_getStorage      | []
      state_getStorage      | [5]
      state_getStorage      | ["hello"]
      state_getStorage      | ["0x0"]
      state_getStorage      | ["0xzz"]
      state_getStorage      | {"key":"0x00"}
      state_getStorage      | ["0x00","0x00"]
      state_getStorage      | ["0x00",5]
      state_queryStorageAt  | ["0x00"]
      state_queryStorageAt  | [[1]]
      state_queryStorage    | [["0x00"]]
      state_subscribeStorage| []
      state_getKeysPaged    | ["0x00"]
      state_getKeysPaged    | ["0x00",-1]
      state_getKeysPaged    | ["0x00","many"]
      state_call            | [5,"0x"]
      chain_getBlockHash    | [-1]
      chain_getBlockHash    | [1.5]
      chain_getBlockHash    | ["0x"]
      chain_getBlockHash    | [{}]
      chain_getBlockHash    | [99999999999999999999]
      chain_getHeader       | ["0x00"]
      author_submitExtrinsic| []
      author_submitExtrinsic| [[]]
      author_removeExtrinsic| [[5]]
      system_accountNextIndex| [5]
      system_accountNextIndex| ["5Grwv"]
      dev_newBlock          | [{"count":"x"}]
      """)
  void a_wrong_parameter_is_named(String method, String params) {
    JsonNode reply = answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method.strip()
        + "\",\"params\":" + params + "}");

    assertThat(reply.path("error").path("code").asInt()).isEqualTo(-32602);
    assertThat(reply.path("error").path("message").asText()).isEqualTo("Invalid params");
    assertThat(reply.path("error").path("data").asText()).isNotBlank();
  }

  @Test
  void a_batch_is_answered_as_an_array_and_its_errors_one_by_one() {
    JsonNode replies = answer("[" + RpcClient.request(1, "system_chain") + ",5,"
        + RpcClient.request(2, "no_such") + ",{\"jsonrpc\":\"2.0\",\"method\":\"system_chain\"}]");

    assertThat(replies).hasSize(3);
    assertThat(replies.get(0).path("result").asText()).isEqualTo("Tangle Dev");
    assertThat(replies.get(1).path("error").path("code").asInt()).isEqualTo(-32600);
    assertThat(replies.get(2).path("error").path("code").asInt()).isEqualTo(-32601);
  }

  @Test
  void a_frame_that_is_too_big_is_refused_and_the_next_one_is_answered() {
    JsonNode reply = answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":[\""
        + "a".repeat(BIG) + "\"]}");

    assertThat(reply.path("error").path("code").asInt()).isEqualTo(-32007);
    assertThat(reply.path("error").path("data").asText())
        .isEqualTo("Exceeded max limit of " + BIG);
  }

  @Test
  void a_body_that_is_too_big_is_refused() {
    HttpResponse<String> response = RpcClient.post(node.address(), "a".repeat(BIG + 1));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("-32007");
  }

  @Test
  void http_answers_single_requests_batches_and_refuses_subscriptions() {
    assertThat(post(RpcClient.request(4, "system_chain").toString()))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":\"Tangle Dev\"}");
    assertThat(post("[" + RpcClient.request(4, "system_chain") + "]"))
        .isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":\"Tangle Dev\"}]");
    assertThat(post(RpcClient.request(4, "chain_subscribeNewHeads").toString()))
        .contains("-32601").contains("WebSocket");
    assertThat(post("{")).contains("-32700");
  }

  private String post(String body) {
    return RpcClient.post(node.address(), body).body();
  }

  @Test
  void subscriptions_of_a_connection_are_limited_and_a_place_can_be_freed() {
    String id = "";
    for (int i = 0; i < 3; i++) {
      id = client.result("chain_subscribeNewHeads").asText();
      client.next();
    }

    assertThat(client.ask("chain_subscribeNewHeads").path("error").path("code").asInt())
        .isEqualTo(-32006);

    client.result("chain_unsubscribeNewHeads", id);
    client.result("chain_subscribeNewHeads");
    client.next();
  }

  @Test
  void a_failed_subscription_takes_no_place() {
    for (int i = 0; i < 5; i++) {
      assertThat(client.ask("author_submitAndWatchExtrinsic", "0x00").path("error").path("code")
          .asInt()).isEqualTo(1002);
    }
  }

  @Test
  void connections_are_limited() {
    List<RpcClient> others = Stream.generate(() -> new RpcClient(node.address())).limit(4).toList();

    assertThat(org.assertj.core.api.Assertions
        .catchThrowable(() -> new RpcClient(node.address()))).isNotNull();

    others.forEach(RpcClient::close);
  }

  @Test
  void a_full_pool_drops_the_cheapest() {
    client.result("author_submitExtrinsic", TinyRuntime.write(1, 0, 5, "x").toString());
    client.result("author_submitExtrinsic", TinyRuntime.write(2, 0, 5, "x").toString());

    JsonNode reply =
        client.ask("author_submitExtrinsic", TinyRuntime.write(3, 0, 1, "x").toString());

    assertThat(reply.path("error").toString()).isEqualTo("{\"code\":1016,"
        + "\"message\":\"Immediately Dropped\",\"data\":"
        + "\"The transaction couldn't enter the pool because of the limit\"}");
    assertThat(client.ask("author_submitExtrinsic", TinyRuntime.write(1, 0, 5, "y").toString())
        .path("error").toString()).isEqualTo("{\"code\":1014,\"message\":"
            + "\"Priority is too low: (5 vs 5)\",\"data\":\"The transaction has too low priority "
            + "to replace another transaction already in the pool.\"}");
    client.result("dev_newBlock");
  }
}
