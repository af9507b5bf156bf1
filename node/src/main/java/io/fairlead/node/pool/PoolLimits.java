package io.fairlead.node.pool;

/**
 * Limits of a pool; the defaults are Substrate's.
 *
 * @param readyMax transactions that can be included
 * @param readyBytesMax their bytes
 * @param futureMax transactions that wait for others
 * @param futureBytesMax their bytes
 * @param banMillis how long an invalid or included one is not taken again
 */
public record PoolLimits(int readyMax, long readyBytesMax, int futureMax, long futureBytesMax,
    long banMillis) {
  /** {@code --pool-limit 8192 --pool-kbytes 20480}, a tenth of it for the future. */
  public static final PoolLimits DEFAULT =
      new PoolLimits(8_192, 20_480L * 1_024, 819, 2_048L * 1_024, 30 * 60 * 1_000);

  public PoolLimits {
    if (readyMax < 1 || readyBytesMax < 1 || futureMax < 1 || futureBytesMax < 1
        || banMillis < 0) {
      throw new IllegalArgumentException("a pool limit is not positive");
    }
  }
}
