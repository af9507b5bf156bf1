package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A service that runs ({@code tangle_primitives::services::service::Service}).
 *
 * @param id its number
 * @param blueprint number of the blueprint it was made from
 * @param owner who asked for it
 * @param args of its request
 * @param operators who serve, and what they expose
 * @param securityRequirements of its request
 * @param permittedCallers who may call jobs beside the owner
 * @param ttl blocks, without effect
 * @param membershipModel of its request
 */
public record Service(long id, long blueprint, AccountId owner, List<Field> args,
    List<OperatorCommitments> operators, List<AssetSecurityRequirement> securityRequirements,
    List<AccountId> permittedCallers, long ttl, MembershipModel membershipModel) {

  public Service {
    args = List.copyOf(args);
    operators = List.copyOf(operators);
    securityRequirements = List.copyOf(securityRequirements);
    permittedCallers = List.copyOf(permittedCallers);
  }

  /** Fields in order. */
  public static final Codec<Service> CODEC =
      Codecs.struct("tangle_primitives::services::service::Service",
          Fields.of(Service::new, field("id", Service::id, Codecs.U64, "u64"),
              field("blueprint", Service::blueprint, Codecs.U64, "BlueprintId"),
              field("owner", Service::owner, AccountId.CODEC, "AccountId"),
              field("args", Service::args, Field.BOUNDED_LIST,
                  "BoundedVec<Field<C, AccountId>, C::MaxFields>"),
              field("operator_security_commitments", Service::operators,
                  OperatorCommitments.BOUNDED_LIST,
                  "OperatorSecurityCommitments<AccountId, AssetId, C>"),
              field("security_requirements", Service::securityRequirements,
                  AssetSecurityRequirement.BOUNDED_LIST,
                  "BoundedVec<AssetSecurityRequirement<AssetId>, C::MaxAssetsPerService>"),
              field("permitted_callers", Service::permittedCallers, ServiceRequest.CALLERS,
                  "BoundedVec<AccountId, C::MaxPermittedCallers>"),
              field("ttl", Service::ttl, Codecs.U64, "BlockNumber"),
              field("membership_model", Service::membershipModel, MembershipModel.CODEC,
                  "MembershipModel")),
          ServiceRequest.params());

  /** The same service with other operators. */
  public Service withOperators(List<OperatorCommitments> others) {
    return new Service(id, blueprint, owner, args, others, securityRequirements, permittedCallers,
        ttl, membershipModel);
  }

  /** Who serves. */
  public List<AccountId> members() {
    return operators.stream().map(OperatorCommitments::operator).toList();
  }

  /** The least part of any asset that {@code who} exposes; empty for one that does not serve. */
  public Optional<Percent> leastExposure(AccountId who) {
    return operators.stream().filter(each -> each.operator().equals(who))
        .flatMap(each -> each.commitments().stream())
        .map(AssetSecurityCommitment::exposurePercent).min(Comparator.naturalOrder());
  }

  /** Whether {@code who} is one of its operators. */
  public boolean isServedBy(AccountId who) {
    for (OperatorCommitments operator : operators) {
      if (operator.operator().equals(who)) {
        return true;
      }
    }
    return false;
  }
}
