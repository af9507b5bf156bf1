package io.fairlead.cli.twin;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.StopSignal;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.feed.FeedStatus;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin run}: follows a chain until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Follow a chain until stopped: SIGTERM exits 0, Ctrl-C 130. Every block is proved"
            + " before it is kept; after a kill it goes on where it was.",
        "With several nodes, two must name the same block final before it is taken."},
    footer = {"", "Examples:",
        "  fairlead twin run --url ws://127.0.0.1:9944 --data twin --from genesis",
        "  fairlead twin run --url wss://a.example --url wss://b.example --data twin --from now"})
final class RunTwin implements Callable<Integer> {
  private static final int API_PORT = 9_955;
  private static final Duration LOOK = Duration.ofSeconds(1);

  @Option(names = "--url", paramLabel = "URL", required = true,
      description = "A node of the chain, ws:// or wss://; repeat for several.") private List<String> urls =
          List.of();

  @Option(names = "--data", paramLabel = "DIR", required = true,
      description = "Folder of everything that is kept; one that exists is continued.") private Path data =
          Path.of("twin");

  @Option(names = "--from", paramLabel = "genesis|BLOCK|now",
      description = {"With which block a new history begins (default: now).",
          "Given as now for one that exists: blocks whose states no node has any more are left"
              + " out, and stated as a hole."}) private @Nullable String from;

  @Option(names = "--dev",
      description = "The chain may go back: follow it with a new generation.") private boolean isDev;

  @Option(names = "--quorum", paramLabel = "K",
      description = "Nodes that must name the same final block (default: 2 of several).") private @Nullable Integer quorum;

  @Option(names = "--api", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:9955",
      description = "Where the API listens; port 0: a free one (default: 127.0.0.1:9955).") private String api =
          "127.0.0.1:" + API_PORT;

  @Mixin private TablesOption tables = new TablesOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LogLines.show(false);
    TwinConfig config;
    try {
      config = config();
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage(String.valueOf(wrong.getMessage()));
    }
    try (Twin twin = Twin.start(config)) {
      return follow(twin, spec.commandLine().getOut());
    } catch (Unusable reason) {
      throw Failure.usage(String.valueOf(reason.getMessage()));
    }
  }

  private TwinConfig config() {
    String host = api.substring(0, Math.max(0, api.lastIndexOf(':')));
    String port = api.substring(api.lastIndexOf(':') + 1);
    if (host.isEmpty() || !port.matches("[0-9]{1,5}")) {
      throw Failure.usage("--api: expected HOST:PORT, found " + api);
    }
    TwinConfig config = tables
        .in(TwinConfig.of(urls.stream().map(URI::create).toList(), data, from()))
        .withDev(isDev).withApi(host, Integer.parseInt(port));
    return quorum == null ? config : config.withQuorum(quorum);
  }

  private From from() {
    if (from == null) {
      return new From.Now();
    }
    try {
      return from.equals("now") ? new From.NowOrHole() : From.parse(from);
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage("--from: " + wrong.getMessage());
    }
  }

  /** Prints a line whenever the head has moved or the state has changed, until told to stop. */
  private static int follow(Twin twin, PrintWriter out) {
    CompletableFuture<Integer> stop = StopSignal.first();
    FeedStatus last = null;
    out.println("api " + twin.api());
    while (true) {
      FeedStatus now = twin.status().join();
      if (last == null || now.head() != last.head() || now.state() != last.state()) {
        out.printf("head %d of %d  %s  %d proved, %d changes, %d unpredicted%s%n", now.head(),
            now.target(), now.state(), now.proved(), now.changes(), now.unpredicted(),
            now.message().isEmpty() ? "" : "  " + now.message());
        out.flush();
        last = now;
      }
      Optional<Integer> stopped = StopSignal.within(stop, LOOK);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
  }
}
