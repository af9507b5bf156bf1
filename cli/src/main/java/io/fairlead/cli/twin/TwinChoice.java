package io.fairlead.cli.twin;

import io.fairlead.cli.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --twin}: the twin that answers instead of a node. */
public final class TwinChoice {
  @Option(names = "--twin", paramLabel = "URL",
      description = "Ask this twin, which knows the history: the address that"
          + " fairlead twin run prints as api.") private @Nullable String twin;

  /** The twin, if one is named. */
  public Optional<TwinApi> named() {
    return Optional.ofNullable(twin).map(TwinApi::new);
  }

  /** The twin; without one it is wrong usage, as no node can answer. */
  public TwinApi needed() {
    return named().orElseThrow(() -> Failure.usage("a node keeps no history, only a twin can answer"
        + " this: name one with --twin URL; start one with fairlead twin run"));
  }
}
