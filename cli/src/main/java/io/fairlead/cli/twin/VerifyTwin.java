package io.fairlead.cli.twin;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.audit.Difference;
import io.fairlead.twin.audit.Verification;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Compare everything in a data folder: entities with the replica, the replica with"
            + " the chain's state root at the head of the log. No twin may run on the folder.",
        "Exit 6 when anything differs."},
    footer = {"", "Example:",
        "  fairlead twin verify --full --data twin --url ws://127.0.0.1:9944"})
final class VerifyTwin implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Option(names = "--data", paramLabel = "DIR", required = true,
      description = "The twin's folder.") private Path data = Path.of("twin");

  @Option(names = "--url", paramLabel = "URL", required = true,
      description = "A node of the chain; repeat for several.") private List<String> urls =
          List.of();

  @Option(names = "--full",
      description = "Compare every row of the tables with the entities as well.") private boolean isFull;

  @Mixin private TablesOption tables = new TablesOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!Files.exists(data.resolve("chain"))) {
      throw Failure.usage("--data: " + data + " is no folder of a twin");
    }
    try (Twin twin = Twin.start(tables
        .in(TwinConfig.of(urls.stream().map(URI::create).toList(), data, new From.Now())))) {
      return report(twin.verify(isFull), spec.commandLine().getOut());
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage(String.valueOf(wrong.getMessage()));
    } catch (Unusable reason) {
      throw Failure.usage(String.valueOf(reason.getMessage()));
    }
  }

  private static int report(Verification found, PrintWriter out) {
    out.printf("block %d: %d entities compared with the replica%n", found.block(),
        found.entities());
    out.println("the replica and the chain's state root: " + found.chain());
    if (found.rows() > 0) {
      out.printf("%d rows and lists of the tables compared with the entities%n", found.rows());
    }
    found.differences().stream().limit(SHOWN).map(Difference::text).forEach(out::println);
    if (found.differences().size() > SHOWN) {
      out.printf("… and %d more%n", found.differences().size() - SHOWN);
    }
    out.printf("%d blocks proved, %d differences%n", found.proved(), found.differences().size());
    boolean isGood = found.differences().isEmpty() && found.proved() == found.blocks();
    return isGood ? ExitCode.DONE : ExitCode.INVARIANT_BROKEN;
  }
}
