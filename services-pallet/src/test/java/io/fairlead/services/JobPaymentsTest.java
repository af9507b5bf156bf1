package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.REWARDS;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.ServicesWorld.Booked;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobPaymentsTest {
  /** As repaired, except for who earns. */
  static PaymentRules charged(Earner earner) {
    return new PaymentRules(JobPayment.CHARGED, Charge.MOVED, earner, FirstBilling.AT_ONCE,
        FailedBilling.SKIPPED, EndedBilling.REMOVED, OwnerBilling.BILLED,
        BillingOrder.LONGEST_DUE);
  }

  private static ServicesWorld charging(Earner earner, JobDefinition... jobs) {
    return new ServicesWorld(charged(earner), HeartbeatRules.DEPLOYED).withService(jobs);
  }

  private static ServicesCall call(int job) {
    return new ServicesCall.CallJob(0, job, number(3));
  }

  private static ServicesCall result(long callId) {
    return new ServicesCall.SubmitResult(0, callId, number(9));
  }

  @Test
  void deployed_a_priced_job_costs_nothing() {
    ServicesWorld world = new ServicesWorld().withService(square(100));

    world.ok(EVE, call(0)).ok(BOB, result(0));

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
    assertThat(world.storage.jobPayments.size()).isZero();
    assertThat(world.events()).noneMatch(e -> e instanceof ServicesEvent.PayOncePaymentProcessed);
  }

  @Test
  void charged_the_caller_pays_the_account_of_rewards() {
    ServicesWorld world = charging(Earner.OPERATOR, square(100));

    world.ok(DAVE, call(0));

    assertThat(world.ledger.free(DAVE)).isEqualTo(Balance.of(999_900));
    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(100));
    assertThat(world.storage.jobPayments.orNull(0L, 0L))
        .isEqualTo(new io.fairlead.services.wire.JobPayment(0, 0, 0, DAVE, Asset.NATIVE,
            Balance.of(100)));
    assertThat(world.events()).endsWith(
        new ServicesEvent.PayOncePaymentProcessed(DAVE, 0, 0, 0, Balance.of(100)),
        new ServicesEvent.JobCalled(DAVE, 0, 0, 0, number(3)));
  }

  @Test
  void the_first_answer_earns_and_a_second_does_not() {
    ServicesWorld world = charging(Earner.OPERATOR, square(100));
    world.ok(EVE, call(0)).ok(EVE, call(0));
    assertThat(world.booked).isEmpty();

    world.ok(CHARLIE, result(0)).ok(BOB, result(0)).ok(CHARLIE, result(0)).ok(BOB, result(1));

    assertThat(world.booked).containsExactly(new Booked(CHARLIE, 0, Balance.of(100)),
        new Booked(BOB, 0, Balance.of(100)));
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(200));
  }

  @Test
  void as_deployed_the_payer_earns_at_the_call() {
    ServicesWorld world = charging(Earner.PAYER, square(100));

    world.ok(DAVE, call(0)).ok(BOB, result(0));

    assertThat(world.booked).containsExactly(new Booked(DAVE, 0, Balance.of(100)));
  }

  @Test
  void an_unanswered_call_leaves_its_price_with_rewards_unbooked() {
    ServicesWorld world = charging(Earner.OPERATOR, square(100));

    world.ok(EVE, call(0));

    assertThat(world.booked).isEmpty();
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(100));
  }

  @Test
  void a_free_job_moves_and_stores_nothing() {
    ServicesWorld world = charging(Earner.OPERATOR, square(0),
        priced(new PricingModel.Subscription(Balance.ZERO, 1, null)),
        priced(new PricingModel.EventDriven(Balance.ZERO)));

    for (int job = 0; job < 3; job++) {
      world.ok(EVE, call(job)).ok(BOB, result(job));
    }

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
    assertThat(world.storage.jobPayments.size()).isZero();
    assertThat(world.storage.subscriptionBillings.size()).isZero();
    assertThat(world.booked).isEmpty();
  }

  static JobDefinition priced(PricingModel model) {
    JobDefinition plain = square(0);
    return new JobDefinition(plain.metadata(), plain.params(), plain.result(), model);
  }

  @Test
  void an_event_is_paid_at_the_call_and_earned_by_its_first_answer() {
    var model = new PricingModel.EventDriven(Balance.of(5));
    ServicesWorld world = charging(Earner.OPERATOR, priced(model));

    world.ok(DAVE, call(0)).ok(CHARLIE, result(0)).ok(BOB, result(0));

    assertThat(world.ledger.free(DAVE)).isEqualTo(Balance.of(999_995));
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(5));
    assertThat(world.booked).containsExactly(new Booked(CHARLIE, 0, Balance.of(5)));
    assertThat(world.events())
        .contains(new ServicesEvent.RewardDistributed(CHARLIE, 0, Balance.of(5), model));
  }

  @Test
  void a_subscription_begins_with_the_call_and_is_earned_by_all_operators() {
    var model = new PricingModel.Subscription(Balance.of(5), 10, 40L);
    ServicesWorld world = charging(Earner.OPERATOR, priced(model));
    world.storage.instances.put(0L, servedByTwo(world.storage.instances.get(0L)));

    world.ok(DAVE, call(0)).ok(DAVE, call(0));

    assertThat(world.ledger.free(DAVE)).isEqualTo(Balance.of(999_995));
    assertThat(world.storage.subscriptionBillings.orNull(0L, 0, DAVE))
        .isEqualTo(new JobSubscriptionBilling(0, 0, DAVE, 1, 40L));
    assertThat(world.storage.userSubscriptionCount.get(DAVE)).isEqualTo(1);
    assertThat(world.booked).containsExactly(new Booked(BOB, 0, Balance.of(3)),
        new Booked(CHARLIE, 0, Balance.of(2)));
    assertThat(world.events()).contains(
        new ServicesEvent.SubscriptionBillingProcessed(DAVE, 0, 0, Balance.of(5), 1),
        new ServicesEvent.RewardDistributed(CHARLIE, 0, Balance.of(2), model));
  }

  private static Service servedByTwo(Service service) {
    List<OperatorCommitments> both =
        List.of(service.operators().getFirst(), new OperatorCommitments(CHARLIE, List.of()));
    return new Service(service.id(), service.blueprint(), service.owner(), service.args(), both,
        service.securityRequirements(), service.permittedCallers(), service.ttl(),
        service.membershipModel());
  }

  @Test
  void as_deployed_money_is_reserved_on_the_payer_and_stays_there() {
    var rules = new PaymentRules(JobPayment.CHARGED, Charge.RESERVED, Earner.PAYER,
        FirstBilling.FORGOTTEN, FailedBilling.STOPS, EndedBilling.KEPT, OwnerBilling.FREE,
        BillingOrder.KEY_BYTES);
    ServicesWorld world = new ServicesWorld(rules, HeartbeatRules.DEPLOYED)
        .withService(square(100));

    world.ok(DAVE, call(0)).ok(BOB, result(0));

    assertThat(world.ledger.free(DAVE)).isEqualTo(Balance.of(999_900));
    assertThat(world.ledger.reserved(DAVE)).isEqualTo(Balance.of(100));
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.ZERO);
    assertThat(world.booked).containsExactly(new Booked(DAVE, 0, Balance.of(100)));
    assertThat(world.events()).noneMatch(e -> e instanceof ServicesEvent.PayOncePaymentProcessed);
  }

  @Test
  void a_refused_call_takes_no_money() {
    ServicesWorld world = charging(Earner.PAYER, square(100));
    world.managers.answers.put(TestManagers.Hook.JOB_CALL, HookAnswer.Plain.BROKEN);

    var outcome = world.call(io.fairlead.substrate.pallet.Origin.signed(EVE), call(0));

    assertThat(outcome.isDone()).isFalse();
    assertThat(world.booked).isEmpty();
    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
  }
}
