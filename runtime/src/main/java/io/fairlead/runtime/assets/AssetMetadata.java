package io.fairlead.runtime.assets;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * How an asset is shown ({@code pallet_assets::AssetMetadata}).
 *
 * @param deposit planck reserved for it
 * @param decimals u8
 * @param isFrozen whether the owner cannot set another
 */
public record AssetMetadata(Balance deposit, Bytes name, Bytes symbol, int decimals,
    boolean isFrozen) {
  static final AssetMetadata NONE =
      new AssetMetadata(Balance.ZERO, Bytes.EMPTY, Bytes.EMPTY, 0, false);

  private static final Codec<Bytes> TEXT =
      Bytes.codec(Codecs.boundedBytes(AssetsStorage.STRING_LIMIT));

  static final Codec<AssetMetadata> CODEC = Codecs.struct("pallet_assets::types::AssetMetadata",
      Fields.of(AssetMetadata::new,
          Fields.field("deposit", AssetMetadata::deposit, Balance.CODEC, "DepositBalance"),
          Fields.field("name", AssetMetadata::name, TEXT, "BoundedString"),
          Fields.field("symbol", AssetMetadata::symbol, TEXT, "BoundedString"),
          Fields.field("decimals", AssetMetadata::decimals, Codecs.U8, "u8"),
          Fields.field("is_frozen", AssetMetadata::isFrozen, Codecs.BOOL, "bool")),
      Shape.param("DepositBalance", Balance.CODEC.shape()),
      Shape.param("BoundedString", TEXT.shape()));
}
