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
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobPaymentsTest {
  private record Booked(AccountId account, long serviceId, Balance amount) {}

  private final List<Booked> booked = new ArrayList<>();

  private ServicesWorld charging(Earner earner, JobDefinition... jobs) {
    return new ServicesWorld(ServicesStorage.BY_KEY_BYTES, w -> UnexpectedSlashes.INSTANCE,
        w -> new ChargedJobPayments(w.storage, w.block, w.ledger, REWARDS,
            (account, service, amount) -> booked.add(new Booked(account, service, amount)),
            earner))
        .withService(jobs);
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
        .isEqualTo(new JobPayment(0, 0, 0, DAVE, Asset.NATIVE, Balance.of(100)));
    assertThat(world.events()).endsWith(
        new ServicesEvent.PayOncePaymentProcessed(DAVE, 0, 0, 0, Balance.of(100)),
        new ServicesEvent.JobCalled(DAVE, 0, 0, 0, number(3)));
  }

  @Test
  void the_first_answer_earns_and_a_second_does_not() {
    ServicesWorld world = charging(Earner.OPERATOR, square(100));
    world.ok(EVE, call(0)).ok(EVE, call(0));
    assertThat(booked).isEmpty();

    world.ok(CHARLIE, result(0)).ok(BOB, result(0)).ok(CHARLIE, result(0)).ok(BOB, result(1));

    assertThat(booked).containsExactly(new Booked(CHARLIE, 0, Balance.of(100)),
        new Booked(BOB, 0, Balance.of(100)));
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(200));
  }

  @Test
  void as_deployed_the_payer_earns_at_the_call() {
    ServicesWorld world = charging(Earner.PAYER, square(100));

    world.ok(DAVE, call(0)).ok(BOB, result(0));

    assertThat(booked).containsExactly(new Booked(DAVE, 0, Balance.of(100)));
  }

  @Test
  void an_unanswered_call_leaves_its_price_with_rewards_unbooked() {
    ServicesWorld world = charging(Earner.OPERATOR, square(100));

    world.ok(EVE, call(0));

    assertThat(booked).isEmpty();
    assertThat(world.ledger.free(REWARDS)).isEqualTo(Balance.of(100));
  }

  @Test
  void free_jobs_subscriptions_and_events_are_not_charged() {
    JobDefinition free = square(0);
    JobDefinition subscribed = new JobDefinition(
        new JobDefinition.JobMetadata(Bytes.utf8("s"), null), List.of(FieldType.UINT64),
        List.of(FieldType.UINT64), new PricingModel.Subscription(Balance.of(5), 1, null));
    JobDefinition driven = new JobDefinition(free.metadata(), free.params(), free.result(),
        new PricingModel.EventDriven(Balance.of(5)));
    ServicesWorld world = charging(Earner.OPERATOR, free, subscribed, driven);

    for (int job = 0; job < 3; job++) {
      world.ok(EVE, call(job)).ok(BOB, result(job));
    }

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
    assertThat(world.storage.jobPayments.size()).isZero();
    assertThat(booked).isEmpty();
  }

  @Test
  void a_refused_call_takes_no_money() {
    ServicesWorld world = charging(Earner.PAYER, square(100));
    world.managers.answers.put(TestManagers.Hook.JOB_CALL, HookAnswer.Plain.BROKEN);

    var outcome = world.call(io.fairlead.substrate.pallet.Origin.signed(EVE), call(0));

    assertThat(outcome.isDone()).isFalse();
    assertThat(booked).isEmpty();
    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000));
  }
}
