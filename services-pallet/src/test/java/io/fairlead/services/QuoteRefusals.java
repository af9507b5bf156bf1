package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.commitment;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.services.TestQuotes.Offer;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import java.util.List;
import java.util.function.UnaryOperator;

/** Refused requests at signed prices, in the order of the checks. */
final class QuoteRefusals extends RefusalCases {
  private static final MembershipModel BOTH = new MembershipModel.Fixed(2);

  QuoteRefusals() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::operators;
    Offer both = Offer.of(BOTH, BOB, CHARLIE);
    refuse("inactive", ServicesError.OPERATOR_NOT_ACTIVE, w -> {
      ready.apply(w).restakingStorage.operators().put(CHARLIE, w.restakingStorage.operators()
          .get(CHARLIE).withStatus(new OperatorStatus.Inactive()));
      return w;
    }, EVE, both.call());
    refuse("twice", ServicesError.DUPLICATE_OPERATOR, ready, EVE,
        Offer.of(BOTH, BOB, BOB).call());
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND, ready, EVE,
        both.ofBlueprint(7).call());
    refuse("not registered", ServicesError.NOT_REGISTERED,
        w -> ready.apply(w).withOperator(DAVE, 5_000),
        EVE, Offer.of(BOTH, BOB, DAVE).call());
    refuse("a signature less", ServicesError.MISSING_QUOTE_SIGNATURE, ready, EVE,
        both.signedBy(BOB).call());
    refuse("no point of the curve", ServicesError.INVALID_KEY_FOR_QUOTE, w -> {
      ready.apply(w).storage.operators.put(0L, CHARLIE, ServicesWorld.preferences(7));
      return w;
    }, EVE, both.call());
    refuse("signatures in another order", ServicesError.SIGNATURE_VERIFICATION_FAILED, ready, EVE,
        both.signedBy(CHARLIE, BOB).call());
    refuse("quotes in the order of operators", ServicesError.SIGNATURE_VERIFICATION_FAILED, ready,
        EVE, Offer.of(BOTH, CHARLIE, BOB).call());
    refuse("price above balance", DispatchError.Token.FUNDS_UNAVAILABLE, ready, EVE,
        both.forBlocks(100_000).call());
    refuse("commitments out of bounds", ServicesError.INVALID_SECURITY_COMMITMENTS, ready, EVE,
        both.committing(commitment(Asset.NATIVE, 51)).call());
    refuse("fewer than approve starts it", ServicesError.SERVICE_REQUEST_NOT_FOUND, ready, EVE,
        Offer.of(ONE, BOB, CHARLIE).call());
    refuse("no stake", ServicesError.NO_OPERATOR_STAKE, ready, EVE,
        both.requiring(ServicesWorld.requirement(ServicesWorld.USDC, 10, 20),
            ServicesWorld.NATIVE_ONLY.getFirst())
            .committing(commitment(ServicesWorld.USDC, 15), NATIVE_20.getFirst()).call());
    refuse("hook reverts", ServicesError.APPROVAL_INTERRUPTED,
        answering(ready, TestManagers.Hook.APPROVE, TestManagers.REVERT), EVE, both.call());
    refuse("request reverts", ServicesError.INVALID_REQUEST_INPUT,
        answering(ready, TestManagers.Hook.REQUEST, TestManagers.REVERT), EVE, both.call());
    refuse("no requirement", ServicesError.NO_ASSETS_PROVIDED, ready, EVE,
        both.requiring(List.of()).call());
  }
}
