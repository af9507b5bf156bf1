package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A job of a blueprint ({@code tangle_primitives::services::jobs::JobDefinition}).
 *
 * @param metadata name and description
 * @param params types of the arguments
 * @param result types of the result
 * @param pricingModel what a call costs
 */
public record JobDefinition(JobMetadata metadata, List<FieldType> params, List<FieldType> result,
    PricingModel pricingModel) {

  public JobDefinition {
    params = List.copyOf(params);
    result = List.copyOf(result);
  }

  /** {@code BoundedVec<FieldType, MaxFields>}. */
  static final Codec<List<FieldType>> TYPES =
      Codecs.boundedVec(FieldType.CODEC, Limits.FIELDS_MAX);

  /** Fields in order. */
  public static final Codec<JobDefinition> CODEC =
      Codecs.struct("tangle_primitives::services::jobs::JobDefinition", Fields.of(
          JobDefinition::new,
          field("metadata", JobDefinition::metadata, JobMetadata.CODEC, "JobMetadata<C>"),
          field("params", JobDefinition::params, TYPES, "BoundedVec<FieldType, C::MaxFields>"),
          field("result", JobDefinition::result, TYPES, "BoundedVec<FieldType, C::MaxFields>"),
          field("pricing_model", JobDefinition::pricingModel, PricingModel.CODEC,
              "PricingModel<u32, u128>")),
          Shape.skipped("C"));

  /** Name and description of a job. */
  public record JobMetadata(Bytes name, @org.jspecify.annotations.Nullable Bytes description) {
    /** Fields in order. */
    public static final Codec<JobMetadata> CODEC =
        Codecs.struct("tangle_primitives::services::jobs::JobMetadata",
            Fields.of(JobMetadata::new,
                field("name", JobMetadata::name, ServiceMetadata.TEXT,
                    "BoundedString<C::MaxMetadataLength>"),
                field("description", JobMetadata::description, ServiceMetadata.OPTIONAL_TEXT,
                    "Option<BoundedString<C::MaxMetadataLength>>")),
            Shape.skipped("C"));
  }
}
