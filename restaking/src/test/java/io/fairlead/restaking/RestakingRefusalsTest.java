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

/** Every error that a call, a round change or a slash can raise, and that it moves nothing. */
class RestakingRefusalsTest {
  private static final RefusalBook<RestakingError> BOOK = new RefusalBook<>(RestakingError.class);
  private static final Map<RestakingError, String> NEVER_RAISED =
      new EnumMap<>(RestakingError.class);

  static {
    never("the chain's code never raises it", ALREADY_DELEGATOR, WITHDRAW_REQUEST_ALREADY_EXISTS,
        NO_WITHDRAW_REQUEST, BOND_LESS_REQUEST_ALREADY_EXISTS, ACTIVE_SERVICES_USING_ASSET,
        ASSET_NOT_FOUND, BLUEPRINT_ALREADY_WHITELISTED, ASSET_ALREADY_IN_VAULT,
        ASSET_NOT_IN_VAULT, VAULT_NOT_FOUND, DEPOSIT_OVERFLOW, APY_EXCEEDS_MAXIMUM,
        CAP_CANNOT_BE_ZERO, CAP_EXCEEDS_TOTAL_SUPPLY, BLUEPRINT_NOT_SELECTED, LOCK_VIOLATION,
        ASSET_CONFIG_NOT_FOUND);
    never("only by calls of operators that are not here", CANNOT_EXIT, ALREADY_LEAVING,
        NOT_LEAVING_OPERATOR, LEAVING_ROUND_NOT_REACHED, NO_SCHEDULED_BOND_LESS,
        BOND_LESS_REQUEST_NOT_SATISFIED, NOT_OFFLINE_OPERATOR, UNSTAKE_AMOUNT_TOO_LARGE,
        STAKE_OVERFLOW, PENDING_UNSTAKE_REQUEST_EXISTS, CANNOT_GO_OFFLINE_WITH_ACTIVE_SERVICES);
    never("only by calls of delegators that are not here", NO_BOND_LESS_REQUEST,
        BOND_LESS_NOT_READY, ASSET_NOT_WHITELISTED, MAX_BLUEPRINTS_EXCEEDED, NO_WITHDRAW_REQUESTS,
        NO_MATCHING_WITHDRAW_REQUEST, DUPLICATE_BLUEPRINT_ID, BLUEPRINT_ID_NOT_FOUND,
        NOT_IN_FIXED_MODE, MAX_UNSTAKE_REQUESTS_EXCEEDED, MAX_WITHDRAW_REQUESTS_EXCEEDED,
        NOT_NOMINATOR);
    never("raised for one delegator of a slash and dropped there: SlashAsWrittenTest",
        NO_ACTIVE_DELEGATION, ERC20_TRANSFER_FAILED, SLASH_ALERT_FAILED);
    never("the floored share of at most 100 percent never exceeds the whole",
        INSUFFICIENT_STAKE_REMAINING);
    never("the ABI codec behind the port cannot fail to encode; an undecodable answer is false",
        EVM_ABI_ENCODE, EVM_ABI_DECODE);
  }

  private final RestakingWorld world = new RestakingWorld();

  private static void never(String reason, RestakingError... errors) {
    for (RestakingError error : errors) {
      assertThat(NEVER_RAISED.put(error, reason)).isNull();
    }
  }

  @AfterAll
  static void every_error_is_tested_or_excused() {
    BOOK.assertComplete(NEVER_RAISED);
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
    for (RestakingCall call : List.of(join(100), deposit(USDC, 5), delegate(BOB, USDC, 5))) {
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
    world.storage.operators.put(BOB, OperatorRecords.increased(world.operator(BOB), ALICE, USDC,
        new Balance(-1, -2)));
    refuses(OVERFLOW_RISK, ALICE, delegate(BOB, USDC, 1));
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
