package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * A delegation, as the delegator's record keeps it.
 *
 * @param amount in the asset's smallest unit
 * @param isNomination whether it restakes a nomination, without a deposit
 */
public record BondInfoDelegator(AccountId operator, Balance amount, Asset asset,
    BlueprintSelection blueprintSelection, boolean isNomination) {
  /** Fields in order. */
  public static final Codec<BondInfoDelegator> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::delegator::BondInfoDelegator",
          Fields.of(BondInfoDelegator::new,
              field("operator", BondInfoDelegator::operator, AccountId.CODEC, "AccountId"),
              field("amount", BondInfoDelegator::amount, Balance.CODEC, "Balance"),
              field("asset", BondInfoDelegator::asset, Asset.CODEC, "Asset<AssetId>"),
              field("blueprint_selection", BondInfoDelegator::blueprintSelection,
                  BlueprintSelection.CODEC, "DelegatorBlueprintSelection<MaxBlueprints>"),
              field("is_nomination", BondInfoDelegator::isNomination, Codecs.BOOL, "bool")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.BALANCE, RestakingLimits.ASSET_ID,
          Shape.param("MaxBlueprints", RestakingLimits.MAX_DELEGATOR_BLUEPRINTS));

  /** The same with another amount. */
  public BondInfoDelegator withAmount(Balance next) {
    return new BondInfoDelegator(operator, next, asset, blueprintSelection, isNomination);
  }

  /** The same with another selection. */
  public BondInfoDelegator withSelection(BlueprintSelection next) {
    return new BondInfoDelegator(operator, amount, asset, next, isNomination);
  }
}
