package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a service, waiting for approvals
 * ({@code tangle_primitives::services::service::ServiceRequest}).
 *
 * @param blueprint its number
 * @param owner who asked and will own the service
 * @param securityRequirements with the native asset, in the order of the commitments
 * @param ttl blocks, told to the manager and used by nobody else
 * @param args for the blueprint's request parameters
 * @param permittedCallers who may call jobs beside the owner
 * @param approvals of the operators asked, in the order of the request
 * @param membershipModel how many approvals are needed
 */
public record ServiceRequest(long blueprint, AccountId owner,
    List<AssetSecurityRequirement> securityRequirements, long ttl, List<Field> args,
    List<AccountId> permittedCallers, List<OperatorApproval> approvals,
    MembershipModel membershipModel) {

  public ServiceRequest {
    securityRequirements = List.copyOf(securityRequirements);
    args = List.copyOf(args);
    permittedCallers = List.copyOf(permittedCallers);
    approvals = List.copyOf(approvals);
  }

  /** An operator and what it said. */
  public record OperatorApproval(AccountId operator, ApprovalState state) {}

  /** {@code BoundedVec<AccountId, MaxPermittedCallers>}. */
  static final Codec<List<AccountId>> CALLERS =
      Codecs.boundedVec(AccountId.CODEC, Limits.PERMITTED_CALLERS_MAX);

  /** Fields in order. */
  public static final Codec<ServiceRequest> CODEC =
      Codecs.struct("tangle_primitives::services::service::ServiceRequest",
          Fields.of(ServiceRequest::new,
              field("blueprint", ServiceRequest::blueprint, Codecs.U64, "BlueprintId"),
              field("owner", ServiceRequest::owner, AccountId.CODEC, "AccountId"),
              field("security_requirements", ServiceRequest::securityRequirements,
                  AssetSecurityRequirement.BOUNDED_LIST,
                  "BoundedVec<AssetSecurityRequirement<AssetId>, C::MaxAssetsPerService>"),
              field("ttl", ServiceRequest::ttl, Codecs.U64, "BlockNumber"),
              field("args", ServiceRequest::args, Field.BOUNDED_LIST,
                  "BoundedVec<Field<C, AccountId>, C::MaxFields>"),
              field("permitted_callers", ServiceRequest::permittedCallers, CALLERS,
                  "BoundedVec<AccountId, C::MaxPermittedCallers>"),
              field("operators_with_approval_state", ServiceRequest::approvals,
                  Codecs.boundedVec(
                      Codecs.pair(AccountId.CODEC, ApprovalState.CODEC, OperatorApproval::new,
                          OperatorApproval::operator, OperatorApproval::state),
                      Limits.OPERATORS_PER_SERVICE_MAX),
                  "BoundedVec<(AccountId, ApprovalState<AssetId>), C::\nMaxOperatorsPerService>"),
              field("membership_model", ServiceRequest::membershipModel, MembershipModel.CODEC,
                  "MembershipModel")),
          params());

  /** Who was asked. */
  public List<AccountId> asked() {
    return approvals.stream().map(OperatorApproval::operator).toList();
  }

  /**
   * Whether enough have approved for a service ({@code ServiceRequest::is_approved}): a request that
   * needs nobody is approved from the start.
   */
  public boolean isApproved() {
    return approvals.stream().filter(each -> each.state() instanceof ApprovalState.Approved)
        .count() >= membershipModel.minOperators();
  }

  /** What {@code operator} said, or null where it was not asked. */
  public @Nullable ApprovalState stateOf(AccountId operator) {
    for (OperatorApproval approval : approvals) {
      if (approval.operator().equals(operator)) {
        return approval.state();
      }
    }
    return null;
  }

  /** The same request where {@code operator}, which was asked, says {@code state}. */
  public ServiceRequest with(AccountId operator, ApprovalState state) {
    return new ServiceRequest(blueprint, owner, securityRequirements, ttl, args, permittedCallers,
        approvals.stream()
            .map(each -> each.operator().equals(operator) ? new OperatorApproval(operator, state)
                : each)
            .toList(),
        membershipModel);
  }

  /** The type parameters of requests and services. */
  static Shape.Param[] params() {
    return new Shape.Param[] {Shape.skipped("C"),
        Shape.param("AccountId", AccountId.CODEC.shape()),
        Shape.param("BlockNumber", Codecs.U64.shape()),
        Shape.param("AssetId", AssetId.CODEC.shape())};
  }
}
