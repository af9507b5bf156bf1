package io.fairlead.runtime;

import static io.fairlead.runtime.World.CHARLIE;
import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.EVE;
import static io.fairlead.runtime.World.FERDIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of prices and signed quotes in {@code docs/rules.md}, under each of its values. */
class QuoteRulesTest {
  private static final List<AssetSecurityRequirement> REQUIREMENTS =
      List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(100)));
  private static final List<AssetSecurityCommitment> COMMITMENTS =
      List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)));
  private static final long NEVER = Long.MAX_VALUE;

  private static World world(String rules) {
    return World.withService(((Rules.Parsed.Good) Rules.parse("repaired," + rules)).rules());
  }

  private static PricingQuote quote(Balance rate, long ttl, long expiry) {
    return new PricingQuote(0, ttl, rate, 0, expiry, List.of(), COMMITMENTS);
  }

  private static final PricingQuote GOOD = quote(Balance.tnt(5), 2, NEVER);

  /** Operator i signs quote i. */
  private static ServicesCall call(int least, List<AccountId> operators,
      PricingQuote... quotes) {
    List<Bytes> signatures = IntStream.range(0, operators.size())
        .mapToObj(i -> World.signature(operators.get(i), quotes[i])).toList();
    return new ServicesCall.RequestWithSignedPriceQuotes(null, 0, List.of(), operators, List.of(),
        REQUIREMENTS, 2, Asset.NATIVE, new MembershipModel.Fixed(least), List.of(quotes),
        signatures, COMMITMENTS);
  }

  private static DispatchError error(ServicesError error) {
    return new DispatchError.Module(error);
  }

  @Test
  void services_quote_terms() {
    World unread = world("services.quoteTerms=unread");
    World checked = world("services.quoteTerms=checked");
    ServicesCall expired =
        call(1, List.of(DAVE), quote(Balance.tnt(5), 2, DevChain.START / 1_000 - 1));

    unread.does(CHARLIE, expired);

    assertThat(checked.refused(CHARLIE, expired))
        .isEqualTo(error(ServicesError.INVALID_QUOTE_SIGNATURE));
    checked.does(CHARLIE, call(1, List.of(DAVE), GOOD));
  }

  @Test
  void services_quote_order() {
    World byAccount = world("services.quoteOrder=by-account");
    World byOperators = world("services.quoteOrder=by-operators");
    ServicesCall backwards =
        call(2, List.of(EVE, DAVE), GOOD, quote(Balance.tnt(4), 2, NEVER));

    byOperators.does(CHARLIE, backwards);

    assertThat(DAVE).isLessThan(EVE);
    assertThat(byAccount.refused(CHARLIE, backwards))
        .isEqualTo(error(ServicesError.SIGNATURE_VERIFICATION_FAILED));
  }

  @Test
  void services_quote_start() {
    World early = world("services.quoteStart=early");
    World together = world("services.quoteStart=together");
    ServicesCall one = call(1, List.of(DAVE, EVE), GOOD, GOOD);

    together.does(CHARLIE, one);

    assertThat(early.refused(CHARLIE, one))
        .isEqualTo(error(ServicesError.SERVICE_REQUEST_NOT_FOUND));
    assertThat(together.chain.services().service(1).operators()).hasSize(2);
  }

  @Test
  void services_quote_membership() {
    World unchecked = world("services.quoteMembership=unchecked");
    World checked = world("services.quoteMembership=checked");
    ServicesCall five = call(5, List.of(DAVE), GOOD);

    unchecked.does(CHARLIE, five);

    assertThat(unchecked.chain.billing().stagedOrNull(1)).isNotNull();
    assertThat(unchecked.chain.services().serviceOrNull(1)).isNull();
    assertThat(checked.refused(CHARLIE, five)).isEqualTo(error(ServicesError.TOO_FEW_OPERATORS));
  }

  @Test
  void services_quote_price() {
    World wraps = world("services.quotePrice=wraps");
    World exact = world("services.quotePrice=exact");
    Balance huge = Balance.of(java.math.BigInteger.ONE.shiftLeft(127)).plus(Balance.tnt(3));
    ServicesCall call = call(1, List.of(DAVE), quote(huge, 2, NEVER));
    Balance before = wraps.chain.currency().free(CHARLIE);

    wraps.does(CHARLIE, call);

    assertThat(before.minus(wraps.chain.currency().free(CHARLIE)))
        .isBetween(Balance.tnt(6), Balance.tnt(8));
    assertThat(exact.refused(CHARLIE, call))
        .isEqualTo(error(ServicesError.PAYMENT_CALCULATION_OVERFLOW));
  }

  @Test
  void services_request_price() {
    World any = world("services.requestPrice=any-asset");
    World onlyNative = world("services.requestPrice=native");
    var paid = new ServicesCall.Request(null, 0, List.of(), List.of(DAVE), List.of(),
        REQUIREMENTS, 2, World.ASSET, Balance.of(100), new MembershipModel.Fixed(1));

    onlyNative.does(FERDIE, paid);

    assertThat(any.refused(FERDIE, paid)).isEqualTo(error(ServicesError.INVALID_REQUEST_INPUT));
    assertThat(onlyNative.chain.billing().stagedOrNull(1)).isNotNull();
  }
}
