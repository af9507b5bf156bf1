package io.fairlead.operator.plan;

/**
 * Names a job call: calls are numbered over all services, storage keeps them under their service.
 *
 * @param service number of the service, u64
 * @param call number of the call, u64
 */
public record CallKey(long service, long call) implements Comparable<CallKey> {

  /** By number of the call, unsigned: the order in which calls were made. */
  @Override
  public int compareTo(CallKey other) {
    int order = Long.compareUnsigned(call, other.call);
    return order != 0 ? order : Long.compareUnsigned(service, other.service);
  }

  /** {@code service/call}, both unsigned. */
  @Override
  public String toString() {
    return Long.toUnsignedString(service) + "/" + Long.toUnsignedString(call);
  }
}
