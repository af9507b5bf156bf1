package io.fairlead.operator.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by a run whether programs can be sandboxed here: containers often have bubblewrap and
 * forbid the name spaces that it needs.
 */
public final class SandboxProbe {
  private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin");
  private static final ProgramLimits LIMITS =
      new ProgramLimits(Duration.ofSeconds(20), 64, 1 << 20);

  private SandboxProbe() {}

  /** What the probe found. */
  public sealed interface Result {
    /** Programs run in it. */
    record Works(Sandbox.Bubblewrap sandbox) implements Result {}

    /** No sandbox, and why. */
    record Fails(String reason) implements Result {}
  }

  /** Tries to run the JDK at {@code jdk} under bubblewrap; takes about half a second. */
  public static Result probe(Path jdk) {
    Path bwrap = executable("bwrap");
    if (bwrap == null) {
      return new Result.Fails(
          "bubblewrap is not installed (Debian, Ubuntu: apt-get install bubblewrap)");
    }
    try {
      Path home = jdk.toRealPath();
      var sandbox = new Sandbox.Bubblewrap(bwrap, executable("prlimit"), home, binds(home));
      return run(sandbox);
    } catch (IOException e) {
      return new Result.Fails("bubblewrap cannot be run: " + e.getMessage());
    }
  }

  /** The plain child, for want of a sandbox. */
  public static Sandbox plain(Path jdk, String reason) {
    return new Sandbox.PlainChild(executable("prlimit"), jdk, reason);
  }

  /** Security settings make Java read the files that Debian keeps in /etc. */
  private static Result run(Sandbox.Bubblewrap sandbox) throws IOException {
    List<String> command =
        sandbox.java(List.of("-XshowSettings:security", "-version"), null, LIMITS);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    Path output = Files.createTempFile("fairlead-probe", ".txt");
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMITS.time().toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result.Fails("bubblewrap did not end within " + LIMITS.time().toSeconds()
            + " s");
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        return new Result.Fails("a trial run under bubblewrap exited with " + process.exitValue()
            + ": " + said.lines().findFirst().orElse("no word why"));
      }
      return new Result.Works(sandbox);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result.Fails("interrupted");
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static @Nullable Path executable(String name) {
    for (String folder : FOLDERS) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  /** Arguments that show the system's libraries, the JDK and what the JDK's links point to. */
  static List<String> binds(Path jdk) throws IOException {
    var binds = new ArrayList<String>(List.of("--ro-bind", "/usr", "/usr"));
    for (String name : List.of("/lib", "/lib64", "/bin")) {
      Path path = Path.of(name);
      if (Files.isSymbolicLink(path)) {
        binds.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), name));
      } else if (Files.isDirectory(path)) {
        binds.addAll(List.of("--ro-bind", name, name));
      }
    }
    binds.addAll(List.of("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"));
    if (!jdk.startsWith("/usr")) {
      binds.addAll(List.of("--ro-bind", jdk.toString(), jdk.toString()));
    }
    linkTargets(jdk).forEach(
        (target, file) -> binds.addAll(List.of("--ro-bind", file.toString(), target.toString())));
    return List.copyOf(binds);
  }

  /**
   * Where links inside {@code jdk} point to outside it and outside /usr, with the file behind:
   * Debian keeps {@code java.security} and more in /etc, and without them the first MessageDigest
   * dies.
   */
  static Map<Path, Path> linkTargets(Path jdk) throws IOException {
    var targets = new LinkedHashMap<Path, Path>();
    try (Stream<Path> all = Files.walk(jdk)) {
      for (Path link : (Iterable<Path>) all.filter(Files::isSymbolicLink)::iterator) {
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        boolean isShown = target.startsWith(jdk) || target.startsWith("/usr");
        if (!isShown && Files.exists(target)
            && !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
          targets.putIfAbsent(target, target.toRealPath());
        } else if (!isShown && Files.isDirectory(target)) {
          targets.putIfAbsent(target, target.toRealPath());
        }
      }
    }
    return targets;
  }
}
