package io.fairlead.cli.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.Dispatched;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.Runtime;
import io.fairlead.runtime.TangleEngines;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.simulations.EmptyBlocks;
import io.fairlead.simulations.PlainBlock;
import io.fairlead.simulations.PlainLoop;
import io.fairlead.simulations.SignedCall;
import io.fairlead.simulations.demo.Act;
import io.fairlead.simulations.demo.Person;
import io.fairlead.simulations.demo.Story;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The demo's story on a real node, then its blocks on the pure runtime: both end with the same
 * values. Bob's answers are sent by the test in the place of an operator shell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainLoopAgainstNodeTest {
  private static final long EPOCH = Profile.TANGLE_TESTNET.epochBlocks();
  private static final long DEFER_ROUNDS = 7;
  private static final int PALLET_PREFIX = 16;
  private static final List<Bytes> PREFIXES = prefixes();

  private final RunningNode node = start();
  private final RpcClient client = RpcClient.connect(RpcConfig.of(node.address())).join();
  private final StoryOnNode story = new StoryOnNode(new ChainRpc(client));
  private List<PlainBlock> blocks = List.of();
  private SortedMap<Bytes, Bytes> expected = new TreeMap<>();

  private static RunningNode start() {
    return switch (FairleadNode.start(NodeConfig.temporary(), TangleEngines.dev(Rules.REPAIRED))) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  private static List<Bytes> prefixes() {
    var whole = Stream.of("Services", "MultiAssetDelegation", "Rewards", "Assets", "Balances")
        .map(pallet -> Bytes.wrap(Arrays.copyOf(Item.prefix(pallet, "any"), PALLET_PREFIX)));
    return Stream.concat(whole, Stream.of(Bytes.wrap(Item.prefix("System", "Account")))).toList();
  }

  @BeforeAll
  void tell() {
    Story.prepare().forEach(story::perform);
    Story.join().forEach(story::perform);
    Story.delegate().forEach(story::perform);
    story.perform(Story.publish(Hash.ZERO));
    Story.start().forEach(story::perform);
    answeredJob(0, Bytes.wrap(new byte[Story.INPUT_BYTES_MAX]));
    answeredJob(1, Bytes.utf8("another input"));
    story.perform(Story.answerWrongly(1));
    long round = story.round();
    Story.slash().forEach(story::perform);
    story.perform(Story.dispute(round, 0));
    long due = (round - DevGenesis.FIRST_SESSION + DEFER_ROUNDS) * EPOCH;
    story.travel(due + 2);
    Story.claim().forEach(story::perform);
    blocks = story.blocks();
    expected = story.pairs(PREFIXES);
  }

  private void answeredJob(long callId, Bytes input) {
    story.perform(Story.callJob(input));
    Bytes digest = Bytes.wrap(sha256(input));
    story.perform(new Act(Person.BOB, new ServicesCall.SubmitResult(Story.SERVICE, callId,
        List.of(Story.bytes(digest))), "answers call " + callId));
  }

  private static byte[] sha256(Bytes input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input.array());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @AfterAll
  void close() {
    client.close();
    node.close();
  }

  private static SortedMap<Bytes, Bytes> pairs(Runtime chain) {
    var found = new TreeMap<Bytes, Bytes>();
    chain.store().pairs().forEach(pair -> {
      if (PREFIXES.stream().anyMatch(prefix -> isUnder(prefix, pair.key()))) {
        found.put(pair.key(), pair.value());
      }
    });
    return found;
  }

  private static boolean isUnder(Bytes prefix, Bytes key) {
    return key.size() >= prefix.size()
        && Arrays.equals(Arrays.copyOf(key.array(), prefix.size()), prefix.array());
  }

  @Test
  void the_story_reached_every_pallet_and_passed_the_window() {
    assertThat(blocks).hasSizeGreaterThan((int) (DEFER_ROUNDS * EPOCH));
    assertThat(blocks.stream().mapToLong(block -> block.calls().size()).sum())
        .isGreaterThan(40);
    for (Bytes prefix : PREFIXES) {
      assertThat(expected.keySet()).anyMatch(key -> isUnder(prefix, key));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_pure_runtime_ends_with_the_values_of_the_node(EmptyBlocks emptyBlocks) {
    assertThat(pairsAfter(blocks, emptyBlocks)).isEqualTo(expected);
  }

  @Test
  void a_call_that_is_a_byte_shorter_ends_with_other_values() {
    var immortal = blocks.stream().map(block -> new PlainBlock(block.number(), block.now(),
        block.calls().stream().map(call -> SignedCall.of(call.signer(), call.call())).toList()))
        .toList();

    assertThat(pairsAfter(immortal, EmptyBlocks.SKIP)).isNotEqualTo(expected)
        .hasSameSizeAs(expected);
  }

  private static SortedMap<Bytes, Bytes> pairsAfter(List<PlainBlock> blocks,
      EmptyBlocks emptyBlocks) {
    var chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, DevGenesis.genesis());
    new PlainLoop(chain, emptyBlocks,
        (block, call, dispatched) -> assertThat(dispatched).as("%s", call)
            .isInstanceOfSatisfying(Dispatched.Included.class,
                it -> assertThat(it.outcome()).isInstanceOf(Outcome.Done.class)))
        .run(blocks);
    return pairs(chain);
  }
}
