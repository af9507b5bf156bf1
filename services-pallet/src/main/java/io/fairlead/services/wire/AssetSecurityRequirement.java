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
 * How much of an asset each operator of a service must expose
 * ({@code tangle_primitives::services::types::AssetSecurityRequirement}).
 */
public record AssetSecurityRequirement(Asset asset, Percent minExposurePercent,
    Percent maxExposurePercent) {

  /** Fields in order. */
  public static final Codec<AssetSecurityRequirement> CODEC =
      Codecs.struct("tangle_primitives::services::types::AssetSecurityRequirement",
          Fields.of(AssetSecurityRequirement::new,
              field("asset", AssetSecurityRequirement::asset, Asset.CODEC, "Asset<AssetId>"),
              field("min_exposure_percent", AssetSecurityRequirement::minExposurePercent,
                  Percent.CODEC, "Percent"),
              field("max_exposure_percent", AssetSecurityRequirement::maxExposurePercent,
                  Percent.CODEC, "Percent")),
          Shape.param("AssetId", AssetId.CODEC.shape()));

  /** {@code BoundedVec<AssetSecurityRequirement, MaxAssetsPerService>}. */
  static final Codec<List<AssetSecurityRequirement>> BOUNDED_LIST =
      Codecs.boundedVec(CODEC, Limits.ASSETS_PER_SERVICE_MAX);
}
