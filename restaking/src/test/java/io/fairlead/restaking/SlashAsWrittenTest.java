package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.TOKEN;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static io.fairlead.restaking.RestakingWorld.slash;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.RestakingEvent.DelegatorSlashed;
import io.fairlead.restaking.wire.RestakingEvent.OperatorSlashed;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlashAsWrittenTest {
  private final RestakingWorld world = new RestakingWorld().withOperator(ALICE, 10_000);

  private List<Long> amountsOf(AccountId who) {
    return world.delegator(who).delegations().stream().map(BondInfoDelegator::amount)
        .map(Balance::low).toList();
  }

  @Test
  void stake_and_selected_delegations_lose_their_share() {
    world.withDeposit(BOB, USDC, 5_000)
        .withDelegation(BOB, ALICE, USDC, 5_000, BlueprintSelection.fixed(1L))
        .withDeposit(EVE, USDC, 3_000)
        .withDelegation(EVE, ALICE, USDC, 3_000, BlueprintSelection.fixed());

    var events = world.eventsOf(() -> world.slash(world.asWritten, slash(ALICE, 1, 50)));

    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(5_000));
    assertThat(amountsOf(BOB)).containsExactly(2_500L);
    assertThat(amountsOf(EVE)).containsExactly(3_000L);
    assertThat(events).containsExactly(new OperatorSlashed(ALICE, Balance.of(5_000), 42, 1, 1),
        new DelegatorSlashed(BOB, Balance.of(2_500), USDC, 42, 1, 1));
    assertThat(world.ledger.free(RestakingAccounts.SLASH_RECIPIENT)).isEqualTo(Balance.of(5_000));
    assertThat(world.ledger.balance(AssetId.of(1), RestakingAccounts.SLASH_RECIPIENT))
        .isEqualTo(Balance.of(2_500));
  }

  @Test
  void shares_are_floored_and_an_empty_cut_is_still_told() {
    var world = new RestakingWorld().withOperator(ALICE, 10_001).withDeposit(BOB, USDC, 2)
        .withDelegation(BOB, ALICE, USDC, 2, BlueprintSelection.ALL);

    var events = world.eventsOf(() -> world.slash(world.asWritten, slash(ALICE, 1, 33)));

    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(6_701));
    assertThat(events).contains(new DelegatorSlashed(BOB, Balance.ZERO, USDC, 42, 1, 1));
  }

  @Test
  void the_first_of_two_delegations_is_cut_twice_and_the_second_never() {
    world.withDeposit(BOB, USDC, 100).withDeposit(BOB, Asset.NATIVE, 100)
        .withDelegation(BOB, ALICE, USDC, 100, BlueprintSelection.ALL)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 100, BlueprintSelection.ALL);

    world.slash(world.asWritten, slash(ALICE, 1, 50));

    assertThat(amountsOf(BOB)).containsExactly(25L, 100L);
  }

  @Test
  void deposits_entries_and_rewards_do_not_follow_and_native_deposits_stay() {
    world.withDeposit(BOB, Asset.NATIVE, 100)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 100, BlueprintSelection.ALL);

    world.slash(world.asWritten, slash(ALICE, 1, 50));

    assertThat(amountsOf(BOB)).containsExactly(50L);
    assertThat(world.delegator(BOB).deposits().get(Asset.NATIVE).amount())
        .isEqualTo(Balance.of(100));
    assertThat(world.delegator(BOB).deposits().get(Asset.NATIVE).delegatedAmount())
        .isEqualTo(Balance.of(100));
    assertThat(world.operator(ALICE).delegations().getFirst().amount())
        .isEqualTo(Balance.of(100));
    assertThat(world.ledger.free(RestakingAccounts.PALLET)).isEqualTo(Balance.of(100));
    assertThat(world.rewards.told).containsExactly("delegate 100 null");
  }

  @Test
  void a_nomination_is_cut_and_nothing_moves() {
    world.withNomination(BOB, ALICE, 80);
    Balance before = world.ledger.free(BOB);

    world.slash(world.asWritten, slash(ALICE, 1, 25));

    assertThat(amountsOf(BOB)).containsExactly(60L);
    assertThat(world.ledger.free(BOB)).isEqualTo(before);
  }

  @Test
  void tokens_go_to_the_recipients_evm_address_and_the_contract_is_told() {
    world.withDeposit(BOB, TOKEN, 100)
        .withDelegation(BOB, ALICE, TOKEN, 100, BlueprintSelection.ALL);

    world.slash(world.asWritten, slash(ALICE, 7, 10));

    assertThat(amountsOf(BOB)).containsExactly(90L);
    assertThat(world.tokens.calls).containsExactly(
        "transfer 10 from 0x6d6f646c506f745374616b650000000000000000"
            + " to 0x6d6f646c70792f74727372790000000000000000",
        "onSlash 7 42 10");
  }

  @Test
  void a_delegator_whose_token_does_not_move_is_not_cut_and_holds_up_nobody() {
    world.withDeposit(BOB, TOKEN, 100)
        .withDelegation(BOB, ALICE, TOKEN, 100, BlueprintSelection.ALL)
        .withDeposit(EVE, USDC, 100).withDelegation(EVE, ALICE, USDC, 100, BlueprintSelection.ALL);

    for (FakeTokens.Answer answer : List.of(FakeTokens.Answer.FALSE,
        FakeTokens.Answer.RUNNER_REFUSES)) {
      world.tokens.transfers = answer;
      world.slash(world.asWritten, slash(ALICE, 1, 50));
    }
    world.tokens.transfers = FakeTokens.Answer.TRUE;
    world.tokens.alertRefused = true;
    world.slash(world.asWritten, slash(ALICE, 1, 50));

    assertThat(amountsOf(BOB)).containsExactly(100L);
    assertThat(amountsOf(EVE)).containsExactly(13L);
  }

  @Test
  void an_operator_whose_money_cannot_move_is_slashed_all_the_same() {
    world.ledger.unreserve(ALICE, Balance.of(10_000));
    world.ledger.transfer(ALICE, BOB, world.ledger.free(ALICE), Currency.Existence.ALLOW_DEATH);

    var events = world.eventsOf(() -> world.slash(world.asWritten, slash(ALICE, 1, 10)));

    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(9_000));
    assertThat(events).containsExactly(new OperatorSlashed(ALICE, Balance.of(1_000), 42, 1, 1));
    assertThat(world.ledger.free(RestakingAccounts.SLASH_RECIPIENT)).isEqualTo(Balance.ZERO);
  }
}
