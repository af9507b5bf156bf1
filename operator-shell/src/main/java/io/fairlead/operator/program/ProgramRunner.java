package io.fairlead.operator.program;

import io.fairlead.operator.plan.WantedProgram;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.scale.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs programs as child processes, a few at a time, the others wait. This is where the shell meets
 * blocking input and output: it has threads of its own.
 */
public final class ProgramRunner implements Programs, AutoCloseable {
  /** How much of a program's standard error is kept for the log. */
  private static final int COMPLAINT_BYTES = 2_000;
  /** How long pipes may stay open when the process has gone. */
  private static final Duration PIPE_GRACE = Duration.ofSeconds(2);

  private final ProgramStore store;
  private final Sandbox sandbox;
  private final ProgramLimits limits;
  private final ExecutorService runs;
  private final ExecutorService pipes = Executors.newCachedThreadPool(daemons("pipe"));
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isStopping;

  /**
   * A runner.
   *
   * @param concurrency how many programs run at once, 1 or more
   */
  public ProgramRunner(ProgramStore store, Sandbox sandbox, ProgramLimits limits,
      int concurrency) {
    this.store = store;
    this.sandbox = sandbox;
    this.limits = limits;
    this.runs = Executors.newFixedThreadPool(concurrency, daemons("job"));
  }

  private static ThreadFactory daemons(String name) {
    var count = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public CompletionStage<RunOutcome> run(List<WantedProgram> wanted, List<Field> args) {
    if (isStopping) {
      return CompletableFuture.completedFuture(new RunOutcome.Stopped());
    }
    return CompletableFuture.supplyAsync(() -> runNow(wanted, args), runs)
        .exceptionally(failure -> isStopping ? new RunOutcome.Stopped()
            : new RunOutcome.NotStarted(String.valueOf(failure)));
  }

  private RunOutcome runNow(List<WantedProgram> wanted, List<Field> args) {
    if (isStopping) {
      return new RunOutcome.Stopped();
    }
    try {
      return switch (store.find(wanted)) {
        case ProgramStore.Found.Nothing(RunOutcome why) -> why;
        case ProgramStore.Found.Here(Path file) -> start(file, Field.LIST.encode(args));
      };
    } catch (IOException e) {
      return new RunOutcome.NotStarted(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RunOutcome.Stopped();
    }
  }

  private RunOutcome start(Path file, byte[] input) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(sandbox.command(file, limits));
    builder.environment().clear();
    long began = System.nanoTime();
    Process process = builder.start();
    running.add(process);
    try {
      return supervise(process, input, began);
    } finally {
      running.remove(process);
      if (process.isAlive()) {
        kill(process);
      }
    }
  }

  private RunOutcome supervise(Process process, byte[] input, long began)
      throws InterruptedException {
    var flooded = new CompletableFuture<Boolean>();
    var output = CompletableFuture.supplyAsync(() -> {
      byte[] read = head(process.getInputStream(), limits.outputBytes() + 1);
      if (read.length > limits.outputBytes()) {
        flooded.complete(true);
        kill(process);
      }
      return read;
    }, pipes);
    var complaint = CompletableFuture.supplyAsync(() -> tail(process.getErrorStream()), pipes);
    var unused = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), input), pipes);
    boolean isOver = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    var took = Duration.ofNanos(System.nanoTime() - began);
    if (isStopping && (!isOver || process.exitValue() != 0)) {
      return new RunOutcome.Stopped();
    }
    if (flooded.getNow(false)) {
      return new RunOutcome.Flooded(limits.outputBytes());
    }
    if (!isOver) {
      return new RunOutcome.TimedOut(limits.time());
    }
    if (process.exitValue() != 0) {
      return new RunOutcome.Exited(process.exitValue(), await(complaint, ""));
    }
    byte[] bytes = await(output, new byte[0]);
    return bytes.length > limits.outputBytes() ? new RunOutcome.Flooded(limits.outputBytes())
        : read(bytes, took);
  }

  private static RunOutcome read(byte[] output, Duration took) {
    return switch (Field.LIST.decode(output)) {
      case Decoded.Value<List<Field>>(List<Field> fields) ->
          new RunOutcome.Answered(fields, took);
      case Decoded.Malformed<List<Field>> bad -> new RunOutcome.Unreadable(bad.message());
    };
  }

  /**
   * What a pipe gave; {@code otherwise} when somebody keeps it open though the program has ended.
   */
  private static <T> T await(CompletableFuture<T> pipe, T otherwise)
      throws InterruptedException {
    try {
      return pipe.get(PIPE_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return otherwise;
    }
  }

  private static byte[] head(InputStream in, int most) {
    try {
      return in.readNBytes(most);
    } catch (IOException closed) {
      return new byte[0];
    }
  }

  private static String tail(InputStream in) {
    var buffer = new byte[8_192];
    String kept = "";
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        kept += new String(buffer, 0, n, StandardCharsets.UTF_8);
        kept = kept.substring(Math.max(0, kept.length() - COMPLAINT_BYTES));
      }
    } catch (IOException closed) {
      // the process was killed: what came before is what we have
    }
    return kept.strip().replace("\n", " | ");
  }

  private static void feed(OutputStream out, byte[] input) {
    try (out) {
      out.write(input);
    } catch (IOException closed) {
      // a program may end without reading all of its input
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /**
   * Begins no further run and waits for those that run.
   *
   * @return whether all ended within {@code most}; the others were killed
   */
  public boolean drain(Duration most) {
    isStopping = true;
    runs.shutdown();
    boolean ended = false;
    try {
      ended = runs.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    return ended;
  }

  /** Kills what runs. */
  @Override
  public void close() {
    isStopping = true;
    running.forEach(ProgramRunner::kill);
    runs.shutdownNow();
    pipes.shutdownNow();
  }
}
