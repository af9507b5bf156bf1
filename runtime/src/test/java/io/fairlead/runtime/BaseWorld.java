package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.assets.AssetLedger;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.assets.AssetsError;
import io.fairlead.runtime.assets.AssetsEvent;
import io.fairlead.runtime.assets.AssetsPallet;
import io.fairlead.runtime.assets.AssetsStorage;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.balances.BalancesPallet;
import io.fairlead.runtime.balances.BalancesStorage;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.extensions.SignedExtensions;
import io.fairlead.runtime.payment.PaymentEvent;
import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.runtime.payment.PaymentStorage;
import io.fairlead.runtime.session.SessionError;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.sudo.SudoError;
import io.fairlead.runtime.sudo.SudoEvent;
import io.fairlead.runtime.sudo.SudoPallet;
import io.fairlead.runtime.sudo.SudoStorage;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.runtime.system.BlockUse;
import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.runtime.system.SystemStorage;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.runtime.timestamp.TimestampPallet;
import io.fairlead.runtime.timestamp.TimestampStorage;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import java.util.function.UnaryOperator;

/** The pallets of accounts and money, wired as the runtime does, for tests of each of them. */
public final class BaseWorld implements CallDispatcher {
  /** //Alice, sr25519. */
  public static final AccountId ALICE =
      AccountId.hex("0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
  /** //Bob, sr25519. */
  public static final AccountId BOB =
      AccountId.hex("0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48");
  /** Nobody's account. */
  public static final AccountId CHARLIE = new AccountId(3, 3, 3, 3);
  /** An asset that lets accounts live by itself. */
  public static final AssetId GOLD = AssetId.of(1);
  /** An asset that needs an account with money. */
  public static final AssetId IRON = AssetId.of(2);

  public final Store store = new Store();
  public final Block block = new Block(store);
  public final DispatchErrors errors = new DispatchErrors(Profile.TANGLE_TESTNET,
      List.of(SystemError.values(), SudoError.values(), BalancesError.values(),
          AssetsError.values(), SessionError.values()));
  public final RuntimeEvents events = new RuntimeEvents(Profile.TANGLE_TESTNET,
      List.of(new RuntimeEvents.Part(1, "System", SystemEvent.codec(errors)),
          new RuntimeEvents.Part(3, "Sudo", SudoEvent.codec(errors)),
          new RuntimeEvents.Part(5, "Assets", AssetsEvent.CODEC),
          new RuntimeEvents.Part(6, "Balances", BalancesEvent.CODEC),
          new RuntimeEvents.Part(7, "TransactionPayment", PaymentEvent.CODEC)));
  public final SystemStorage systemStorage = new SystemStorage(store, events);
  public final Accounts accounts = new Accounts(systemStorage, block);
  public final SystemPallet system = new SystemPallet(systemStorage, block, new StoreState(store));
  public final BalancesStorage balancesStorage = new BalancesStorage(store,
      Profile.TANGLE_TESTNET.crate(), Profile.TANGLE_TESTNET::index);
  public final Ledger ledger = new Ledger(balancesStorage, accounts, block);
  public final BalancesPallet balances =
      new BalancesPallet(balancesStorage, ledger, AccountLookup.ID_ONLY, block);
  public final AssetsStorage assetsStorage = new AssetsStorage(store);
  public final AssetLedger assetLedger = new AssetLedger(assetsStorage, accounts, block);
  public final AssetsPallet assets =
      new AssetsPallet(assetsStorage, assetLedger, ledger,
          AccountLookup.ID_ONLY, Profile.TANGLE_TESTNET.assets(), block);
  public final SudoStorage sudoStorage = new SudoStorage(store);
  public final SudoPallet sudo = new SudoPallet(sudoStorage, block, this, AccountLookup.ID_ONLY);
  public final TimestampStorage timestampStorage = new TimestampStorage(store);
  public final TimestampPallet timestamp = new TimestampPallet(timestampStorage, 3_000);
  public final PaymentStorage paymentStorage = new PaymentStorage(store);
  public final PaymentPallet payment =
      new PaymentPallet(paymentStorage, systemStorage, ledger, block);
  public final SignedExtensions extensions =
      new SignedExtensions(accounts, new BlockUse(systemStorage, SystemPallet.BLOCK_LENGTH), ledger,
          payment);
  public final RuntimeCalls calls = new RuntimeCalls(Profile.TANGLE_TESTNET, parts());

  private List<RuntimeCalls.Part> parts() {
    return List.of(new RuntimeCalls.Part(1, "System", SystemCall.CODEC),
        new RuntimeCalls.Part(2, "Timestamp", TimestampCall.CODEC),
        new RuntimeCalls.Part(3, "Sudo", SudoCall.codec(Codecs.lazy(this::outer))),
        new RuntimeCalls.Part(5, "Assets", AssetsCall.CODEC),
        new RuntimeCalls.Part(6, "Balances", BalancesCall.CODEC));
  }

  private RuntimeCalls outer() {
    return calls;
  }

  /** Alice, Bob with 1,000 TNT each, Alice is sudo and issues 1,000,000 of each asset to herself. */
  public static BaseWorld usual() {
    var world = new BaseWorld();
    world.ledger.endow(ALICE, Balance.tnt(1_000));
    world.ledger.endow(BOB, Balance.tnt(1_000));
    world.sudoStorage.key.put(ALICE);
    world.payment.genesis();
    world.done(Origin.ROOT, new AssetsCall.ForceCreate(GOLD, id(ALICE), true, Balance.of(10)));
    world.done(Origin.ROOT, new AssetsCall.ForceCreate(IRON, id(ALICE), false, Balance.of(10)));
    for (AssetId asset : List.of(GOLD, IRON)) {
      world.done(Origin.signed(ALICE),
          new AssetsCall.Mint(asset, id(ALICE), Balance.of(1_000_000)));
    }
    world.next();
    return world;
  }

  /** The address of an account. */
  public static MultiAddress id(AccountId who) {
    return MultiAddress.of(who);
  }

  /** Forgets events and undo log: what happens next is looked at by itself. */
  public void next() {
    store.commit();
    block.begin(1);
    block.enter(new io.fairlead.substrate.pallet.Phase.ApplyExtrinsic(1));
  }

  @Override
  public DispatchInfo info(Call call) {
    return switch (call) {
      case SystemCall c -> system.info(c);
      case TimestampCall c -> timestamp.info(c);
      case SudoCall c -> sudo.info(c);
      case AssetsCall c -> assets.info(c);
      case BalancesCall c -> balances.info(c);
      default -> throw new IllegalArgumentException("" + call);
    };
  }

  @Override
  public Outcome dispatch(Origin origin, Call call) {
    return block.transactional(() -> run(origin, call));
  }

  @Override
  public Outcome dispatchFiltered(Origin origin, Call call) {
    return dispatch(origin, call);
  }

  private PostDispatch run(Origin origin, Call call) {
    return switch (call) {
      case SystemCall c -> system.dispatch(origin, c);
      case TimestampCall c -> timestamp.dispatch(origin, c);
      case SudoCall c -> sudo.dispatch(origin, c);
      case AssetsCall c -> assets.dispatch(origin, c);
      case BalancesCall c -> balances.dispatch(origin, c);
      default -> throw new IllegalArgumentException("" + call);
    };
  }

  /** Runs a call that must succeed; its events. */
  public List<Event> done(Origin origin, Call call) {
    int before = block.events().size();
    assertThat(dispatch(origin, call).isDone()).as("%s", call).isTrue();
    return events().subList(before, block.events().size());
  }

  /** Runs a call that must be refused with {@code error}, leave the state as it was and tell nothing. */
  public void refused(Origin origin, Call call, DispatchError error) {
    var before = store.pairs();
    int eventsBefore = block.events().size();

    Outcome outcome = dispatch(origin, call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(store.pairs()).isEqualTo(before);
    assertThat(block.events()).hasSize(eventsBefore);
  }

  /** As {@link #refused(Origin, Call, DispatchError)} for a function that a pallet offers others. */
  public void refused(Runnable function, DispatchError error) {
    var before = store.pairs();

    assertThat(block.attemptTransactional(function))
        .isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(store.pairs()).isEqualTo(before);
  }

  /** The events since {@link #next}. */
  public List<Event> events() {
    return block.events().stream().map(EventRecord::event).toList();
  }

  /** Changes the money of an account without any rule. */
  public void set(AccountId who, UnaryOperator<AccountData> change) {
    AccountInfo info = accounts.get(who);
    accounts.put(who, info.withData(change.apply(info.data())));
  }

  /** Free planck. */
  public Balance free(AccountId who) {
    return ledger.free(who);
  }

  /** What all accounts have together. */
  public Balance sumOfAccounts() {
    var sum = new Balance[] {Balance.ZERO};
    systemStorage.accounts
        .forEachInAnyOrder((who, info) -> sum[0] = sum[0].plus(info.data().total()));
    return sum[0];
  }
}
