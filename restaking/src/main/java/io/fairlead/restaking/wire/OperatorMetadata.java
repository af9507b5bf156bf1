package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator.
 *
 * @param stake its own, planck
 * @param delegationCount entries in {@code delegations}, u32
 * @param request stake that it wants back; null without one
 * @param delegations at most {@link RestakingLimits#DELEGATIONS_MAX}, in the order they came
 * @param blueprintIds never written: empty
 */
public record OperatorMetadata(Balance stake, long delegationCount,
    @Nullable OperatorBondLessRequest request, List<DelegatorBond> delegations,
    OperatorStatus status, List<Long> blueprintIds) {

  /** Fields in order. */
  public static final Codec<OperatorMetadata> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::operator::OperatorMetadata",
          Fields.of(OperatorMetadata::new,
              field("stake", OperatorMetadata::stake, Balance.CODEC, "Balance"),
              field("delegation_count", OperatorMetadata::delegationCount, Codecs.U32, "u32"),
              field("request", OperatorMetadata::request,
                  Codecs.option(OperatorBondLessRequest.CODEC),
                  "Option<OperatorBondLessRequest<Balance>>"),
              field("delegations", OperatorMetadata::delegations,
                  Codecs.boundedVec(DelegatorBond.CODEC, RestakingLimits.DELEGATIONS_MAX),
                  "BoundedVec<DelegatorBond<AccountId, Balance, AssetId>, MaxDelegations>"),
              field("status", OperatorMetadata::status, OperatorStatus.CODEC, "OperatorStatus"),
              field("blueprint_ids", OperatorMetadata::blueprintIds,
                  Codecs.boundedVec(Codecs.U32, RestakingLimits.OPERATOR_BLUEPRINTS_MAX),
                  "BoundedVec<u32, MaxBlueprints>")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.BALANCE, RestakingLimits.ASSET_ID,
          Shape.param("MaxDelegations", RestakingLimits.MAX_DELEGATIONS),
          Shape.param("MaxBlueprints", RestakingLimits.MAX_OPERATOR_BLUEPRINTS));

  public OperatorMetadata {
    delegations = List.copyOf(delegations);
    blueprintIds = List.copyOf(blueprintIds);
  }

  /** An operator that joined just now with {@code bond}. */
  public static OperatorMetadata joined(Balance bond) {
    return new OperatorMetadata(bond, 0, null, List.of(), OperatorStatus.ACTIVE, List.of());
  }

  /** The same with another stake. */
  public OperatorMetadata withStake(Balance next) {
    return new OperatorMetadata(next, delegationCount, request, delegations, status, blueprintIds);
  }

  /** The same with another wish for stake; null: without one. */
  public OperatorMetadata withRequest(@Nullable OperatorBondLessRequest next) {
    return new OperatorMetadata(stake, delegationCount, next, delegations, status, blueprintIds);
  }

  /** The same with other entries and their count. */
  public OperatorMetadata withDelegations(List<DelegatorBond> next, long count) {
    return new OperatorMetadata(stake, count, request, next, status, blueprintIds);
  }

  /** The same in another status. */
  public OperatorMetadata withStatus(OperatorStatus next) {
    return new OperatorMetadata(stake, delegationCount, request, delegations, next, blueprintIds);
  }
}
