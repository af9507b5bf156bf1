package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * A delegator's wish to end a delegation, or a part of it.
 *
 * @param amount in the asset's smallest unit
 * @param requestedRound u32
 * @param isNomination whether it is about a restaked nomination
 */
public record BondLessRequest(AccountId operator, Asset asset, Balance amount, long requestedRound,
    BlueprintSelection blueprintSelection, boolean isNomination) {
  /** Fields in order. */
  public static final Codec<BondLessRequest> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::delegator::BondLessRequest",
          Fields.of(BondLessRequest::new,
              field("operator", BondLessRequest::operator, AccountId.CODEC, "AccountId"),
              field("asset", BondLessRequest::asset, Asset.CODEC, "Asset<AssetId>"),
              field("amount", BondLessRequest::amount, Balance.CODEC, "Balance"),
              field("requested_round", BondLessRequest::requestedRound, Codecs.U32, "RoundIndex"),
              field("blueprint_selection", BondLessRequest::blueprintSelection,
                  BlueprintSelection.CODEC, "DelegatorBlueprintSelection<MaxBlueprints>"),
              field("is_nomination", BondLessRequest::isNomination, Codecs.BOOL, "bool")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.ASSET_ID, RestakingLimits.BALANCE,
          Shape.param("MaxBlueprints", RestakingLimits.MAX_DELEGATOR_BLUEPRINTS));
}
