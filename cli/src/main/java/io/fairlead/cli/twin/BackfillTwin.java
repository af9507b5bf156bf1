package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin backfill}. */
@Command(name = "backfill", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Have a running twin make its history anew from an older block, as a new generation. The"
            + " present one answers until it has caught up. A node must have the old states: an"
            + " archive.",
        "A build that is cut off is gone on with when the twin starts again."},
    footer = {"", "Example:", "  fairlead twin backfill --from genesis --data twin"})
final class BackfillTwin implements Callable<Integer> {
  @Mixin private BeginGeneration begin = new BeginGeneration();

  @Option(names = "--from", paramLabel = "genesis|BLOCK", required = true,
      description = "With which block the new history begins.") private String from = "genesis";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return begin.run(JsonNodeFactory.instance.objectNode().put("from", from),
        spec.commandLine().getOut());
  }
}
