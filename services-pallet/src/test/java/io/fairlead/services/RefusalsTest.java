package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.account;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

  static Stream<RefusalCases.Case> cases() {
    return Stream
        .of(new RequestRefusals(), new ServiceRefusals(), new MembershipRefusals(),
            new HeartbeatRefusals(), new QuoteRefusals(), new TermRefusals())
        .flatMap(each -> each.cases.stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_refused_call_tells_its_error_and_moves_nothing(RefusalCases.Case refused) {
    ServicesWorld world = refused.given().apply(new ServicesWorld());

    assertRefused(world, refused.origin(), refused.call(), refused.error());
  }

  private static void assertRefused(ServicesWorld world, Origin origin, ServicesCall call,
      DispatchError error) {
    var before = world.store.pairs();
    var events = List.copyOf(world.block.events());

    Outcome outcome = world.call(origin, call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, postOf(error)));
    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.block.events()).isEqualTo(events);
  }

  /** The error of the runner in these cases comes with what the runner used: one read. */
  private static PostDispatch postOf(DispatchError error) {
    return error.equals(DispatchError.Plain.OTHER)
        ? new PostDispatch(Weight.of(25_000_000, 0), true) : PostDispatch.AS_DECLARED;
  }

  @Test
  void an_inactive_operator_can_neither_register_nor_be_asked() {
    ServicesWorld world = new ServicesWorld().withOperators(square(0));
    world.restakingStorage.operators().put(BOB, world.restakingStorage.operators().get(BOB)
        .withStatus(new OperatorStatus.Inactive()));

    assertRefused(world, Origin.signed(EVE), request(RefusalCases.ONE, BOB),
        new DispatchError.Module(ServicesError.OPERATOR_NOT_ACTIVE));
  }

  @Test
  void a_charged_call_is_refused_where_the_payer_cannot_pay_or_has_paid() {
    ServicesWorld poor = charging().withService(square(900_000));
    poor.ok(EVE, new ServicesCall.CallJob(0, 0, number(1)));
    ServicesWorld paid = charging().withService(square(10));
    paid.storage.jobPayments.put(0L, 0L,
        new JobPayment(0, 0, 0, EVE, Asset.NATIVE, Balance.of(10)));

    var call = new ServicesCall.CallJob(0, 0, number(1));

    assertRefused(poor, Origin.signed(EVE), call,
        new DispatchError.Module(ServicesError.INVALID_REQUEST_INPUT));
    assertRefused(paid, Origin.signed(EVE), call,
        new DispatchError.Module(ServicesError.PAYMENT_ALREADY_PROCESSED));
    assertRefused(charging().withService(square(1_000_000)), Origin.signed(EVE), call,
        DispatchError.Token.NOT_EXPENDABLE);
  }

  private static ServicesWorld charging() {
    return new ServicesWorld(JobPaymentsTest.charged(Earner.OPERATOR), HeartbeatRules.DEPLOYED);
  }

  @Test
  void every_error_is_tested_or_listed_with_its_reason() {
    var tested = EnumSet.copyOf(PaymentProcessTest.TESTED);
    tested.add(ServicesError.NOT_AN_OPERATOR);
    tested.addAll(QuotesTest.BY_RULE);
    cases().forEach(refused -> {
      if (refused.error() instanceof DispatchError.Module(var error)) {
        tested.add(ServicesError.values()[error.index()]);
      }
    });
    var reasons = new TreeMap<ServicesError, String>(NotRaised.REASONS);
    NotRaised.BY_SLASHING.forEach(error -> reasons.putIfAbsent(error, "tested beside the queue"));

    assertThat(tested).doesNotContainAnyElementsOf(NotRaised.REASONS.keySet());
    tested.addAll(reasons.keySet());
    assertThat(tested).containsExactly(ServicesError.values());
    assertThat(Map.copyOf(reasons)).allSatisfy((error, reason) -> assertThat(reason).isNotBlank());
  }

  @Test
  void each_error_that_a_call_can_raise_has_a_case_of_that_call() {
    var tested = new TreeMap<String, EnumSet<ServicesError>>();
    cases().forEach(refused -> {
      if (refused.error() instanceof DispatchError.Module(var error)) {
        tested.computeIfAbsent(refused.call().getClass().getSimpleName(),
            call -> EnumSet.noneOf(ServicesError.class))
            .add(ServicesError.values()[error.index()]);
      }
    });

    RaisedErrors.byCall().forEach(
        (call, errors) -> assertThat(tested.get(call)).as(call).containsAll(errors));
    assertThat(tested.keySet()).isEqualTo(RaisedErrors.byCall().keySet());
  }

  @Test
  void the_document_of_errors_lists_those_that_no_call_returns() throws IOException {
    String start = "| `Services.";
    List<String> documented =
        Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
            .filter(line -> line.startsWith(start))
            .map(line -> line.substring(start.length(), line.indexOf('`', start.length())))
            .toList();

    assertThat(documented).containsExactlyInAnyOrderElementsOf(
        NotRaised.REASONS.keySet().stream().map(ServicesError::chainName).toList());
  }
}
