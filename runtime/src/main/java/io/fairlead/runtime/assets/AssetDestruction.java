package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an asset ends: step by step, so that no step is too much for a block. */
final class AssetDestruction {
  /** Most holdings or approvals that one call removes ({@code RemoveItemsLimit}). */
  static final int ITEMS_MAX = 1_000;

  private final AssetsStorage storage;
  private final AssetHoldings holdings;
  private final Ledger ledger;
  private final Block block;

  AssetDestruction(AssetsStorage storage, AssetHoldings holdings, Ledger ledger,
      Block block) {
    this.storage = storage;
    this.holdings = holdings;
    this.ledger = ledger;
    this.block = block;
  }

  /** Refuses with Unknown, and with NoPermission for anybody but the owner; null: force. */
  void start(AssetId id, @Nullable AccountId who) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(who == null || details.owner().equals(who), AssetsError.NO_PERMISSION);
    storage.assets.put(id, details.withStatus(AssetDetails.Status.DESTROYING));
    block.deposit(new AssetsEvent.DestructionStarted(id));
  }

  private AssetDetails ending(AssetId id) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(details.status() == AssetDetails.Status.DESTROYING,
        AssetsError.INCORRECT_STATUS);
    return details;
  }

  /**
   * Removes holdings in the order of their keys and gives deposits back. Refuses with Unknown,
   * IncorrectStatus.
   *
   * @return how many went
   */
  int accounts(AssetId id) {
    AssetDetails details = ending(id);
    List<Map.Entry<AccountId, Holding>> holders =
        storage.holdings.sortedByKeyBytes().stream()
            .filter(entry -> entry.getKey().first().equals(id)).limit(ITEMS_MAX)
            .map(entry -> Map.entry(entry.getKey().second(), entry.getValue())).toList();
    for (Map.Entry<AccountId, Holding> holder : holders) {
      AccountId who = holder.getKey();
      details = holdings.closeForDeposit(details, who, holder.getValue().reason());
      storage.holdings.remove(id, who);
    }
    storage.assets.put(id, details);
    block.deposit(new AssetsEvent.AccountsDestroyed(id, holders.size(), details.accounts()));
    return holders.size();
  }

  /** The same with approvals. */
  int approvals(AssetId id) {
    AssetDetails details = ending(id);
    var approvals = storage.approvals.sortedByKeyBytes().stream()
        .filter(entry -> entry.getKey().first().equals(id)).limit(ITEMS_MAX).toList();
    for (var approval : approvals) {
      AccountId owner = approval.getKey().second();
      storage.approvals.remove(id, owner, approval.getKey().third());
      ledger.unreserve(owner, approval.getValue().deposit());
    }
    details = details.withApprovals(Math.max(details.approvals() - approvals.size(), 0));
    storage.assets.put(id, details);
    block
        .deposit(new AssetsEvent.ApprovalsDestroyed(id, approvals.size(), details.approvals()));
    return approvals.size();
  }

  /** Refuses with Unknown, IncorrectStatus, and with InUse while there are holdings or approvals. */
  void finish(AssetId id) {
    AssetDetails details = ending(id);
    Refusal.ensure(details.accounts() == 0 && details.approvals() == 0, AssetsError.IN_USE);
    AssetMetadata metadata = storage.metadata.get(id);
    storage.metadata.remove(id);
    ledger.unreserve(details.owner(), details.deposit().saturatingPlus(metadata.deposit()));
    storage.assets.remove(id);
    block.deposit(new AssetsEvent.Destroyed(id));
  }
}
