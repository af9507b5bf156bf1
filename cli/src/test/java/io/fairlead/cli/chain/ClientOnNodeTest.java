package io.fairlead.cli.chain;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.client.FinalizedFollower;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.SignedExtrinsic;
import io.fairlead.client.TangleChain;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real node. */
class ClientOnNodeTest {
  private static final KeySigner BOB = new KeySigner(KeyPair.ofSuri(Scheme.SR25519, "//Bob"));
  private static final Call TRANSFER = new BalancesCall.TransferKeepAlive(
      MultiAddress.of(DevGenesis.ALICE), Balance.tnt(1));

  @TempDir Path folder;
  private RunningNode node;
  private RpcClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
    if (node != null) {
      node.close();
    }
  }

  private static RunningNode start(Path basePath, int port) {
    return switch (FairleadNode
        .start(NodeConfig.temporary().withBasePath(basePath).withRpcPort(port))) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  private TangleChain connect() {
    node = start(folder.resolve("chain"), 0);
    client = RpcClient.connect(RpcConfig.of(node.address())).join();
    return TangleChain.of(new ChainRpc(client), ChainOptions.PALLETS).join();
  }

  @Test
  void a_transfer_is_followed_to_its_finalized_block_with_its_events() {
    TangleChain chain = connect();

    Included included = chain.finalized(BOB, chain.encode(TRANSFER)).join();

    assertThat(included.error()).isEmpty();
    assertThat(included.events()).extracting(event -> event.pallet() + "." + event.name())
        .contains("Balances.Transfer", "TransactionPayment.TransactionFeePaid",
            "System.ExtrinsicSuccess");
  }

  @Test
  void a_refused_call_is_named_as_the_chain_names_it() {
    TangleChain chain = connect();

    Included noService =
        chain.finalized(BOB, chain.encode(new ServicesCall.CallJob(7, 0, List.of()))).join();
    Included tooLittle =
        chain.finalized(BOB, chain.encode(new RestakingCall.JoinOperators(Balance.of(1)))).join();

    assertThat(noService.error()).contains("Services.ServiceNotFound");
    assertThat(tooLittle.error()).contains("MultiAssetDelegation.BondTooLow");
  }

  @Test
  void a_used_nonce_is_refused_with_the_code_of_the_pool() {
    TangleChain chain = connect();
    Hash genesis = chain.genesis();
    chain.finalized(BOB, chain.encode(TRANSFER)).join();
    Bytes another = chain.encode(new BalancesCall.TransferKeepAlive(
        MultiAddress.of(DevGenesis.ALICE), Balance.tnt(2)));

    SignedExtrinsic stale =
        chain.sign(BOB, another, 0, new FinalizedFollower.Cursor(0, genesis), 64).join();
    Throwable refused = catchThrowable(() -> chain.rpc().submit(stale.bytes()).join());

    assertThat(refused).isInstanceOf(CompletionException.class).cause()
        .isInstanceOfSatisfying(RpcFailure.class, failure -> {
          assertThat(failure.kind()).isEqualTo(RpcFailure.Kind.REFUSED);
          assertThat(failure.code()).isEqualTo(1010);
        });
  }

  @Test
  void a_node_that_is_not_there_is_unreachable() {
    var nobody = RpcConfig.of(URI.create("ws://127.0.0.1:1"));

    assertThatThrownBy(() -> RpcClient.connect(nobody).join()).cause()
        .isInstanceOfSatisfying(RpcFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(RpcFailure.Kind.UNREACHABLE));
  }

  @Test
  void the_follower_gives_every_block_once_and_in_order_across_a_restart_of_the_node() {
    TangleChain chain = connect();
    int port = node.address().getPort();
    newBlocks(20);
    var seen = new CopyOnWriteArrayList<FinalizedBlock>();
    RpcClient following = RpcClient.start(RpcConfig.of(node.address()));
    var follower = FinalizedFollower.start(new ChainRpc(following),
        new FinalizedFollower.Cursor(0, chain.genesis()), block -> {
          seen.add(block);
          return CompletableFuture.completedFuture(null);
        });
    await().atMost(30, SECONDS).until(() -> seen.size() >= 20);

    client.close();
    node.close();
    node = start(folder.resolve("chain"), port);
    client = RpcClient.connect(RpcConfig.of(node.address())).join();
    newBlocks(15);

    await().atMost(60, SECONDS).until(() -> seen.size() >= 35);
    follower.close();
    following.close();
    assertThat(seen).extracting(FinalizedBlock::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 35).boxed().toList());
    for (int i = 1; i < seen.size(); i++) {
      assertThat(seen.get(i).header().parent()).isEqualTo(seen.get(i - 1).hash());
    }
  }

  @Test
  void the_follower_stops_on_another_chain() {
    connect();
    newBlocks(2);
    RpcClient following = RpcClient.start(RpcConfig.of(node.address()));

    var follower = FinalizedFollower.start(new ChainRpc(following),
        new FinalizedFollower.Cursor(1, Hash.ZERO),
        block -> CompletableFuture.completedFuture(null));

    assertThatThrownBy(() -> follower.ended().toCompletableFuture().get(30, SECONDS))
        .hasMessageContaining("another chain");
    follower.close();
    following.close();
  }

  @Test
  void a_block_that_the_sink_refused_comes_again() {
    TangleChain chain = connect();
    newBlocks(1);
    var tries = new CopyOnWriteArrayList<Long>();
    RpcClient following = RpcClient.start(RpcConfig.of(node.address()));

    var follower = FinalizedFollower.start(new ChainRpc(following),
        new FinalizedFollower.Cursor(0, chain.genesis()), block -> {
          tries.add(block.number());
          return tries.size() == 1
              ? CompletableFuture.failedFuture(new IllegalStateException("not now"))
              : CompletableFuture.completedFuture(null);
        });

    await().atMost(30, SECONDS).until(() -> tries.size() >= 2);
    follower.close();
    following.close();
    assertThat(tries).startsWith(1L, 1L);
  }

  private void newBlocks(int count) {
    client.call("dev_newBlock", Map.of("count", count)).join();
  }
}
