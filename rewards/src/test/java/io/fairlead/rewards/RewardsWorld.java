package io.fairlead.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewards with a purse and deposits that a test writes. */
final class RewardsWorld {
  static final AccountId ALICE = new AccountId(1, 1, 1, 1);
  static final AccountId BOB = new AccountId(2, 2, 2, 2);
  static final Asset USDC = Asset.custom(1);
  static final Asset WETH = Asset.custom(2);
  static final long VAULT = 7;
  static final RewardConfig CONFIG = new RewardConfig(new Perbill(20_000_000), Balance.ZERO,
      Balance.tnt(1_000_000), 1L);

  final Store store = new Store();
  final Block block = new Block(store);
  final RewardsStorage storage = new RewardsStorage(store);
  final FakePurse purse = new FakePurse(store);
  final Map<AccountId, Deposit> deposits = new HashMap<>();
  final RewardsQueries queries;
  final Rewards pallet;

  RewardsWorld() {
    this(VaultRules.DEPLOYED, Backlog.FULL_DROPS);
  }

  RewardsWorld(VaultRules rules, Backlog backlog) {
    this(RewardsNetwork.TESTNET, rules, backlog);
  }

  RewardsWorld(RewardsNetwork network, VaultRules rules, Backlog backlog) {
    UserDeposits of = (who, asset) -> Optional.ofNullable(deposits.get(who));
    queries = new RewardsQueries(storage, block, of, purse, rules);
    pallet = new Rewards(storage, block, queries,
        new Rewards.Ports(of, purse, IncomeShares.OPERATOR_KEEPS, network), rules, backlog);
    block.begin(100);
    purse.issuance = Balance.tnt(110_000_000);
  }

  /** A vault with USDC that pays out of a full pot. */
  static RewardsWorld withVault() {
    var world = new RewardsWorld();
    world.ok(Origin.ROOT, new RewardsCall.CreateRewardVault(VAULT, CONFIG));
    world.ok(Origin.ROOT, new RewardsCall.ManageAssetRewardVault(VAULT, USDC, AssetAction.ADD));
    world.ok(Origin.ROOT, new RewardsCall.UpdateApyBlocks(5_256_000));
    world.purse.mint(RewardsAccounts.pot(VAULT), Balance.tnt(1_000));
    return world;
  }

  static Deposit deposit(Balance amount, LockInfo... locks) {
    return new Deposit(amount, amount, locks.length == 0 ? null : List.of(locks));
  }

  /** All of a deposit is delegated now. */
  RewardsWorld withDelegated(AccountId who, Balance amount) {
    deposits.put(who, deposit(amount));
    pallet.recordDelegate(who, BOB, USDC, amount, null);
    return this;
  }

  Outcome call(Origin origin, RewardsCall call) {
    return block.transactional(() -> pallet.dispatch(origin, call));
  }

  void ok(Origin origin, RewardsCall call) {
    assertThat(call(origin, call)).isEqualTo(Outcome.DONE);
  }

  List<Event> eventsOf(Runnable body) {
    int before = block.events().size();
    body.run();
    return block.events().stream().skip(before).map(EventRecord::event).toList();
  }

  /** Asserts that a call is refused with {@code error} and leaves storage and events alone. */
  void refuses(DispatchError error, Origin origin, RewardsCall call) {
    List<Store.Change> before = store.pairs();
    int events = block.events().size();

    Outcome outcome = call(origin, call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(store.pairs()).isEqualTo(before);
    assertThat(block.events()).hasSize(events);
  }
}
