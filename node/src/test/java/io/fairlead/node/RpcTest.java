package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.chain.Header;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.trie.ProofReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The methods and their answers, over real WebSockets. */
class RpcTest {
  private static RunningNode node;
  private static int accounts;
  private RpcClient client;
  private int account;

  @BeforeAll
  static void start() {
    node = Nodes.running(NodeConfig.temporary(), new TinyRuntime("a.b=c", "d.e=f"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void connect() {
    client = new RpcClient(node.address());
    account = ++accounts;
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  /** Submits and waits until it is final; the block. */
  private String include(Bytes extrinsic) {
    client.result("author_submitAndWatchExtrinsic", extrinsic.toString());
    for (JsonNode result = client.next();; result = client.next()) {
      JsonNode block = result.path("params").path("result").path("finalized");
      if (block.isTextual()) {
        return block.asText();
      }
    }
  }

  private String key() {
    return Bytes.utf8("tiny:" + account).toString();
  }

  @Test
  void a_watched_transaction_is_ready_then_in_a_block_then_finalized() {
    Bytes extrinsic = TinyRuntime.write(account, 0, "one");

    JsonNode id = client.result("author_submitAndWatchExtrinsic", extrinsic.toString());

    assertThat(id.isTextual()).isTrue();
    JsonNode ready = client.next();
    assertThat(ready.path("method").asText()).isEqualTo("author_extrinsicUpdate");
    assertThat(ready.path("params").path("subscription")).isEqualTo(id);
    assertThat(ready.path("params").path("result").asText()).isEqualTo("ready");
    String block = client.next().path("params").path("result").path("inBlock").asText();
    assertThat(client.next().path("params").path("result").path("finalized").asText())
        .isEqualTo(block);
    JsonNode body = client.result("chain_getBlock", block).path("block").path("extrinsics");
    assertThat(body.get(body.size() - 1).asText()).isEqualTo(extrinsic.toString());
  }

  @Test
  void a_transaction_that_comes_too_early_waits_as_future_and_counts_when_ready() {
    client.result("author_submitAndWatchExtrinsic",
        TinyRuntime.write(account, 1, "two").toString());
    assertThat(client.next().path("params").path("result").asText()).isEqualTo("future");

    client.sendText(RpcClient.request(9, "author_submitExtrinsic",
        TinyRuntime.write(account, 0, "one").toString()).toString());

    var seen = new ArrayList<String>();
    while (!seen.contains("finalized")) {
      JsonNode frame = client.next();
      JsonNode result = frame.path("params").path("result");
      seen.add(result.isTextual() ? result.asText()
          : result.fieldNames().hasNext() ? result.fieldNames().next() : "reply");
    }
    assertThat(seen).containsSubsequence("ready", "inBlock", "finalized");
    assertThat(client.result("state_getStorage", key()).asText())
        .isEqualTo(Bytes.utf8("two").toString());
  }

  @Test
  void refusals_have_the_codes_and_texts_of_a_substrate_node() {
    include(TinyRuntime.write(account, 0, "one"));

    JsonNode stale =
        client.ask("author_submitExtrinsic", TinyRuntime.write(account, 0, 7, "").toString());
    assertThat(stale.path("error").toString()).isEqualTo("{\"code\":1010,\"message\":"
        + "\"Invalid Transaction\",\"data\":\"Transaction is outdated\"}");
    assertThat(error("author_submitExtrinsic", TinyRuntime.write(account, 0, 7, "").toString()))
        .isEqualTo(1012);
    assertThat(error("author_submitExtrinsic", TinyRuntime.write(account, 0, "one").toString()))
        .isEqualTo(1012);
    var forged = new TinyRuntime.Body(TinyRuntime.account(account), 1, 1, TinyRuntime.Deed.WRITE,
        Bytes.EMPTY, Bytes.EMPTY, 0);
    assertThat(client.ask("author_submitExtrinsic", TinyRuntime.extrinsic(forged).toString())
        .path("error").path("data").asText()).isEqualTo("Transaction has a bad signature");
    assertThat(error("author_submitExtrinsic", "0x0102")).isEqualTo(1002);
    assertThat(error("author_submitExtrinsic", "0x")).isEqualTo(1002);

    String early = TinyRuntime.write(account, 3, 5, "early").toString();
    client.result("author_submitExtrinsic", early);
    assertThat(error("author_submitExtrinsic", early)).isEqualTo(1013);
  }

  private int error(String method, Object... params) {
    return client.ask(method, params).path("error").path("code").asInt();
  }

  @Test
  void a_panicking_or_refused_transaction_is_told_to_be_invalid() {
    client.result("author_submitAndWatchExtrinsic",
        TinyRuntime.deed(account, 0, TinyRuntime.Deed.PANIC).toString());

    assertThat(client.next().path("params").path("result").asText()).isEqualTo("ready");
    assertThat(client.next().path("params").path("result").asText()).isEqualTo("invalid");
  }

  @Test
  void one_too_big_for_a_block_waits_and_does_not_make_empty_blocks() {
    client.result("author_submitExtrinsic",
        TinyRuntime.deed(account, 0, TinyRuntime.Deed.TOO_BIG).toString());
    include(TinyRuntime.write(++accounts, 0, "x"));
    long best = node.chain().best().number();

    JsonNode pending = client.result("author_pendingExtrinsics");

    assertThat(pending.toString())
        .contains(TinyRuntime.deed(account, 0, TinyRuntime.Deed.TOO_BIG).toString());
    assertThat(node.chain().best().number()).isLessThanOrEqualTo(best + 1);
    client.result("author_removeExtrinsic", List.of(Map.of("extrinsic",
        TinyRuntime.deed(account, 0, TinyRuntime.Deed.TOO_BIG).toString())));
    assertThat(client.result("author_pendingExtrinsics")).isEmpty();
  }

  @Test
  void the_next_index_counts_the_state_and_the_pool() {
    String address = io.fairlead.substrate.keys.Ss58.encode(42,
        TinyRuntime.account(account).array());
    assertThat(client.result("system_accountNextIndex", address).asInt()).isZero();

    include(TinyRuntime.write(account, 0, "one"));

    assertThat(client.result("account_nextIndex", address).asInt()).isEqualTo(1);
    JsonNode wrong = client.ask("system_accountNextIndex",
        address.substring(0, address.length() - 1) + "1");
    assertThat(wrong.path("error").path("code").asInt()).isEqualTo(-32602);
    assertThat(wrong.path("error").path("data").asText()).contains(address.substring(0, 20));
  }

  @Test
  void the_hash_of_a_header_can_be_computed_from_its_json() {
    include(TinyRuntime.write(account, 0, "one"));
    JsonNode json = client.result("chain_getHeader");

    var header = new Header(Hash.hex(json.path("parentHash").asText()),
        Long.decode(json.path("number").asText()), Hash.hex(json.path("stateRoot").asText()),
        Hash.hex(json.path("extrinsicsRoot").asText()), List.of());

    assertThat(client.result("chain_getBlockHash", json.path("number").asText()).asText())
        .isEqualTo(header.hash().toString());
    assertThat(client.result("chain_getFinalizedHead").asText())
        .isEqualTo(header.hash().toString());
  }

  @Test
  void block_hashes_are_given_for_numbers_hexadecimal_and_lists() {
    String genesis = client.result("chain_getBlockHash", 0).asText();

    assertThat(client.result("chain_getBlockHash", "0x0").asText()).isEqualTo(genesis);
    assertThat(client.result("chain_getBlockHash", "0").asText()).isEqualTo(genesis);
    assertThat(client.result("chain_getBlockHash", List.of(0, 99_999_999)).toString())
        .isEqualTo("[\"" + genesis + "\",null]");
    assertThat(client.result("chain_getBlockHash", 99_999_999).isNull()).isTrue();
  }

  @Test
  void an_unknown_block_is_null_for_chain_and_4003_for_state() {
    String unknown = "0x" + "ab".repeat(32);

    assertThat(client.result("chain_getHeader", unknown).isNull()).isTrue();
    assertThat(client.result("chain_getBlock", unknown).isNull()).isTrue();
    assertThat(client.ask("state_getStorage", "0x01", unknown).path("error").toString())
        .isEqualTo("{\"code\":4003,\"message\":\"Client error: UnknownBlock: Header was not found "
            + "in the database: " + unknown + "\"}");
  }

  @Test
  void storage_is_read_at_the_block_asked_for() {
    String first = include(TinyRuntime.write(account, 0, "one"));
    String second = include(TinyRuntime.write(account, 1, "second"));
    byte[] one = Bytes.utf8("one").array();

    assertThat(client.result("state_getStorage", key(), first).asText()).isEqualTo(Hex.of(one));
    assertThat(client.result("state_getStorageHash", key(), first).asText())
        .isEqualTo(Hex.of(Blake2b.hash256(one)));
    assertThat(client.result("state_getStorageSize", key(), second).asInt()).isEqualTo(6);
    assertThat(client.result("state_getStorage", "0x00").isNull()).isTrue();
    JsonNode set = client.result("state_queryStorageAt", List.of(key(), "0x00"), first).get(0);
    assertThat(set.path("block").asText()).isEqualTo(first);
    assertThat(set.path("changes").toString())
        .isEqualTo("[[\"" + key() + "\",\"" + Hex.of(one) + "\"],[\"0x00\",null]]");
    JsonNode sets = client.result("state_queryStorage", List.of(key()), first, second);
    assertThat(sets.get(0).path("block").asText()).isEqualTo(first);
    assertThat(sets.get(sets.size() - 1).path("block").asText()).isEqualTo(second);
  }

  @Test
  void keys_come_in_pages_strictly_after_the_start_key() {
    String prefix = Bytes.utf8("tiny:genesis:").toString();
    var all = new ArrayList<String>();

    for (String start = prefix;;) {
      JsonNode page = client.result("state_getKeysPaged", prefix, 64, start);
      page.forEach(it -> all.add(it.asText()));
      if (page.size() < 64) {
        break;
      }
      start = page.get(63).asText();
    }

    assertThat(all).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(250);
    assertThat(client.ask("state_getKeysPaged", prefix, 1_001).path("error").path("code").asInt())
        .isEqualTo(4002);
    assertThat(client.result("state_getPairs", prefix)).hasSize(all.size());
  }

  @Test
  void a_read_proof_proves_presence_and_absence_to_the_root_of_the_block() {
    String block = include(TinyRuntime.write(account, 0, "one"));
    String root = client.result("chain_getHeader", block).path("stateRoot").asText();

    JsonNode proof = client.result("state_getReadProof", List.of(key(), "0x0505"), block);

    var nodes = new ArrayList<byte[]>();
    proof.path("proof").forEach(it -> nodes.add(Hex.bytes(it.asText())));
    ProofReader reader = ProofReader.of(Hex.bytes(root), nodes);
    assertThat(proof.path("at").asText()).isEqualTo(block);
    assertThat(reader.read(Hex.bytes(key())))
        .isEqualTo(new ProofReader.Found(Bytes.utf8("one").array()));
    assertThat(reader.read(Hex.bytes("0x0505"))).isEqualTo(new ProofReader.Absent());
  }

  @Test
  void a_storage_subscription_sends_all_keys_at_once_and_then_what_changes() {
    JsonNode id = client.result("state_subscribeStorage", List.of(key(), "0x00"));
    JsonNode first = client.next();
    assertThat(first.path("params").path("result").path("changes").toString())
        .isEqualTo("[[\"" + key() + "\",null],[\"0x00\",null]]");

    try (RpcClient other = new RpcClient(node.address())) {
      other.result("author_submitExtrinsic", TinyRuntime.write(account, 0, "one").toString());
    }
    JsonNode second = client.next();
    assertThat(second.path("params").path("subscription")).isEqualTo(id);
    assertThat(second.path("params").path("result").path("changes").toString())
        .isEqualTo("[[\"" + key() + "\",\"" + Bytes.utf8("one") + "\"]]");

    assertThat(client.result("state_unsubscribeStorage", id.asText()).asBoolean()).isTrue();
    assertThat(client.result("state_unsubscribeStorage", id.asText()).asBoolean()).isFalse();
    include(TinyRuntime.write(account, 1, "two"));
  }

  @Test
  void heads_begin_with_the_current_one_and_follow_each_other() {
    JsonNode id = client.result("chain_subscribeFinalizedHeads");
    JsonNode first = client.next();
    assertThat(first.path("method").asText()).isEqualTo("chain_finalizedHead");
    assertThat(first.path("params").path("subscription")).isEqualTo(id);
    long number = Long.decode(first.path("params").path("result").path("number").asText());

    client.sendText(RpcClient.request(77, "dev_newBlock").toString());

    var frames = List.of(client.next(), client.next());
    assertThat(frames).anySatisfy(it -> assertThat(it.path("id").asInt()).isEqualTo(77))
        .anySatisfy(it -> assertThat(it.path("params").path("result").path("number").asText())
            .isEqualTo("0x" + Long.toHexString(number + 1)));
  }

  @Test
  void a_runtime_version_subscription_tells_the_version_at_once() {
    client.result("state_subscribeRuntimeVersion");

    JsonNode version = client.next().path("params").path("result");
    assertThat(version).isEqualTo(client.result("state_getRuntimeVersion"));
    assertThat(version.path("apis").toString()).isEqualTo("[[\"0xdf6acb689907609b\",5]]");
  }

  @Test
  void a_runtime_api_answers_and_an_unknown_one_is_named() {
    assertThat(client.result("state_call", "AccountNonceApi_account_nonce",
        TinyRuntime.account(account).toString()).asText()).isEqualTo("0x00000000");
    assertThat(client.result("state_call", "Metadata_metadata", "").asText())
        .isEqualTo("0x146d6574610e");
    assertThat(client.result("state_getMetadata").asText()).isEqualTo("0x6d6574610e");
    assertThat(client.ask("state_call", "No_such", "0x").path("error").toString()).contains("4003")
        .contains("Exported method No_such is not found");
    assertThat(error("state_call", "AccountNonceApi_account_nonce", "0x01")).isEqualTo(4003);
  }

  @Test
  void time_travel_goes_to_a_block_a_round_and_a_moment() {
    long best = node.chain().best().number();

    client.result("dev_newBlock", Map.of("count", 3));
    assertThat(node.chain().best().number()).isEqualTo(best + 3);
    String hash = client.result("dev_newBlock", Map.of("to", best + 5)).asText();
    assertThat(client.result("chain_getBlockHash", best + 5).asText()).isEqualTo(hash);
    long now = client.result("dev_timeTravel", Map.of("block", best + 7)).asLong();
    assertThat(client.result("dev_timeTravel", now + 60_000).asLong()).isEqualTo(now + 60_000);
    assertThat(node.chain().best().number()).isEqualTo(best + 17);
    assertThat(client.result("dev_timeTravel",
        java.time.Instant.ofEpochMilli(now + 66_000).toString()).asLong()).isEqualTo(now + 66_000);
    long round = node.chain().best().number() / 10 + 2;
    client.result("dev_timeTravel", Map.of("round", round));
    assertThat(node.chain().best().number()).isEqualTo(round * 10);

    var wrong = new HashMap<String, Object>();
    wrong.put("count", 0);
    assertThat(error("dev_newBlock", wrong)).isEqualTo(-32602);
    assertThat(error("dev_newBlock", Map.of("cuont", 1))).isEqualTo(-32602);
    assertThat(error("dev_newBlock", Map.of("to", 1))).isEqualTo(-32602);
    assertThat(error("dev_newBlock", 5)).isEqualTo(-32602);
    assertThat(error("dev_timeTravel")).isEqualTo(-32602);
    assertThat(error("dev_timeTravel", "yesterday")).isEqualTo(-32602);
    assertThat(error("dev_timeTravel", now)).isEqualTo(-32602);
  }

  @Test
  void the_rules_are_told_by_name() {
    assertThat(client.result("fairlead_rules").toString())
        .isEqualTo("{\"a.b\":\"c\",\"d.e\":\"f\"}");
  }

  @Test
  void a_dry_run_tells_the_result_and_changes_nothing() {
    long best = node.chain().best().number();

    assertThat(client.result("system_dryRun", TinyRuntime.write(account, 0, "x").toString())
        .asText()).isEqualTo("0x0000");
    assertThat(client.result("system_dryRun",
        TinyRuntime.deed(account, 0, TinyRuntime.Deed.FAIL).toString()).asText())
        .isEqualTo("0x000100");
    assertThat(client.result("system_dryRun", TinyRuntime.write(account, 4, "x").toString())
        .asText()).isEqualTo("0x010002");

    assertThat(node.chain().best().number()).isEqualTo(best);
    assertThat(client.result("state_getStorage", key()).isNull()).isTrue();
  }

  @Test
  void every_method_that_polkadot_js_needs_is_listed_and_every_one_listed_answers() {
    var listed = new ArrayList<String>();
    client.result("rpc_methods").path("methods").forEach(it -> listed.add(it.asText()));

    assertThat(listed).contains("rpc_methods", "system_chain", "system_name", "system_version",
        "system_properties", "system_health", "system_accountNextIndex", "chain_getBlockHash",
        "chain_getHead", "chain_getHeader", "chain_getBlock", "chain_getFinalizedHead",
        "chain_getFinalisedHead", "chain_subscribeNewHead", "chain_subscribeNewHeads",
        "subscribe_newHead", "chain_subscribeAllHeads", "chain_subscribeFinalizedHeads",
        "chain_subscribeFinalisedHeads", "chain_unsubscribeNewHead",
        "chain_unsubscribeFinalizedHeads", "state_getMetadata", "state_getRuntimeVersion",
        "chain_getRuntimeVersion", "state_call", "state_callAt", "state_getStorage",
        "state_getStorageAt", "state_getStorageHash", "state_getStorageSize",
        "state_getKeysPaged", "state_getKeysPagedAt", "state_queryStorageAt",
        "state_subscribeStorage", "state_unsubscribeStorage", "state_subscribeRuntimeVersion",
        "state_unsubscribeRuntimeVersion", "state_getReadProof", "author_submitExtrinsic",
        "author_submitAndWatchExtrinsic", "author_unwatchExtrinsic", "author_pendingExtrinsics",
        "payment_queryInfo", "account_nextIndex", "dev_newBlock", "dev_timeTravel",
        "fairlead_rules", "system_localPeerId", "system_localListenAddresses",
        "childstate_getKeysPaged", "childstate_getStorage", "author_insertKey", "author_hasKey",
        "author_hasSessionKeys", "author_rotateKeys",
        "services_queryServicesWithBlueprintsByOperator",
        "services_queryServiceRequestsWithBlueprintsByOperator", "rewards_queryUserRewards",
        "credits_queryUserCredits", "credits_queryUserCreditsWithAsset",
        "fairlead_servicesByBlueprint", "fairlead_servicesByOperator");
    assertThat(listed).noneMatch(it -> it.startsWith("chainHead") || it.startsWith("offchain"));
    for (String method : listed) {
      JsonNode reply = RpcClient.json(
          RpcClient.post(node.address(), RpcClient.request(1, method).toString()).body());
      JsonNode error = reply.path("error");
      if (error.path("code").asInt() == -32601) {
        assertThat(error.path("data").asText()).as(method)
            .isEqualTo("subscriptions need a WebSocket");
      }
    }
  }
}
