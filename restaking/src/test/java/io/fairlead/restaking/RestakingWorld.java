package io.fairlead.restaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.UnappliedSlash;
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
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Restaking with a ledger, rewards and token contracts that are small and honest. */
final class RestakingWorld {
  static final AccountId ALICE =
      AccountId.hex("0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
  static final AccountId BOB =
      AccountId.hex("0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48");
  static final AccountId EVE = new AccountId(5, 5, 5, 5);
  static final Asset USDC = Asset.custom(1);
  static final EvmAddress TOKEN_ADDRESS = EvmAddress.hex("0x" + "23".repeat(20));
  static final Asset TOKEN = new Asset.Erc20(TOKEN_ADDRESS);

  final Store store = new Store();
  final Block block = new Block(store);
  final RestakingStorage storage = new RestakingStorage(store);
  final RestakingQueries queries = new RestakingQueries(storage);
  final FakeLedger ledger = new FakeLedger(store);
  final FakeRewards rewards = new FakeRewards(store);
  final FakeTokens tokens = new FakeTokens();
  final FakeServices services = new FakeServices();
  final FakeNominations nominations = new FakeNominations(store);
  final Restaking pallet;
  final Rounds rounds = new Rounds(storage);
  final StakeSlasher asWritten =
      new SlashAsWritten(storage, block, SlashedBond.freed(block, ledger), ledger, tokens,
          SlashReach.ACTIVE_ONLY);
  final StakeSlasher exactShares =
      new SlashExactShares(storage, block, ledger, ledger, tokens, rewards,
          SlashReach.ACTIVE_ONLY, nominations::slash, SlashedBond.freed(block, ledger));

  RestakingWorld() {
    this(RestakingWays.DEPLOYED);
  }

  RestakingWorld(RestakingWays ways) {
    pallet = new Restaking(storage, block,
        new Restaking.Ports(ledger, ledger, services, services, nominations, rewards), ways);
    block.begin(1);
    for (AccountId who : List.of(ALICE, BOB, EVE)) {
      ledger.mint(who, Balance.of(1_000_000));
      ledger.mint(AssetId.of(1), who, Balance.of(1_000_000));
    }
  }

  static BondInfoDelegator plain(AccountId operator, long amount, Asset asset) {
    return new BondInfoDelegator(operator, Balance.of(amount), asset, BlueprintSelection.ALL,
        false);
  }

  Outcome call(Origin origin, RestakingCall call) {
    return block.transactional(() -> pallet.dispatch(origin, call));
  }

  void ok(AccountId who, RestakingCall call) {
    assertThat(call(Origin.signed(who), call)).isEqualTo(Outcome.DONE);
  }

  RestakingWorld withOperator(AccountId who, long bond) {
    ok(who, new RestakingCall.JoinOperators(Balance.of(bond)));
    return this;
  }

  RestakingWorld withDeposit(AccountId who, Asset asset, long amount) {
    return withDeposit(who, asset, amount, null);
  }

  RestakingWorld withDeposit(AccountId who, Asset asset, long amount,
      @Nullable LockMultiplier lock) {
    if (asset instanceof Asset.Erc20) {
      // tokens come through the precompile for an EVM account; here they stand in the record
      DelegatorMetadata held = storage.delegators.orNull(who);
      storage.delegators.put(who, (held == null ? DelegatorMetadata.EMPTY : held)
          .withDeposit(asset, new Deposit(Balance.of(amount), Balance.ZERO, null)));
    } else {
      ok(who, new RestakingCall.Deposit(asset, Balance.of(amount), null, lock));
    }
    return this;
  }

  RestakingWorld withDelegation(AccountId who, AccountId operator, Asset asset, long amount,
      BlueprintSelection selection) {
    ok(who, new RestakingCall.Delegate(operator, asset, Balance.of(amount), selection));
    return this;
  }

  /** A restaked nomination, as the call that is not here would leave it. */
  RestakingWorld withNomination(AccountId who, AccountId operator, long amount) {
    DelegatorMetadata held = storage.delegators.orNull(who);
    DelegatorMetadata base = held == null ? DelegatorMetadata.EMPTY : held;
    var delegations = new ArrayList<>(base.delegations());
    delegations.add(new BondInfoDelegator(operator, Balance.of(amount), Asset.NATIVE,
        BlueprintSelection.ALL, true));
    storage.delegators.put(who, base.withDelegations(delegations));
    storage.operators.put(operator, new OperatorRecords(
        FullOperator.REFUSES_TOP_UPS).increased(storage.operators.get(operator), who,
            Asset.NATIVE, Balance.of(amount)));
    return this;
  }

  RestakingWorld withStatus(AccountId operator, OperatorStatus status) {
    storage.operators.put(operator, storage.operators.get(operator).withStatus(status));
    return this;
  }

  RestakingWorld withBond(AccountId who, long total, long active) {
    nominations.bonded.put(who, new Nominations.Bonded(Balance.of(total), Balance.of(active)));
    return this;
  }

  RestakingWorld atRound(long round) {
    storage.currentRound.put(round);
    return this;
  }

  static UnappliedSlash slash(AccountId operator, long blueprintId, int percent) {
    return new UnappliedSlash(1, blueprintId, 42, operator, new Percent(percent));
  }

  /** Slashes as the hook does: what was written stays. */
  Outcome slash(StakeSlasher slasher, UnappliedSlash slash) {
    return block.attempt(() -> slasher.slash(slash));
  }

  OperatorMetadata operator(AccountId who) {
    return storage.operators.get(who);
  }

  DelegatorMetadata delegator(AccountId who) {
    return storage.delegators.get(who);
  }

  List<Event> eventsOf(Runnable body) {
    int before = block.events().size();
    body.run();
    return block.events().stream().skip(before).map(EventRecord::event).toList();
  }

  /** Asserts that {@code body} refuses with {@code error} and leaves storage and events alone. */
  void refuses(DispatchError error, Runnable body) {
    List<Store.Change> before = store.pairs();
    int events = block.events().size();

    Outcome outcome = block.attempt(body);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(store.pairs()).isEqualTo(before);
    assertThat(block.events()).hasSize(events);
  }

  /** As {@link #refuses}, for a call: dispatched in its own transaction. */
  void refusesCall(DispatchError error, Origin origin, RestakingCall call) {
    refuses(error, () -> {
      if (call(origin, call) instanceof Outcome.Refused(DispatchError found, PostDispatch post)) {
        throw found.refusal();
      }
    });
  }
}
