package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.TOKEN;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static io.fairlead.restaking.RestakingWorld.plain;
import static io.fairlead.restaking.RestakingWorld.slash;
import static io.fairlead.restaking.wire.RestakingError.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every error that a call or a slash can raise, and that it moves nothing; those of ending
 * delegations and of nominations in {@link DelegatorRefusalsTest}.
 */
class RestakingRefusalsTest {
  private static final RefusalBook<RestakingError> BOOK = new RefusalBook<>(RestakingError.class);
  private static final Map<RestakingError, String> NEVER_RAISED =
      new EnumMap<>(RestakingError.class);

  static {
    never("the chain's code never raises it", ALREADY_DELEGATOR, WITHDRAW_REQUEST_ALREADY_EXISTS,
        NO_WITHDRAW_REQUEST, BOND_LESS_REQUEST_ALREADY_EXISTS, ACTIVE_SERVICES_USING_ASSET,
        ASSET_NOT_FOUND, BLUEPRINT_ALREADY_WHITELISTED, ASSET_ALREADY_IN_VAULT,
        ASSET_NOT_IN_VAULT, VAULT_NOT_FOUND, DEPOSIT_OVERFLOW, APY_EXCEEDS_MAXIMUM,
        CAP_CANNOT_BE_ZERO, CAP_EXCEEDS_TOTAL_SUPPLY, BLUEPRINT_NOT_SELECTED,
        ASSET_CONFIG_NOT_FOUND);
    never("only under the rule restaking.deselection, in the tests of the rules", LOCK_VIOLATION);
    never("raised for one delegator of a slash and dropped there: SlashAsWrittenTest",
        ERC20_TRANSFER_FAILED, SLASH_ALERT_FAILED);
    never("the ABI codec behind the port cannot fail to encode; an undecodable answer is false",
        EVM_ABI_ENCODE, EVM_ABI_DECODE);
  }

  private static final Balance ONE = Balance.of(1);
  private static final RestakingCall SCHEDULE_LEAVE = new RestakingCall.ScheduleLeaveOperators();
  private static final RestakingCall CANCEL_LEAVE = new RestakingCall.CancelLeaveOperators();
  private static final RestakingCall EXECUTE_LEAVE = new RestakingCall.ExecuteLeaveOperators();
  private static final RestakingCall EXECUTE_UNSTAKE = new RestakingCall.ExecuteOperatorUnstake();
  private static final RestakingCall CANCEL_UNSTAKE = new RestakingCall.CancelOperatorUnstake();
  private static final RestakingCall GO_OFFLINE = new RestakingCall.GoOffline();
  private static final RestakingCall GO_ONLINE = new RestakingCall.GoOnline();
  private static final List<RestakingCall> ALL_CALLS = List.of(join(100), SCHEDULE_LEAVE,
      CANCEL_LEAVE, EXECUTE_LEAVE, new RestakingCall.OperatorBondMore(ONE), unstake(1),
      EXECUTE_UNSTAKE, CANCEL_UNSTAKE, GO_OFFLINE, GO_ONLINE, deposit(USDC, 5),
      delegate(BOB, USDC, 5));

  private final RestakingWorld world = new RestakingWorld();

  private static void never(String reason, RestakingError... errors) {
    for (RestakingError error : errors) {
      assertThat(NEVER_RAISED.put(error, reason)).isNull();
    }
  }

  @AfterAll
  static void every_error_is_tested_or_excused() {
    var elsewhere = new EnumMap<>(NEVER_RAISED);
    DelegatorRefusalsTest.RAISED.stream().filter(error -> !BOOK.hasSeen(error))
        .forEach(error -> elsewhere.put(error, "in DelegatorRefusalsTest"));
    BOOK.assertComplete(elsewhere);
    BOOK.assertDocumented(NEVER_RAISED.keySet());
  }

  private void refuses(RestakingError error, AccountId who, RestakingCall call) {
    world.refusesCall(new DispatchError.Module(error), Origin.signed(who), call);
    BOOK.saw(error);
  }

  private void refuses(RestakingError error, StakeSlasher slasher, UnappliedSlash slash) {
    world.refuses(new DispatchError.Module(error), () -> slasher.slash(slash));
    BOOK.saw(error);
  }

  private static RestakingCall join(long bond) {
    return new RestakingCall.JoinOperators(Balance.of(bond));
  }

  private static RestakingCall.Deposit deposit(Asset asset, long amount) {
    return new RestakingCall.Deposit(asset, Balance.of(amount), null, null);
  }

  private static RestakingCall delegate(AccountId operator, Asset asset, long amount) {
    return new RestakingCall.Delegate(operator, asset, Balance.of(amount),
        BlueprintSelection.ALL);
  }

  private static RestakingCall unstake(long amount) {
    return new RestakingCall.ScheduleOperatorUnstake(Balance.of(amount));
  }

  @Test
  void nobody_joins_twice_not_even_with_too_small_a_bond() {
    world.withOperator(ALICE, 100);

    refuses(ALREADY_OPERATOR, ALICE, join(1));
  }

  @Test
  void a_bond_below_the_minimum_is_too_low() {
    refuses(BOND_TOO_LOW, ALICE, join(99));
  }

  @Test
  void a_bond_that_cannot_be_reserved_gives_the_error_of_the_currency() {
    world.refusesCall(DispatchError.Token.FUNDS_UNAVAILABLE, Origin.signed(ALICE),
        join(1_000_001));
  }

  @Test
  void only_signers_call() {
    for (RestakingCall call : ALL_CALLS) {
      world.refusesCall(DispatchError.BAD_ORIGIN, Origin.ROOT, call);
      world.refusesCall(DispatchError.BAD_ORIGIN, Origin.NONE, call);
    }
  }

  @Test
  void tokens_without_an_evm_address_are_not_authorized_whoever_asks() {
    refuses(NOT_AUTHORIZED, RestakingAccounts.PALLET, deposit(TOKEN, 5));
    world.refusesCall(new DispatchError.Module(NOT_AUTHORIZED), Origin.NONE, deposit(TOKEN, 5));
  }

  @Test
  void tokens_are_deposited_by_the_pallet_account_only() {
    var call = new RestakingCall.Deposit(TOKEN, Balance.of(5), EvmAddress.ZERO, null);

    world.refusesCall(DispatchError.BAD_ORIGIN, Origin.signed(ALICE), call);
  }

  @Test
  void an_evm_address_must_be_the_signers_own() {
    var call = new RestakingCall.Deposit(USDC, Balance.of(5), EvmAddress.ZERO, null);

    world.refusesCall(DispatchError.BAD_ORIGIN, Origin.signed(ALICE), call);
  }

  @Test
  void a_deposit_above_what_the_vault_takes_is_refused_before_its_amount_is_looked_at() {
    world.rewards.caps.put(USDC, Balance.of(4));

    refuses(DEPOSIT_EXCEEDS_CAP_FOR_ASSET, ALICE, deposit(USDC, 5));
  }

  @Test
  void an_empty_deposit_is_too_low() {
    refuses(BOND_TOO_LOW, ALICE, deposit(USDC, 0));
  }

  @Test
  void a_deposit_of_more_than_there_is_gives_the_error_of_the_mover() {
    world.refusesCall(DispatchError.Token.FUNDS_UNAVAILABLE, Origin.signed(ALICE),
        deposit(Asset.NATIVE, 1_000_001));
    world.refusesCall(DispatchError.Arithmetic.UNDERFLOW, Origin.signed(ALICE),
        deposit(USDC, 1_000_001));
  }

  @Test
  void the_51st_lock_of_a_deposit_is_refused_and_its_money_comes_back() {
    for (int i = 0; i < 50; i++) {
      world.withDeposit(ALICE, USDC, 1, LockMultiplier.ONE_MONTH);
    }

    refuses(INSUFFICIENT_BALANCE, ALICE,
        new RestakingCall.Deposit(USDC, Balance.of(1), null, LockMultiplier.ONE_MONTH));

    world.withDeposit(ALICE, USDC, 1);
    assertThat(world.ledger.balance(AssetId.of(1), RestakingAccounts.PALLET))
        .isEqualTo(Balance.of(51));
  }

  @Test
  void delegating_asks_in_the_chains_order() {
    refuses(NOT_AN_OPERATOR, ALICE, delegate(BOB, USDC, 0));
    world.withOperator(BOB, 100).withStatus(BOB, OperatorStatus.INACTIVE);
    refuses(NOT_ACTIVE_OPERATOR, ALICE, delegate(BOB, USDC, 0));
    world.withStatus(BOB, new OperatorStatus.Leaving(7));
    refuses(NOT_ACTIVE_OPERATOR, ALICE, delegate(BOB, USDC, 0));
    world.withStatus(BOB, OperatorStatus.ACTIVE);
    refuses(INVALID_AMOUNT, ALICE, delegate(BOB, USDC, 0));
    refuses(NOT_DELEGATOR, ALICE, delegate(BOB, USDC, 1));
    world.withDeposit(ALICE, Asset.NATIVE, 10);
    refuses(INSUFFICIENT_BALANCE, ALICE, delegate(BOB, USDC, 1));
    refuses(INSUFFICIENT_BALANCE, ALICE, delegate(BOB, Asset.NATIVE, 11));
    world.ok(ALICE, delegate(BOB, Asset.NATIVE, 10));
    refuses(INSUFFICIENT_BALANCE, ALICE, delegate(BOB, Asset.NATIVE, 1));
  }

  @Test
  void the_51st_delegation_of_a_delegator_is_refused() {
    world.withDeposit(ALICE, USDC, 100).withOperator(BOB, 100);
    world.storage.delegators.put(ALICE,
        world.delegator(ALICE).withDelegations(Collections.nCopies(50, plain(EVE, 1, USDC))));

    refuses(MAX_DELEGATIONS_EXCEEDED, ALICE, delegate(BOB, USDC, 1));
  }

  @Test
  void an_operator_with_50_entries_takes_not_even_a_top_up() {
    world.withOperator(BOB, 100);
    for (int i = 0; i < 50; i++) {
      var who = new AccountId(9, 9, 9, i);
      world.ledger.mint(AssetId.of(1), who, Balance.of(9));
      world.withDeposit(who, USDC, 9).withDelegation(who, BOB, USDC, 4, BlueprintSelection.ALL);
    }

    refuses(MAX_DELEGATIONS_EXCEEDED, new AccountId(9, 9, 9, 7), delegate(BOB, USDC, 1));
  }

  @Test
  void a_delegation_beyond_128_bits_is_an_overflow() {
    world.withOperator(BOB, 100);
    // only storage written from outside holds a delegation that is larger than its deposit says
    var deposits = DelegatorMetadata.EMPTY.withDeposit(USDC,
        new Deposit(Balance.MAX, Balance.ZERO, null));
    world.storage.delegators.put(ALICE, deposits.withDelegations(
        List.of(plain(BOB, 1, USDC).withAmount(Balance.MAX))));

    refuses(OVERFLOW_RISK, ALICE, delegate(BOB, USDC, 1));

    world.storage.delegators.put(ALICE, deposits);
    world.ok(ALICE, delegate(BOB, USDC, 1));
    world.storage.operators.put(BOB, new OperatorRecords(
        FullOperator.REFUSES_TOP_UPS).increased(world.operator(BOB), ALICE, USDC,
            new Balance(-1, -2)));
    refuses(OVERFLOW_RISK, ALICE, delegate(BOB, USDC, 1));
  }

  @Test
  void calls_of_operators_are_refused_to_others() {
    for (RestakingCall call : List.of(SCHEDULE_LEAVE, CANCEL_LEAVE, EXECUTE_LEAVE,
        new RestakingCall.OperatorBondMore(ONE), unstake(1), EXECUTE_UNSTAKE, CANCEL_UNSTAKE,
        GO_OFFLINE, GO_ONLINE)) {
      refuses(NOT_AN_OPERATOR, ALICE, call);
    }
  }

  @Test
  void leaving_asks_in_the_chains_order() {
    world.withOperator(ALICE, 100);
    refuses(NOT_LEAVING_OPERATOR, ALICE, CANCEL_LEAVE);
    refuses(NOT_LEAVING_OPERATOR, ALICE, EXECUTE_LEAVE);
    world.services.registered.add(ALICE);
    refuses(CANNOT_EXIT, ALICE, SCHEDULE_LEAVE);
    world.services.registered.clear();
    world.ok(ALICE, SCHEDULE_LEAVE);
    world.services.registered.add(ALICE);
    refuses(ALREADY_LEAVING, ALICE, SCHEDULE_LEAVE);
    world.atRound(9);
    refuses(LEAVING_ROUND_NOT_REACHED, ALICE, EXECUTE_LEAVE);
  }

  @Test
  void bonding_asks_in_the_chains_order() {
    world.withOperator(ALICE, 200);
    refuses(STAKE_OVERFLOW, ALICE, new RestakingCall.OperatorBondMore(Balance.MAX));
    world.refusesCall(DispatchError.Token.FUNDS_UNAVAILABLE, Origin.signed(ALICE),
        new RestakingCall.OperatorBondMore(Balance.of(1_000_000)));
    refuses(NO_SCHEDULED_BOND_LESS, ALICE, EXECUTE_UNSTAKE);
    refuses(NO_SCHEDULED_BOND_LESS, ALICE, CANCEL_UNSTAKE);
    world.services.registered.add(ALICE);
    refuses(CANNOT_EXIT, ALICE, unstake(201));
    world.services.registered.clear();
    refuses(UNSTAKE_AMOUNT_TOO_LARGE, ALICE, unstake(201));
    refuses(INSUFFICIENT_STAKE_REMAINING, ALICE, unstake(101));
    world.ok(ALICE, unstake(100));
    refuses(PENDING_UNSTAKE_REQUEST_EXISTS, ALICE, unstake(201));
    world.atRound(4);
    refuses(BOND_LESS_REQUEST_NOT_SATISFIED, ALICE, EXECUTE_UNSTAKE);
    world.atRound(5);
    world.slash(world.exactShares, slash(ALICE, 1, 51));
    refuses(UNSTAKE_AMOUNT_TOO_LARGE, ALICE, EXECUTE_UNSTAKE);
  }

  @Test
  void going_offline_and_online_asks_in_the_chains_order() {
    world.withOperator(ALICE, 100);
    refuses(NOT_OFFLINE_OPERATOR, ALICE, GO_ONLINE);
    world.services.serving.add(ALICE);
    refuses(CANNOT_GO_OFFLINE_WITH_ACTIVE_SERVICES, ALICE, GO_OFFLINE);
    world.services.serving.clear();
    world.ok(ALICE, GO_OFFLINE);
    refuses(NOT_ACTIVE_OPERATOR, ALICE, GO_OFFLINE);
  }

  @Test
  void a_slash_needs_an_active_operator() {
    for (StakeSlasher slasher : List.of(world.asWritten, world.exactShares)) {
      refuses(NOT_AN_OPERATOR, slasher, slash(BOB, 1, 50));
    }
    world.withOperator(BOB, 1_000).withStatus(BOB, OperatorStatus.INACTIVE);
    refuses(NOT_ACTIVE_OPERATOR, world.asWritten, slash(BOB, 1, 50));
    refuses(NOT_ACTIVE_OPERATOR, world.exactShares, slash(BOB, 1, 50));
  }

  @Test
  void nothing_taken_asks_nothing() {
    List<?> before = world.store.pairs();

    StakeSlasher.NOTHING.slash(slash(BOB, 1, 50));

    assertThat(world.store.pairs()).isEqualTo(before);
  }
}
