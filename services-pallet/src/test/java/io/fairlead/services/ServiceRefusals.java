package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.ALICE;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.EVE_EVM;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.blueprint;
import static io.fairlead.services.ServicesWorld.commitment;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.paying;
import static io.fairlead.services.ServicesWorld.request;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Refusals from the payment of a request to the answer of a job. */
final class ServiceRefusals extends RefusalCases {
  ServiceRefusals() {
    payments();
    approvals();
    jobs();
  }

  private void payments() {
    UnaryOperator<ServicesWorld> ready = w -> {
      w.ledger.mint(TOKEN, EVE_EVM, Balance.of(100));
      w.ledger.mint(ServicesWorld.MASTER, EVE_EVM, Balance.of(100));
      return operators(w);
    };
    AccountId eve = ServicesAccounts.accountOf(EVE_EVM);
    ServicesCall.Request plain = request(ONE, BOB);
    refuse("native above balance", DispatchError.Token.FUNDS_UNAVAILABLE, ready, EVE,
        paying(plain, Asset.NATIVE, 9_000_000, null));
    refuse("native to the last unit", DispatchError.Token.NOT_EXPENDABLE, ready, EVE,
        paying(plain, Asset.NATIVE, 1_000_000, null));
    refuse("asset above balance", DispatchError.Token.FUNDS_UNAVAILABLE, ready, EVE,
        paying(plain, USDC, 9_000_000, null));
    refuse("unknown asset", DispatchError.Token.UNKNOWN_ASSET, ready, EVE,
        paying(plain, Asset.custom(999), 1, null));
    refuse("token without origin", ServicesError.MISSING_EVM_ORIGIN, ready, eve,
        paying(plain, ERC20, 1, null));
    refuse("token of somebody else", DispatchError.BAD_ORIGIN, ready, EVE,
        paying(plain, ERC20, 1, EVE_EVM));
    refuse("token above balance", ServicesError.ERC20_TRANSFER_FAILED, ready, eve,
        paying(plain, ERC20, 101, EVE_EVM));
    for (EvmAddress token : List.of(TestLedger.FALSE_TOKEN, TestLedger.REFUSED_TOKEN)) {
      refuse("bad token " + token, ServicesError.ERC20_TRANSFER_FAILED, ready, eve,
          paying(plain, new Asset.Erc20(token), 1, EVE_EVM));
    }
    ServicesCall.Request paid = paying(plain, Asset.NATIVE, 50, null);
    refuse("hook reverts", ServicesError.INVALID_REQUEST_INPUT,
        answering(ready, Hook.REQUEST, TestManagers.REVERT), EVE, paid);
    refuse("runner refuses", ServicesError.ON_REQUEST_FAILURE,
        answering(ready, Hook.REQUEST, REFUSED), EVE, paid);
    refuse("token gone at the start", ServicesError.ERC20_TRANSFER_FAILED, w -> {
      ready.apply(w).ok(eve, paying(plain, ERC20, 70, EVE_EVM));
      w.ledger.transfer(ServicesAccounts.PALLET_EVM, TOKEN, EVE_EVM, Balance.of(1));
      return w;
    }, BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  private void approvals() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::requested;
    AssetSecurityCommitment usdc = commitment(USDC, 15);
    AssetSecurityCommitment tnt = commitment(Asset.NATIVE, 20);
    refuse("unknown request", ServicesError.SERVICE_REQUEST_NOT_FOUND, ready, BOB,
        approve(7, usdc, tnt));
    refuse("inactive", ServicesError.OPERATOR_NOT_ACTIVE, ready, DAVE, approve(0, usdc, tnt));
    refuse("unknown asset", ServicesError.ASSET_NOT_FOUND, ready, BOB,
        approve(0, usdc, tnt, commitment(Asset.custom(999), 10)));
    refuse("token at zero", ServicesError.INVALID_ERC20_ADDRESS, ready, BOB,
        approve(0, usdc, tnt, commitment(new Asset.Erc20(EvmAddress.ZERO), 10)));
    refuse("missing", ServicesError.MISSING_ASSET_COMMITMENT, ready, BOB, approve(0, tnt));
    refuse("below", ServicesError.COMMITMENT_BELOW_MINIMUM, ready, BOB,
        approve(0, commitment(USDC, 9), tnt));
    refuse("above", ServicesError.COMMITMENT_ABOVE_MAXIMUM, ready, BOB,
        approve(0, commitment(USDC, 21), tnt));
    refuse("no stake", ServicesError.NO_OPERATOR_STAKE, ready, CHARLIE, approve(0, usdc, tnt));
    refuse("unexpected", ServicesError.UNEXPECTED_ASSET_COMMITMENT, ready, BOB,
        approve(0, usdc, tnt, commitment(Asset.custom(2), 10)));
    refuse("out of order", ServicesError.INVALID_SECURITY_COMMITMENTS, ready, BOB,
        approve(0, tnt, usdc));
    refuse("twice the same asset", ServicesError.INVALID_SECURITY_COMMITMENTS, ready, BOB,
        approve(0, usdc, tnt, tnt));
    refuse("not asked", ServicesError.APPROVAL_NOT_REQUESTED,
        w -> ready.apply(w).withDelegation(CHARLIE, USDC, 5), CHARLIE, approve(0, usdc, tnt));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      ready.apply(w).storage.blueprints.remove(0L);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("registration gone", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operators.remove(0L, BOB);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("hook reverts", ServicesError.APPROVAL_INTERRUPTED,
        answering(ready, Hook.APPROVE, TestManagers.REVERT), BOB, approve(0, usdc, tnt));
    refuse("runner refuses", ServicesError.ON_APPROVE_FAILURE,
        answering(ready, Hook.APPROVE, REFUSED), BOB, approve(0, usdc, tnt));
    refuse("profile gone", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operatorsProfile.remove(BOB);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("profile full", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operatorsProfile.put(BOB,
          new OperatorProfile(ids(1, 1024), Collections.emptySortedSet()));
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("owner has 1,024", ServicesError.MAX_SERVICES_PER_USER_EXCEEDED, w -> {
      ready.apply(w).storage.userServices.put(EVE, ids(1, 1024));
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("start reverts", ServicesError.SERVICE_INITIALIZATION_INTERRUPTED,
        answering(ready, Hook.INITIALIZED, TestManagers.REVERT), BOB, approve(0, usdc, tnt));
    refuse("runner refuses the start", ServicesError.ON_SERVICE_INIT_HOOK,
        answering(ready, Hook.INITIALIZED, REFUSED), BOB, approve(0, usdc, tnt));
  }

  private static ServicesCall.Approve approve(long id, AssetSecurityCommitment... commitments) {
    return new ServicesCall.Approve(id, List.of(commitments));
  }

  private void jobs() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::service;
    ServicesCall.CallJob call = new ServicesCall.CallJob(0, 0, number(3));
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, ready, EVE,
        new ServicesCall.CallJob(5, 0, number(3)));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      ready.apply(w).storage.blueprints.remove(0L);
      return w;
    }, EVE, call);
    refuse("a stranger calls", DispatchError.BAD_ORIGIN, ready, ALICE, call);
    refuse("unknown job", ServicesError.JOB_DEFINITION_NOT_FOUND, ready, EVE,
        new ServicesCall.CallJob(0, 1, number(3)));
    refuse("257 arguments", ServicesError.MAX_FIELDS_EXCEEDED, ready, EVE,
        new ServicesCall.CallJob(0, 0, Collections.nCopies(257, new Field.Uint64(1))));
    refuse("wrong type", typeCheck(0, 0, 8), ready, EVE,
        new ServicesCall.CallJob(0, 0, List.of(new Field.Bool(true))));
    refuse("hook reverts", ServicesError.INVALID_JOB_CALL_INPUT,
        answering(ready, Hook.JOB_CALL, TestManagers.REVERT), EVE, call);
    refuse("runner refuses", DispatchError.Plain.OTHER,
        answering(ready, Hook.JOB_CALL, REFUSED), EVE, call);
    refuse("masters gone before a call",
        ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND, w -> {
          ready.apply(w).storage.masterRevisions.remove();
          return w;
        }, EVE, call);

    UnaryOperator<ServicesWorld> open = RefusalCases::called;
    ServicesCall.SubmitResult result = new ServicesCall.SubmitResult(0, 0, number(9));
    refuse("unknown call", ServicesError.SERVICE_OR_JOB_CALL_NOT_FOUND, open, BOB,
        new ServicesCall.SubmitResult(0, 1, number(9)));
    refuse("service gone", ServicesError.SERVICE_NOT_FOUND, w -> {
      open.apply(w).storage.instances.remove(0L);
      return w;
    }, BOB, result);
    refuse("blueprint gone under a result", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      open.apply(w).storage.blueprints.remove(0L);
      return w;
    }, BOB, result);
    refuse("a stranger answers", ServicesError.NOT_REGISTERED, open, DAVE, result);
    refuse("job gone", ServicesError.JOB_DEFINITION_NOT_FOUND, w -> {
      open.apply(w).storage.blueprints.put(0L,
          new ServicesStorage.OwnedBlueprint(ALICE,
              blueprint().boundTo(new MasterRevision.Specific(0))));
      return w;
    }, BOB, result);
    refuse("257 results", ServicesError.MAX_FIELDS_EXCEEDED, open, BOB,
        new ServicesCall.SubmitResult(0, 0, Collections.nCopies(257, new Field.Uint64(1))));
    refuse("no result", typeCheck(1, 1, 0), open, BOB,
        new ServicesCall.SubmitResult(0, 0, List.of()));
    refuse("result reverts", ServicesError.INVALID_JOB_RESULT,
        answering(open, Hook.JOB_RESULT, TestManagers.REVERT), BOB, result);
    refuse("runner refuses a result", DispatchError.Plain.OTHER,
        answering(open, Hook.JOB_RESULT, REFUSED), BOB, result);
    refuse("masters gone", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND, w -> {
      open.apply(w).storage.masterRevisions.remove();
      return w;
    }, BOB, result);
  }
}
