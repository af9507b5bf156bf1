package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * How much of an asset an operator exposes to a service
 * ({@code tangle_primitives::services::types::AssetSecurityCommitment}).
 */
public record AssetSecurityCommitment(Asset asset, Percent exposurePercent) {

  /** Fields in order. */
  public static final Codec<AssetSecurityCommitment> CODEC =
      Codecs.struct("tangle_primitives::services::types::AssetSecurityCommitment",
          Fields.of(AssetSecurityCommitment::new,
              field("asset", AssetSecurityCommitment::asset, Asset.CODEC, "Asset<AssetId>"),
              field("exposure_percent", AssetSecurityCommitment::exposurePercent, Percent.CODEC,
                  "Percent")),
          Shape.param("AssetId", AssetId.CODEC.shape()));

  /** {@code Vec<AssetSecurityCommitment>}. */
  public static final Codec<List<AssetSecurityCommitment>> LIST = Codecs.list(CODEC);
}
