package io.fairlead.runtime;

import static io.fairlead.runtime.World.CHARLIE;
import static io.fairlead.runtime.World.EVE;
import static io.fairlead.runtime.World.FERDIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of what jobs cost in {@code docs/rules.md}, under each of its values. */
class BillingRulesTest {
  private static final Balance RATE = Balance.tnt(2);
  private static final long INTERVAL = 50;

  private static Rules rules(String text) {
    return ((Rules.Parsed.Good) Rules.parse(text)).rules();
  }

  /** Service 0 of Charlie, which Eve and Ferdie may call too, with a subscription; block 60. */
  private static World world(String rules, @Nullable Long end) {
    World world = World.withService(rules(rules),
        new PricingModel.Subscription(RATE, INTERVAL, end), EVE, FERDIE);
    world.skipTo(60);
    return world;
  }

  private static long lastBilled(World world, AccountId who) {
    return world.chain.billing().subscriptionsOf(who).stream()
        .mapToLong(JobSubscriptionBilling::lastBilled).findFirst().orElse(-1);
  }

  private static long count(World world, AccountId who) {
    return world.chain.billing().countOf(who);
  }

  @Test
  void services_charge() {
    World reserved = world("repaired,services.charge=reserved", null);
    World moved = world("repaired,services.charge=moved", null);
    Balance before = moved.chain.currency().free(RewardsAccounts.PALLET);

    for (World world : List.of(reserved, moved)) {
      world.call(CHARLIE);
      world.wakeUpTo(61 + INTERVAL);
    }

    assertThat(reserved.chain.currency().free(RewardsAccounts.PALLET)).isEqualTo(before);
    assertThat(moved.chain.currency().free(RewardsAccounts.PALLET))
        .isEqualTo(before.plus(RATE).plus(RATE));
    assertThat(reserved.chain.currency().free(CHARLIE))
        .isEqualTo(moved.chain.currency().free(CHARLIE));
  }

  @Test
  void services_first_billing() {
    var price = new PricingModel.Subscription(RATE, 1_000, null);
    World forgotten = World.withService(rules("repaired,services.firstBilling=forgotten"), price);
    World atOnce = World.withService(rules("repaired,services.firstBilling=at-once"), price);

    for (World world : List.of(forgotten, atOnce)) {
      world.call(CHARLIE);
      world.call(CHARLIE);
    }

    assertThat(lastBilled(forgotten, CHARLIE)).isEqualTo(-1);
    assertThat(count(forgotten, CHARLIE)).isEqualTo(2);
    assertThat(lastBilled(atOnce, CHARLIE)).isEqualTo(atOnce.number() - 1);
    assertThat(count(atOnce, CHARLIE)).isEqualTo(1);
  }

  @Test
  void services_failed_billing() {
    String order = "repaired,services.billingOrder=key-bytes,services.failedBilling=";
    World stops = world(order + "stops", null);
    World skipped = world(order + "skipped", null);

    for (World world : List.of(stops, skipped)) {
      world.call(FERDIE);
      world.call(EVE);
      Balance all = world.chain.currency().free(FERDIE);
      world.does(FERDIE, new BalancesCall.TransferKeepAlive(MultiAddress.of(World.BOB),
          all.minus(Balance.tnt(1))));
      world.wakeUpTo(200);
    }

    assertThat(FERDIE).isLessThan(EVE);
    assertThat(lastBilled(stops, EVE)).isEqualTo(62);
    assertThat(lastBilled(skipped, EVE)).isEqualTo(62 + 2 * INTERVAL);
    assertThat(lastBilled(skipped, FERDIE)).isEqualTo(61);
  }

  @Test
  void services_ended_billing() {
    World kept = world("repaired,services.endedBilling=kept", 100L);
    World removed = world("repaired,services.endedBilling=removed", 100L);

    for (World world : List.of(kept, removed)) {
      world.call(CHARLIE);
      world.wakeUpTo(150);
    }

    assertThat(lastBilled(kept, CHARLIE)).isEqualTo(61);
    assertThat(count(kept, CHARLIE)).isEqualTo(1);
    assertThat(lastBilled(removed, CHARLIE)).isEqualTo(-1);
    assertThat(count(removed, CHARLIE)).isZero();
  }

  @Test
  void services_owner_billing() {
    World free = world("repaired,services.ownerBilling=free", null);
    World billed = world("repaired,services.ownerBilling=billed", null);

    for (World world : List.of(free, billed)) {
      world.call(CHARLIE);
      world.wakeUpTo(61 + INTERVAL);
    }

    assertThat(lastBilled(free, CHARLIE)).isEqualTo(61);
    assertThat(lastBilled(billed, CHARLIE)).isEqualTo(61 + INTERVAL);
  }

  @Test
  void services_billing_order() {
    List<AccountId> callers =
        LongStream.range(0, 60).mapToObj(i -> new AccountId(i, 0, 0, 1)).toList();
    World keyBytes = begunBackwards("key-bytes", callers);
    World longestDue = begunBackwards("longest-due", callers);

    for (World world : List.of(keyBytes, longestDue)) {
      world.skipTo(1_000);
    }

    assertThat(billedIn(keyBytes, callers)).isEqualTo(callers.subList(0, 50));
    assertThat(billedIn(longestDue, callers)).isEqualTo(callers.subList(10, 60));
  }

  /** The last of the callers, by key, subscribes first. */
  private static World begunBackwards(String order, List<AccountId> callers) {
    World world = World.withService(rules("repaired,services.billingOrder=" + order),
        new PricingModel.Subscription(RATE, 500, null), callers.toArray(AccountId[]::new));
    for (AccountId caller : callers.reversed()) {
      world.does(World.BOB,
          new BalancesCall.TransferKeepAlive(MultiAddress.of(caller), Balance.tnt(10)));
      world.call(caller);
    }
    return world;
  }

  private static List<AccountId> billedIn(World world, List<AccountId> callers) {
    return callers.stream().filter(who -> lastBilled(world, who) == world.number()).toList();
  }

  @Test
  void a_chain_that_skips_empty_blocks_bills_like_one_that_does_not() {
    World skips = world("repaired", 320L);
    World runs = world("repaired", 320L);
    var woken = new ArrayList<Long>();

    for (World world : List.of(skips, runs)) {
      world.call(EVE);
      world.call(CHARLIE);
    }
    while (skips.number() < 400) {
      long wake = skips.chain.nextWake(new BlockNumber(skips.number())).value();
      woken.add(Math.min(wake, 400));
      skips.skipTo(Math.min(wake, 400));
    }
    while (runs.number() < 400) {
      runs.skipTo(runs.number() + 1);
    }

    assertThat(woken).containsExactly(111L, 112L, 161L, 162L, 211L, 212L, 261L, 262L, 311L, 312L,
        321L, 400L);
    for (String pallet : List.of("Services", "Rewards", "Balances")) {
      assertThat(stateOf(skips, pallet)).isNotEmpty().isEqualTo(stateOf(runs, pallet));
    }
    assertThat(skips.chain.currency().free(EVE)).isEqualTo(runs.chain.currency().free(EVE));
  }

  private static List<Store.Change> stateOf(World world, String pallet) {
    Bytes prefix = Bytes.of(Arrays.copyOf(Item.prefix(pallet, ""), 16));
    return world.chain.store().pairs().stream().filter(pair -> pair.key().startsWith(prefix))
        .toList();
  }

  @Test
  void what_is_owed_next_can_be_asked() {
    World world = world("repaired", 120L);
    world.call(EVE);

    JobSubscriptionBilling begun = world.chain.billing().subscriptionsTo(0).getFirst();
    world.wakeUpTo(115);
    JobSubscriptionBilling later = world.chain.billing().subscriptionsOf(EVE).getFirst();

    assertThat(world.chain.billing().nextDue(begun)).hasValue(61 + INTERVAL);
    assertThat(later.lastBilled()).isEqualTo(61 + INTERVAL);
    assertThat(world.chain.billing().nextDue(later)).isEmpty();
  }
}
