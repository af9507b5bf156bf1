package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fairlead twin status}. */
@Command(name = "status", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Tell where a running twin stands and what it thinks of its nodes.",
    footer = {"", "Example:", "  fairlead twin status --twin http://127.0.0.1:9955"})
final class TwinStatus implements Callable<Integer> {
  @Mixin private TwinOptions twin = new TwinOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    JsonNode answer = twin.get("/v1/status");
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(answer.toPrettyString());
      return ExitCode.DONE;
    }
    JsonNode data = answer.path("data");
    out.println(TwinApi.asOf(answer));
    out.printf("chain       %s %s%n", data.path("chain").asText(), data.path("genesis").asText());
    out.printf("state       %s%s%n", data.path("state").asText(),
        data.path("message").asText().isEmpty() ? "" : ": " + data.path("message").asText());
    out.printf("history     since block %s%n", data.path("since").asText());
    data.path("holes").forEach(hole -> out.printf("hole        blocks %s to %s are not here%n",
        hole.path("from").asText(), hole.path("to").asText()));
    out.printf("head        %s of %s%n", data.path("head").asText(), data.path("target").asText());
    out.printf("this run    %s blocks proved, %s changes, %s of them unpredicted%n",
        data.path("proved").asText(), data.path("changes").asText(),
        data.path("unpredicted").asText());
    data.path("endpoints").forEach(each -> out.println("node        " + each.asText()));
    return ExitCode.DONE;
  }
}
