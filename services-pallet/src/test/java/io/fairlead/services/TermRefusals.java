package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.commitment;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.preferences;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.requirement;
import static io.fairlead.services.ServicesWorld.requiring;
import static io.fairlead.services.ServicesWorld.square;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.Balance;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Refusals that only the mended rules know. */
final class TermRefusals extends RefusalCases {
  /** Every flaw mended. */
  static final ServiceTerms MENDED =
      new ServiceTerms(ServiceTerms.PreRegistration.KNOWN_BLUEPRINT,
          ServiceTerms.OperatorKey.CURVE_POINT, ServiceTerms.Unregistration.WITHOUT_OWN_SERVICE,
          ServiceTerms.EmptyRequest.REFUSED, ServiceTerms.Rejection.ENDS_IF_HOPELESS,
          ServiceTerms.Withdrawal.OWNER, ServiceTerms.Starting.STILL_REGISTERED,
          ServiceTerms.FullProfile.AS_FULL, ServiceTerms.ApprovalPercent.NATIVE_EXPOSURE,
          ServiceTerms.Joining.STAKE_TOO, ServiceTerms.Leaving.MEMBERS,
          ServiceTerms.Membership.RECORDED, ServiceTerms.Answerer.MEMBERS,
          ServiceTerms.Answer.FIRST_STANDS, ServiceTerms.Ttl.LIMITS_SERVICE);

  private static final List<AssetSecurityCommitment> BOTH =
      List.of(commitment(USDC, 10), commitment(Asset.NATIVE, 50));
  private static final MembershipModel DYNAMIC = new MembershipModel.Dynamic(1, null);

  TermRefusals() {
    operators();
    members();
    jobs();
  }

  /** The world that {@code given} makes of one under the mended rules. */
  private static UnaryOperator<ServicesWorld> mended(UnaryOperator<ServicesWorld> given) {
    return ignored -> given.apply(new ServicesWorld(MENDED));
  }

  private void operators() {
    refuse("announced for no blueprint", ServicesError.BLUEPRINT_NOT_FOUND, mended(w -> w), BOB,
        new ServicesCall.PreRegister(7));
    refuse("no point of the curve", ServicesError.INVALID_KEY,
        mended(w -> RefusalCases.operators(w).withOperator(DAVE, 10_000)), DAVE,
        new ServicesCall.Register(0, preferences(4), List.of(), Balance.ZERO));
    refuse("serves", ServicesError.NOT_ALLOWED_TO_UNREGISTER, mended(RefusalCases::service), BOB,
        new ServicesCall.Unregister(0));
    refuse("asks nobody", ServicesError.TOO_FEW_OPERATORS, mended(RefusalCases::operators), EVE,
        request(new MembershipModel.Dynamic(0, null)));
    refuse("hopeless and gone", ServicesError.SERVICE_REQUEST_NOT_FOUND,
        mended(w -> RefusalCases.operators(w).ok(EVE, request(ONE, BOB)).ok(BOB,
            new ServicesCall.Reject(0))),
        BOB, new ServicesCall.Approve(0, NATIVE_20));
    refuse("full profile", ServicesError.MAX_SERVICES_PER_OPERATOR_EXCEEDED, mended(w -> {
      RefusalCases.operators(w).ok(EVE, request(ONE, BOB)).storage.operatorsProfile.put(BOB,
          new OperatorProfile(ids(1, 1024), Collections.emptySortedSet()));
      return w;
    }), BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  private static ServicesWorld dynamic(ServicesWorld world) {
    return RefusalCases.operators(world).ok(EVE, request(DYNAMIC, BOB)).ok(BOB,
        new ServicesCall.Approve(0, NATIVE_20));
  }

  private void members() {
    var join = new ServicesCall.JoinService(0, NATIVE_20);
    refuse("joins offline", ServicesError.OPERATOR_NOT_ACTIVE, mended(w -> {
      var operators = dynamic(w).restakingStorage.operators();
      operators.put(CHARLIE, operators.get(CHARLIE).withStatus(new OperatorStatus.Inactive()));
      return w;
    }), CHARLIE, join);
    refuse("joins without stake in an asset", ServicesError.NO_OPERATOR_STAKE,
        mended(w -> RefusalCases.operators(w).withDelegation(BOB, USDC, 10)
            .ok(EVE, requiring(request(DYNAMIC, BOB), requirement(USDC, 10, 20),
                NATIVE_ONLY.getFirst()))
            .ok(BOB, new ServicesCall.Approve(0, BOTH))),
        CHARLIE, new ServicesCall.JoinService(0, BOTH));
    refuse("joins with a full profile", ServicesError.MAX_SERVICES_PER_OPERATOR_EXCEEDED,
        mended(w -> {
          dynamic(w).storage.operatorsProfile.put(CHARLIE,
              new OperatorProfile(ids(1, 1024), Collections.emptySortedSet()));
          return w;
        }), CHARLIE, join);
    refuse("leaves what it does not serve", ServicesError.NOT_AN_OPERATOR, mended(
        w -> dynamic(w).withOperator(DAVE, 10_000).withRegistration(DAVE).ok(CHARLIE, join)),
        DAVE, new ServicesCall.LeaveService(0));
    refuse("leaves without profile", ServicesError.NOT_REGISTERED, mended(w -> {
      dynamic(w).ok(CHARLIE, join).storage.operatorsProfile.remove(BOB);
      return w;
    }), BOB, new ServicesCall.LeaveService(0));
  }

  private static ServicesWorld old(ServicesWorld world) {
    RefusalCases.called(world).block.begin(101);
    return world;
  }

  private void jobs() {
    refuse("answers where it does not serve", ServicesError.NOT_AN_OPERATOR,
        mended(RefusalCases::called), CHARLIE, new ServicesCall.SubmitResult(0, 0, number(9)));
    refuse("calls after its time", ServicesError.SERVICE_NOT_ACTIVE, mended(TermRefusals::old),
        EVE, new ServicesCall.CallJob(0, 0, number(3)));
    refuse("not the owner's and not over", DispatchError.BAD_ORIGIN,
        mended(RefusalCases::service), BOB, new ServicesCall.Terminate(0));
    refuse("over, but not served", DispatchError.BAD_ORIGIN, mended(TermRefusals::old), CHARLIE,
        new ServicesCall.Terminate(0));
  }
}
