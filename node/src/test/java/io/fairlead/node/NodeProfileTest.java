package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain keeps the runtime that it was begun with. */
class NodeProfileTest {
  @TempDir Path folder;

  private static RunningNode started(NodeConfig config) {
    return ((Started.Running) FairleadNode.start(config)).node();
  }

  @Test
  void a_mainnet_chain_has_mainnet_addresses_and_stays_one() throws Exception {
    NodeConfig config = NodeConfig.temporary().withBasePath(folder);
    try (RunningNode node = started(config.withProfile("tangle-mainnet"));
        RpcClient client = new RpcClient(node.address())) {
      assertThat(client.result("system_properties").get("ss58Format").asInt()).isEqualTo(5_845);
      assertThat(client.result("state_getRuntimeVersion").get("specName").asText())
          .isEqualTo("tangle");
      client.result("dev_newBlock");
    }

    try (RunningNode node = started(config);
        RpcClient client = new RpcClient(node.address())) {
      assertThat(client.result("system_properties").get("tokenSymbol").asText())
          .isEqualTo("TNT");
      assertThat(client.result("system_properties").get("ss58Format").asInt()).isEqualTo(5_845);
      assertThat(client.result("fairlead_rules").has("profile")).isFalse();
    }

    assertThat(FairleadNode.start(config.withProfile("tangle-testnet")))
        .isInstanceOfSatisfying(Started.Refused.class, refused -> assertThat(refused.reason())
            .contains("begun with the profile tangle-mainnet"));
  }

  @Test
  void an_unknown_profile_is_refused() {
    assertThat(FairleadNode.start(NodeConfig.temporary().withProfile("moonbeam")))
        .isInstanceOfSatisfying(Started.Refused.class, refused -> assertThat(refused.reason())
            .contains("tangle-testnet, tangle-mainnet"));
  }
}
