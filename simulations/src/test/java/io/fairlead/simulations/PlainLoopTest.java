package io.fairlead.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.Dispatched;
import io.fairlead.runtime.Moment;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.Runtime;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.simulations.demo.Act;
import io.fairlead.simulations.demo.Person;
import io.fairlead.simulations.demo.Story;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLoopTest {
  private static final long START = 1_750_000_000_000L;
  /** First block of the round in which a slash of round 1 is due. */
  private static final long DUE = 7 * Profile.TANGLE_TESTNET.epochBlocks();
  private static final Bytes ANSWER = Bytes.wrap(new byte[] {1, 2, 3});

  /** A run of the story: what the chain held, and what it told of. */
  private static final class Telling {
    final Runtime chain =
        new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, DevGenesis.genesis());
    final List<Event> events = new ArrayList<>();
    final PlainLoop loop;

    Telling(EmptyBlocks emptyBlocks) {
      loop = new PlainLoop(chain, emptyBlocks, (block, call, dispatched) -> {
        assertThat(dispatched).as("%s", call).isInstanceOfSatisfying(Dispatched.Included.class,
            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Done.class));
        chain.events().forEach(record -> events.add(record.event()));
      });
      loop.run(story());
    }

    /** Every pair but the hashes of blocks, of which a skipped block leaves none. */
    List<Store.Change> state() {
      byte[] hashes = Item.prefix("System", "BlockHash");
      return chain.store().pairs().stream()
          .filter(pair -> !Arrays.equals(hashes, 0, hashes.length, pair.key().array(), 0,
              Math.min(hashes.length, pair.key().size())))
          .toList();
    }
  }

  /** One act a block; the dispute in the round of the slashes, the claims after their window. */
  private static List<PlainBlock> story() {
    var acts = new ArrayList<>(Story.prepare());
    acts.addAll(Story.join());
    acts.addAll(Story.delegate());
    acts.add(Story.publish(Hash.ZERO));
    acts.addAll(Story.start());
    for (long call = 0; call < 2; call++) {
      acts.add(Story.callJob(ANSWER));
      acts.add(new Act(Person.BOB, new ServicesCall.SubmitResult(Story.SERVICE, call,
          List.of(Story.bytes(ANSWER))), "answers"));
    }
    acts.add(Story.answerWrongly(1));
    acts.addAll(Story.slash());
    acts.add(Story.dispute(DevGenesis.FIRST_SESSION, 0));
    var blocks = new ArrayList<PlainBlock>();
    acts.forEach(act -> add(blocks, List.of(call(act))));
    while (blocks.size() < DUE) {
      add(blocks, List.of());
    }
    add(blocks, Story.claim().stream().map(PlainLoopTest::call).toList());
    add(blocks, List.of());
    add(blocks, List.of());
    return blocks;
  }

  private static SignedCall call(Act act) {
    return SignedCall.of(act.signer().account(), act.call());
  }

  private static void add(List<PlainBlock> blocks, List<SignedCall> calls) {
    blocks.add(block(blocks.size() + 1, calls));
  }

  private static PlainBlock block(long number, List<SignedCall> calls) {
    return new PlainBlock(new BlockNumber(number), new Moment(START + 6_000 * number), calls);
  }

  @Test
  void the_story_ends_the_same_whether_empty_blocks_run_or_are_skipped() {
    var all = new Telling(EmptyBlocks.RUN);
    var few = new Telling(EmptyBlocks.SKIP);

    assertThat(few.state()).isEqualTo(all.state());
    assertThat(few.events).isEqualTo(all.events);
    assertThat(all.loop.executed()).isEqualTo(DUE + 3);
    assertThat(few.loop.executed()).isLessThan(100);
  }

  @Test
  void the_story_pays_jobs_and_takes_the_slash_that_was_not_disputed() {
    var told = new Telling(EmptyBlocks.SKIP);

    assertThat(told.chain.stakes().stake(Person.CHARLIE.account()))
        .isEqualTo(Balance.tnt(8_000 - 1_600));
    assertThat(told.chain.stakes().stake(Person.BOB.account())).isEqualTo(Balance.tnt(10_000));
    // Eve has delegated 1,000 TNT to Bob, who bonded 10,000
    Balance passedOn = Story.JOB_PRICE.divideFloor(Balance.of(11)).times(2);
    assertThat(told.events).contains(
        new RewardsEvent.OperatorRewardsClaimed(Person.BOB.account(),
            Story.JOB_PRICE.times(2).minus(passedOn)),
        new RewardsEvent.OperatorRewardsClaimed(Person.EVE.account(), passedOn));
    assertThat(told.events).hasAtLeastOneElementOfType(RewardsEvent.RewardsClaimed.class);
  }

  @Test
  void a_block_that_is_left_out_is_refused() {
    var chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, DevGenesis.genesis());
    var loop = new PlainLoop(chain, EmptyBlocks.SKIP);

    assertThatThrownBy(() -> loop.run(List.of(block(1, List.of()), block(3, List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected block 2, found 3");
  }
}
