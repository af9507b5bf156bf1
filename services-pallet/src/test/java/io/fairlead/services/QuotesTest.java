package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.MASTER;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.services.TestQuotes.Offer;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServiceRequest;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotesTest {
  private static final MembershipModel BOTH = new MembershipModel.Fixed(2);

  /** Errors that only rules raise. */
  static final Set<ServicesError> BY_RULE = EnumSet.of(ServicesError.SIGNATURE_COUNT_MISMATCH,
      ServicesError.INVALID_QUOTE_SIGNATURE, ServicesError.PAYMENT_CALCULATION_OVERFLOW,
      ServicesError.TOO_FEW_OPERATORS);

  private static final PriceTerms REPAIRED = new PriceTerms(PriceTerms.RequestPrice.NATIVE,
      PriceTerms.QuoteTerms.CHECKED, PriceTerms.QuoteOrder.BY_OPERATORS,
      PriceTerms.QuoteStart.TOGETHER, PriceTerms.QuoteMembership.CHECKED,
      PriceTerms.QuotePrice.EXACT);
  private static final long NOW = 1_700_000_000;

  private static PricingQuote good(AccountId operator) {
    return new PricingQuote(0, 100, Balance.of(10 + operator.a()), 0, NOW, List.of(), NATIVE_20);
  }

  private static void assertRefused(ServicesError error, Offer offer) {
    ServicesWorld world = new ServicesWorld(REPAIRED).withOperators(square(0));
    var before = world.store.pairs();

    Outcome outcome = world.call(Origin.signed(EVE), offer.call());

    assertThat(outcome).isEqualTo(
        new Outcome.Refused(new DispatchError.Module(error), PostDispatch.AS_DECLARED));
    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(BY_RULE).contains(error);
  }

  @Test
  void repaired_a_quote_has_to_fit_the_call() {
    Offer both = Offer.of(BOTH, CHARLIE, BOB);
    PricingQuote q = good(CHARLIE);

    for (PricingQuote bad : List.of(
        new PricingQuote(1, 100, q.totalCostRate(), 0, NOW, List.of(), NATIVE_20),
        new PricingQuote(0, 99, q.totalCostRate(), 0, NOW, List.of(), NATIVE_20),
        new PricingQuote(0, 100, q.totalCostRate(), 0, NOW - 1, List.of(), NATIVE_20),
        new PricingQuote(0, 100, q.totalCostRate(), 0, NOW, List.of(), List.of()))) {
      assertRefused(ServicesError.INVALID_QUOTE_SIGNATURE, both.quoting(bad, good(BOB)));
    }
    assertRefused(ServicesError.SIGNATURE_COUNT_MISMATCH, both.quoting(q));
    assertRefused(ServicesError.SIGNATURE_COUNT_MISMATCH,
        both.quoting(q, good(BOB)).signedBy(CHARLIE, BOB, DAVE));
    assertRefused(ServicesError.TOO_FEW_OPERATORS, Offer.of(new MembershipModel.Fixed(3), BOB));
    assertRefused(ServicesError.PAYMENT_CALCULATION_OVERFLOW, both
        .quoting(new PricingQuote(0, 100, Balance.MAX, 0, NOW, List.of(), NATIVE_20), good(BOB)));
  }

  @Test
  void repaired_quotes_follow_the_operators_who_start_together() {
    ServicesWorld world = new ServicesWorld(REPAIRED).withOperators(square(0));

    world.ok(EVE, Offer.of(new MembershipModel.Fixed(1), CHARLIE, BOB)
        .quoting(good(CHARLIE), good(BOB)).call());

    assertThat(world.storage.instances.get(0L).operators()).hasSize(2);
    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000 - (12 + 13) * 100));
  }

  private static ServicesWorld ready() {
    return new ServicesWorld().withOperators(square(0));
  }

  private static PricingQuote at(BigInteger rate) {
    return new PricingQuote(0, 100, Balance.of(rate), 0, 0, List.of(), List.of());
  }

  @Test
  void a_recorded_signature_is_over_the_encoded_quote() {
    byte[] key = Verifier.compressedEcdsa(Bytes.hex("0x"
        + "0457bbef4408cde606b82a79bbeee5b0208cdd7193e8323e6317b782ad29548e4d"
        + "9907454a93658729ee98767f06aa887c48eb494d976d68aeb45ef638155cf24f").array());
    Bytes bytes = Bytes.hex("0x12000000040101010101010101010101010101010101010101010101010101010101"
        + "010101000400000000000000000000000000000000000a3c1400000000000000000000000000000000000001"
        + "0000000400000000000000000500000000000000000064a7b3b6e00d000000000000000000f1536500000000"
        + "00d2496b00000000040c43505502000000000000000000b2d3595bf006000000000000000004000000000000"
        + "00000000000000000000000a04fab922c5a93167e3407edb42c5c4e3963c64d6f24e8279470c12eb0d9cfb1c"
        + "6a0b0e875711af212f91553276ab02e1fbf77f2a887d207c46550189a9bcdc12a10104000000000000000000"
        + "00000000000000000a");
    var call = (ServicesCall.RequestWithSignedPriceQuotes) ServicesCall.CODEC
        .decode(bytes.array()).trusted();

    PricingQuote quote = call.pricingQuotes().getFirst();

    assertThat(quote.totalCostRate()).isEqualTo(Balance.UNIT);
    assertThat(quote.timestamp()).isEqualTo(1_700_000_000);
    assertThat(quote.expiry()).isEqualTo(1_800_000_000);
    assertThat(Verifier.ecdsa(key, quote.digest(), call.operatorSignatures().getFirst().array()))
        .isTrue();
    assertThat(ServicesCall.CODEC.encode(call)).isEqualTo(bytes.array());
  }

  @Test
  void the_service_starts_at_once_for_the_sum_of_the_rates_and_the_time() {
    ServicesWorld world = ready();

    world.ok(EVE, Offer.of(BOTH, BOB, CHARLIE).call());

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000 - (12 + 13) * 100));
    assertThat(world.ledger.free(ServicesAccounts.accountOf(MASTER)))
        .isEqualTo(Balance.of((12 + 13) * 100));
    assertThat(world.storage.instances.get(0L)).satisfies(service -> {
      assertThat(service.owner()).isEqualTo(EVE);
      assertThat(service.ttl()).isEqualTo(100);
      assertThat(service.operators()).hasSize(2)
          .allSatisfy(each -> assertThat(each.commitments()).isEqualTo(NATIVE_20));
    });
    assertThat(world.storage.serviceRequests.size()).isZero();
    assertThat(world.events()).hasSizeGreaterThan(4)
        .last().isInstanceOf(ServicesEvent.ServiceInitiated.class);
  }

  @Test
  void signatures_follow_the_operators_and_quotes_the_accounts() {
    ServicesWorld world = ready();

    world.ok(EVE, Offer.of(BOTH, CHARLIE, BOB)
        .quoting(TestQuotes.quote(BOB), TestQuotes.quote(CHARLIE)).call());

    assertThat(world.storage.instances.contains(0L)).isTrue();
  }

  @Test
  void more_signatures_are_ignored_and_more_quotes_are_paid() {
    ServicesWorld world = ready();
    Offer one = Offer.of(new MembershipModel.Fixed(1), BOB).signedBy(BOB, DAVE);

    world.ok(EVE, one.quoting(TestQuotes.quote(BOB), TestQuotes.quote(DAVE)).call());

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000 - (12 + 14) * 100));
  }

  @Test
  void fewer_quotes_than_operators_panic() {
    ServicesWorld world = ready();
    var before = world.store.pairs();
    Offer offer = Offer.of(BOTH, BOB, CHARLIE).quoting(TestQuotes.quote(BOB));

    assertThatThrownBy(() -> world.call(Origin.signed(EVE), offer.call()))
        .isInstanceOf(ChainPanic.class).hasMessageContaining("1 quotes for 2 operators");

    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void deployed_the_price_wraps_at_128_bits() {
    ServicesWorld world = ready();
    Offer offer = Offer.of(new MembershipModel.Fixed(1), BOB)
        .quoting(at(BigInteger.ONE.shiftLeft(127).add(BigInteger.TEN))).forBlocks(2);

    world.ok(EVE, offer.call());

    assertThat(world.ledger.free(EVE)).isEqualTo(Balance.of(1_000_000 - 20));
  }

  @Test
  void deployed_membership_is_not_checked_so_a_request_may_wait_forever() {
    ServicesWorld world = ready();

    world.ok(EVE, Offer.of(new MembershipModel.Fixed(5), BOB).call());

    ServiceRequest request = world.storage.serviceRequests.get(0L);
    assertThat(request.approvals()).hasSize(1);
    assertThat(world.storage.stagingServicePayments.contains(0L)).isTrue();
    assertThat(world.storage.instances.size()).isZero();
  }
}
