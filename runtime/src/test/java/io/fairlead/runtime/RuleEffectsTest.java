package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Balance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of {@code docs/rules.md}, under each of its values. */
class RuleEffectsTest {
  private static final long EPOCH = Profile.TANGLE_TESTNET.epochBlocks();
  /** First block of the round in which a slash of round 1 is due. */
  private static final long DUE = 7 * EPOCH;

  private static Rules rules(String text) {
    return ((Rules.Parsed.Good) Rules.parse(text)).rules();
  }

  private static World afterSlash(String rules) {
    var world = World.withService(rules(rules));
    world.slash(10);
    world.wakeUpTo(DUE + 1);
    return world;
  }

  @Test
  void slashing_taking() {
    var nothing = afterSlash("repaired,slashing.taking=nothing");
    var asWritten = afterSlash("repaired,slashing.taking=as-written");
    var exact = afterSlash("repaired,slashing.taking=exact-shares");

    assertThat(stake(nothing)).isEqualTo(Balance.tnt(1_000));
    assertThat(delegated(nothing, Asset.NATIVE)).isEqualTo(Balance.tnt(500));
    assertThat(stake(asWritten)).isEqualTo(Balance.tnt(900));
    assertThat(delegated(asWritten, Asset.NATIVE)).isNotEqualTo(Balance.tnt(450));
    assertThat(stake(exact)).isEqualTo(Balance.tnt(900));
    assertThat(delegated(exact, Asset.NATIVE)).isEqualTo(Balance.tnt(450));
    assertThat(delegated(exact, World.ASSET)).isEqualTo(Balance.of(1_800));
    for (World world : List.of(nothing, asWritten, exact)) {
      assertThat(queued(world, 1, 0)).isFalse();
    }
  }

  private static Balance stake(World world) {
    return world.chain.stakes().stake(World.DAVE);
  }

  private static Balance delegated(World world, Asset asset) {
    return world.chain.stakes().delegated(World.DAVE, asset);
  }

  private static boolean queued(World world, long round, long index) {
    byte[] key = ByteBuffer.allocate(Item.PREFIX_BYTES + 8).order(ByteOrder.LITTLE_ENDIAN)
        .put(Item.prefix("Services", "UnappliedSlashes")).putInt((int) round).putInt((int) index)
        .array();
    return world.chain.store().readRaw(key) != null;
  }

  @Test
  void slashing_deferral() {
    Genesis dev = DevGenesis.genesis();
    var fromRoundZero = new Genesis(dev.endowments(), dev.sudo(), 0, dev.validators(),
        dev.masters(), dev.managers());
    var exactRound = World.withService(rules("repaired,slashing.deferral=exact-round"),
        fromRoundZero);
    var held = World.withService(rules("repaired,slashing.deferral=held-until-due"),
        fromRoundZero);

    for (World world : List.of(exactRound, held)) {
      world.slash(10);
      world.wakeUpTo(world.number() + 1);
    }

    assertThat(stake(exactRound)).isEqualTo(Balance.tnt(900));
    assertThat(stake(held)).isEqualTo(Balance.tnt(1_000));
    held.wakeUpTo(DUE + 1);
    assertThat(stake(held)).isEqualTo(Balance.tnt(900));
  }

  @Test
  void what_a_round_of_one_block_leaves_is_stranded_or_held() {
    var exactRound = World.withService(rules("repaired,slashing.deferral=exact-round"));
    var held = World.withService(rules("repaired,slashing.deferral=held-until-due"));

    for (World world : List.of(exactRound, held)) {
      for (int i = 0; i < 12; i++) {
        world.slash(1);
      }
      world.wakeUpTo(DUE - 1);
      world.skipTo(DUE);
      world.skipTo(DUE + EPOCH);
      world.wakeUpTo(world.number() + 3);
    }

    assertThat(queued(exactRound, 1, 9)).isFalse();
    assertThat(queued(exactRound, 1, 11)).isTrue();
    assertThat(queued(held, 1, 11)).isFalse();
    assertThat(stake(held)).isLessThan(stake(exactRound));
  }

  @Test
  void slashing_order() {
    var keyBytes = withManySlashes("repaired,slashing.order=key-bytes");
    var numeric = withManySlashes("repaired,slashing.order=numeric");

    for (World world : List.of(keyBytes, numeric)) {
      world.wakeUpTo(DUE);
    }

    assertThat(queued(keyBytes, 1, 256)).isFalse();
    assertThat(queued(keyBytes, 1, 9)).isTrue();
    assertThat(queued(numeric, 1, 256)).isTrue();
    assertThat(queued(numeric, 1, 9)).isFalse();
  }

  private static World withManySlashes(String rules) {
    var world = World.withService(rules(rules));
    for (int i = 0; i <= 256; i++) {
      world.slash(1);
    }
    return world;
  }

  @Test
  void services_job_payment() {
    var dormant = World.withService(rules("repaired,services.jobPayment=dormant"));
    var charged = World.withService(rules("repaired,services.jobPayment=charged"));
    Balance before = dormant.chain.currency().free(RewardsAccounts.PALLET);

    for (World world : List.of(dormant, charged)) {
      world.call(World.CHARLIE);
    }

    assertThat(dormant.chain.currency().free(RewardsAccounts.PALLET)).isEqualTo(before);
    assertThat(charged.chain.currency().free(RewardsAccounts.PALLET))
        .isEqualTo(before.plus(World.PRICE));
    assertThat(dormant.chain.currency().free(World.CHARLIE))
        .isEqualTo(charged.chain.currency().free(World.CHARLIE).plus(World.PRICE));
  }

  @Test
  void rewards_earner() {
    var payer = World.withService(rules("repaired,rewards.earner=payer"));
    var operator = World.withService(rules("repaired,rewards.earner=operator"));

    for (World world : List.of(payer, operator)) {
      world.call(World.CHARLIE);
      world.does(World.DAVE,
          new ServicesCall.SubmitResult(0, 0, List.of(new Field.Uint64(49))));
    }

    var claim = new RewardsCall.ClaimRewards();
    var nothing = new DispatchError.Module(RewardsError.NO_REWARDS_TO_CLAIM);
    assertThat(payer.refused(World.DAVE, claim)).isEqualTo(nothing);
    payer.does(World.CHARLIE, claim);
    assertThat(operator.refused(World.CHARLIE, claim)).isEqualTo(nothing);
    operator.does(World.DAVE, claim);
  }
}
