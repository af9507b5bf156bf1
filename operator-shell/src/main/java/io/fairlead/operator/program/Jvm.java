package io.fairlead.operator.program;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of a program's JVM. */
final class Jvm {
  /** Largest file that a program may write: 64 MiB. */
  private static final long FILE_BYTES_MAX = 64L << 20;
  /** Processor seconds per second of the time limit: what a few threads can use. */
  private static final int PROCESSORS = 4;

  private Jvm() {}

  /**
   * Limits that hold even when nobody is left to kill the program. Not on address space, which a
   * JVM reserves freely, nor on processes, which count over all of a user's.
   */
  static List<String> limited(@Nullable Path prlimit, ProgramLimits limits) {
    long seconds = (limits.time().toMillis() + 999) / 1000 * PROCESSORS;
    return prlimit == null ? List.of()
        : List.of(prlimit.toString(), "--core=0", "--cpu=" + seconds,
            "--fsize=" + FILE_BYTES_MAX, "--");
  }

  /** Java with a bounded heap; its own complaints go to standard error. */
  static List<String> java(Path jdk, ProgramLimits limits) {
    return List.of(jdk.resolve("bin/java").toString(), "-Xmx" + limits.memoryMebibytes() + "m",
        "-XX:MaxDirectMemorySize=16m", "-XX:MaxMetaspaceSize=128m", "-XX:+UseSerialGC",
        "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable",
        "-Xlog:all=error:stderr");
  }
}
