package io.fairlead.cli.chain;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command that a node answers from its state, or a twin with the history as well. */
public abstract class StateOrTwinCommand extends StateCommand {
  @Mixin private TwinChoice twin = new TwinChoice();

  /** Path of the twin's answer. */
  protected abstract String path();

  /** What people read of it. */
  protected abstract List<String> text(JsonNode data);

  @Override
  protected final Optional<String> preface(StateView state) {
    return Optional.of(noHistory(state.block()));
  }

  /** The first line where a node answers. */
  public static String noHistory(long block) {
    return "node at block " + block + ", no history (a twin has it: --twin URL)";
  }

  @Override
  public Integer call() {
    Optional<TwinApi> named = twin.named();
    if (named.isEmpty()) {
      return super.call();
    }
    AskTwin.tell(out(), output(), named.get().get(
        new TwinApi.Question(path(), Map.of("at", block().number()))), this::text);
    return ExitCode.DONE;
  }
}
