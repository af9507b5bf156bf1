package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.twin.TwinText.Column;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fairlead twin generations}. */
@Command(name = "generations", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the builds of the entities that a running twin has, and which of them answers.",
    footer = {"", "Example:", "  fairlead twin generations --twin http://127.0.0.1:9955"})
final class TwinGenerations implements Callable<Integer> {
  @Mixin private TwinOptions twin = new TwinOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    AskTwin.tell(spec.commandLine().getOut(), output, twin.get("/v1/generations"),
        TwinGenerations::text);
    return ExitCode.DONE;
  }

  private static List<String> text(JsonNode data) {
    JsonNode page = ((ObjectNode) data).set("items",
        data.path("generations"));
    return TwinText.page(page, "no generation",
        List.of(Column.of("GENERATION", "number"), Column.of("SINCE BLOCK", "since"),
            Column.of("AT BLOCK", "block"), Column.of("STATE", "state"),
            Column.of("BEGAN", "plan")));
  }
}
