package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Who may send for whom. */
final class AssetApprovals {
  private final AssetsStorage storage;
  private final AssetLedger assets;
  private final Ledger ledger;
  private final AssetsConfig config;
  private final Block block;

  AssetApprovals(AssetsStorage storage, AssetLedger assets, Ledger ledger, AssetsConfig config,
      Block block) {
    this.storage = storage;
    this.assets = assets;
    this.ledger = ledger;
    this.config = config;
    this.block = block;
  }

  /**
   * {@code do_approve_transfer}: adds to what was approved before. Refuses with Unknown, AssetNotLive
   * and what {@link Ledger#reserve} says.
   */
  void approve(AssetId id, AccountId owner, AccountId delegate, Balance amount) {
    AssetDetails details = assets.live(id);
    Approval before = storage.approvals.orNull(id, owner, delegate);
    if (before == null) {
      details = details.withApprovals(details.approvals() + 1);
      before = new Approval(Balance.ZERO, Balance.ZERO);
    }
    Balance deposit = before.deposit().max(config.approvalDeposit());
    ledger.reserve(owner, deposit.minus(before.deposit()));
    storage.approvals.put(id, owner, delegate,
        new Approval(before.amount().saturatingPlus(amount), deposit));
    storage.assets.put(id, details);
    block.deposit(new AssetsEvent.ApprovedTransfer(id, owner, delegate, amount));
  }

  /** Takes an approval away. Refuses with Unknown where there is none. */
  void cancel(AssetId id, AccountId owner, AccountId delegate) {
    Approval approval = storage.approvals.orNull(id, owner, delegate);
    if (approval == null) {
      throw AssetsError.UNKNOWN.refusal();
    }
    storage.approvals.remove(id, owner, delegate);
    ledger.unreserve(owner, approval.deposit());
    oneLess(id);
    block.deposit(new AssetsEvent.ApprovalCancelled(id, owner, delegate));
  }

  /**
   * {@code do_transfer_approved}; what is approved ends at zero. Refuses with Unknown, AssetNotLive,
   * Unapproved, then as {@link AssetLedger#transferAll}.
   */
  void transfer(AssetId id, AccountId owner, AccountId delegate, AccountId destination,
      Balance amount) {
    assets.live(id);
    Approval approval = storage.approvals.orNull(id, owner, delegate);
    if (approval == null) {
      throw AssetsError.UNAPPROVED.refusal();
    }
    Refusal.ensure(approval.amount().compareTo(amount) >= 0, AssetsError.UNAPPROVED);
    Balance remaining = approval.amount().minus(amount);
    assets.transferAll(id, owner, destination, amount, false, null);
    if (remaining.isZero()) {
      ledger.unreserve(owner, approval.deposit());
      oneLess(id);
      storage.approvals.remove(id, owner, delegate);
    } else {
      storage.approvals.put(id, owner, delegate, new Approval(remaining, approval.deposit()));
    }
  }

  private void oneLess(AssetId id) {
    AssetDetails details = storage.assets.get(id);
    storage.assets.put(id, details.withApprovals(Math.max(details.approvals() - 1, 0)));
  }
}
