package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A job call as stored ({@code tangle_primitives::services::jobs::JobCall}).
 *
 * @param serviceId of the service called
 * @param job index of the job, u8
 * @param args for its parameters
 */
public record JobCall(long serviceId, int job, List<Field> args) {
  public JobCall {
    args = List.copyOf(args);
  }

  /** Fields in order. */
  public static final Codec<JobCall> CODEC =
      Codecs.struct("tangle_primitives::services::jobs::JobCall",
          Fields.of(JobCall::new, field("service_id", JobCall::serviceId, Codecs.U64, "u64"),
              field("job", JobCall::job, Codecs.U8, "u8"), field("args", JobCall::args,
                  Field.BOUNDED_LIST, "BoundedVec<Field<C, AccountId>, C::MaxFields>")),
          Shape.skipped("C"), Shape.param("AccountId", AccountId.CODEC.shape()));
}
