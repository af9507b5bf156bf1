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
import io.fairlead.runtime.assets.AssetsCall.ApproveTransfer;
import io.fairlead.runtime.assets.AssetsCall.Block;
import io.fairlead.runtime.assets.AssetsCall.Burn;
import io.fairlead.runtime.assets.AssetsCall.CancelApproval;
import io.fairlead.runtime.assets.AssetsCall.DestroyAccounts;
import io.fairlead.runtime.assets.AssetsCall.DestroyApprovals;
import io.fairlead.runtime.assets.AssetsCall.FinishDestroy;
import io.fairlead.runtime.assets.AssetsCall.ForceCancelApproval;
import io.fairlead.runtime.assets.AssetsCall.ForceTransfer;
import io.fairlead.runtime.assets.AssetsCall.Freeze;
import io.fairlead.runtime.assets.AssetsCall.Refund;
import io.fairlead.runtime.assets.AssetsCall.RefundOther;
import io.fairlead.runtime.assets.AssetsCall.StartDestroy;
import io.fairlead.runtime.assets.AssetsCall.Thaw;
import io.fairlead.runtime.assets.AssetsCall.Touch;
import io.fairlead.runtime.assets.AssetsCall.TouchOther;
import io.fairlead.runtime.assets.AssetsCall.Transfer;
import io.fairlead.runtime.assets.AssetsCall.TransferApproved;
import io.fairlead.runtime.assets.AssetsCall.TransferKeepAlive;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchError.Plain;
import io.fairlead.substrate.pallet.DispatchError.Token;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetHoldingsTest {
  private static final Origin BY_ALICE = Origin.signed(ALICE);
  private static final Origin BY_BOB = Origin.signed(BOB);
  private static final Origin BY_CHARLIE = Origin.signed(CHARLIE);
  private static final AssetId NONE = AssetId.of(99);
  private static final MultiAddress INDEX = new MultiAddress.Index(3);
  private static final Balance DEPOSIT = Balance.tnt(10);
  private static final Balance APPROVAL = Balance.of(10_000_000_000L);

  private final BaseWorld world = BaseWorld.usual();
  private final AssetsStorage storage = world.assetsStorage;

  private static Balance of(long amount) {
    return Balance.of(amount);
  }

  private static DispatchError error(AssetsError error) {
    return new DispatchError.Module(error);
  }

  private Balance balance(AssetId asset, AccountId who) {
    return world.assetLedger.balance(asset, who);
  }

  // --- money ---

  @Test
  void the_admin_burns_and_moves_what_others_have() {
    world.done(BY_ALICE, new Transfer(GOLD, id(BOB), of(100)));

    assertThat(world.done(BY_ALICE, new Burn(GOLD, id(BOB), of(30))))
        .containsExactly(new AssetsEvent.Burned(GOLD, BOB, of(30)));
    assertThat(world.done(BY_ALICE, new ForceTransfer(GOLD, id(BOB), id(CHARLIE), of(20))))
        .contains(new AssetsEvent.Transferred(GOLD, BOB, CHARLIE, of(20)));
    assertThat(world.done(BY_ALICE, new Burn(GOLD, id(BOB), of(1_000))))
        .as("as far as it goes").contains(new AssetsEvent.Burned(GOLD, BOB, of(50)));
    assertThat(world.done(BY_BOB, new Burn(GOLD, id(BOB), of(0))))
        .containsExactly(new AssetsEvent.Burned(GOLD, BOB, of(0)));
    assertThat(storage.assets.get(GOLD).supply()).isEqualTo(of(999_920));
  }

  @Test
  void a_transfer_that_keeps_alive_leaves_the_least_holding() {
    assertThat(world.done(BY_ALICE, new TransferKeepAlive(GOLD, id(BOB), of(999_990))))
        .containsExactly(new AssetsEvent.Transferred(GOLD, ALICE, BOB, of(999_990)));
    world.refused(BY_ALICE, new TransferKeepAlive(GOLD, id(BOB), of(1)),
        error(AssetsError.BALANCE_LOW));
  }

  @Test
  void each_refusal_of_burn_and_force_transfer_leaves_everything_as_it_was() {
    world.done(BY_ALICE, new Transfer(GOLD, id(BOB), of(100)));
    for (Call call : List.of(new Burn(GOLD, id(ALICE), of(1)),
        new ForceTransfer(GOLD, id(ALICE), id(BOB), of(1)))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
      world.refused(BY_BOB, call, error(AssetsError.NO_PERMISSION));
    }
    world.refused(BY_ALICE, new Burn(GOLD, INDEX, of(1)), Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new Burn(NONE, id(BOB), of(0)), error(AssetsError.UNKNOWN));
    world.refused(BY_ALICE, new Burn(GOLD, id(CHARLIE), of(1)), error(AssetsError.NO_ACCOUNT));
    world.refused(BY_ALICE, new ForceTransfer(GOLD, INDEX, id(BOB), of(1)),
        Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new ForceTransfer(GOLD, id(BOB), INDEX, of(1)),
        Plain.CANNOT_LOOKUP);
    world.done(BY_ALICE, new Freeze(GOLD, id(BOB)));
    world.refused(BY_ALICE, new Burn(GOLD, id(BOB), of(1)), error(AssetsError.FROZEN));
    world.done(BY_ALICE, new AssetsCall.FreezeAsset(GOLD));
    world.refused(BY_ALICE, new Burn(GOLD, id(BOB), of(1)), error(AssetsError.ASSET_NOT_LIVE));
    world.done(Origin.ROOT, new StartDestroy(GOLD));
    world.refused(BY_ALICE, new Burn(GOLD, id(BOB), of(1)),
        error(AssetsError.INCORRECT_STATUS));
  }

  // --- approvals ---

  @Test
  void a_delegate_sends_up_to_what_was_approved() {
    assertThat(world.done(BY_ALICE, new ApproveTransfer(GOLD, id(BOB), of(50))))
        .containsExactly(new BalancesEvent.Reserved(ALICE, APPROVAL),
            new AssetsEvent.ApprovedTransfer(GOLD, ALICE, BOB, of(50)));
    assertThat(world.done(BY_ALICE, new ApproveTransfer(GOLD, id(BOB), of(10))))
        .containsExactly(new AssetsEvent.ApprovedTransfer(GOLD, ALICE, BOB, of(10)));
    assertThat(storage.assets.get(GOLD).approvals()).isEqualTo(1);

    world.done(BY_BOB, new TransferApproved(GOLD, id(ALICE), id(CHARLIE), of(40)));
    world.refused(BY_BOB, new TransferApproved(GOLD, id(ALICE), id(CHARLIE), of(21)),
        error(AssetsError.UNAPPROVED));
    assertThat(world.done(BY_BOB, new TransferApproved(GOLD, id(ALICE), id(CHARLIE), of(20))))
        .containsExactly(new AssetsEvent.Transferred(GOLD, ALICE, CHARLIE, of(20)),
            new BalancesEvent.Unreserved(ALICE, APPROVAL));
    assertThat(storage.assets.get(GOLD).approvals()).isZero();
    assertThat(balance(GOLD, CHARLIE)).isEqualTo(of(60));
  }

  @Test
  void an_approval_is_cancelled_by_its_owner_the_admin_or_root() {
    var cancelled = new AssetsEvent.ApprovalCancelled(GOLD, BOB, CHARLIE);
    for (int i = 0; i < 3; i++) {
      world.done(BY_BOB, new ApproveTransfer(GOLD, id(CHARLIE), of(50)));
      Call force = new ForceCancelApproval(GOLD, id(BOB), id(CHARLIE));
      assertThat(i == 0 ? world.done(BY_BOB, new CancelApproval(GOLD, id(CHARLIE)))
          : world.done(i == 1 ? BY_ALICE : Origin.ROOT, force)).containsExactly(
              new BalancesEvent.Unreserved(BOB, APPROVAL), cancelled);
    }
    assertThat(storage.assets.get(GOLD).approvals()).isZero();
  }

  @Test
  void each_refusal_of_an_approval_leaves_everything_as_it_was() {
    Call force = new ForceCancelApproval(GOLD, id(ALICE), id(BOB));
    for (Call call : List.of(new ApproveTransfer(GOLD, id(BOB), of(1)),
        new CancelApproval(GOLD, id(BOB)),
        new TransferApproved(GOLD, id(ALICE), id(BOB), of(1)))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
    }
    world.refused(Origin.NONE, force, DispatchError.BAD_ORIGIN);
    world.refused(BY_BOB, force, error(AssetsError.NO_PERMISSION));
    world.refused(BY_ALICE, force, error(AssetsError.UNKNOWN));
    world.refused(BY_ALICE, new CancelApproval(GOLD, id(BOB)), error(AssetsError.UNKNOWN));
    world.refused(BY_BOB, new TransferApproved(GOLD, id(ALICE), id(BOB), of(1)),
        error(AssetsError.UNAPPROVED));
    for (Call call : List.of(new ApproveTransfer(NONE, id(BOB), of(1)),
        new CancelApproval(NONE, id(BOB)), new ForceCancelApproval(NONE, id(ALICE), id(BOB)),
        new TransferApproved(NONE, id(ALICE), id(BOB), of(1)))) {
      world.refused(BY_ALICE, call, error(AssetsError.UNKNOWN));
    }
    for (Call call : List.of(new ApproveTransfer(GOLD, INDEX, of(1)),
        new CancelApproval(GOLD, INDEX), new ForceCancelApproval(GOLD, INDEX, id(BOB)),
        new ForceCancelApproval(GOLD, id(BOB), INDEX),
        new TransferApproved(GOLD, INDEX, id(BOB), of(1)),
        new TransferApproved(GOLD, id(ALICE), INDEX, of(1)))) {
      world.refused(BY_ALICE, call, Plain.CANNOT_LOOKUP);
    }
    world.refused(BY_CHARLIE, new ApproveTransfer(GOLD, id(BOB), of(1)),
        new DispatchError.Module(BalancesError.INSUFFICIENT_BALANCE));
    world.done(BY_ALICE, new AssetsCall.FreezeAsset(GOLD));
    for (Call call : List.of(new ApproveTransfer(GOLD, id(BOB), of(1)),
        new CancelApproval(GOLD, id(BOB)), force,
        new TransferApproved(GOLD, id(ALICE), id(BOB), of(1)))) {
      world.refused(BY_ALICE, call, error(AssetsError.ASSET_NOT_LIVE));
    }
  }

  // --- single holdings ---

  @Test
  void a_frozen_holder_receives_and_a_blocked_one_does_not() {
    world.done(BY_ALICE, new Transfer(GOLD, id(BOB), of(100)));

    assertThat(world.done(BY_ALICE, new Freeze(GOLD, id(BOB))))
        .containsExactly(new AssetsEvent.Frozen(GOLD, BOB));
    world.refused(BY_BOB, new Transfer(GOLD, id(ALICE), of(1)), error(AssetsError.FROZEN));
    world.done(BY_ALICE, new Transfer(GOLD, id(BOB), of(1)));
    assertThat(world.done(BY_ALICE, new Block(GOLD, id(BOB))))
        .containsExactly(new AssetsEvent.Blocked(GOLD, BOB));
    world.refused(BY_ALICE, new Transfer(GOLD, id(BOB), of(1)), Token.BLOCKED);
    assertThat(world.done(BY_ALICE, new Thaw(GOLD, id(BOB))))
        .containsExactly(new AssetsEvent.Thawed(GOLD, BOB));
    world.done(BY_BOB, new Transfer(GOLD, id(ALICE), of(1)));
  }

  @Test
  void each_refusal_to_mark_a_holding_leaves_everything_as_it_was() {
    for (Call call : List.of(new Freeze(GOLD, id(BOB)), new Thaw(GOLD, id(BOB)),
        new Block(GOLD, id(BOB)))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
      world.refused(BY_BOB, call, error(AssetsError.NO_PERMISSION));
      world.refused(BY_ALICE, call, error(AssetsError.NO_ACCOUNT));
    }
    world.refused(BY_ALICE, new Freeze(GOLD, INDEX), Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new Freeze(NONE, id(BOB)), error(AssetsError.UNKNOWN));
    world.done(BY_ALICE, new StartDestroy(GOLD));
    world.refused(BY_ALICE, new Freeze(GOLD, INDEX), error(AssetsError.INCORRECT_STATUS));
  }

  @Test
  void a_holding_is_opened_and_closed_for_a_deposit() {
    assertThat(world.done(BY_BOB, new Touch(IRON))).containsExactly(
        new BalancesEvent.Reserved(BOB, DEPOSIT), new AssetsEvent.Touched(IRON, BOB, BOB));
    assertThat(storage.assets.get(IRON).accounts()).isEqualTo(2);
    world.done(BY_ALICE, new Transfer(IRON, id(BOB), of(1)));
    world.refused(BY_BOB, new Refund(IRON, false), error(AssetsError.WOULD_BURN));

    assertThat(world.done(BY_BOB, new Refund(IRON, true)))
        .containsExactly(new BalancesEvent.Unreserved(BOB, DEPOSIT));

    assertThat(storage.holdings.orNull(IRON, BOB)).isNull();
    assertThat(storage.assets.get(IRON).accounts()).isEqualTo(1);
    assertThat(storage.assets.get(IRON).supply()).as("what was in it is forgotten")
        .isEqualTo(of(1_000_000));
  }

  @Test
  void a_holding_that_consumes_its_account_can_be_given_up() {
    world.done(BY_ALICE, new Transfer(IRON, id(BOB), of(10)));

    world.done(BY_BOB, new Refund(IRON, true));

    assertThat(world.accounts.get(BOB).consumers()).isZero();
  }

  @Test
  void admin_and_freezer_open_a_holding_of_another() {
    assertThat(world.done(BY_ALICE, new TouchOther(IRON, id(CHARLIE)))).containsExactly(
        new BalancesEvent.Reserved(ALICE, DEPOSIT),
        new AssetsEvent.Touched(IRON, CHARLIE, ALICE));
    world.refused(BY_CHARLIE, new Refund(IRON, true), error(AssetsError.NO_DEPOSIT));
    assertThat(world.done(BY_ALICE, new RefundOther(IRON, id(CHARLIE))))
        .containsExactly(new BalancesEvent.Unreserved(ALICE, DEPOSIT));
  }

  @Test
  void each_refusal_to_open_or_close_leaves_everything_as_it_was() {
    for (Call call : List.of(new Touch(IRON), new Refund(IRON, true),
        new TouchOther(IRON, id(BOB)), new RefundOther(IRON, id(BOB)))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
    }
    world.refused(BY_ALICE, new Touch(IRON), error(AssetsError.ALREADY_EXISTS));
    world.refused(BY_ALICE, new Touch(NONE), error(AssetsError.UNKNOWN));
    world.refused(BY_CHARLIE, new Touch(IRON),
        new DispatchError.Module(BalancesError.INSUFFICIENT_BALANCE));
    world.refused(BY_BOB, new TouchOther(IRON, id(CHARLIE)), error(AssetsError.NO_PERMISSION));
    world.refused(BY_BOB, new TouchOther(IRON, INDEX), Plain.CANNOT_LOOKUP);
    world.refused(BY_BOB, new Refund(IRON, true), error(AssetsError.NO_DEPOSIT));
    world.refused(BY_ALICE, new Refund(GOLD, true), error(AssetsError.NO_DEPOSIT));
    world.refused(BY_BOB, new RefundOther(IRON, id(BOB)), error(AssetsError.NO_DEPOSIT));
    world.refused(BY_BOB, new RefundOther(IRON, id(ALICE)), error(AssetsError.NO_DEPOSIT));
    world.refused(BY_BOB, new RefundOther(IRON, INDEX), Plain.CANNOT_LOOKUP);
    world.done(BY_ALICE, new TouchOther(IRON, id(CHARLIE)));
    world.refused(BY_BOB, new RefundOther(IRON, id(CHARLIE)), error(AssetsError.NO_PERMISSION));
    world.done(BY_ALICE, new Transfer(IRON, id(CHARLIE), of(1)));
    world.refused(BY_ALICE, new RefundOther(IRON, id(CHARLIE)), error(AssetsError.WOULD_BURN));
    world.done(BY_ALICE, new Freeze(IRON, id(CHARLIE)));
    world.refused(BY_ALICE, new RefundOther(IRON, id(CHARLIE)), error(AssetsError.FROZEN));
    world.done(BY_BOB, new Touch(IRON));
    world.done(BY_ALICE, new StartDestroy(IRON));
    world.refused(BY_BOB, new Refund(IRON, true), error(AssetsError.INCORRECT_STATUS));
    world.refused(BY_ALICE, new RefundOther(IRON, id(CHARLIE)),
        error(AssetsError.ASSET_NOT_LIVE));
    world.refused(Origin.signed(AssetsConfig.LST), new Touch(IRON),
        error(AssetsError.ASSET_NOT_LIVE));
  }

  // --- the end of an asset ---

  @Test
  void an_asset_ends_step_by_step_and_gives_every_deposit_back() {
    world.done(BY_BOB, new Touch(IRON));
    world.done(BY_ALICE, new TouchOther(IRON, id(CHARLIE)));
    world.done(BY_ALICE, new ApproveTransfer(IRON, id(BOB), of(5)));
    world.next();

    assertThat(world.done(BY_ALICE, new StartDestroy(IRON)))
        .containsExactly(new AssetsEvent.DestructionStarted(IRON));
    world.refused(BY_BOB, new FinishDestroy(IRON), error(AssetsError.IN_USE));
    assertThat(world.dispatch(BY_BOB, new DestroyAccounts(IRON)))
        .isEqualTo(new Outcome.Done(new PostDispatch(
            Weight.of(16_370_000 + 3 * 13_217_179L, 3_675 + 3 * 2_609).readsWrites(8, 7), true)));
    assertThat(world.events()).contains(new BalancesEvent.Unreserved(BOB, DEPOSIT),
        new BalancesEvent.Unreserved(ALICE, DEPOSIT),
        new AssetsEvent.AccountsDestroyed(IRON, 3, 0));
    world.refused(BY_BOB, new FinishDestroy(IRON), error(AssetsError.IN_USE));
    assertThat(world.done(BY_BOB, new DestroyApprovals(IRON))).containsExactly(
        new BalancesEvent.Unreserved(ALICE, APPROVAL),
        new AssetsEvent.ApprovalsDestroyed(IRON, 1, 0));
    assertThat(world.done(BY_BOB, new FinishDestroy(IRON)))
        .containsExactly(new AssetsEvent.Destroyed(IRON));

    assertThat(storage.assets.contains(IRON)).isFalse();
    assertThat(world.accounts.get(ALICE).consumers()).isZero();
    assertThat(world.free(BOB)).isEqualTo(Balance.tnt(1_000));
  }

  @Test
  void each_refusal_to_end_an_asset_leaves_everything_as_it_was() {
    world.refused(Origin.NONE, new StartDestroy(GOLD), DispatchError.BAD_ORIGIN);
    world.refused(BY_BOB, new StartDestroy(GOLD), error(AssetsError.NO_PERMISSION));
    world.refused(Origin.ROOT, new StartDestroy(NONE), error(AssetsError.UNKNOWN));
    for (Call call : List.of(new DestroyAccounts(GOLD), new DestroyApprovals(GOLD),
        new FinishDestroy(GOLD))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
      world.refused(BY_BOB, call, error(AssetsError.INCORRECT_STATUS));
    }
    for (Call call : List.of(new DestroyAccounts(NONE), new DestroyApprovals(NONE),
        new FinishDestroy(NONE))) {
      world.refused(BY_BOB, call, error(AssetsError.UNKNOWN));
    }
  }
}
