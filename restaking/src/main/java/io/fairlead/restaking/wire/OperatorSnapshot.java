package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * An operator at the start of a round.
 *
 * @param stake its own, planck
 */
public record OperatorSnapshot(Balance stake, List<DelegatorBond> delegations) {
  /** Fields in order. */
  public static final Codec<OperatorSnapshot> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::operator::OperatorSnapshot",
          Fields.of(OperatorSnapshot::new,
              field("stake", OperatorSnapshot::stake, Balance.CODEC, "Balance"),
              field("delegations", OperatorSnapshot::delegations,
                  Codecs.boundedVec(DelegatorBond.CODEC, RestakingLimits.DELEGATIONS_MAX),
                  "BoundedVec<DelegatorBond<AccountId, Balance, AssetId>, MaxDelegations>")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.BALANCE, RestakingLimits.ASSET_ID,
          Shape.param("MaxDelegations", RestakingLimits.MAX_DELEGATIONS));

  public OperatorSnapshot {
    delegations = List.copyOf(delegations);
  }
}
