package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.EVE_EVM;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.account;
import static io.fairlead.services.ServicesWorld.commitment;
import static io.fairlead.services.ServicesWorld.paying;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.square;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.RefundAccount;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Refusals of the calls that leave, reject, end, join and change an address. */
final class MembershipRefusals extends RefusalCases {
  private static final UnaryOperator<ServicesWorld> DYNAMIC = MembershipRefusals::dynamic;

  MembershipRefusals() {
    registrations();
    rejections();
    terminations();
    joining();
    leaving();
  }

  private static UnaryOperator<ServicesWorld> but(UnaryOperator<ServicesWorld> given,
      Consumer<ServicesWorld> change) {
    return world -> {
      ServicesWorld ready = given.apply(world);
      change.accept(ready);
      return ready;
    };
  }

  private static UnaryOperator<ServicesWorld> withoutBlueprint(
      UnaryOperator<ServicesWorld> given) {
    return but(given, w -> w.storage.blueprints.remove(0L));
  }

  private static UnaryOperator<ServicesWorld> withoutMasters(UnaryOperator<ServicesWorld> given) {
    return but(given, w -> w.storage.masterRevisions.remove());
  }

  /** Service 0 of one to two operators, with BOB; CHARLIE and DAVE are registered too. */
  private static ServicesWorld dynamic(ServicesWorld world) {
    return world.withOperators(square(0)).withOperator(DAVE, 10_000).withRegistration(DAVE)
        .ok(EVE, request(new MembershipModel.Dynamic(1, 2L), BOB))
        .ok(BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  private void registrations() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::operators;
    var leave = new ServicesCall.Unregister(0);
    cases.add(new Case("unsigned", DispatchError.BAD_ORIGIN, ready, Origin.NONE,
        new ServicesCall.PreRegister(0)));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND, ready, BOB,
        new ServicesCall.Unregister(9));
    refuse("not registered", ServicesError.NOT_REGISTERED, ready, DAVE, leave);
    refuse("anybody's service runs", ServicesError.NOT_ALLOWED_TO_UNREGISTER,
        RefusalCases::service, CHARLIE, leave);
    refuse("hook reverts", ServicesError.NOT_ALLOWED_TO_UNREGISTER,
        answering(ready, Hook.UNREGISTER, TestManagers.REVERT), BOB, leave);
    refuse("runner refuses", DispatchError.Plain.OTHER,
        answering(ready, Hook.UNREGISTER, REFUSED), BOB, leave);
    refuse("masters gone", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
        withoutMasters(ready), BOB, leave);
    refuse("profile gone", ServicesError.NOT_REGISTERED,
        but(ready, w -> w.storage.operatorsProfile.remove(BOB)), BOB, leave);
    refuse("not in the profile", ServicesError.NOT_REGISTERED,
        but(ready, w -> w.storage.operatorsProfile.put(BOB, OperatorProfile.EMPTY)), BOB, leave);

    var move = new ServicesCall.UpdateRpcAddress(0, Bytes.utf8("wss://new"));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND, ready, BOB,
        new ServicesCall.UpdateRpcAddress(9, Bytes.EMPTY));
    refuse("not registered", ServicesError.NOT_REGISTERED, ready, DAVE, move);
    refuse("hook reverts", ServicesError.NOT_ALLOWED_TO_UPDATE_RPC_ADDRESS,
        answering(ready, Hook.RPC_ADDRESS, TestManagers.REVERT), BOB, move);
    refuse("runner refuses", DispatchError.Plain.OTHER,
        answering(ready, Hook.RPC_ADDRESS, REFUSED), BOB, move);
    refuse("masters gone", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
        withoutMasters(ready), BOB, move);
  }

  private void rejections() {
    UnaryOperator<ServicesWorld> ready =
        w -> operators(w).ok(EVE, paying(request(ONE, BOB), Asset.NATIVE, 50, null));
    var no = new ServicesCall.Reject(0);
    refuse("unknown request", ServicesError.SERVICE_REQUEST_NOT_FOUND, ready, BOB,
        new ServicesCall.Reject(9));
    refuse("not asked", ServicesError.APPROVAL_NOT_REQUESTED, ready, CHARLIE, no);
    refuse("twice", ServicesError.APPROVAL_NOT_REQUESTED, w -> ready.apply(w).ok(BOB, no), BOB,
        no);
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, withoutBlueprint(ready), BOB, no);
    refuse("registration gone", ServicesError.NOT_REGISTERED,
        but(ready, w -> w.storage.operators.remove(0L, BOB)), BOB, no);
    refuse("hook reverts", ServicesError.REJECTION_INTERRUPTED,
        answering(ready, Hook.REJECT, TestManagers.REVERT), BOB, no);
    refuse("runner refuses", ServicesError.ON_REJECT_FAILURE,
        answering(ready, Hook.REJECT, REFUSED), BOB, no);
    refuse("masters gone", ServicesError.ON_REJECT_FAILURE, withoutMasters(ready), BOB, no);
    var address = new RefundAccount.Address(EVE_EVM);
    for (Asset asset : List.of(Asset.NATIVE, ServicesWorld.USDC)) {
      refuse("an address paid " + asset, ServicesError.EXPECTED_ACCOUNT_ID,
          staging(ready, address, asset), BOB, no);
    }
    refuse("an account paid a token", ServicesError.EXPECTED_EVM_ADDRESS,
        staging(ready, new RefundAccount.Id(EVE), ERC20), BOB, no);
    refuse("native refund above balance", DispatchError.Token.FUNDS_UNAVAILABLE,
        but(ready, w -> w.ledger.transfer(ServicesAccounts.PALLET, EVE, Balance.of(1),
            io.fairlead.restaking.Currency.Existence.ALLOW_DEATH)),
        BOB, no);
    refuse("asset refund above balance", DispatchError.Token.FUNDS_UNAVAILABLE,
        staging(ready, new RefundAccount.Id(EVE), ServicesWorld.USDC), BOB, no);
    refuse("token refund above balance", ServicesError.ERC20_TRANSFER_FAILED,
        staging(ready, address, new Asset.Erc20(TOKEN)), BOB, no);
  }

  private static UnaryOperator<ServicesWorld> staging(UnaryOperator<ServicesWorld> given,
      RefundAccount refundTo, Asset asset) {
    return but(given, w -> w.storage.stagingServicePayments.put(0L,
        new StagingServicePayment(0, refundTo, asset, Balance.of(50))));
  }

  private void terminations() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::service;
    var end = new ServicesCall.Terminate(0);
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, ready, EVE,
        new ServicesCall.Terminate(9));
    refuse("not the owner", DispatchError.BAD_ORIGIN, ready, DAVE, end);
    refuse("not among the owner's", ServicesError.SERVICE_NOT_FOUND,
        but(ready, w -> w.storage.userServices.remove(EVE)), EVE, end);
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, withoutBlueprint(ready), EVE, end);
    refuse("masters gone", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
        withoutMasters(ready), EVE, end);
    refuse("hook reverts", ServicesError.TERMINATION_INTERRUPTED,
        answering(ready, Hook.TERMINATED, TestManagers.REVERT), EVE, end);
    refuse("runner refuses", DispatchError.Plain.OTHER,
        answering(ready, Hook.TERMINATED, REFUSED), EVE, end);
    refuse("an operator's profile is gone", ServicesError.NOT_REGISTERED,
        but(ready, w -> w.storage.operatorsProfile.remove(BOB)), EVE, end);
  }

  private void joining() {
    var join = new ServicesCall.JoinService(0, NATIVE_20);
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, DYNAMIC, CHARLIE,
        new ServicesCall.JoinService(9, NATIVE_20));
    refuse("serves already", ServicesError.ALREADY_JOINED, DYNAMIC, BOB, join);
    refuse("no commitments", ServicesError.INVALID_SECURITY_COMMITMENTS, DYNAMIC, CHARLIE,
        new ServicesCall.JoinService(0, List.of()));
    refuse("another asset", ServicesError.INVALID_SECURITY_COMMITMENTS, DYNAMIC, CHARLIE,
        new ServicesCall.JoinService(0, List.of(commitment(ServicesWorld.USDC, 20))));
    refuse("above", ServicesError.INVALID_SECURITY_COMMITMENTS, DYNAMIC, CHARLIE,
        new ServicesCall.JoinService(0, List.of(commitment(Asset.NATIVE, 51))));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, withoutBlueprint(DYNAMIC), CHARLIE,
        join);
    refuse("not registered", ServicesError.NOT_REGISTERED, DYNAMIC, EVE, join);
    refuse("fixed", ServicesError.DYNAMIC_MEMBERSHIP_NOT_SUPPORTED, RefusalCases::service, CHARLIE,
        join);
    refuse("full", ServicesError.MAX_OPERATORS_REACHED, w -> DYNAMIC.apply(w).ok(CHARLIE, join),
        DAVE, join);
    refuse("1,024 operators", ServicesError.MAX_OPERATORS_REACHED,
        but(MembershipRefusals::unlimited, MembershipRefusals::crowd), CHARLIE, join);
    refuse("hook reverts", ServicesError.JOIN_REJECTED,
        answering(DYNAMIC, Hook.CAN_JOIN, TestManagers.REVERT), CHARLIE, join);
    refuse("hook runs out of gas", ServicesError.JOIN_REJECTED,
        answering(DYNAMIC, Hook.CAN_JOIN, HookAnswer.Plain.BROKEN), CHARLIE, join);
    refuse("runner refuses", ServicesError.ON_CAN_JOIN_FAILURE,
        answering(DYNAMIC, Hook.CAN_JOIN, REFUSED), CHARLIE, join);
    refuse("masters gone", ServicesError.ON_CAN_JOIN_FAILURE, withoutMasters(DYNAMIC), CHARLIE,
        join);
    refuse("runner refuses to be told", ServicesError.ON_OPERATOR_JOIN_FAILURE,
        answering(DYNAMIC, Hook.JOINED, REFUSED), CHARLIE, join);
  }

  private static ServicesWorld unlimited(ServicesWorld world) {
    return operators(world).ok(EVE, request(new MembershipModel.Dynamic(1, null), BOB))
        .ok(BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  private static void crowd(ServicesWorld world) {
    var operators = new ArrayList<OperatorCommitments>();
    for (long n = 0; n < 1024; n++) {
      operators.add(new OperatorCommitments(account(1_000 + n), NATIVE_20));
    }
    world.storage.instances.put(0L, world.queries.service(0).withOperators(operators));
  }

  private void leaving() {
    var leave = new ServicesCall.LeaveService(0);
    UnaryOperator<ServicesWorld> two =
        w -> DYNAMIC.apply(w).ok(CHARLIE, new ServicesCall.JoinService(0, NATIVE_20));
    AccountId gone = BOB;
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, two, gone,
        new ServicesCall.LeaveService(9));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, withoutBlueprint(two), gone,
        leave);
    refuse("not registered", ServicesError.NOT_REGISTERED, two, EVE, leave);
    refuse("fixed", ServicesError.DYNAMIC_MEMBERSHIP_NOT_SUPPORTED, RefusalCases::service, gone,
        leave);
    refuse("the last that are needed", ServicesError.TOO_FEW_OPERATORS, DYNAMIC, gone, leave);
    refuse("hook reverts", ServicesError.LEAVE_REJECTED,
        answering(two, Hook.CAN_LEAVE, TestManagers.REVERT), gone, leave);
    refuse("runner refuses", ServicesError.ON_CAN_LEAVE_FAILURE,
        answering(two, Hook.CAN_LEAVE, REFUSED), gone, leave);
    refuse("runner refuses to be told", ServicesError.ON_OPERATOR_LEAVE_FAILURE,
        answering(two, Hook.LEFT, REFUSED), gone, leave);
    refuse("masters gone", ServicesError.ON_CAN_LEAVE_FAILURE, withoutMasters(two), gone, leave);
  }
}
