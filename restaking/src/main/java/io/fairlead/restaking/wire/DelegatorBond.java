package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * What one delegator has at an operator in one asset, as the operator's record keeps it: plain
 * delegation and nomination together.
 *
 * @param amount in the asset's smallest unit
 */
public record DelegatorBond(AccountId delegator, Balance amount, Asset asset) {
  /** Fields in order. */
  public static final Codec<DelegatorBond> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::operator::DelegatorBond",
          Fields.of(DelegatorBond::new,
              field("delegator", DelegatorBond::delegator, AccountId.CODEC, "AccountId"),
              field("amount", DelegatorBond::amount, Balance.CODEC, "Balance"),
              field("asset", DelegatorBond::asset, Asset.CODEC, "Asset<AssetId>")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.BALANCE, RestakingLimits.ASSET_ID);
}
