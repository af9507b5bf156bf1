package io.fairlead.runtime.assets;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.GOLD;
import static io.fairlead.runtime.BaseWorld.IRON;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.assets.AssetsCall.ClearMetadata;
import io.fairlead.runtime.assets.AssetsCall.Create;
import io.fairlead.runtime.assets.AssetsCall.ForceAssetStatus;
import io.fairlead.runtime.assets.AssetsCall.ForceClearMetadata;
import io.fairlead.runtime.assets.AssetsCall.ForceSetMetadata;
import io.fairlead.runtime.assets.AssetsCall.FreezeAsset;
import io.fairlead.runtime.assets.AssetsCall.SetMetadata;
import io.fairlead.runtime.assets.AssetsCall.SetMinBalance;
import io.fairlead.runtime.assets.AssetsCall.SetTeam;
import io.fairlead.runtime.assets.AssetsCall.StartDestroy;
import io.fairlead.runtime.assets.AssetsCall.ThawAsset;
import io.fairlead.runtime.assets.AssetsCall.Transfer;
import io.fairlead.runtime.assets.AssetsCall.TransferOwnership;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchError.Plain;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetTeamTest {
  private static final Origin BY_ALICE = Origin.signed(ALICE);
  private static final Origin BY_BOB = Origin.signed(BOB);
  private static final Origin BY_LST = Origin.signed(AssetsConfig.LST);
  private static final AssetId NEW = AssetId.of(77);
  private static final AssetId NONE = AssetId.of(99);
  private static final MultiAddress INDEX = new MultiAddress.Index(3);
  private static final Balance DEPOSIT = Balance.tnt(10);
  private static final Bytes NAME = Bytes.utf8("Gold");
  private static final Bytes LONG = Bytes.wrap(new byte[51]);

  private final BaseWorld world = BaseWorld.usual();
  private final AssetsStorage storage = world.assetsStorage;

  private static DispatchError error(AssetsError error) {
    return new DispatchError.Module(error);
  }

  private void createdByLst() {
    world.ledger.endow(AssetsConfig.LST, Balance.tnt(100));
    world.done(BY_LST, new Create(NEW, id(BOB), Balance.of(5)));
    world.next();
  }

  @Test
  void the_pools_make_assets_for_a_deposit() {
    world.ledger.endow(AssetsConfig.LST, Balance.tnt(100));

    assertThat(world.done(BY_LST, new Create(NEW, id(BOB), Balance.of(5)))).containsExactly(
        new BalancesEvent.Reserved(AssetsConfig.LST, DEPOSIT),
        new AssetsEvent.Created(NEW, AssetsConfig.LST, BOB));

    assertThat(storage.assets.get(NEW)).isEqualTo(new AssetDetails(AssetsConfig.LST, BOB, BOB,
        BOB, Balance.ZERO, DEPOSIT, Balance.of(5), false, 0, 0, 0, AssetDetails.Status.LIVE));
  }

  @Test
  void each_refusal_of_create_leaves_everything_as_it_was() {
    Call create = new Create(NEW, id(BOB), Balance.of(5));
    world.refused(Origin.ROOT, create, DispatchError.BAD_ORIGIN);
    world.refused(BY_ALICE, create, DispatchError.BAD_ORIGIN);
    world.refused(BY_LST, create, new DispatchError.Module(BalancesError.INSUFFICIENT_BALANCE));
    world.refused(BY_LST, new Create(NEW, INDEX, Balance.of(5)), Plain.CANNOT_LOOKUP);
    world.refused(BY_LST, new Create(GOLD, id(BOB), Balance.ZERO), error(AssetsError.IN_USE));
    world.refused(BY_LST, new Create(NEW, id(BOB), Balance.ZERO),
        error(AssetsError.MIN_BALANCE_ZERO));
    storage.nextAssetId.put(AssetId.of(78));
    world.refused(BY_LST, create, error(AssetsError.BAD_ASSET_ID));
  }

  @Test
  void an_asset_goes_to_another_owner_with_its_deposit() {
    createdByLst();

    assertThat(world.done(BY_LST, new TransferOwnership(NEW, id(ALICE)))).containsExactly(
        new BalancesEvent.ReserveRepatriated(AssetsConfig.LST, ALICE, DEPOSIT,
            BalancesEvent.BalanceStatus.RESERVED),
        new AssetsEvent.OwnerChanged(NEW, ALICE));
    assertThat(world.done(BY_ALICE, new TransferOwnership(NEW, id(ALICE)))).isEmpty();
    world.refused(BY_ALICE, new TransferOwnership(NEW, id(CHARLIE)),
        new DispatchError.Module(BalancesError.DEAD_ACCOUNT));
  }

  @Test
  void the_owner_names_who_does_what() {
    assertThat(world.done(BY_ALICE, new SetTeam(GOLD, id(BOB), id(CHARLIE), id(ALICE))))
        .containsExactly(new AssetsEvent.TeamChanged(GOLD, BOB, CHARLIE, ALICE));

    AssetDetails details = storage.assets.get(GOLD);
    assertThat(List.of(details.issuer(), details.admin(), details.freezer()))
        .containsExactly(BOB, CHARLIE, ALICE);
  }

  @Test
  void a_frozen_asset_does_not_move_until_it_is_thawed() {
    assertThat(world.done(BY_ALICE, new FreezeAsset(GOLD)))
        .containsExactly(new AssetsEvent.AssetFrozen(GOLD));
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), Balance.of(10)),
        error(AssetsError.ASSET_NOT_LIVE));
    assertThat(world.done(BY_ALICE, new ThawAsset(GOLD)))
        .containsExactly(new AssetsEvent.AssetThawed(GOLD));
    world.refused(BY_ALICE, new ThawAsset(GOLD), error(AssetsError.NOT_FROZEN));
  }

  @Test
  void root_changes_whatever_an_asset_is() {
    assertThat(world.done(Origin.ROOT, new ForceAssetStatus(GOLD, id(BOB), id(ALICE),
        id(CHARLIE), id(BOB), Balance.of(1), false, true)))
        .containsExactly(new AssetsEvent.AssetStatusChanged(GOLD));

    AssetDetails d = storage.assets.get(GOLD);
    assertThat(d).isEqualTo(new AssetDetails(BOB, ALICE, CHARLIE, BOB, d.supply(), d.deposit(),
        Balance.of(1), false, d.accounts(), d.sufficients(), 0, AssetDetails.Status.FROZEN));
  }

  @Test
  void the_least_holding_falls_and_rises_only_while_nobody_has_any() {
    assertThat(world.done(BY_ALICE, new SetMinBalance(IRON, Balance.of(9))))
        .containsExactly(new AssetsEvent.AssetMinBalanceChanged(IRON, Balance.of(9)));
    world.refused(BY_ALICE, new SetMinBalance(IRON, Balance.of(9)),
        error(AssetsError.NO_PERMISSION));
    world.refused(BY_ALICE, new SetMinBalance(GOLD, Balance.of(1)),
        error(AssetsError.NO_PERMISSION));
    createdByLst();
    world.done(BY_LST, new SetMinBalance(NEW, Balance.of(50)));
  }

  @Test
  void an_asset_has_a_name() {
    assertThat(world.done(BY_ALICE, new SetMetadata(GOLD, NAME, NAME, 18)))
        .containsExactly(new AssetsEvent.MetadataSet(GOLD, NAME, NAME, 18, false));
    assertThat(world.done(BY_ALICE, new ClearMetadata(GOLD)))
        .containsExactly(new AssetsEvent.MetadataCleared(GOLD));
    assertThat(world.done(Origin.ROOT, new ForceSetMetadata(GOLD, NAME, NAME, 6, true)))
        .containsExactly(new AssetsEvent.MetadataSet(GOLD, NAME, NAME, 6, true));
    world.refused(BY_ALICE, new SetMetadata(GOLD, NAME, NAME, 18),
        error(AssetsError.NO_PERMISSION));
    assertThat(world.done(Origin.ROOT, new ForceClearMetadata(GOLD)))
        .containsExactly(new AssetsEvent.MetadataCleared(GOLD));
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    world.done(BY_ALICE, new SetMetadata(GOLD, NAME, NAME, 18));
    for (Call call : List.of(new TransferOwnership(GOLD, id(BOB)),
        new SetTeam(GOLD, id(BOB), id(BOB), id(BOB)), new FreezeAsset(GOLD), new ThawAsset(GOLD),
        new SetMetadata(GOLD, NAME, NAME, 1), new ClearMetadata(GOLD),
        new SetMinBalance(GOLD, Balance.of(1)))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
      world.refused(BY_BOB, call, error(AssetsError.NO_PERMISSION));
    }
    Call status = new ForceAssetStatus(NONE, id(BOB), id(BOB), id(BOB), id(BOB), Balance.of(1),
        true, true);
    for (Call call : List.of(new ForceSetMetadata(NONE, NAME, NAME, 1, false),
        new ForceClearMetadata(NONE), status)) {
      world.refused(BY_ALICE, call, DispatchError.BAD_ORIGIN);
      world.refused(Origin.ROOT, call, error(AssetsError.UNKNOWN));
    }
    for (Call call : List.of(new TransferOwnership(NONE, id(BOB)),
        new SetTeam(NONE, id(BOB), id(BOB), id(BOB)), new FreezeAsset(NONE), new ThawAsset(NONE),
        new SetMetadata(NONE, NAME, NAME, 1), new ClearMetadata(NONE), new ClearMetadata(IRON),
        new SetMinBalance(NONE, Balance.of(1)))) {
      world.refused(BY_ALICE, call, error(AssetsError.UNKNOWN));
    }
    for (Call call : List.of(new TransferOwnership(GOLD, INDEX),
        new SetTeam(GOLD, INDEX, id(BOB), id(BOB)), new SetTeam(GOLD, id(BOB), INDEX, id(BOB)),
        new SetTeam(GOLD, id(BOB), id(BOB), INDEX))) {
      world.refused(BY_ALICE, call, Plain.CANNOT_LOOKUP);
    }
    world.refused(Origin.ROOT, new ForceAssetStatus(GOLD, id(BOB), INDEX, id(BOB), id(BOB),
        Balance.of(1), true, true), Plain.CANNOT_LOOKUP);
    world.refused(Origin.ROOT, new ForceClearMetadata(IRON), error(AssetsError.UNKNOWN));
    world.refused(BY_ALICE, new SetMetadata(GOLD, LONG, NAME, 1),
        error(AssetsError.BAD_METADATA));
    world.refused(Origin.ROOT, new ForceSetMetadata(GOLD, NAME, LONG, 1, false),
        error(AssetsError.BAD_METADATA));
    world.done(Origin.ROOT, new StartDestroy(GOLD));
    for (Call call : List.of(new TransferOwnership(GOLD, id(BOB)),
        new SetTeam(GOLD, id(BOB), id(BOB), id(BOB)), new FreezeAsset(GOLD),
        new SetMetadata(GOLD, NAME, NAME, 1), new ClearMetadata(GOLD))) {
      world.refused(BY_ALICE, call, error(AssetsError.ASSET_NOT_LIVE));
    }
    world.refused(Origin.ROOT, new ForceAssetStatus(GOLD, id(BOB), id(BOB), id(BOB), id(BOB),
        Balance.of(1), true, true), error(AssetsError.ASSET_NOT_LIVE));
  }
}
