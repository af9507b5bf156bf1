package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageTripleMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;

/** The items of Assets. */
public final class AssetsStorage {
  /** Longest name or symbol in bytes. */
  static final int STRING_LIMIT = 50;

  /** The assets. */
  public final StorageMap<AssetId, AssetDetails> assets;
  /** Who has how much of which. */
  public final StorageDoubleMap<AssetId, AccountId, Holding> holdings;
  /** What a delegate (third) may send for an owner (second). */
  public final StorageTripleMap<AssetId, AccountId, AccountId, Approval> approvals;
  /** How assets are shown. */
  public final StorageMap<AssetId, AssetMetadata> metadata;
  /** The number that the next asset must have; absent: any. */
  public final StorageValue<AssetId> nextAssetId;

  private final List<Item> items;

  /** The items in {@code store}. */
  public AssetsStorage(Store store) {
    String p = AssetsCall.PALLET;
    Key<AssetId> id = Key.blake2Concat(AssetId.CODEC);
    Key<AccountId> who = Key.blake2Concat(AccountId.CODEC);
    assets = StorageMap.optional(store, p, "Asset", id, AssetDetails.CODEC);
    holdings = StorageDoubleMap.optional(store, p, "Account", id, who, Holding.CODEC);
    approvals =
        StorageTripleMap.optional(store, p, "Approvals", id, who, who, Approval.CODEC);
    metadata =
        StorageMap.of(store, p, "Metadata", id, AssetMetadata.CODEC, AssetMetadata.NONE);
    nextAssetId = StorageValue.optional(store, p, "NextAssetId", AssetId.CODEC);
    items = List.of(assets, holdings, approvals, metadata, nextAssetId);
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }
}
