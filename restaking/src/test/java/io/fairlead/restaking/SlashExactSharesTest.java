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
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingEvent.DelegatorSlashed;
import io.fairlead.restaking.wire.RestakingEvent.OperatorSlashed;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlashExactSharesTest {
  private final RestakingWorld world = new RestakingWorld().withOperator(ALICE, 10_000);

  private static List<Long> amountsOf(RestakingWorld world, AccountId who) {
    return world.delegator(who).delegations().stream().map(BondInfoDelegator::amount)
        .map(Balance::low).toList();
  }

  @Test
  void each_delegation_is_cut_once_in_its_own_asset_and_everything_follows() {
    world.withDeposit(BOB, USDC, 100, LockMultiplier.THREE_MONTHS)
        .withDeposit(BOB, Asset.NATIVE, 90)
        .withDelegation(BOB, ALICE, USDC, 60, BlueprintSelection.ALL)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 81, BlueprintSelection.fixed(1L))
        .withDeposit(EVE, USDC, 50)
        .withDelegation(EVE, ALICE, USDC, 50, BlueprintSelection.fixed(2L));

    var events = world.eventsOf(() -> world.slash(world.exactShares, slash(ALICE, 1, 50)));

    assertThat(amountsOf(world, BOB)).containsExactly(30L, 41L);
    assertThat(world.delegator(BOB).deposits().get(USDC).amount()).isEqualTo(Balance.of(70));
    assertThat(world.delegator(BOB).deposits().get(USDC).delegatedAmount())
        .isEqualTo(Balance.of(30));
    assertThat(world.delegator(BOB).deposits().get(Asset.NATIVE))
        .isEqualTo(new Deposit(Balance.of(50), Balance.of(41), null));
    assertThat(world.operator(ALICE).delegations()).containsExactly(
        new DelegatorBond(BOB, Balance.of(30), USDC),
        new DelegatorBond(BOB, Balance.of(41), Asset.NATIVE),
        new DelegatorBond(EVE, Balance.of(50), USDC));
    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(5_000));
    assertThat(world.rewards.told).endsWith("slash 30 THREE_MONTHS", "slash 40 null");
    assertThat(world.rewards.score(USDC)).isEqualTo(Balance.of(3 * 30 + 50));
    assertThat(world.ledger.free(RestakingAccounts.SLASH_RECIPIENT))
        .isEqualTo(Balance.of(5_000 + 40));
    assertThat(world.ledger.balance(AssetId.of(1), RestakingAccounts.SLASH_RECIPIENT))
        .isEqualTo(Balance.of(30));
    assertThat(events).containsExactly(new OperatorSlashed(ALICE, Balance.of(5_000), 42, 1, 1),
        new DelegatorSlashed(BOB, Balance.of(30), USDC, 42, 1, 1),
        new DelegatorSlashed(BOB, Balance.of(40), Asset.NATIVE, 42, 1, 1));
  }

  @Test
  void a_nomination_is_cut_beside_the_plain_delegation_of_the_same_entry() {
    world.withNomination(BOB, ALICE, 80).withDeposit(BOB, Asset.NATIVE, 40)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 40, BlueprintSelection.ALL);

    world.slash(world.exactShares, slash(ALICE, 1, 25));

    assertThat(amountsOf(world, BOB)).containsExactly(60L, 30L);
    assertThat(world.delegator(BOB).deposits().get(Asset.NATIVE))
        .isEqualTo(new Deposit(Balance.of(30), Balance.of(30), null));
    assertThat(world.operator(ALICE).delegations())
        .containsExactly(new DelegatorBond(BOB, Balance.of(90), Asset.NATIVE));
    assertThat(world.ledger.free(RestakingAccounts.PALLET)).isEqualTo(Balance.of(30));
    assertThat(world.rewards.told).endsWith("slash 20 null", "slash 10 null");
  }

  @Test
  void what_is_slashed_whole_leaves_the_lists_but_a_nomination_stays() {
    world.withNomination(BOB, ALICE, 80).withDeposit(BOB, USDC, 40)
        .withDelegation(BOB, ALICE, USDC, 40, BlueprintSelection.ALL);

    world.slash(world.exactShares, slash(ALICE, 1, 100));

    assertThat(amountsOf(world, BOB)).containsExactly(0L);
    assertThat(world.delegator(BOB).delegations().getFirst().isNomination()).isTrue();
    assertThat(world.operator(ALICE).delegations()).isEmpty();
    assertThat(world.operator(ALICE).delegationCount()).isZero();
    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.ZERO);
  }

  @Test
  void a_delegation_whose_token_does_not_move_stays_whole_everywhere() {
    world.withDeposit(BOB, TOKEN, 100)
        .withDelegation(BOB, ALICE, TOKEN, 100, BlueprintSelection.ALL)
        .withDeposit(EVE, USDC, 100).withDelegation(EVE, ALICE, USDC, 100, BlueprintSelection.ALL);
    world.tokens.alertRefused = true;

    world.slash(world.exactShares, slash(ALICE, 1, 50));

    assertThat(amountsOf(world, BOB)).containsExactly(100L);
    assertThat(world.operator(ALICE).delegations()).containsExactly(
        new DelegatorBond(BOB, Balance.of(100), TOKEN),
        new DelegatorBond(EVE, Balance.of(50), USDC));
    assertThat(world.rewards.score(TOKEN)).isEqualTo(Balance.of(100));
  }

  @Test
  void an_entry_smaller_than_its_delegations_ends_at_nothing() {
    // an operator that left and joined again knows only what was delegated since
    world.withDeposit(BOB, USDC, 100)
        .withDelegation(BOB, ALICE, USDC, 90, BlueprintSelection.ALL);
    world.storage.operators.put(ALICE,
        OperatorRecords.reduced(world.operator(ALICE), BOB, USDC, Balance.of(80)));

    world.slash(world.exactShares, slash(ALICE, 1, 50));

    assertThat(amountsOf(world, BOB)).containsExactly(45L);
    assertThat(world.operator(ALICE).delegations()).isEmpty();
  }

  @Property(tries = 300)
  void no_money_appears_or_vanishes_and_the_records_agree(
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 9_999) Long> amounts) {
    var world = new RestakingWorld().withOperator(ALICE, 7_777);
    for (int i = 0; i < amounts.size(); i++) {
      AccountId who = i % 3 == 0 ? BOB : EVE;
      Asset asset = i % 2 == 0 ? USDC : Asset.NATIVE;
      world.withDeposit(who, asset, amounts.get(i) + i).withDelegation(who, ALICE, asset,
          amounts.get(i), i % 5 == 4 ? BlueprintSelection.fixed(3L) : BlueprintSelection.ALL);
    }
    Balance issued = issuance(world);

    world.slash(world.exactShares, slash(ALICE, 1, percent));

    assertThat(issuance(world)).isEqualTo(issued);
    for (Asset asset : List.of(USDC, Asset.NATIVE)) {
      Balance deposited = Balance.ZERO;
      Balance delegated = Balance.ZERO;
      Balance listed = Balance.ZERO;
      for (var entry : world.storage.delegators.sortedByKeyBytes()) {
        Deposit deposit = entry.getValue().deposits().get(asset);
        if (deposit != null) {
          deposited = deposited.plus(deposit.amount());
          delegated = delegated.plus(deposit.delegatedAmount());
          assertThat(deposit.delegatedAmount()).isLessThanOrEqualTo(deposit.amount());
        }
        listed = entry.getValue().delegations().stream().filter(d -> d.asset().equals(asset))
            .map(BondInfoDelegator::amount).reduce(listed, Balance::plus);
      }
      assertThat(listed).isEqualTo(delegated);
      assertThat(world.queries.delegated(ALICE, asset)).isEqualTo(delegated);
      assertThat(asset.equals(USDC)
          ? world.ledger.balance(AssetId.of(1), RestakingAccounts.PALLET)
          : world.ledger.free(RestakingAccounts.PALLET)).isEqualTo(deposited);
      assertThat(world.rewards.score(asset)).isEqualTo(delegated);
    }
  }

  private static Balance issuance(RestakingWorld world) {
    return world.ledger.totalIssuance().plus(world.ledger.reserved(ALICE));
  }
}
