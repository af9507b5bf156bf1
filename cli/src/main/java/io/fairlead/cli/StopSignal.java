package io.fairlead.cli;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns the first SIGTERM, SIGHUP or Ctrl-C into a value, so that a command can end in order and with
 * the right code; a second one ends the process at once. Without this the JVM would exit with 143.
 */
public final class StopSignal {
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("TERM", ExitCode.DONE, "HUP", ExitCode.DONE, "INT", ExitCode.INTERRUPTED);

  private StopSignal() {}

  /**
   * Completes with the exit code at the first signal. Where the JVM has no signals it never does, and
   * the process ends as the JVM likes.
   */
  public static CompletableFuture<Integer> first() {
    var first = new CompletableFuture<Integer>();
    EXIT_CODES.forEach((name, code) -> handle(name, () -> {
      if (!first.complete(code)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
      }
    }));
    return first;
  }

  /** Waits for the signal, so long at most; empty: none came. */
  public static Optional<Integer> within(CompletableFuture<Integer> signal, Duration time) {
    try {
      return Optional.of(signal.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException none) {
      return Optional.empty();
    } catch (InterruptedException | ExecutionException ended) {
      return Optional.of(ExitCode.BUG);
    }
  }

  /** By reflection: the compiler refuses the class by its name, though every JDK exports it. */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy = Proxy.newProxyInstance(StopSignal.class.getClassLoader(),
          new Class<?>[] {handler}, (self, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
              action.run();
              yield null;
            }
            case "equals" -> arguments.length == 1 && self.equals(arguments[0]);
            case "hashCode" -> System.identityHashCode(self);
            default -> "stop on " + name;
          });
      signal.getMethod("handle", signal, handler).invoke(null,
          signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
      // this platform has no such signal: nothing to wait for
      return;
    }
  }
}
