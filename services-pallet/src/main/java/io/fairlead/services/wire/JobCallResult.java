package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * The newest result of a job call ({@code tangle_primitives::services::jobs::JobCallResult}).
 *
 * @param serviceId of the service called
 * @param callId of the call
 * @param result for the job's result types
 */
public record JobCallResult(long serviceId, long callId, List<Field> result) {
  public JobCallResult {
    result = List.copyOf(result);
  }

  /** Fields in order. */
  public static final Codec<JobCallResult> CODEC =
      Codecs.struct("tangle_primitives::services::jobs::JobCallResult",
          Fields.of(JobCallResult::new,
              field("service_id", JobCallResult::serviceId, Codecs.U64, "u64"),
              field("call_id", JobCallResult::callId, Codecs.U64, "u64"), field("result",
                  JobCallResult::result, Field.BOUNDED_LIST,
                  "BoundedVec<Field<C, AccountId>, C::MaxFields>")),
          Shape.skipped("C"), Shape.param("AccountId", AccountId.CODEC.shape()));
}
