package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/** Prices that operators have signed. */
final class TestQuotes {
  private TestQuotes() {}

  /** 10 planck a block plus the operator's number, for blueprint 0 and 100 blocks. */
  static PricingQuote quote(AccountId operator) {
    return new PricingQuote(0, 100, Balance.of(10 + operator.a()), 0, 0,
        List.of(new PricingQuote.ResourcePricing(Bytes.utf8("CPU"), 1, Balance.of(10))),
        NATIVE_20);
  }

  /** Offers of some operators: quotes in the order of {@code operators}, signed by {@code signers}. */
  record Offer(long blueprint, MembershipModel model, List<AccountId> operators,
      List<AccountId> signers, List<PricingQuote> quotes, long ttl,
      List<AssetSecurityRequirement> requirements, List<AssetSecurityCommitment> commitments) {

    static Offer of(MembershipModel model, AccountId... operators) {
      List<AccountId> all = List.of(operators);
      return new Offer(0, model, all, all, all.stream().map(TestQuotes::quote).toList(), 100,
          NATIVE_ONLY, NATIVE_20);
    }

    Offer ofBlueprint(long id) {
      return new Offer(id, model, operators, signers, quotes, ttl, requirements, commitments);
    }

    Offer signedBy(AccountId... by) {
      return new Offer(blueprint, model, operators, List.of(by), quotes, ttl, requirements,
          commitments);
    }

    Offer quoting(PricingQuote... all) {
      return new Offer(blueprint, model, operators, signers, List.of(all), ttl, requirements,
          commitments);
    }

    Offer forBlocks(long blocks) {
      return new Offer(blueprint, model, operators, signers, quotes, blocks, requirements,
          commitments);
    }

    Offer requiring(AssetSecurityRequirement... all) {
      return requiring(List.of(all));
    }

    Offer requiring(List<AssetSecurityRequirement> all) {
      return new Offer(blueprint, model, operators, signers, quotes, ttl, all, commitments);
    }

    Offer committing(AssetSecurityCommitment... all) {
      return new Offer(blueprint, model, operators, signers, quotes, ttl, requirements,
          List.of(all));
    }

    /** Every signer signs its own quote, if it has one, else the first. */
    ServicesCall.RequestWithSignedPriceQuotes call() {
      List<Bytes> signatures =
          signers.stream().map(by -> OperatorKeys.sign(by, quoteOf(by))).toList();
      return new ServicesCall.RequestWithSignedPriceQuotes(null, blueprint, List.of(), operators,
          List.of(), requirements, ttl, Asset.NATIVE, model, quotes, signatures, commitments);
    }

    private PricingQuote quoteOf(AccountId signer) {
      if (quotes.contains(quote(signer))) {
        return quote(signer);
      }
      int at = operators.indexOf(signer);
      return quotes.isEmpty() ? quote(signer) : quotes.get(Math.clamp(at, 0, quotes.size() - 1));
    }
  }
}
