package io.fairlead.runtime.assets;

import io.fairlead.substrate.pallet.Weight;

/** What the calls of Assets weigh ({@code pallet_assets::weights::SubstrateWeight}). */
final class AssetWeights {
  private static final int PROOF = 3_675;
  private static final int PROOF_OF_TWO = 6_208;

  private static final Weight CREATE = of(26_838_000, 2, 2);
  private static final Weight FORCE_CREATE = of(11_624_000, 1, 1);
  private static final Weight START_DESTROY = of(12_408_000, 1, 1);
  private static final Weight FINISH_DESTROY = of(13_097_000, 2, 1);
  private static final Weight MINT = of(23_273_000, 2, 2);
  private static final Weight BURN = of(31_800_000, 2, 2);
  private static final Weight TRANSFER = ofTwo(44_794_000, 4);
  private static final Weight TRANSFER_KEEP_ALIVE = ofTwo(40_059_000, 4);
  private static final Weight FORCE_TRANSFER = ofTwo(44_995_000, 4);
  private static final Weight FREEZE = of(16_414_000, 2, 1);
  private static final Weight THAW = of(16_449_000, 2, 1);
  private static final Weight FREEZE_ASSET = of(12_138_000, 1, 1);
  private static final Weight THAW_ASSET = of(12_058_000, 1, 1);
  private static final Weight TRANSFER_OWNERSHIP = of(13_686_000, 2, 1);
  private static final Weight SET_TEAM = of(12_060_000, 1, 1);
  private static final Weight CLEAR_METADATA = of(28_541_000, 2, 1);
  private static final Weight FORCE_CLEAR_METADATA = of(28_333_000, 2, 1);
  private static final Weight FORCE_ASSET_STATUS = of(11_934_000, 1, 1);
  private static final Weight APPROVE_TRANSFER = of(31_624_000, 2, 2);
  private static final Weight TRANSFER_APPROVED = ofTwo(66_145_000, 5);
  private static final Weight CANCEL_APPROVAL = of(33_634_000, 2, 2);
  private static final Weight FORCE_CANCEL_APPROVAL = of(34_440_000, 2, 2);
  private static final Weight SET_MIN_BALANCE = of(12_870_000, 1, 1);
  private static final Weight TOUCH = of(33_080_000, 3, 3);
  private static final Weight TOUCH_OTHER = of(30_562_000, 2, 2);
  private static final Weight REFUND = of(33_747_000, 3, 3);
  private static final Weight REFUND_OTHER = of(30_919_000, 2, 2);
  private static final Weight BLOCK = of(16_558_000, 2, 1);

  private AssetWeights() {}

  private static Weight of(long refTime, int reads, int writes) {
    return Weight.of(refTime, PROOF).readsWrites(reads, writes);
  }

  private static Weight ofTwo(long refTime, int accesses) {
    return Weight.of(refTime, PROOF_OF_TWO).readsWrites(accesses, accesses);
  }

  /** Removing {@code count} holdings. */
  static Weight destroyAccounts(int count) {
    return Weight.of(16_370_000 + 13_217_179L * count, PROOF + 2_609L * count)
        .readsWrites(2 + 2 * count, 1 + 2 * count);
  }

  /** Removing {@code count} approvals. */
  static Weight destroyApprovals(int count) {
    return Weight.of(17_066_000 + 14_436_592L * count, PROOF + 2_623L * count)
        .readsWrites(2 + count, 1 + count);
  }

  /** What {@code call} declares. */
  static Weight of(AssetsCall call) {
    return switch (call) {
      case AssetsCall.Create c -> CREATE;
      case AssetsCall.ForceCreate c -> FORCE_CREATE;
      case AssetsCall.StartDestroy c -> START_DESTROY;
      case AssetsCall.DestroyAccounts c -> destroyAccounts(AssetDestruction.ITEMS_MAX);
      case AssetsCall.DestroyApprovals c -> destroyApprovals(AssetDestruction.ITEMS_MAX);
      case AssetsCall.FinishDestroy c -> FINISH_DESTROY;
      case AssetsCall.Mint c -> MINT;
      case AssetsCall.Burn c -> BURN;
      case AssetsCall.Transfer c -> TRANSFER;
      case AssetsCall.TransferKeepAlive c -> TRANSFER_KEEP_ALIVE;
      case AssetsCall.ForceTransfer c -> FORCE_TRANSFER;
      case AssetsCall.Freeze c -> FREEZE;
      case AssetsCall.Thaw c -> THAW;
      case AssetsCall.FreezeAsset c -> FREEZE_ASSET;
      case AssetsCall.ThawAsset c -> THAW_ASSET;
      case AssetsCall.TransferOwnership c -> TRANSFER_OWNERSHIP;
      case AssetsCall.SetTeam c -> SET_TEAM;
      case AssetsCall.SetMetadata c ->
          of(27_543_545 + 4_967L * c.name().size() + 3_698L * c.symbol().size(), 2, 1);
      case AssetsCall.ClearMetadata c -> CLEAR_METADATA;
      case AssetsCall.ForceSetMetadata c ->
          of(13_057_891 + 1_831L * c.name().size() + 2_387L * c.symbol().size(), 2, 1);
      case AssetsCall.ForceClearMetadata c -> FORCE_CLEAR_METADATA;
      case AssetsCall.ForceAssetStatus c -> FORCE_ASSET_STATUS;
      case AssetsCall.ApproveTransfer c -> APPROVE_TRANSFER;
      case AssetsCall.CancelApproval c -> CANCEL_APPROVAL;
      case AssetsCall.ForceCancelApproval c -> FORCE_CANCEL_APPROVAL;
      case AssetsCall.TransferApproved c -> TRANSFER_APPROVED;
      case AssetsCall.Touch c -> TOUCH;
      case AssetsCall.Refund c -> REFUND;
      case AssetsCall.SetMinBalance c -> SET_MIN_BALANCE;
      case AssetsCall.TouchOther c -> TOUCH_OTHER;
      case AssetsCall.RefundOther c -> REFUND_OTHER;
      case AssetsCall.Block c -> BLOCK;
    };
  }
}
