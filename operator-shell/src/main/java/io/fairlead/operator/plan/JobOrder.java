package io.fairlead.operator.plan;

import io.fairlead.services.wire.Field;
import java.util.List;

/**
 * A job call that this operator has to answer.
 *
 * @param key of the call
 * @param blueprint of the service, u64
 * @param job index of the job in the blueprint, u8
 * @param args of the call, which the chain has type-checked
 */
public record JobOrder(CallKey key, long blueprint, int job, List<Field> args) {

  public JobOrder {
    args = List.copyOf(args);
  }
}
