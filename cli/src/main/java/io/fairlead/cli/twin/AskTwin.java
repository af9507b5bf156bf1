package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only a twin can answer. */
public abstract class AskTwin implements Callable<Integer> {
  @Mixin private TwinChoice twin = new TwinChoice();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Asks, and gives the envelope. */
  protected abstract JsonNode ask(TwinApi api);

  /** What people read of {@code data}. */
  protected abstract List<String> text(JsonNode data);

  @Override
  public Integer call() {
    tell(spec.commandLine().getOut(), output, ask(twin.needed()), this::text);
    return ExitCode.DONE;
  }

  /** What people read of an answer. */
  @FunctionalInterface
  public interface Text {
    /** Its lines, under the first, which says at which block they are true. */
    List<String> of(JsonNode data);
  }

  /** Prints an answer: the whole envelope as JSON, or at which block it is true and its text. */
  public static void tell(PrintWriter out, OutputOptions output, JsonNode envelope, Text text) {
    if (output.isJson()) {
      out.println(envelope.toPrettyString());
      return;
    }
    out.println(TwinApi.asOf(envelope));
    text.of(envelope.path("data")).forEach(out::println);
  }
}
