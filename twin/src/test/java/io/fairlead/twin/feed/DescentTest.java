package io.fairlead.twin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.Chains;
import io.fairlead.twin.load.Load;
import io.fairlead.twin.replica.PalletTrie;
import io.fairlead.twin.replica.Replica;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Nobody says which keys have changed, and still each is found and no other: what the twin does where its
 * table of touched keys is silent, for all blocks between two states of a real node at once.
 */
class DescentTest {

  @Test
  void every_change_is_found_although_none_is_announced() {
    try (RunningNode node = Chains.node(Rules.DEPLOYED);
        RpcClient client = RpcClient.start(RpcConfig.of(node.address()));
        EndpointPool pool =
            EndpointPool.start(List.of(node.address()), 1, InstantSource.system())) {
      var rpc = new ChainRpc(client);
      play(node, 1);
      Replica before = ChainStart.seed(pool, Optional.empty()).replica();
      play(node, 2);
      ChainStart.Seed now = ChainStart.seed(pool, Optional.empty());
      Hash head = rpc.finalizedHead().join();

      HeadProof.Verdict verdict = HeadProof.of(pool, head, before);

      TreeMap<Bytes, Optional<Bytes>> expected = differences(before, now.replica());
      assertThat(expected).hasSizeGreaterThan(20);
      assertThat(verdict).isInstanceOf(HeadProof.Verdict.Compared.class);
      var found = new TreeMap<Bytes, Optional<Bytes>>();
      ((HeadProof.Verdict.Compared) verdict).differences()
          .forEach(change -> found.put(change.key(), change.after()));
      assertThat(found).isEqualTo(expected);
    }
  }

  private static void play(RunningNode node, long seed) {
    Load.run(node.address(), seed, Duration.ofMillis(500), progress -> {
    });
  }

  private static TreeMap<Bytes, Optional<Bytes>> differences(Replica before, Replica after) {
    TreeMap<Bytes, Bytes> old = pairs(before);
    TreeMap<Bytes, Bytes> now = pairs(after);
    var differences = new TreeMap<Bytes, Optional<Bytes>>();
    now.forEach((key, value) -> {
      if (!Optional.of(value).equals(Optional.ofNullable(old.get(key)))) {
        differences.put(key, Optional.of(value));
      }
    });
    old.keySet().stream().filter(key -> !now.containsKey(key))
        .forEach(key -> differences.put(key, Optional.empty()));
    return differences;
  }

  private static TreeMap<Bytes, Bytes> pairs(Replica replica) {
    var pairs = new TreeMap<Bytes, Bytes>();
    for (PalletTrie pallet : replica.pallets().values()) {
      for (byte[] raw : pallet.trie().keys(pallet.prefix().array(), null, Integer.MAX_VALUE)) {
        Bytes key = Bytes.wrap(raw);
        pairs.put(key, replica.value(key).orElseThrow());
      }
    }
    return pairs;
  }
}
