package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static io.fairlead.restaking.RestakingWorld.plain;
import static io.fairlead.restaking.wire.RestakingError.*;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Withdrawing, ending delegations, restaking nominations, selecting blueprints: what fails. */
class DelegatorRefusalsTest {
  /** What this class shows; the rest is shown in {@link RestakingRefusalsTest}. */
  static final Set<RestakingError> RAISED = Collections.unmodifiableSet(EnumSet.of(INVALID_AMOUNT,
      NOT_AN_OPERATOR, NOT_ACTIVE_OPERATOR, NOT_DELEGATOR, INSUFFICIENT_BALANCE,
      NO_BOND_LESS_REQUEST, BOND_LESS_NOT_READY, NO_ACTIVE_DELEGATION, ASSET_NOT_WHITELISTED,
      MAX_BLUEPRINTS_EXCEEDED, NO_WITHDRAW_REQUESTS, NO_MATCHING_WITHDRAW_REQUEST,
      DUPLICATE_BLUEPRINT_ID, BLUEPRINT_ID_NOT_FOUND, NOT_IN_FIXED_MODE, MAX_DELEGATIONS_EXCEEDED,
      MAX_UNSTAKE_REQUESTS_EXCEEDED, MAX_WITHDRAW_REQUESTS_EXCEEDED, OVERFLOW_RISK,
      NOT_NOMINATOR));

  private static final RefusalBook<RestakingError> BOOK = new RefusalBook<>(RestakingError.class);
  private static final Balance ONE = Balance.of(1);
  private static final RestakingCall EXECUTE_WITHDRAW = new RestakingCall.ExecuteWithdraw(null);
  private static final RestakingCall EXECUTE_DELEGATOR =
      new RestakingCall.ExecuteDelegatorUnstake();
  private static final RestakingCall EXECUTE_NOMINATION =
      new RestakingCall.ExecuteNominationUnstake(BOB);
  private static final RestakingCall CANCEL_NOMINATION =
      new RestakingCall.CancelNominationUnstake(BOB);

  private final RestakingWorld world = new RestakingWorld();

  @AfterAll
  static void the_list_is_what_was_seen() {
    BOOK.assertExactly(RAISED);
  }

  private void refuses(RestakingError error, AccountId who, RestakingCall call) {
    world.refusesCall(new DispatchError.Module(error), Origin.signed(who), call);
    BOOK.saw(error);
  }

  private static RestakingCall withdraw(Asset asset, long amount) {
    return new RestakingCall.ScheduleWithdraw(asset, Balance.of(amount));
  }

  private static RestakingCall end(AccountId operator, Asset asset, long amount) {
    return new RestakingCall.ScheduleDelegatorUnstake(operator, asset, Balance.of(amount));
  }

  private static RestakingCall cancelEnd(AccountId operator, Asset asset, long amount) {
    return new RestakingCall.CancelDelegatorUnstake(operator, asset, Balance.of(amount));
  }

  private static RestakingCall nominate(AccountId operator, long amount) {
    return new RestakingCall.DelegateNomination(operator, Balance.of(amount),
        BlueprintSelection.ALL);
  }

  private static RestakingCall endNomination(AccountId operator, long amount) {
    return new RestakingCall.ScheduleNominationUnstake(operator, Balance.of(amount),
        BlueprintSelection.ALL);
  }

  @Test
  void only_signers_call() {
    for (RestakingCall call : List.of(withdraw(USDC, 5), EXECUTE_WITHDRAW,
        new RestakingCall.CancelWithdraw(USDC, ONE), end(BOB, USDC, 5), EXECUTE_DELEGATOR,
        cancelEnd(BOB, USDC, 5), nominate(BOB, 5), endNomination(BOB, 5), EXECUTE_NOMINATION,
        CANCEL_NOMINATION, new RestakingCall.AddBlueprintId(1),
        new RestakingCall.RemoveBlueprintId(1))) {
      world.refusesCall(DispatchError.BAD_ORIGIN, Origin.ROOT, call);
      world.refusesCall(DispatchError.BAD_ORIGIN, Origin.NONE, call);
    }
  }

  @Test
  void withdrawing_asks_in_the_chains_order() {
    RestakingCall cancel = new RestakingCall.CancelWithdraw(USDC, ONE);
    for (RestakingCall call : List.of(withdraw(USDC, 1), EXECUTE_WITHDRAW, cancel)) {
      refuses(NOT_DELEGATOR, ALICE, call);
    }
    world.withDeposit(ALICE, USDC, 10).withDeposit(ALICE, USDC, 5, LockMultiplier.ONE_MONTH)
        .withOperator(BOB, 100).withDelegation(ALICE, BOB, USDC, 12, BlueprintSelection.ALL);
    refuses(INSUFFICIENT_BALANCE, ALICE, withdraw(Asset.NATIVE, 1));
    refuses(INSUFFICIENT_BALANCE, ALICE, withdraw(USDC, 11));
    refuses(INSUFFICIENT_BALANCE, ALICE, withdraw(USDC, 4));
    refuses(NO_WITHDRAW_REQUESTS, ALICE, EXECUTE_WITHDRAW);
    for (int i = 0; i < 5; i++) {
      world.ok(ALICE, withdraw(USDC, 0));
    }
    refuses(MAX_WITHDRAW_REQUESTS_EXCEEDED, ALICE, withdraw(USDC, 1));
    refuses(NO_MATCHING_WITHDRAW_REQUEST, ALICE, cancel);
    world.refusesCall(DispatchError.BAD_ORIGIN, Origin.signed(ALICE),
        new RestakingCall.ExecuteWithdraw(EvmAddress.ZERO));
  }

  @Test
  void ending_a_delegation_asks_in_the_chains_order() {
    refuses(INVALID_AMOUNT, ALICE, end(BOB, USDC, 0));
    refuses(INVALID_AMOUNT, ALICE, cancelEnd(BOB, USDC, 0));
    for (RestakingCall call : List.of(end(BOB, USDC, 1), cancelEnd(BOB, USDC, 1),
        EXECUTE_DELEGATOR)) {
      refuses(NOT_DELEGATOR, ALICE, call);
    }
    world.withDeposit(ALICE, USDC, 10).withOperator(BOB, 100);
    refuses(NO_ACTIVE_DELEGATION, ALICE, end(BOB, USDC, 1));
    world.withDelegation(ALICE, BOB, USDC, 10, BlueprintSelection.ALL);
    refuses(NO_BOND_LESS_REQUEST, ALICE, EXECUTE_DELEGATOR);
    refuses(NO_BOND_LESS_REQUEST, ALICE, cancelEnd(BOB, USDC, 1));
    world.ok(ALICE, end(BOB, USDC, 6));
    refuses(INSUFFICIENT_BALANCE, ALICE, end(BOB, USDC, 5));
    for (int i = 0; i < 4; i++) {
      world.ok(ALICE, end(BOB, USDC, 1));
    }
    world.storage.delegators.put(ALICE, world.delegator(ALICE).withDelegation(0,
        plain(BOB, 100, USDC)));
    refuses(MAX_UNSTAKE_REQUESTS_EXCEEDED, ALICE, end(BOB, USDC, 1));
    world.atRound(4);
    refuses(BOND_LESS_NOT_READY, ALICE, EXECUTE_DELEGATOR);
  }

  @Test
  void what_ended_otherwise_cannot_be_unstaked() {
    world.withDeposit(ALICE, USDC, 10).withOperator(BOB, 100)
        .withDelegation(ALICE, BOB, USDC, 10, BlueprintSelection.ALL);
    world.ok(ALICE, end(BOB, USDC, 10));
    world.atRound(5);
    var whole = world.delegator(ALICE);
    world.storage.delegators.put(ALICE, whole.withDelegation(0, plain(BOB, 9, USDC)));
    refuses(INSUFFICIENT_BALANCE, ALICE, EXECUTE_DELEGATOR);
    world.storage.delegators.put(ALICE, whole.withDelegations(List.of()));
    refuses(NO_ACTIVE_DELEGATION, ALICE, EXECUTE_DELEGATOR);
    world.storage.delegators.put(ALICE, whole);
    world.storage.operators.put(BOB,
        OperatorRecords.reduced(world.operator(BOB), ALICE, USDC, ONE));
    refuses(INSUFFICIENT_BALANCE, ALICE, EXECUTE_DELEGATOR);
    world.storage.operators.remove(BOB);
    refuses(NOT_AN_OPERATOR, ALICE, EXECUTE_DELEGATOR);
  }

  @Test
  void restaking_a_nomination_asks_in_the_chains_order() {
    refuses(INVALID_AMOUNT, ALICE, nominate(BOB, 0));
    refuses(NOT_AN_OPERATOR, ALICE, nominate(BOB, 1));
    world.withOperator(BOB, 100).withStatus(BOB, OperatorStatus.INACTIVE);
    refuses(NOT_ACTIVE_OPERATOR, ALICE, nominate(BOB, 1));
    world.withStatus(BOB, OperatorStatus.ACTIVE);
    refuses(NOT_NOMINATOR, ALICE, nominate(BOB, 1));
    world.withBond(ALICE, 20, 10);
    refuses(INSUFFICIENT_BALANCE, ALICE, nominate(BOB, 21));
    refuses(INSUFFICIENT_BALANCE, ALICE, nominate(BOB, 11));
    world.storage.delegators.put(ALICE, DelegatorMetadata.EMPTY.withDelegations(
        Collections.nCopies(50, plain(EVE, 1, USDC))));
    refuses(MAX_DELEGATIONS_EXCEEDED, ALICE, nominate(BOB, 1));
    world.storage.delegators.put(ALICE, DelegatorMetadata.EMPTY.withDelegations(List.of(
        new BondInfoDelegator(EVE, Balance.MAX, Asset.NATIVE, BlueprintSelection.ALL, true))));
    refuses(OVERFLOW_RISK, ALICE, nominate(BOB, 1));
  }

  @Test
  void ending_a_nomination_asks_in_the_chains_order() {
    refuses(INVALID_AMOUNT, ALICE, endNomination(BOB, 0));
    refuses(NOT_AN_OPERATOR, ALICE, endNomination(BOB, 1));
    world.withOperator(BOB, 100);
    for (RestakingCall call : List.of(endNomination(BOB, 1), EXECUTE_NOMINATION,
        CANCEL_NOMINATION)) {
      refuses(NOT_DELEGATOR, ALICE, call);
    }
    world.withDeposit(ALICE, Asset.NATIVE, 10)
        .withDelegation(ALICE, BOB, Asset.NATIVE, 10, BlueprintSelection.ALL);
    refuses(NO_ACTIVE_DELEGATION, ALICE, endNomination(BOB, 1));
    refuses(NO_BOND_LESS_REQUEST, ALICE, EXECUTE_NOMINATION);
    refuses(NO_BOND_LESS_REQUEST, ALICE, CANCEL_NOMINATION);
    world.withBond(ALICE, 10, 10);
    world.ok(ALICE, nominate(BOB, 10));
    world.ok(ALICE, endNomination(BOB, 6));
    refuses(INSUFFICIENT_BALANCE, ALICE, endNomination(BOB, 5));
    refuses(BOND_LESS_NOT_READY, ALICE, EXECUTE_NOMINATION);
    world.atRound(5);
    var whole = world.delegator(ALICE);
    BondInfoDelegator restaked = whole.delegations().get(1);
    world.storage.delegators.put(ALICE, whole.withDelegation(1, restaked.withAmount(ONE)));
    refuses(INSUFFICIENT_BALANCE, ALICE, EXECUTE_NOMINATION);
    world.storage.delegators.put(ALICE, whole.withDelegation(1, new BondInfoDelegator(BOB, ONE,
        USDC, BlueprintSelection.ALL, true)));
    refuses(ASSET_NOT_WHITELISTED, ALICE, endNomination(BOB, 1));
    refuses(ASSET_NOT_WHITELISTED, ALICE, EXECUTE_NOMINATION);
    world.storage.delegators.put(ALICE, whole);
    world.storage.operators.remove(BOB);
    refuses(NOT_AN_OPERATOR, ALICE, EXECUTE_NOMINATION);
  }

  @Test
  void selecting_blueprints_asks_in_the_chains_order() {
    RestakingCall add = new RestakingCall.AddBlueprintId(7);
    RestakingCall remove = new RestakingCall.RemoveBlueprintId(7);
    refuses(NOT_DELEGATOR, ALICE, add);
    refuses(NOT_DELEGATOR, ALICE, remove);
    world.withDeposit(ALICE, USDC, 10).withOperator(BOB, 100).withDelegation(ALICE, BOB, USDC, 1,
        BlueprintSelection.fixed(7L));
    refuses(DUPLICATE_BLUEPRINT_ID, ALICE, add);
    refuses(BLUEPRINT_ID_NOT_FOUND, ALICE, new RestakingCall.RemoveBlueprintId(8));
    world.withOperator(EVE, 100).withDelegation(ALICE, EVE, USDC, 1, BlueprintSelection.ALL);
    refuses(NOT_IN_FIXED_MODE, ALICE, new RestakingCall.AddBlueprintId(8));
    refuses(NOT_IN_FIXED_MODE, ALICE, remove);
    var many = LongStream.range(0, 50).boxed().toArray(Long[]::new);
    world.storage.delegators.put(ALICE, world.delegator(ALICE).withDelegations(
        List.of(plain(BOB, 1, USDC).withSelection(BlueprintSelection.fixed(many)))));
    refuses(MAX_BLUEPRINTS_EXCEEDED, ALICE, new RestakingCall.AddBlueprintId(50));
  }
}
