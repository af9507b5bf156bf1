package io.fairlead.rewards.credits;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.rewards.FakePurse;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credits with a purse and stakes that a test writes; block 1,000. */
final class CreditsWorld {
  static final AccountId ALICE = new AccountId(1, 1, 1, 1);
  static final Origin SIGNED = Origin.signed(ALICE);
  static final long NOW = 1_000;

  final Store store = new Store();
  final Block block = new Block(store);
  final CreditsStorage storage = new CreditsStorage(store);
  final FakePurse purse = new FakePurse(store);
  final Map<AccountId, Balance> stakes = new HashMap<>();
  /** What must stay free, for the port of liquidity. */
  Balance frozen = Balance.ZERO;
  final CreditsQueries queries = new CreditsQueries(storage, block,
      new CreditsQueries.Stakes(this::stake, (who, asset) -> Optional.empty()),
      CreditStake.ANY_ASSET);
  final Credits pallet = new Credits(storage, block, queries, purse, this::ensureLiquid,
      CreditRemainder.LOST, BurnClock.RESTARTS);

  CreditsWorld() {
    block.begin(NOW);
  }

  private Balance stake(AccountId who) {
    return stakes.getOrDefault(who, Balance.ZERO);
  }

  private void ensureLiquid(AccountId who, Balance amount) {
    Refusal.ensure(purse.free(who).minus(amount).compareTo(frozen) >= 0,
        DispatchError.Token.FROZEN);
  }

  static StakeTier tier(long threshold, long rate) {
    return new StakeTier(Balance.of(threshold), Balance.of(rate));
  }

  /** Alice has 1,000 free and 500 staked; from 100 on a stake earns 2 a block, from 1,000 on 5. */
  static CreditsWorld withTiers() {
    var world = new CreditsWorld();
    world.purse.mint(ALICE, Balance.of(1_000));
    world.stakes.put(ALICE, Balance.of(500));
    world.ok(Origin.ROOT, new CreditsCall.SetStakeTiers(List.of(tier(100, 2), tier(1_000, 5))));
    return world;
  }

  Outcome call(Origin origin, CreditsCall call) {
    return block.transactional(() -> pallet.dispatch(origin, call));
  }

  void ok(Origin origin, CreditsCall call) {
    assertThat(call(origin, call)).isEqualTo(Outcome.DONE);
  }

  List<Event> eventsOf(Runnable body) {
    int before = block.events().size();
    body.run();
    return block.events().stream().skip(before).map(EventRecord::event).toList();
  }

  /** Asserts that a call is refused with {@code error} and leaves storage and events alone. */
  void refuses(DispatchError error, Origin origin, CreditsCall call) {
    List<Store.Change> before = store.pairs();
    int events = block.events().size();

    Outcome outcome = call(origin, call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(store.pairs()).isEqualTo(before);
    assertThat(block.events()).hasSize(events);
  }
}
