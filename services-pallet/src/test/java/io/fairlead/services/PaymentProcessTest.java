package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payment code of the chain as it stands, which no call reaches there. */
class PaymentProcessTest {
  /** The errors that the tests of this class reach. */
  static final Set<ServicesError> TESTED = EnumSet.of(ServicesError.SERVICE_NOT_FOUND,
      ServicesError.BLUEPRINT_NOT_FOUND, ServicesError.INVALID_JOB_ID,
      ServicesError.PAYMENT_ALREADY_PROCESSED, ServicesError.TOO_MANY_SUBSCRIPTIONS,
      ServicesError.INVALID_REQUEST_INPUT, ServicesError.INVALID_EVENT_COUNT,
      ServicesError.PAYMENT_CALCULATION_OVERFLOW);

  private final ServicesWorld world = new ServicesWorld();

  @BeforeEach
  void a_service_with_a_job_of_each_model() {
    world.withService(square(100),
        JobPaymentsTest.priced(new PricingModel.Subscription(Balance.of(5), 10, null)),
        JobPaymentsTest.priced(new PricingModel.EventDriven(Balance.of(7))));
    world.block.begin(20);
  }

  private Outcome run(Runnable body) {
    return world.block.attemptTransactional(body);
  }

  private void assertRefused(ServicesError error, Runnable body) {
    var before = world.store.pairs();

    assertThat(run(body)).isEqualTo(
        new Outcome.Refused(new DispatchError.Module(error), PostDispatch.AS_DECLARED));

    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.events()).isEmpty();
    assertThat(TESTED).contains(error);
  }

  private Runnable process(long service, int job, long call) {
    return () -> world.money.process().process(service, job, call, DAVE, 20);
  }

  private Runnable events(AccountId payer, Balance each, long count) {
    return () -> world.money.process()
        .eventDriven(new JobPayment(0, 2, 0, payer, Asset.NATIVE, each), DAVE, count);
  }

  @Test
  void each_model_reserves_its_price_on_the_payer_and_books_it_to_him() {
    run(process(0, 0, 3));
    run(process(0, 1, 4));
    run(process(0, 2, 5));
    run(events(DAVE, Balance.of(7), 3));

    assertThat(world.ledger.reserved(DAVE)).isEqualTo(Balance.of(100 + 5 + 7 + 21));
    assertThat(world.booked).extracting(booked -> booked.account() + " " + booked.amount())
        .containsExactly(DAVE + " 100", DAVE + " 5", DAVE + " 7", DAVE + " 21");
    assertThat(world.storage.jobPayments.size()).isEqualTo(1);
    assertThat(world.events()).isEmpty();
  }

  @Test
  void what_is_not_there_is_refused() {
    assertRefused(ServicesError.SERVICE_NOT_FOUND, process(7, 0, 0));
    assertRefused(ServicesError.INVALID_JOB_ID, process(0, 3, 0));
    world.storage.blueprints.remove(0L);
    assertRefused(ServicesError.BLUEPRINT_NOT_FOUND, process(0, 0, 0));
    assertRefused(ServicesError.BLUEPRINT_NOT_FOUND, events(DAVE, Balance.of(7), 1));
  }

  @Test
  void a_call_is_paid_once_and_by_somebody_who_can() {
    run(process(0, 0, 3));

    assertRefused(ServicesError.PAYMENT_ALREADY_PROCESSED, process(0, 0, 3));
    world.ledger.reserve(DAVE, Balance.of(999_850));
    assertRefused(ServicesError.INVALID_REQUEST_INPUT, process(0, 0, 4));
  }

  @Test
  void the_hundred_and_first_subscription_is_refused() {
    world.storage.userSubscriptionCount.put(DAVE, 100L);

    assertRefused(ServicesError.TOO_MANY_SUBSCRIPTIONS, process(0, 1, 0));
  }

  @Test
  void events_are_one_to_half_of_the_numbers_there_are_and_their_price_fits() {
    assertRefused(ServicesError.INVALID_EVENT_COUNT, events(DAVE, Balance.of(7), 0));
    assertRefused(ServicesError.INVALID_EVENT_COUNT, events(DAVE, Balance.of(7), 1L << 31));
    assertRefused(ServicesError.PAYMENT_CALCULATION_OVERFLOW, events(DAVE, Balance.MAX, 2));
    assertRefused(ServicesError.INVALID_REQUEST_INPUT, events(BOB, Balance.of(7), 1));
    assertRefused(ServicesError.INVALID_REQUEST_INPUT, events(DAVE, Balance.of(1), (1L << 31) - 1));
  }
}
