package io.fairlead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/**
 * A suite that cannot run on this machine: skipped and named in the last lines of the build, or
 * failed when the build demands it ({@code -Dclients=required}, {@code -Dsandbox=required}).
 */
public final class Skipped {

  /** The folder in which the build collects what was skipped; set by the build. */
  static final String FOLDER = "fairlead.skipped";

  private Skipped() {}

  /** What a suite needs of the machine. */
  public enum Need {
    /** Node.js 20 or newer and a package registry, for the suites that run foreign clients. */
    CLIENTS,
    /** A working bubblewrap, found by a probe run, for the suites that run sandboxed programs. */
    SANDBOX,
    /** A PostgreSQL server to start. */
    POSTGRES,
    /** A Chromium to open a page with. */
    CHROMIUM;

    /** The system property that demands it when its value is {@code required}. */
    String property() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
      return "required".equals(System.getProperty(property()));
    }
  }

  /**
   * Skips the running test or, called before all tests of a class, the whole class. Never returns.
   *
   * @param suite a short name for the last lines of the build
   * @param reason what is missing, and how to get it
   * @throws TestAbortedException unless the need is required
   * @throws AssertionError when it is
   */
  public static void suite(Need need, String suite, String reason) {
    if (need.isRequired()) {
      throw new AssertionError(
          suite + " cannot run: " + reason + " (-D" + need.property() + "=required)");
    }
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      note(Path.of(folder), need, suite, reason);
    }
    throw new TestAbortedException(suite + ": " + reason);
  }

  /** One file a suite: two runs of the same suite leave one. */
  private static void note(Path folder, Need need, String suite, String reason) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(suite.replaceAll("[^A-Za-z0-9.-]+", "-")),
          need + "\n" + suite + "\n" + reason.replace('\n', ' ') + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
