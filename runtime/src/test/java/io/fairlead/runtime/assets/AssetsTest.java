package io.fairlead.runtime.assets;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.GOLD;
import static io.fairlead.runtime.BaseWorld.IRON;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.Fungibles.Preservation;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.assets.AssetsCall.ForceCreate;
import io.fairlead.runtime.assets.AssetsCall.Mint;
import io.fairlead.runtime.assets.AssetsCall.Transfer;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchError.Arithmetic;
import io.fairlead.substrate.pallet.DispatchError.Plain;
import io.fairlead.substrate.pallet.DispatchError.Token;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final Origin BY_ALICE = Origin.signed(ALICE);
  private static final AssetId NEW = AssetId.of(77);
  private static final AssetId NONE = AssetId.of(99);

  private final BaseWorld world = BaseWorld.usual();
  private final AssetsStorage storage = world.assetsStorage;

  private static Balance of(long amount) {
    return Balance.of(amount);
  }

  private static DispatchError error(AssetsError error) {
    return new DispatchError.Module(error);
  }

  private AssetDetails details(AssetId asset) {
    return storage.assets.get(asset);
  }

  private void status(AssetId asset, AssetDetails.Status status) {
    AssetDetails d = details(asset);
    storage.assets.put(asset, new AssetDetails(d.owner(), d.issuer(), d.admin(), d.freezer(),
        d.supply(), d.deposit(), d.minBalance(), d.isSufficient(), d.accounts(), d.sufficients(),
        d.approvals(), status));
  }

  private void supply(AssetId asset, Balance supply) {
    storage.assets.put(asset, details(asset).withSupply(supply));
  }

  private void holding(AssetId asset, AccountId who, Holding.Status status) {
    Holding h = storage.holdings.get(asset, who);
    storage.holdings.put(asset, who, new Holding(h.balance(), status, h.reason()));
  }

  @Test
  void root_makes_an_asset_that_belongs_to_its_owner() {
    assertThat(world.done(Origin.ROOT, new ForceCreate(NEW, id(BOB), true, of(5))))
        .containsExactly(new AssetsEvent.ForceCreated(NEW, BOB));

    assertThat(details(NEW)).isEqualTo(new AssetDetails(BOB, BOB, BOB, BOB, of(0), of(0), of(5),
        true, 0, 0, 0, AssetDetails.Status.LIVE));
  }

  @Test
  void a_holding_of_a_sufficient_asset_lets_an_account_live() {
    assertThat(world.done(BY_ALICE, new Mint(GOLD, id(CHARLIE), of(10)))).containsExactly(
        new SystemEvent.NewAccount(CHARLIE), new AssetsEvent.Issued(GOLD, CHARLIE, of(10)));

    assertThat(world.accounts.get(CHARLIE))
        .isEqualTo(new AccountInfo(0, 0, 0, 1, AccountData.NONE));
    assertThat(details(GOLD).accounts()).isEqualTo(2);
    assertThat(details(GOLD).sufficients()).isEqualTo(2);
    assertThat(details(GOLD).supply()).isEqualTo(of(1_000_010));
    assertThat(storage.holdings.get(GOLD, CHARLIE))
        .isEqualTo(new Holding(of(10), Holding.Status.LIQUID, Holding.Reason.SUFFICIENT));
  }

  @Test
  void a_holding_of_another_asset_consumes_an_account() {
    world.done(BY_ALICE, new Transfer(IRON, id(BOB), of(10)));

    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);
    assertThat(storage.holdings.get(IRON, BOB).reason()).isEqualTo(Holding.Reason.CONSUMER);
    assertThat(details(IRON).sufficients()).isZero();
  }

  @Test
  void the_last_of_a_holding_closes_it_and_takes_the_rest_along() {
    world.done(BY_ALICE, new Transfer(GOLD, id(CHARLIE), of(25)));

    assertThat(world.done(Origin.signed(CHARLIE), new Transfer(GOLD, id(BOB), of(20))))
        .containsExactly(new SystemEvent.KilledAccount(CHARLIE),
            new AssetsEvent.Transferred(GOLD, CHARLIE, BOB, of(25)));

    assertThat(world.assetLedger.balance(GOLD, BOB)).isEqualTo(of(25));
    assertThat(storage.holdings.orNull(GOLD, CHARLIE)).isNull();
    assertThat(details(GOLD).accounts()).isEqualTo(2);
    assertThat(details(GOLD).supply()).isEqualTo(of(1_000_000));
  }

  @Test
  void a_closed_holding_gives_its_consumer_back() {
    world.done(BY_ALICE, new Transfer(IRON, id(BOB), of(10)));
    world.done(Origin.signed(BOB), new Transfer(IRON, id(ALICE), of(10)));

    assertThat(world.accounts.get(BOB).consumers()).isZero();
    assertThat(world.assetLedger.balance(IRON, ALICE)).isEqualTo(of(1_000_000));
  }

  @Test
  void a_holding_on_a_deposit_stays_when_it_is_empty() {
    storage.holdings.put(GOLD, BOB,
        new Holding(of(50), Holding.Status.LIQUID, new Holding.Reason.DepositHeld(of(1))));

    world.done(Origin.signed(BOB), new Transfer(GOLD, id(ALICE), of(50)));

    assertThat(storage.holdings.get(GOLD, BOB).balance()).isEqualTo(of(0));
  }

  @Test
  void nothing_minted_is_told_and_nothing_moved_is_not() {
    assertThat(world.done(BY_ALICE, new Mint(NONE, id(BOB), of(0))))
        .containsExactly(new AssetsEvent.Issued(NONE, BOB, of(0)));
    assertThat(world.done(BY_ALICE, new Transfer(NONE, id(BOB), of(0)))).isEmpty();
  }

  @Test
  void a_transfer_to_oneself_is_told_and_moves_nothing() {
    assertThat(world.done(BY_ALICE, new Transfer(GOLD, id(ALICE), of(5))))
        .containsExactly(new AssetsEvent.Transferred(GOLD, ALICE, ALICE, of(5)));
    assertThat(world.assetLedger.balance(GOLD, ALICE)).isEqualTo(of(1_000_000));
  }

  @Test
  void each_refusal_of_force_create_leaves_everything_as_it_was() {
    world.refused(BY_ALICE, new ForceCreate(NEW, id(BOB), true, of(5)),
        DispatchError.BAD_ORIGIN);
    world.refused(Origin.ROOT, new ForceCreate(NEW, new MultiAddress.Index(1), true, of(5)),
        Plain.CANNOT_LOOKUP);
    world.refused(Origin.ROOT, new ForceCreate(GOLD, id(BOB), true, of(0)),
        error(AssetsError.IN_USE));
    world.refused(Origin.ROOT, new ForceCreate(NEW, id(BOB), true, of(0)),
        error(AssetsError.MIN_BALANCE_ZERO));
    storage.nextAssetId.put(AssetId.of(78));
    world.refused(Origin.ROOT, new ForceCreate(NEW, id(BOB), true, of(5)),
        error(AssetsError.BAD_ASSET_ID));
  }

  @Test
  void each_refusal_of_mint_leaves_everything_as_it_was() {
    world.refused(Origin.ROOT, new Mint(GOLD, id(BOB), of(10)), DispatchError.BAD_ORIGIN);
    world.refused(BY_ALICE, new Mint(GOLD, new MultiAddress.Index(1), of(10)),
        Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new Mint(NONE, id(BOB), of(10)), Token.UNKNOWN_ASSET);
    world.refused(Origin.signed(BOB), new Mint(GOLD, id(BOB), of(9)), Token.BELOW_MINIMUM);
    world.refused(Origin.signed(BOB), new Mint(GOLD, id(BOB), of(10)),
        error(AssetsError.NO_PERMISSION));
    world.refused(BY_ALICE, new Mint(GOLD, id(BOB), Balance.MAX), Arithmetic.OVERFLOW);
    world.refused(BY_ALICE, new Mint(IRON, id(CHARLIE), of(10)),
        error(AssetsError.UNAVAILABLE_CONSUMER));
    world.accounts.put(BOB, new AccountInfo(0, 15, 1, 0, AccountData.of(Balance.tnt(1))));
    world.refused(BY_ALICE, new Mint(IRON, id(BOB), of(10)), Token.CANNOT_CREATE);
    holding(GOLD, ALICE, Holding.Status.BLOCKED);
    world.refused(BY_ALICE, new Mint(GOLD, id(ALICE), of(10)), Token.BLOCKED);
    status(GOLD, AssetDetails.Status.FROZEN);
    world.refused(BY_ALICE, new Mint(GOLD, id(CHARLIE), of(10)),
        error(AssetsError.ASSET_NOT_LIVE));
    status(GOLD, AssetDetails.Status.DESTROYING);
    world.refused(BY_ALICE, new Mint(GOLD, id(CHARLIE), of(10)), Token.UNKNOWN_ASSET);
  }

  @Test
  void each_refusal_of_transfer_leaves_everything_as_it_was() {
    world.refused(Origin.ROOT, new Transfer(GOLD, id(BOB), of(10)), DispatchError.BAD_ORIGIN);
    world.refused(BY_ALICE, new Transfer(GOLD, new MultiAddress.Index(1), of(10)),
        Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new Transfer(NONE, id(BOB), of(10)), error(AssetsError.UNKNOWN));
    world.refused(Origin.signed(BOB), new Transfer(GOLD, id(ALICE), of(10)),
        error(AssetsError.NO_ACCOUNT));
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(1_000_001)),
        error(AssetsError.BALANCE_LOW));
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(9)), Token.BELOW_MINIMUM);
    world.refused(BY_ALICE, new Transfer(IRON, id(CHARLIE), of(10)),
        error(AssetsError.UNAVAILABLE_CONSUMER));
    storage.holdings.put(GOLD, BOB,
        new Holding(Balance.MAX, Holding.Status.LIQUID, Holding.Reason.SUFFICIENT));
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(10)), Arithmetic.OVERFLOW);
    holding(GOLD, ALICE, Holding.Status.FROZEN);
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(10)), error(AssetsError.FROZEN));
    status(GOLD, AssetDetails.Status.FROZEN);
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(10)),
        error(AssetsError.ASSET_NOT_LIVE));
  }

  @Test
  void other_pallets_move_exactly_what_they_say_and_lose_the_rest() {
    world.done(BY_ALICE, new Transfer(GOLD, id(BOB), of(25)));
    world.next();

    world.assetLedger.transfer(GOLD, BOB, ALICE, of(20), Preservation.EXPENDABLE);

    assertThat(world.events())
        .containsExactly(new AssetsEvent.Transferred(GOLD, BOB, ALICE, of(20)));
    assertThat(world.assetLedger.balance(GOLD, ALICE)).isEqualTo(of(999_995));
    assertThat(world.assetLedger.balance(GOLD, BOB)).isEqualTo(of(0));
    assertThat(details(GOLD).supply()).as("the chain forgets the rest").isEqualTo(of(1_000_000));
  }

  @Test
  void each_refusal_of_a_move_by_another_pallet_leaves_everything_as_it_was() {
    refusedMove(NONE, ALICE, BOB, of(10), Preservation.EXPENDABLE, Token.UNKNOWN_ASSET);
    refusedMove(GOLD, BOB, ALICE, of(10), Preservation.EXPENDABLE, Token.FUNDS_UNAVAILABLE);
    refusedMove(GOLD, ALICE, BOB, of(1_000_000), Preservation.PRESERVE, Token.NOT_EXPENDABLE);
    refusedMove(GOLD, ALICE, BOB, of(999_991), Preservation.PRESERVE, Token.NOT_EXPENDABLE);
    refusedMove(GOLD, ALICE, BOB, of(9), Preservation.EXPENDABLE, Token.BELOW_MINIMUM);
    supply(GOLD, of(5));
    refusedMove(GOLD, ALICE, BOB, of(10), Preservation.EXPENDABLE, Arithmetic.UNDERFLOW);
    supply(GOLD, of(1_000_000));
    holding(GOLD, ALICE, Holding.Status.FROZEN);
    refusedMove(GOLD, ALICE, BOB, of(10), Preservation.EXPENDABLE, Token.FROZEN);
    status(GOLD, AssetDetails.Status.FROZEN);
    refusedMove(GOLD, ALICE, BOB, of(0), Preservation.EXPENDABLE, Token.FROZEN);
    status(GOLD, AssetDetails.Status.DESTROYING);
    refusedMove(GOLD, ALICE, BOB, of(10), Preservation.EXPENDABLE, Token.UNKNOWN_ASSET);
  }

  private void refusedMove(AssetId asset, AccountId from, AccountId to, Balance amount,
      Preservation preservation, DispatchError error) {
    world.refused(() -> world.assetLedger.transfer(asset, from, to, amount, preservation), error);
  }

  @Test
  void a_preserving_move_leaves_the_least_holding() {
    world.assetLedger.transfer(GOLD, ALICE, BOB, of(999_990), Preservation.PRESERVE);

    assertThat(world.assetLedger.balance(GOLD, ALICE)).isEqualTo(of(10));
  }

  @Test
  void a_move_whose_receiver_finds_no_consumer_is_lost_as_on_the_chain() {
    world.assetLedger.transfer(IRON, ALICE, CHARLIE, of(10), Preservation.EXPENDABLE);

    assertThat(world.assetLedger.balance(IRON, ALICE)).isEqualTo(of(999_990));
    assertThat(world.assetLedger.balance(IRON, CHARLIE)).isEqualTo(of(0));
    assertThat(details(IRON).accounts()).isEqualTo(1);
  }
}
