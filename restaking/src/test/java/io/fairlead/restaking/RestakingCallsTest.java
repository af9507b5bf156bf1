package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.TOKEN;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static io.fairlead.restaking.RestakingWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorSnapshot;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestakingCallsTest {
  private final RestakingWorld world = new RestakingWorld();

  @Test
  void an_operator_joins_with_its_bond_reserved() {
    var events = world.eventsOf(() -> world.withOperator(ALICE, 10_000));

    assertThat(world.operator(ALICE))
        .isEqualTo(new OperatorMetadata(Balance.of(10_000), 0, null, List.of(),
            OperatorStatus.ACTIVE, List.of()));
    assertThat(world.ledger.reserved(ALICE)).isEqualTo(Balance.of(10_000));
    assertThat(events).containsExactly(new RestakingEvent.OperatorJoined(ALICE));
  }

  @Test
  void a_deposit_moves_to_the_pallet_account_and_adds_up() {
    var events = world.eventsOf(() -> world.withDeposit(BOB, USDC, 200)
        .withDeposit(BOB, USDC, 100).withDeposit(BOB, Asset.NATIVE, 7));

    assertThat(world.delegator(BOB).deposits())
        .containsEntry(USDC, new Deposit(Balance.of(300), Balance.ZERO, null))
        .containsEntry(Asset.NATIVE, new Deposit(Balance.of(7), Balance.ZERO, null));
    assertThat(world.ledger.balance(AssetId.of(1), RestakingAccounts.PALLET))
        .isEqualTo(Balance.of(300));
    assertThat(world.ledger.free(RestakingAccounts.PALLET)).isEqualTo(Balance.of(7));
    assertThat(events).containsExactly(new RestakingEvent.Deposited(BOB, Balance.of(200), USDC),
        new RestakingEvent.Deposited(BOB, Balance.of(100), USDC),
        new RestakingEvent.Deposited(BOB, Balance.of(7), Asset.NATIVE));
    assertThat(world.rewards.told).isEmpty();
  }

  @Test
  void each_lock_is_kept_with_its_own_end() {
    world.block.begin(1_000);
    world.withDeposit(BOB, USDC, 5).withDeposit(BOB, USDC, 6, LockMultiplier.SIX_MONTHS)
        .withDeposit(BOB, USDC, 7, LockMultiplier.ONE_MONTH);

    assertThat(world.delegator(BOB).deposits().get(USDC)).isEqualTo(new Deposit(Balance.of(18),
        Balance.ZERO, List.of(new LockInfo(Balance.of(6), LockMultiplier.SIX_MONTHS, 2_593_000),
            new LockInfo(Balance.of(7), LockMultiplier.ONE_MONTH, 433_000))));
  }

  @Test
  void tokens_of_a_contract_are_credited_to_the_mapped_account() {
    var address = EvmAddress.hex("0x" + "11".repeat(20));
    world.ok(RestakingAccounts.PALLET,
        new RestakingCall.Deposit(TOKEN, Balance.of(9), address, null));

    AccountId mapped = RestakingAccounts.mapped(address);
    assertThat(world.delegator(mapped).deposits().get(TOKEN).amount()).isEqualTo(Balance.of(9));
  }

  @Test
  void the_mapped_account_of_the_pallets_own_evm_address_is_another_account() {
    assertThat(RestakingAccounts.PALLET_EVM)
        .isEqualTo(EvmAddress.hex("0x6d6f646c506f745374616b650000000000000000"));
    assertThat(RestakingAccounts.mapped(RestakingAccounts.PALLET_EVM)).isEqualTo(AccountId
        .hex("0x8e57413cdd3889d642de304647e3d0fdf44cfcb740f964f8961728aa829cae69"));
  }

  @Test
  void a_deposit_up_to_what_the_vault_takes_is_taken() {
    world.rewards.caps.put(USDC, Balance.of(5));

    world.withDeposit(BOB, USDC, 5);

    assertThat(world.queries.deposit(BOB, USDC)).isPresent();
  }

  @Test
  void a_delegation_stands_in_both_records_and_is_told_twice() {
    world.withOperator(ALICE, 100).withDeposit(BOB, USDC, 100, LockMultiplier.TWO_MONTHS);

    var events = world.eventsOf(() -> world.withDelegation(BOB, ALICE, USDC, 60,
        BlueprintSelection.fixed(1L)));

    assertThat(world.delegator(BOB).delegations()).containsExactly(new BondInfoDelegator(ALICE,
        Balance.of(60), USDC, BlueprintSelection.fixed(1L), false));
    assertThat(world.delegator(BOB).deposits().get(USDC).delegatedAmount())
        .isEqualTo(Balance.of(60));
    assertThat(world.operator(ALICE).delegations())
        .containsExactly(new DelegatorBond(BOB, Balance.of(60), USDC));
    assertThat(world.operator(ALICE).delegationCount()).isEqualTo(1);
    assertThat(world.rewards.told).containsExactly("delegate 60 TWO_MONTHS");
    var delegated = new RestakingEvent.Delegated(BOB, ALICE, Balance.of(60), USDC);
    assertThat(events).containsExactly(delegated, delegated);
  }

  @Test
  void a_top_up_keeps_the_selection_and_the_place() {
    world.withOperator(ALICE, 100).withOperator(EVE, 100).withDeposit(BOB, USDC, 100)
        .withDelegation(BOB, ALICE, USDC, 10, BlueprintSelection.fixed(1L))
        .withDelegation(BOB, EVE, USDC, 5, BlueprintSelection.ALL)
        .withDelegation(BOB, ALICE, USDC, 20, BlueprintSelection.ALL);

    assertThat(world.delegator(BOB).delegations()).containsExactly(
        new BondInfoDelegator(ALICE, Balance.of(30), USDC, BlueprintSelection.fixed(1L), false),
        plain(EVE, 5, USDC));
    assertThat(world.operator(ALICE).delegationCount()).isEqualTo(1);
  }

  @Test
  void a_nomination_shares_the_operators_entry_but_not_the_delegators() {
    world.withOperator(ALICE, 100).withNomination(BOB, ALICE, 50)
        .withDeposit(BOB, Asset.NATIVE, 9)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 9, BlueprintSelection.ALL);

    assertThat(world.operator(ALICE).delegations())
        .containsExactly(new DelegatorBond(BOB, Balance.of(59), Asset.NATIVE));
    assertThat(world.delegator(BOB).delegations()).hasSize(2);
    assertThat(world.queries.delegated(ALICE, Asset.NATIVE)).isEqualTo(Balance.of(59));
  }

  @Test
  void what_rewards_wrote_before_it_refused_stays() {
    world.withOperator(ALICE, 100).withDeposit(BOB, USDC, 100);
    world.rewards.refusing = true;

    world.withDelegation(BOB, ALICE, USDC, 60, BlueprintSelection.ALL);

    assertThat(world.rewards.score(USDC)).isEqualTo(Balance.of(60));
    assertThat(world.delegator(BOB).delegations()).hasSize(1);
  }

  @Test
  void a_round_notes_every_operator_as_it_stands() {
    world.withOperator(ALICE, 10_000).withOperator(EVE, 500)
        .withStatus(EVE, OperatorStatus.INACTIVE).withDeposit(EVE, USDC, 1)
        .withDeposit(BOB, USDC, 100)
        .withDelegation(BOB, ALICE, USDC, 100, BlueprintSelection.ALL);

    world.rounds.handleRoundChange(2);
    world.withDelegation(EVE, ALICE, USDC, 1,
        BlueprintSelection.ALL);

    assertThat(world.queries.currentRound()).isEqualTo(2);
    assertThat(world.storage.atStake.get(2L, ALICE)).isEqualTo(new OperatorSnapshot(
        Balance.of(10_000), List.of(new DelegatorBond(BOB, Balance.of(100), USDC))));
    assertThat(world.storage.atStake.get(2L, EVE))
        .isEqualTo(new OperatorSnapshot(Balance.of(500), List.of()));
    assertThat(world.storage.atStake.contains(2L, BOB)).isFalse();
  }

  @Test
  void questions_about_no_operator_have_answers() {
    assertThat(world.queries.isActive(BOB)).isFalse();
    assertThat(world.queries.stake(BOB)).isEqualTo(Balance.ZERO);
    assertThat(world.queries.delegated(BOB, USDC)).isEqualTo(Balance.ZERO);
    assertThat(world.queries.deposit(BOB, USDC)).isEmpty();
  }

  @Test
  void calls_declare_the_weights_of_the_chain() {
    assertThat(List.of(world.pallet.info(new RestakingCall.JoinOperators(Balance.ZERO)),
        world.pallet.info(new RestakingCall.Deposit(USDC, Balance.ZERO, null, null)),
        world.pallet.info(new RestakingCall.Delegate(BOB, USDC, Balance.ZERO,
            BlueprintSelection.ALL))))
        .containsExactly(DispatchInfo.normal(Weight.of(291_223_000, 2304)),
            DispatchInfo.normal(Weight.of(298_567_000, 2304)),
            DispatchInfo.normal(Weight.of(297_767_000, 4096)));
  }
}
