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
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The items of Assets. */
public final class AssetsStorage {
  /** Longest name or symbol in bytes. */
  static final int STRING_LIMIT = 50;

  /** The assets. */
  public final StorageMap<AssetId, AssetDetails> assets;
  /** Who has how much of which. */
  public final StorageDoubleMap<AssetId, AccountId, Holding> holdings;
  /** The number that the next asset must have; absent: any. */
  public final StorageValue<AssetId> nextAssetId;

  private final List<Item> items;

  private record Approval(Balance amount, Balance deposit) {
    static final Codec<Approval> CODEC = Codecs.struct("pallet_assets::types::Approval",
        Fields.of(Approval::new,
            Fields.field("amount", Approval::amount, Balance.CODEC, "Balance"),
            Fields.field("deposit", Approval::deposit, Balance.CODEC, "DepositBalance")),
        Shape.param("Balance", Balance.CODEC.shape()),
        Shape.param("DepositBalance", Balance.CODEC.shape()));
  }

  private record Metadata(Balance deposit, Bytes name, Bytes symbol, int decimals,
      boolean isFrozen) {
    static final Metadata NONE =
        new Metadata(Balance.ZERO, Bytes.EMPTY, Bytes.EMPTY, 0, false);
    private static final Codec<Bytes> TEXT = Bytes.codec(Codecs.boundedBytes(STRING_LIMIT));
    static final Codec<Metadata> CODEC = Codecs.struct("pallet_assets::types::AssetMetadata",
        Fields.of(Metadata::new,
            Fields.field("deposit", Metadata::deposit, Balance.CODEC, "DepositBalance"),
            Fields.field("name", Metadata::name, TEXT, "BoundedString"),
            Fields.field("symbol", Metadata::symbol, TEXT, "BoundedString"),
            Fields.field("decimals", Metadata::decimals, Codecs.U8, "u8"),
            Fields.field("is_frozen", Metadata::isFrozen, Codecs.BOOL, "bool")),
        Shape.param("DepositBalance", Balance.CODEC.shape()),
        Shape.param("BoundedString", TEXT.shape()));
  }

  /** The items in {@code store}. */
  public AssetsStorage(Store store) {
    String p = AssetsCall.PALLET;
    Key<AssetId> id = Key.blake2Concat(AssetId.CODEC);
    Key<AccountId> who = Key.blake2Concat(AccountId.CODEC);
    assets = StorageMap.optional(store, p, "Asset", id, AssetDetails.CODEC);
    holdings = StorageDoubleMap.optional(store, p, "Account", id, who, Holding.CODEC);
    var approvals =
        StorageTripleMap.optional(store, p, "Approvals", id, who, who, Approval.CODEC);
    var metadata =
        StorageMap.of(store, p, "Metadata", id, Metadata.CODEC, Metadata.NONE);
    nextAssetId = StorageValue.optional(store, p, "NextAssetId", AssetId.CODEC);
    items = List.of(assets, holdings, approvals, metadata, nextAssetId);
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }
}
