package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.managers.ManagerScript;
import io.fairlead.runtime.staking.RewardDestination;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules of the slash queue, under each of their values. */
class SlashingRulesTest {
  private static final long EPOCH = Profile.TANGLE_TESTNET.epochBlocks();
  /** First block of the round in which a slash of round 1 is due. */
  private static final long DUE = 7 * EPOCH;
  private static final AccountId DISPUTER = ServicesAccounts.accountOf(DevGenesis.DISPUTER);

  private static World world(String rules) {
    return World.withService(rules(rules));
  }

  private static Rules rules(String changes) {
    return ((Rules.Parsed.Good) Rules.parse("repaired," + changes)).rules();
  }

  private static Balance stake(World world) {
    return world.chain.stakes().stake(World.DAVE);
  }

  private static boolean queued(World world, long round, long index) {
    byte[] key = ByteBuffer.allocate(Item.PREFIX_BYTES + 8).order(ByteOrder.LITTLE_ENDIAN)
        .put(Item.prefix("Services", "UnappliedSlashes")).putInt((int) round).putInt((int) index)
        .array();
    return world.chain.store().readRaw(key) != null;
  }

  /** Writes what a call of restaking would. */
  private static void setDave(World world, OperatorMetadata record) {
    Bytes prefix = Bytes.of(Item.prefix("MultiAssetDelegation", "Operators"));
    world.chain.store().pairs().stream().map(pair -> pair.key())
        .filter(key -> key.startsWith(prefix) && endsWith(key, World.DAVE))
        .forEach(key -> world.chain.store().writeRaw(key.array(),
            record == null ? null : OperatorMetadata.CODEC.encode(record)));
  }

  private static boolean endsWith(Bytes key, AccountId who) {
    return key.toString().endsWith(who.toString().substring(2));
  }

  private static OperatorMetadata dave(World world) {
    return world.chain.stakes().operator(World.DAVE).orElseThrow();
  }

  @Test
  void slashing_bond() {
    var freed = world("slashing.bond=freed-first");
    var reserve = world("slashing.bond=out-of-reserve");

    for (World world : List.of(freed, reserve)) {
      world.does(World.DAVE,
          new StakingCall.Bond(Balance.tnt(500_000), RewardDestination.STASH));
      world.does(World.DAVE, new BalancesCall.TransferAllowDeath(MultiAddress.of(World.ALICE),
          world.chain.currency().free(World.DAVE).minus(Balance.tnt(499_010))));
      Balance before = treasury(world);
      world.slash(10);
      world.wakeUpTo(DUE + 1);
      Balance fees = Balance.tnt(50);
      assertThat(stake(world)).isEqualTo(Balance.tnt(900));
      assertThat(treasury(world).minus(before).compareTo(fees) > 0)
          .isEqualTo(world == reserve);
    }
  }

  private static Balance treasury(World world) {
    return world.chain.currency().free(RestakingAccounts.SLASH_RECIPIENT);
  }

  @Test
  void slashing_exposure() {
    var ignored = world("slashing.exposure=ignored");
    var caps = world("slashing.exposure=caps");

    for (World world : List.of(ignored, caps)) {
      world.slash(70);
      world.wakeUpTo(DUE + 1);
    }

    assertThat(stake(ignored)).isEqualTo(Balance.tnt(300));
    assertThat(stake(caps)).isEqualTo(Balance.tnt(500));
  }

  @Test
  void slashing_reach() {
    var activeOnly = world("slashing.reach=active-only");
    var any = world("slashing.reach=any-status");

    for (World world : List.of(activeOnly, any)) {
      world.slash(10);
      setDave(world, dave(world).withStatus(new OperatorStatus.Inactive()));
      world.wakeUpTo(DUE + 1);
    }

    assertThat(stake(activeOnly)).isEqualTo(Balance.tnt(1_000));
    assertThat(queued(activeOnly, 1, 0)).isTrue();
    assertThat(stake(any)).isEqualTo(Balance.tnt(900));
    any.slash(10);
    assertThat(queued(any, 8, 1)).isTrue();
  }

  @Test
  void slashing_departed() {
    var retried = world("slashing.departed=retried");
    var discarded = world("slashing.departed=discarded");

    for (World world : List.of(retried, discarded)) {
      world.slash(10);
      setDave(world, null);
      world.wakeUpTo(DUE + 1);
    }

    assertThat(queued(retried, 1, 0)).isTrue();
    assertThat(queued(discarded, 1, 0)).isFalse();
  }

  @Test
  void slashing_news() {
    Genesis dev = DevGenesis.genesis();
    var managers = new TreeMap<>(dev.managers());
    managers.put(DevGenesis.MANAGER,
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER)
            .with(ManagerScript.Hook.UNAPPLIED_SLASH, ManagerScript.Answer.REVERT)
            .with(ManagerScript.Hook.SLASH, ManagerScript.Answer.REVERT));
    var loud = new Genesis(dev.endowments(), dev.sudo(), dev.session(), dev.validators(),
        dev.masters(), managers);

    for (boolean told : List.of(false, true)) {
      var world = World.withService(
          rules("services.silence=deployed,slashing.news=" + (told ? "told" : "silent")),
          loud);
      world.slash(10);
      assertThat(reverts(world)).isEqualTo(told ? 1 : 0);
      world.wakeUpTo(DUE);
      assertThat(stake(world)).isEqualTo(Balance.tnt(900));
      assertThat(reverts(world)).isEqualTo(told ? 1 : 0);
    }
  }

  /** How many hooks of the last block reverted. */
  private static long reverts(World world) {
    return world.chain.events().stream()
        .filter(record -> record.event() instanceof ServicesEvent.EvmReverted).count();
  }

  @Test
  void slashing_veto() {
    var origin = world("slashing.veto=dispute-origin-only");
    var root = world("slashing.veto=root-too");

    for (World world : List.of(origin, root)) {
      world.slash(10);
      world.block(World.ALICE, new SudoCall.Sudo(new ServicesCall.Dispute(1, 0)));
    }

    assertThat(queued(origin, 1, 0)).isTrue();
    assertThat(queued(root, 1, 0)).isFalse();
  }

  private static void disputes(World world) {
    world.block(World.ALICE,
        new SudoCall.SudoAs(MultiAddress.of(DISPUTER), new ServicesCall.Dispute(1, 0)));
  }

  @Test
  void slashing_dispute_window() {
    var untilTaken = world("slashing.reach=active-only,slashing.disputeWindow=until-taken");
    var untilDue = world("slashing.reach=active-only,slashing.disputeWindow=until-due");

    for (World world : List.of(untilTaken, untilDue)) {
      world.slash(10);
      setDave(world, dave(world).withStatus(new OperatorStatus.Inactive()));
      world.wakeUpTo(DUE + 1);
      disputes(world);
    }

    assertThat(queued(untilTaken, 1, 0)).isFalse();
    assertThat(queued(untilDue, 1, 0)).isTrue();
  }

  @Test
  void slashing_dispute_after_end() {
    var refused = world("slashing.disputeAfterEnd=refused");
    var allowed = world("slashing.disputeAfterEnd=allowed");

    for (World world : List.of(refused, allowed)) {
      world.slash(10);
      world.does(World.CHARLIE, new ServicesCall.Terminate(0));
      disputes(world);
    }

    assertThat(queued(refused, 1, 0)).isTrue();
    assertThat(queued(allowed, 1, 0)).isFalse();
  }

  @Test
  void slashing_termination() {
    var atOnce = world("slashing.termination=takes-at-once");
    var later = world("slashing.termination=leaves-queued");

    for (World world : List.of(atOnce, later)) {
      world.slash(10);
      world.does(World.CHARLIE, new ServicesCall.Terminate(0));
    }

    assertThat(stake(atOnce)).isEqualTo(Balance.tnt(900));
    assertThat(queued(atOnce, 1, 0)).isFalse();
    assertThat(stake(later)).isEqualTo(Balance.tnt(1_000));
    later.wakeUpTo(DUE + 1);
    assertThat(stake(later)).isEqualTo(Balance.tnt(900));
  }

  @Test
  void slashing_sweep() {
    var all = world("slashing.sweep=all-services");
    var own = world("slashing.sweep=own-service");

    for (World world : List.of(all, own)) {
      world.request(World.BOB, 0, List.of(World.EVE));
      world.approve(World.EVE, 1);
      world.slash(10);
      world.does(World.BOB, new ServicesCall.Terminate(1));
    }

    assertThat(queued(all, 1, 0)).isFalse();
    assertThat(queued(own, 1, 0)).isTrue();
  }

  @Test
  void under_deployed_rules_a_dispute_needs_a_signature() {
    var world = World.withService(Rules.DEPLOYED);
    world.slash(10);

    assertThat(world.refused(World.EVE, new ServicesCall.Dispute(1, 0)))
        .isEqualTo(DispatchError.BAD_ORIGIN);
    assertThat(world.refused(World.EVE, new ServicesCall.Dispute(1, 1)))
        .isEqualTo(new DispatchError.Module(ServicesError.UNAPPLIED_SLASH_NOT_FOUND));
  }

  @Test
  void a_slash_reaches_no_one_who_is_no_operator() {
    var world = world("slashing.reach=any-status");
    setDave(world, null);

    world.block(World.ALICE, new SudoCall.SudoAs(MultiAddress.of(World.SLASHER),
        new ServicesCall.Slash(World.DAVE, 0, new Percent(5))));

    assertThat(queued(world, 1, 0)).isFalse();
  }
}
