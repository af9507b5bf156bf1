package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin rewind}. */
@Command(name = "rewind", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Have a running twin forget the blocks after one, as a new generation that has the log up to"
            + " it and follows the nodes from there. The old one keeps them on disk.",
        "For a chain whose final blocks were abandoned (state FINALITY_BROKEN); with --dev twin run"
            + " does it by itself."},
    footer = {"", "Example:", "  fairlead twin rewind --to 5318960 --data twin"})
final class RewindTwin implements Callable<Integer> {
  @Mixin private BeginGeneration begin = new BeginGeneration();

  @Option(names = "--to", paramLabel = "BLOCK", required = true,
      description = "The last block that is kept.") private long to;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return begin.run(JsonNodeFactory.instance.objectNode().put("to", to),
        spec.commandLine().getOut());
  }
}
