package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What a service is made of ({@code tangle_primitives::services::service::ServiceBlueprint}).
 *
 * @param metadata texts about it
 * @param jobs what its services do, by index
 * @param registrationParams what an operator tells when it registers
 * @param requestParams what a requester tells
 * @param manager the blueprint's own service manager contract
 * @param masterRevision the master manager that the pallet calls
 * @param sources where its program is
 * @param membershipModels the models that a request may choose
 */
public record ServiceBlueprint(ServiceMetadata metadata, List<JobDefinition> jobs,
    List<FieldType> registrationParams, List<FieldType> requestParams, EvmAddress manager,
    MasterRevision masterRevision, List<BlueprintSource> sources,
    List<MembershipModel.Type> membershipModels) {

  public ServiceBlueprint {
    jobs = List.copyOf(jobs);
    registrationParams = List.copyOf(registrationParams);
    requestParams = List.copyOf(requestParams);
    sources = List.copyOf(sources);
    membershipModels = List.copyOf(membershipModels);
  }

  private static final Codec<EvmAddress> MANAGER =
      Codecs.enumOf("tangle_primitives::services::service::BlueprintServiceManager", List.of(),
          EnumCodec.variant(0, "Evm", EvmAddress.class,
              Fields.of(a -> a, field(null, (EvmAddress a) -> a, EvmAddress.CODEC, "H160"))));

  /** Fields in order. */
  public static final Codec<ServiceBlueprint> CODEC =
      Codecs.struct("tangle_primitives::services::service::ServiceBlueprint",
          Fields.of(ServiceBlueprint::new,
              field("metadata", ServiceBlueprint::metadata, ServiceMetadata.CODEC,
                  "ServiceMetadata<C>"),
              field("jobs", ServiceBlueprint::jobs,
                  Codecs.boundedVec(JobDefinition.CODEC, Limits.JOBS_PER_SERVICE_MAX),
                  "BoundedVec<JobDefinition<C>, C::MaxJobsPerService>"),
              field("registration_params", ServiceBlueprint::registrationParams,
                  JobDefinition.TYPES, "BoundedVec<FieldType, C::MaxFields>"),
              field("request_params", ServiceBlueprint::requestParams, JobDefinition.TYPES,
                  "BoundedVec<FieldType, C::MaxFields>"),
              field("manager", ServiceBlueprint::manager, MANAGER, "BlueprintServiceManager"),
              field("master_manager_revision", ServiceBlueprint::masterRevision,
                  MasterRevision.CODEC, "MasterBlueprintServiceManagerRevision"),
              field("sources", ServiceBlueprint::sources,
                  Codecs.boundedVec(BlueprintSource.CODEC, Limits.FIELDS_MAX),
                  "BoundedVec<BlueprintSource<C>, C::MaxFields>"),
              field("supported_membership_models", ServiceBlueprint::membershipModels,
                  Codecs.boundedVec(MembershipModel.Type.CODEC, Limits.MEMBERSHIP_MODELS_MAX),
                  "BoundedVec<MembershipModelType, ConstU32<2>>")),
          Shape.skipped("C"));

  /** The same blueprint bound to {@code revision}. */
  public ServiceBlueprint boundTo(MasterRevision.Specific revision) {
    return new ServiceBlueprint(metadata, jobs, registrationParams, requestParams, manager,
        revision, sources, membershipModels);
  }
}
