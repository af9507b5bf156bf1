package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** The call {@code request_with_signed_price_quotes}. */
final class QuoteCalls {
  private static final BigInteger U128 = BigInteger.ONE.shiftLeft(128);

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final OperatorStakes stakes;
  private final RequestCalls requests;
  private final ApprovalCalls approvals;
  private final PriceTerms rules;
  private final LongSupplier now;

  QuoteCalls(ServicesStorage storage, ServiceQueries queries, Services.Ports ports,
      RequestCalls requests, ApprovalCalls approvals) {
    this.storage = storage;
    this.queries = queries;
    this.stakes = ports.stakes();
    this.requests = requests;
    this.approvals = approvals;
    this.rules = ports.prices();
    this.now = ports.now();
  }

  /** Asks at the price that all operators have signed, and approves for each of them. */
  void request(AccountId caller, ServicesCall.RequestWithSignedPriceQuotes call) {
    for (AccountId operator : call.operators()) {
      ensure(stakes.isActive(operator), ServicesError.OPERATOR_NOT_ACTIVE);
    }
    var seen = new HashSet<AccountId>();
    for (AccountId operator : call.operators()) {
      ensure(seen.add(operator), ServicesError.DUPLICATE_OPERATOR);
    }
    ServiceBlueprint blueprint = queries.blueprint(call.blueprintId());
    ensureMembership(blueprint, call);
    List<OperatorPreferences> preferences = new ArrayList<>(call.operators().size());
    for (AccountId operator : call.operators()) {
      preferences.add(storage.operators.orRefuse(call.blueprintId(), operator,
          ServicesError.NOT_REGISTERED));
    }
    ensure(call.operatorSignatures().size() >= call.operators().size(),
        ServicesError.MISSING_QUOTE_SIGNATURE);
    ensureTerms(call);
    ensureSigned(call);
    long id = requests.store(caller, call.paying(price(call)), blueprint, preferences);
    switch (rules.quoteStart()) {
      case EARLY -> approvals.agree(call.operators(), id, call.securityCommitments());
      case TOGETHER -> approvals.agreeTogether(call.operators(), id, call.securityCommitments());
    }
  }

  private void ensureMembership(ServiceBlueprint blueprint,
      ServicesCall.RequestWithSignedPriceQuotes call) {
    switch (rules.quoteMembership()) {
      case UNCHECKED -> {
      }
      case CHECKED -> RequestCalls.ensureMembership(blueprint, call.membershipModel(),
          call.operators().size());
    }
  }

  private void ensureTerms(ServicesCall.RequestWithSignedPriceQuotes call) {
    switch (rules.quoteTerms()) {
      case UNREAD -> {
      }
      case CHECKED -> {
        int operators = call.operators().size();
        ensure(call.pricingQuotes().size() == operators
            && call.operatorSignatures().size() == operators,
            ServicesError.SIGNATURE_COUNT_MISMATCH);
        ensure(call.pricingQuotes().stream().allMatch(quote -> fits(quote, call)),
            ServicesError.INVALID_QUOTE_SIGNATURE);
      }
    }
  }

  private boolean fits(PricingQuote quote, ServicesCall.RequestWithSignedPriceQuotes call) {
    return quote.blueprintId() == call.blueprintId() && quote.ttlBlocks() == call.ttl()
        && Long.compareUnsigned(quote.expiry(), now.getAsLong() / 1_000) >= 0
        && quote.securityCommitments().equals(call.securityCommitments());
  }

  /**
   * Signatures stand in the order of the operators, more than these are ignored; only as many quotes
   * as there are operators are read.
   */
  private void ensureSigned(ServicesCall.RequestWithSignedPriceQuotes call) {
    List<Integer> places = places(call.operators());
    for (int i = 0; i < places.size(); i++) {
      AccountId operator = call.operators().get(places.get(i));
      OperatorPreferences preferences = storage.operators.orRefuse(call.blueprintId(), operator,
          ServicesError.NOT_REGISTERED);
      byte[] key = Verifier.compressedEcdsa(preferences.key().array());
      if (key == null) {
        throw ServicesError.INVALID_KEY_FOR_QUOTE.refusal();
      }
      if (i == call.pricingQuotes().size()) {
        throw new ChainPanic("quotes: index out of bounds, as there are " + i + " quotes for "
            + places.size() + " operators");
      }
      Bytes signature = call.operatorSignatures().get(places.get(i));
      ensure(Verifier.ecdsa(key, call.pricingQuotes().get(i).digest(), signature.array()),
          ServicesError.SIGNATURE_VERIFICATION_FAILED);
    }
  }

  /** Places of the operators in the call, in the order in which their quotes stand. */
  private List<Integer> places(List<AccountId> operators) {
    List<Integer> places = IntStream.range(0, operators.size()).boxed().toList();
    return switch (rules.quoteOrder()) {
      case BY_ACCOUNT -> places.stream().sorted(Comparator.comparing(operators::get)).toList();
      case BY_OPERATORS -> places;
    };
  }

  /** What the request pays, in the smallest unit of its asset. */
  private Balance price(ServicesCall.RequestWithSignedPriceQuotes call) {
    return switch (rules.quotePrice()) {
      case WRAPS -> Balance.of(product(call, call.pricingQuotes().size()).mod(U128));
      case EXACT -> {
        BigInteger exact = product(call, call.operators().size());
        ensure(exact.compareTo(U128) < 0, ServicesError.PAYMENT_CALCULATION_OVERFLOW);
        yield Balance.of(exact);
      }
    };
  }

  /** The rates of the first {@code quotes} for {@code ttl} blocks. */
  private static BigInteger product(ServicesCall.RequestWithSignedPriceQuotes call, int quotes) {
    BigInteger rate = BigInteger.ZERO;
    for (PricingQuote quote : call.pricingQuotes().subList(0, quotes)) {
      rate = rate.add(quote.totalCostRate().toBigInteger());
    }
    return rate.multiply(new Balance(0, call.ttl()).toBigInteger());
  }
}
