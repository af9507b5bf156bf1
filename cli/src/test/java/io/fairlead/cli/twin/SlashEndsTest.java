package io.fairlead.cli.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.chain.NodeBeside;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.NodeConfig;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.audit.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the chain says of a slash with no event or too many, played on a real node and told by a real twin,
 * under the rules as deployed and repaired.
 */
class SlashEndsTest {
  @TempDir private Path folder;

  @Test
  void as_deployed_a_slash_takes_nothing_and_a_termination_wipes_those_of_others()
      throws Exception {
    Map<Long, String> ends = play("deployed");

    assertThat(ends).isEqualTo(Map.of(0L, "DISCARDED by a call", 1L, "APPLIED_WITHOUT_EFFECT",
        2L, "WIPED by a call", 3L, "APPLIED_AT_TERMINATION by a call"));
  }

  @Test
  void repaired_a_slash_takes_stake_and_a_termination_leaves_all_to_their_round() throws Exception {
    Map<Long, String> ends = play("repaired");

    assertThat(ends).isEqualTo(Map.of(0L, "DISCARDED by a call", 1L, "APPLIED",
        2L, "pending", 3L, "pending"));
  }

  /** How each slash ended, by index; nobody named where no call did it. */
  private Map<Long, String> play(String rules) throws Exception {
    NodeConfig config =
        NodeConfig.temporary().withRules(rules).withStatesKept(NodeConfig.ARCHIVE);
    try (NodeBeside node = NodeBeside.withService(config);
        RpcClient client = RpcClient.start(RpcConfig.of(node.url()));
        Twin twin = Twin.start(TwinConfig.of(List.of(node.url()), folder, new From.Genesis()))) {
      node.service("//Charlie", 1);
      slash(node, 0, 10);
      node.sent("Services.dispute", "[" + round(node) + ", 0]", "--via", "sudo", "--as",
          ServicesAccounts.accountOf(DevGenesis.DISPUTER).toString(), "--dev", "//Alice");
      slash(node, 0, 20);
      node.sent("MultiAssetDelegation.schedule_withdraw", "[{\"Custom\":0}, \"50 TNT\"]", "--dev",
          "//Eve");
      client.call("dev_timeTravel", Map.of("round", round(node) + 7)).join();
      client.call("dev_newBlock", Map.of("count", 2)).join();
      // not ripe: the chain as deployed says ExecutedWithdraw all the same, repaired it refuses
      node.run("tx", "MultiAssetDelegation.execute_withdraw", "[null]", "--dev", "//Eve");
      slash(node, 0, 30);
      slash(node, 1, 30);
      node.sent("Services.terminate", "[1]", "--dev", "//Charlie");

      await().atMost(90, TimeUnit.SECONDS).until(() -> twin.status().join().head() > 8_000
          && Math.min(twin.watermark(), twin.tables().watermark()) == twin.status().join()
              .target());
      assertThat(pending(node, twin, "--twin")).isEqualTo(pending(node, twin, "--url"));
      assertDelegatorIsAsTheChainHasIt(node, twin);
      Verification found = twin.verify(true);
      assertThat(found.differences()).isEmpty();
      assertThat(found.proved()).isEqualTo(found.blocks());
      return ends(twin);
    }
  }

  private static void slash(NodeBeside node, long service, int percent) {
    node.sent("Services.slash", "[\"//Bob\", " + service + ", " + percent + "]", "--via", "sudo",
        "--as", ServicesAccounts.accountOf(DevGenesis.SLASHER).toString(), "--dev", "//Alice");
  }

  private static long round(NodeBeside node) {
    return node.json("slashes", "list").path("round").asLong();
  }

  private static JsonNode ask(Twin twin, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json", "--twin", twin.api().toString()));
    return NodeBeside.ran(all).json().path("data");
  }

  /** Indices of the slashes in the queue, as the node or the twin knows it. */
  private static List<Long> pending(NodeBeside node, Twin twin, String of) {
    JsonNode list = of.equals("--url") ? node.json("slashes", "list").path("slashes")
        : ask(twin, "slashes", "list").path("items");
    var indices = new ArrayList<Long>();
    list.forEach(slash -> indices.add(slash.path("index").asLong()));
    return indices;
  }

  private static Map<Long, String> ends(Twin twin) {
    var ends = new TreeMap<Long, String>();
    ask(twin, "slashes", "list", "--state", "all").path("items")
        .forEach(slash -> ends.put(slash.path("index").asLong(),
            slash.path("isPending").asBoolean() ? "pending"
                : slash.path("end").asText() + (slash.has("endedBy") ? " by a call" : "")));
    return ends;
  }

  /**
   * A delegation is told twice by the chain as deployed, a withdrawal without its amount, a cut by a slash
   * with no change of the deposit's event: what counts is storage.
   */
  private static void assertDelegatorIsAsTheChainHasIt(NodeBeside node, Twin twin) {
    JsonNode chain = node.json("delegators", "show", "//Eve");
    JsonNode seen = ask(twin, "delegators", "show", "//Eve");
    assertThat(seen.path("delegations")).hasSize(1);
    assertThat(seen.path("delegations").path(0).path("amount").path("amount"))
        .isEqualTo(chain.path("delegations").path(0).path("amount"));
    assertThat(seen.path("deposits").path(0).path("amount").path("amount"))
        .isEqualTo(chain.path("deposits").path(0).path("amount"));
    assertThat(seen.path("withdrawals").path(0).path("amount").path("amount"))
        .isEqualTo(chain.path("withdrawRequests").path(0).path("amount"));
  }
}
