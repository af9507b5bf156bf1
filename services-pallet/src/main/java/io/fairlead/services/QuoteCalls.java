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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The call {@code request_with_signed_price_quotes}. */
final class QuoteCalls {
  private static final BigInteger U128 = BigInteger.ONE.shiftLeft(128);

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final OperatorStakes stakes;
  private final RequestCalls requests;
  private final ApprovalCalls approvals;

  QuoteCalls(ServicesStorage storage, ServiceQueries queries, Services.Ports ports,
      RequestCalls requests, ApprovalCalls approvals) {
    this.storage = storage;
    this.queries = queries;
    this.stakes = ports.stakes();
    this.requests = requests;
    this.approvals = approvals;
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
    List<OperatorPreferences> preferences = new ArrayList<>(call.operators().size());
    for (AccountId operator : call.operators()) {
      preferences.add(storage.operators.orRefuse(call.blueprintId(), operator,
          ServicesError.NOT_REGISTERED));
    }
    ensureSigned(call);
    long id = requests.store(caller, call.paying(cost(call)), blueprint, preferences);
    for (AccountId operator : call.operators()) {
      approvals.agree(operator, id, call.securityCommitments());
    }
  }

  /**
   * Signatures stand in the order of the operators, more than these are ignored; quotes stand in the
   * order of the operators' accounts, and only as many as there are operators are read.
   */
  private void ensureSigned(ServicesCall.RequestWithSignedPriceQuotes call) {
    var signatures = new TreeMap<AccountId, Bytes>();
    ensure(call.operatorSignatures().size() >= call.operators().size(),
        ServicesError.MISSING_QUOTE_SIGNATURE);
    for (int i = 0; i < call.operators().size(); i++) {
      signatures.put(call.operators().get(i), call.operatorSignatures().get(i));
    }
    int next = 0;
    for (Map.Entry<AccountId, Bytes> each : signatures.entrySet()) {
      OperatorPreferences preferences = storage.operators.orRefuse(call.blueprintId(),
          each.getKey(), ServicesError.NOT_REGISTERED);
      byte[] key = Verifier.compressedEcdsa(preferences.key().array());
      if (key == null) {
        throw ServicesError.INVALID_KEY_FOR_QUOTE.refusal();
      }
      if (next == call.pricingQuotes().size()) {
        throw new ChainPanic("quotes: index out of bounds, as there are " + next + " quotes for "
            + signatures.size() + " operators");
      }
      PricingQuote quote = call.pricingQuotes().get(next++);
      ensure(Verifier.ecdsa(key, quote.digest(), each.getValue().array()),
          ServicesError.SIGNATURE_VERIFICATION_FAILED);
    }
  }

  /** The rates of all quotes, also of those that nobody signed, for {@code ttl} blocks; u128 wraps. */
  private static Balance cost(ServicesCall.RequestWithSignedPriceQuotes call) {
    BigInteger rate = BigInteger.ZERO;
    for (PricingQuote quote : call.pricingQuotes()) {
      rate = rate.add(quote.totalCostRate().toBigInteger());
    }
    return Balance
        .of(rate.multiply(new Balance(0, call.ttl()).toBigInteger()).mod(U128));
  }
}
