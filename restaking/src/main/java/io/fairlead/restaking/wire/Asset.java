package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What can be restaked ({@code tangle_primitives::services::types::Asset}). {@code Custom} sorts
 * before {@code Erc20}, then by payload.
 */
public sealed interface Asset extends Comparable<Asset> {
  /** TNT (id 0) or an asset of the Assets pallet. */
  record Custom(AssetId id) implements Asset {}

  /** A token contract. */
  record Erc20(EvmAddress token) implements Asset {}

  /** The native currency: {@code Custom(0)}. */
  Asset NATIVE = new Custom(AssetId.NATIVE);

  /** One byte and the payload. */
  Codec<Asset> CODEC = Codecs.enumOf("tangle_primitives::services::types::Asset",
      List.of(Shape.param("AssetId", AssetId.CODEC.shape())),
      variant(0, "Custom", Custom.class,
          Fields.of(Custom::new, Fields.field(null, Custom::id, AssetId.CODEC, "AssetId"))),
      variant(1, "Erc20", Erc20.class, Fields.of(Erc20::new,
          Fields.field(null, Erc20::token, EvmAddress.CODEC, "H160"))));

  /** The asset {@code Custom(id)}. */
  static Asset custom(long id) {
    return new Custom(AssetId.of(id));
  }

  @Override
  default int compareTo(Asset other) {
    return switch (this) {
      case Custom(AssetId id) -> other instanceof Custom(AssetId to) ? id.compareTo(to) : -1;
      case Erc20(EvmAddress token) ->
          other instanceof Erc20(EvmAddress to) ? token.compareTo(to) : 1;
    };
  }
}
