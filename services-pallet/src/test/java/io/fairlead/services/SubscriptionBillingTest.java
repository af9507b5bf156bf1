package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionBillingTest {
  private static final PaymentRules DEPLOYED = PaymentRules.DEPLOYED;
  private static final Balance RATE = Balance.of(5);

  private static PaymentRules rules(UnaryOperator<PaymentRules> change) {
    return change.apply(DEPLOYED);
  }

  private static PaymentRules with(FirstBilling first, FailedBilling failed, EndedBilling ended,
      OwnerBilling owner, BillingOrder order) {
    return rules(r -> new PaymentRules(r.jobPayment(), r.charge(), r.earner(), first, failed,
        ended, owner, order));
  }

  private static final PaymentRules SKIPPED = with(FirstBilling.FORGOTTEN, FailedBilling.SKIPPED,
      EndedBilling.KEPT, OwnerBilling.FREE, BillingOrder.KEY_BYTES);

  /** Service 0 of EVE, where anybody may call, with a subscription of 5 planck each ten blocks. */
  private static ServicesWorld world(PaymentRules rules,
      @org.jspecify.annotations.Nullable Long end) {
    ServicesWorld world = new ServicesWorld(rules, HeartbeatRules.DEPLOYED)
        .withService(JobPaymentsTest.priced(new PricingModel.Subscription(RATE, 10, end)));
    permitting(world, List.of());
    return world;
  }

  private static void permitting(ServicesWorld world, List<AccountId> callers) {
    Service s = world.storage.instances.get(0L);
    world.storage.instances.put(0L, new Service(s.id(), s.blueprint(), s.owner(), s.args(),
        s.operators(), s.securityRequirements(), callers, s.ttl(), s.membershipModel()));
  }

  private static Outcome subscribes(ServicesWorld world, AccountId who, long block) {
    world.block.begin(block);
    return world.block
        .attemptTransactional(() -> world.money.process().process(0, 0, 0, who, block));
  }

  private static ServicesWorld subscribed(ServicesWorld world, AccountId who, long block) {
    assertThat(subscribes(world, who, block)).isEqualTo(Outcome.DONE);
    return world;
  }

  private static void start(ServicesWorld world, long block) {
    world.block.begin(block);
    world.pallet.onInitialize(block);
  }

  private static long lastBilled(ServicesWorld world, AccountId who) {
    JobSubscriptionBilling billing = world.storage.subscriptionBillings.orNull(0L, 0, who);
    return billing == null ? -1 : billing.lastBilled();
  }

  private static void ruin(ServicesWorld world, AccountId who) {
    world.ledger.transfer(who, account(77), world.ledger.free(who),
        io.fairlead.restaking.Currency.Existence.ALLOW_DEATH);
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 19, 10", "10, 10, 20, 20", "13, 13, 22, 13", "13, 13, 23, 23",
      "10, 10, 55, 55"})
  void an_interval_is_billed_when_it_has_passed(long begin, long first, long block, long last) {
    ServicesWorld world = subscribed(world(DEPLOYED, null), DAVE, begin);
    assertThat(lastBilled(world, DAVE)).isEqualTo(first);

    start(world, block);

    assertThat(lastBilled(world, DAVE)).isEqualTo(last);
    assertThat(world.ledger.reserved(DAVE)).isEqualTo(RATE.times(last == first ? 1 : 2));
    assertThat(world.booked).hasSize(last == first ? 1 : 2)
        .containsOnly(new ServicesWorld.Booked(DAVE, 0, RATE));
  }

  @Test
  void the_last_block_is_billed_and_none_behind_it() {
    ServicesWorld world = subscribed(world(DEPLOYED, 30L), DAVE, 10);

    for (long block : new long[] {20, 30, 40}) {
      start(world, block);
    }

    assertThat(lastBilled(world, DAVE)).isEqualTo(30);
    assertThat(world.storage.userSubscriptionCount.get(DAVE)).isEqualTo(1);
  }

  @Test
  void a_call_behind_the_end_takes_the_subscription_out() {
    ServicesWorld world = subscribed(world(DEPLOYED, 30L), DAVE, 10);

    subscribed(world, DAVE, 31);

    assertThat(world.storage.subscriptionBillings.size()).isZero();
    assertThat(world.storage.userSubscriptionCount.get(DAVE)).isZero();
    assertThat(world.ledger.reserved(DAVE)).isEqualTo(RATE);
  }

  @Test
  void services_first_billing() {
    ServicesWorld forgotten = world(DEPLOYED, null);
    ServicesWorld atOnce = world(with(FirstBilling.AT_ONCE, FailedBilling.STOPS,
        EndedBilling.KEPT, OwnerBilling.FREE, BillingOrder.KEY_BYTES), null);

    for (ServicesWorld world : List.of(forgotten, atOnce)) {
      subscribed(subscribed(world, DAVE, 4), DAVE, 5);
    }

    assertThat(lastBilled(forgotten, DAVE)).isEqualTo(-1);
    assertThat(forgotten.storage.userSubscriptionCount.get(DAVE)).isEqualTo(2);
    assertThat(lastBilled(atOnce, DAVE)).isEqualTo(4);
    assertThat(atOnce.storage.userSubscriptionCount.get(DAVE)).isEqualTo(1);
  }

  @Test
  void the_hundred_and_first_is_refused() {
    ServicesWorld world = world(DEPLOYED, null);
    world.storage.userSubscriptionCount.put(DAVE, 100L);

    Outcome outcome = subscribes(world, DAVE, 10);

    assertThat(outcome).isEqualTo(new Outcome.Refused(
        new DispatchError.Module(ServicesError.TOO_MANY_SUBSCRIPTIONS),
        io.fairlead.substrate.pallet.PostDispatch.AS_DECLARED));
    assertThat(world.storage.subscriptionBillings.size()).isZero();
  }

  @Test
  void services_failed_billing() {
    ServicesWorld stops = world(DEPLOYED, null);
    ServicesWorld skipped = world(SKIPPED, null);

    for (ServicesWorld world : List.of(stops, skipped)) {
      subscribed(subscribed(world, DAVE, 10), EVE, 11);
      ruin(world, DAVE);
      start(world, 20);
      start(world, 21);
    }

    assertThat(lastBilled(stops, EVE)).isEqualTo(11);
    assertThat(lastBilled(skipped, EVE)).isEqualTo(21);
    assertThat(lastBilled(skipped, DAVE)).isEqualTo(10);
  }

  @Test
  void services_ended_billing() {
    ServicesWorld kept = world(DEPLOYED, 15L);
    ServicesWorld removed = world(with(FirstBilling.FORGOTTEN, FailedBilling.STOPS,
        EndedBilling.REMOVED, OwnerBilling.FREE, BillingOrder.KEY_BYTES), 15L);

    for (ServicesWorld world : List.of(kept, removed)) {
      subscribed(world, DAVE, 10);
      start(world, 15);
      assertThat(lastBilled(world, DAVE)).isEqualTo(10);
      start(world, 16);
    }

    assertThat(lastBilled(kept, DAVE)).isEqualTo(10);
    assertThat(kept.storage.userSubscriptionCount.get(DAVE)).isEqualTo(1);
    assertThat(lastBilled(removed, DAVE)).isEqualTo(-1);
    assertThat(removed.storage.userSubscriptionCount.get(DAVE)).isZero();
  }

  @Test
  void with_its_service_a_subscription_ends() {
    ServicesWorld kept = world(DEPLOYED, null);
    ServicesWorld removed = world(with(FirstBilling.FORGOTTEN, FailedBilling.STOPS,
        EndedBilling.REMOVED, OwnerBilling.FREE, BillingOrder.KEY_BYTES), null);

    for (ServicesWorld world : List.of(kept, removed)) {
      subscribed(world, DAVE, 10);
      world.storage.instances.remove(0L);
      start(world, 20);
    }

    assertThat(lastBilled(kept, DAVE)).isEqualTo(10);
    assertThat(lastBilled(removed, DAVE)).isEqualTo(-1);
    assertThat(kept.ledger.reserved(DAVE)).isEqualTo(RATE);
  }

  @Test
  void services_owner_billing() {
    ServicesWorld free = world(DEPLOYED, null);
    ServicesWorld billed = world(with(FirstBilling.FORGOTTEN, FailedBilling.STOPS,
        EndedBilling.KEPT, OwnerBilling.BILLED, BillingOrder.KEY_BYTES), null);

    for (ServicesWorld world : List.of(free, billed)) {
      permitting(world, List.of(DAVE));
      subscribed(subscribed(subscribed(world, DAVE, 10), EVE, 10), BOB, 10);
      start(world, 20);
    }

    assertThat(lastBilled(free, EVE)).isEqualTo(10);
    assertThat(lastBilled(billed, EVE)).isEqualTo(20);
    for (ServicesWorld world : List.of(free, billed)) {
      assertThat(lastBilled(world, DAVE)).isEqualTo(20);
      assertThat(lastBilled(world, BOB)).isEqualTo(10);
    }
  }

  @Test
  void services_billing_order() {
    ServicesWorld keyBytes = world(DEPLOYED, null);
    ServicesWorld longestDue = world(with(FirstBilling.FORGOTTEN, FailedBilling.STOPS,
        EndedBilling.KEPT, OwnerBilling.FREE, BillingOrder.LONGEST_DUE), null);

    for (ServicesWorld world : List.of(keyBytes, longestDue)) {
      for (int i = 0; i < 60; i++) {
        AccountId who = account(1_000 + i);
        world.ledger.mint(who, Balance.of(1_000));
        subscribed(world, who, 100 - i);
      }
      start(world, 120);
    }

    assertThat(billedIn(keyBytes, 120)).hasSize(50).contains(0, 49).doesNotContain(50, 59);
    assertThat(billedIn(longestDue, 120)).hasSize(50).contains(59, 10).doesNotContain(0, 9);
    start(keyBytes, 121);
    assertThat(billedIn(keyBytes, 121)).hasSize(10).contains(50, 59);
  }

  private static List<Integer> billedIn(ServicesWorld world, long block) {
    var billed = new ArrayList<Integer>();
    for (int i = 0; i < 60; i++) {
      if (lastBilled(world, account(1_000 + i)) == block) {
        billed.add(i);
      }
    }
    return billed;
  }

  @Test
  void the_next_wake_is_the_first_block_that_bills() {
    ServicesWorld world = world(DEPLOYED, null);
    assertThat(world.money.billing().nextWake(1)).isEqualTo(Long.MAX_VALUE);

    subscribed(subscribed(world, DAVE, 10), EVE, 14);

    assertThat(world.money.billing().nextWake(14)).isEqualTo(20);
    assertThat(world.money.billing().nextWake(20)).isEqualTo(21);
    ruin(world, DAVE);
    assertThat(world.money.billing().nextWake(14)).isEqualTo(Long.MAX_VALUE);
    assertThat(lastBilled(world, EVE)).isEqualTo(14);
  }

  @Test
  void one_who_cannot_pay_keeps_nobody_awake_and_holds_up_only_who_comes_later() {
    ServicesWorld behind = subscribed(subscribed(world(DEPLOYED, null), DAVE, 14), EVE, 10);
    ServicesWorld skipped = subscribed(subscribed(world(SKIPPED, null), DAVE, 10), EVE, 14);

    for (ServicesWorld world : List.of(behind, skipped)) {
      ruin(world, DAVE);
    }

    assertThat(behind.money.billing().nextWake(14)).isEqualTo(20);
    assertThat(behind.money.billing().nextWake(23)).isEqualTo(Long.MAX_VALUE);
    assertThat(skipped.money.billing().nextWake(14)).isEqualTo(24);
  }

  @Test
  void a_barrier_ends_with_the_subscription_that_made_it() {
    ServicesWorld world = world(DEPLOYED, 25L);
    subscribed(world, DAVE, 10);
    ruin(world, DAVE);
    world.storage.instances.put(1L, world.storage.instances.get(0L));
    world.ok(ServicesWorld.ALICE, new ServicesCall.CreateBlueprint(ServicesWorld.blueprint(
        JobPaymentsTest.priced(new PricingModel.Subscription(RATE, 10, null)))));
    Service s = world.storage.instances.get(0L);
    world.storage.instances.put(1L, new Service(1, 1, s.owner(), s.args(), s.operators(),
        s.securityRequirements(), List.of(), 0, s.membershipModel()));
    world.storage.serviceStatus.put(1L, 1L, ServicesStorage.Present.PRESENT);
    world.storage.subscriptionBillings.put(1L, 0, EVE,
        new JobSubscriptionBilling(1, 0, EVE, 12, null));

    long wake = world.money.billing().nextWake(14);

    assertThat(wake).isEqualTo(26);
    start(world, 25);
    assertThat(world.storage.subscriptionBillings.orNull(1L, 0, EVE).lastBilled()).isEqualTo(12);
    start(world, wake);
    assertThat(world.storage.subscriptionBillings.orNull(1L, 0, EVE).lastBilled()).isEqualTo(26);
  }

  @Test
  void what_is_over_wakes_the_hook_that_removes_it() {
    ServicesWorld world = subscribed(world(with(FirstBilling.FORGOTTEN, FailedBilling.STOPS,
        EndedBilling.REMOVED, OwnerBilling.FREE, BillingOrder.KEY_BYTES), 15L), DAVE, 10);

    assertThat(world.money.billing().nextWake(10)).isEqualTo(16);
    assertThat(world.money.billing().nextWake(30)).isEqualTo(31);
  }
}
