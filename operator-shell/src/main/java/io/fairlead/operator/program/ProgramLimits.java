package io.fairlead.operator.program;

import java.time.Duration;

/**
 * What one run of a program may use.
 *
 * @param time from start to exit
 * @param memoryMebibytes of heap, 8 to 65,536
 * @param outputBytes on standard output, 1 to 64 MiB
 */
public record ProgramLimits(Duration time, int memoryMebibytes, int outputBytes) {
  /** Longest output that may be configured: 64 MiB. */
  public static final int OUTPUT_BYTES_MAX = 64 << 20;

  public ProgramLimits {
    if (time.isNegative() || time.isZero() || memoryMebibytes < 8 || memoryMebibytes > 65_536
        || outputBytes < 1 || outputBytes > OUTPUT_BYTES_MAX) {
      throw new IllegalArgumentException("limits of " + time + ", " + memoryMebibytes + " MiB, "
          + outputBytes + " bytes");
    }
  }
}
