package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods whose answers need Tangle's own runtime. */
class TangleRpcTest {
  private static final String ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
  private static final String CHILD = hex(":child_storage:default:some");
  private static final String NOWHERE = "0x" + "ab".repeat(32);

  @TempDir static Path folder;

  private static RunningNode node;
  private static RpcClient client;

  @BeforeAll
  static void start() {
    node = switch (FairleadNode.start(NodeConfig.temporary().withBasePath(folder))) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
    client = new RpcClient(node.address());
  }

  @AfterAll
  static void stop() {
    client.close();
    node.close();
  }

  private static String hex(String text) {
    return io.fairlead.substrate.primitive.Bytes.utf8(text).toString();
  }

  private static JsonNode error(String method, Object... params) {
    return client.ask(method, params).path("error");
  }

  // --- services, rewards, credits ---

  @ParameterizedTest
  @ValueSource(strings = {"services_queryServicesWithBlueprintsByOperator",
      "services_queryServiceRequestsWithBlueprintsByOperator"})
  void an_account_without_a_profile_gets_the_dispatch_error(String method) {
    assertThat(error(method, ALICE)).hasToString("{\"code\":3,\"message\":\"Dispatch error\","
        + "\"data\":{\"Module\":{\"index\":51,\"error\":[28,0,0,0],\"message\":null}}}");
    assertThat(error(method, ALICE, NOWHERE).toString())
        .isEqualTo("{\"code\":1,\"message\":\"Runtime error\",\"data\":\"UnknownBlock: Header was"
            + " not found in the database: " + NOWHERE + "\"}");
    assertThat(error(method, "5Gxx").path("code").asInt()).isEqualTo(-32602);
  }

  @Test
  void rewards_without_a_vault_are_refused_in_the_words_of_rust() {
    JsonNode refused = error("rewards_queryUserRewards", ALICE, Map.of("Custom", 9));

    assertThat(refused.path("code").asInt()).isEqualTo(1);
    assertThat(refused.path("message").asText()).isEqualTo("Unable to query user rewards");
    assertThat(refused.path("data").asText())
        .matches(
            "Module\\(ModuleError \\{ index: 53, error: \\[\\d+, 0, 0, 0], message: None }\\)");
    assertThat(error("rewards_queryUserRewards", ALICE, Map.of("Custom", 0), NOWHERE)
        .path("data").asText()).isEqualTo("Application(UnknownBlock(\"Header was not found in the "
            + "database: " + NOWHERE + "\"))");
  }

  @Test
  void credits_are_a_bare_number() {
    assertThat(client.result("credits_queryUserCredits", ALICE).toString()).isEqualTo("0");
    assertThat(client.result("credits_queryUserCreditsWithAsset", ALICE, 0).toString())
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"custom":0}      | unknown variant 'custom', expected 'Custom' or 'Erc20'
      {"Custom":-1}     | expected a number of 128 bits
      {"Custom":"0"}    | expected a number of 128 bits
      {"Erc20":"0x12"}  | expected an address of 20 bytes
      5                 | expected {"Custom": number}
      """)
  void an_asset_in_another_form_is_wrong(String asset, String message) {
    JsonNode refused =
        error("rewards_queryUserRewards", ALICE, RpcClient.json(asset));

    assertThat(refused.path("code").asInt()).isEqualTo(-32602);
    assertThat(refused.path("data").asText().replace('`', '\'')).contains(message);
  }

  @Test
  void services_of_nobody_are_an_empty_page() {
    String empty = "{\"services\":[],\"next\":null}";

    assertThat(client.result("fairlead_servicesByBlueprint", 7).toString()).isEqualTo(empty);
    assertThat(client.result("fairlead_servicesByOperator", ALICE).toString()).isEqualTo(empty);
    assertThat(error("fairlead_servicesByBlueprint", 7, 1_001).path("code").asInt())
        .isEqualTo(4002);
    assertThat(error("fairlead_servicesByBlueprint").path("code").asInt()).isEqualTo(-32602);
    assertThat(error("fairlead_servicesByOperator", ALICE, 1, 0, NOWHERE).path("code").asInt())
        .isEqualTo(4003);
  }

  // --- keys ---

  @Test
  void a_key_that_was_inserted_is_there_and_only_its_owner_can_read_it() throws IOException {
    String key = "0x" + "12".repeat(32);
    assertThat(client.result("author_hasKey", key, "babe").asBoolean()).isFalse();

    assertThat(client.result("author_insertKey", "babe", "//Alice \"quoted\"", key).isNull())
        .isTrue();

    assertThat(client.result("author_hasKey", key, "babe").asBoolean()).isTrue();
    assertThat(client.result("author_hasKey", key, "gran").asBoolean()).isFalse();
    Path file = folder.resolve("keystore").resolve("62616265" + "12".repeat(32));
    assertThat(Files.readString(file)).isEqualTo("\"//Alice \\\"quoted\\\"\"");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
  }

  @Test
  void rotated_keys_are_three_new_ones_and_all_are_kept() {
    String first = client.result("author_rotateKeys").asText();
    String second = client.result("author_rotateKeys").asText();

    assertThat(first).hasSize(2 + 3 * 64).isNotEqualTo(second);
    assertThat(client.result("author_hasSessionKeys", first).asBoolean()).isTrue();
    assertThat(client.result("author_hasKey", "0x" + first.substring(66, 130), "gran")
        .asBoolean()).isTrue();
    assertThat(client.result("author_hasSessionKeys", "0x" + "00".repeat(96)).asBoolean())
        .isFalse();
  }

  @Test
  void wrong_keys_get_the_errors_of_substrate() {
    assertThat(error("author_insertKey", "babies", "//Alice", "0x00").toString())
        .isEqualTo("{\"code\":1040,\"message\":\"Invalid key type ID format (should be of length"
            + " four)\"}");
    assertThat(error("author_hasSessionKeys", "0x0102").toString())
        .isEqualTo("{\"code\":1040,\"message\":\"Session keys are not encoded correctly\"}");
    assertThat(error("author_hasKey", "0x00").path("code").asInt()).isEqualTo(-32602);
    assertThat(client.result("author_hasKey", "0x" + "00".repeat(2_000), "babe").asBoolean())
        .isFalse();
  }

  // --- child tries, network ---

  @Test
  void every_child_trie_is_empty() {
    assertThat(client.result("childstate_getKeysPaged", CHILD, "0x", 10)).isEmpty();
    assertThat(client.result("childstate_getKeys", CHILD, "0x")).isEmpty();
    assertThat(client.result("childstate_getStorage", CHILD, "0x01").isNull()).isTrue();
    assertThat(client.result("childstate_getStorageSize", CHILD, "0x01").isNull()).isTrue();
    assertThat(client.result("childstate_getStorageEntries", CHILD, List.of("0x01", "0x02"))
        .toString()).isEqualTo("[null,null]");
  }

  @Test
  void a_name_that_is_no_child_trie_is_refused_with_4003() {
    assertThat(error("childstate_getStorage", "0x01", "0x01").toString()).isEqualTo(
        "{\"code\":4003,\"message\":\"Client error: Invalid child storage key\"}");
    assertThat(error("childstate_getStorage", CHILD, "0x01", NOWHERE).path("code").asInt())
        .isEqualTo(4003);
    assertThat(error("childstate_getKeysPaged", CHILD, "0x", 1_001).path("code").asInt())
        .isEqualTo(4002);
  }

  @Test
  void a_node_without_a_network_has_an_id_and_no_address() {
    assertThat(client.result("system_localPeerId").asText()).matches("12D3KooW[1-9A-Za-z]{44}");
    assertThat(client.result("system_localListenAddresses")).isEmpty();
  }
}
