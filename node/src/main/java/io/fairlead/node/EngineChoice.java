package io.fairlead.node;

import io.fairlead.runtime.Rules;
import io.fairlead.runtime.TangleEngines;
import io.fairlead.runtime.engine.Engines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which runtime a node runs. The one place that names ours; all others see its engines. */
@FunctionalInterface
interface EngineChoice {
  /** The runtime of a chain that was begun under {@code stored} rules; empty: of a new one. */
  Choice of(List<String> stored);

  /** What was chosen. */
  sealed interface Choice {}

  /** Engines. */
  record Chosen(Engines engines) implements Choice {}

  /** Nothing; the reason is for the user. */
  record Impossible(String reason) implements Choice {}

  /**
   * Our typed pallets.
   *
   * @param wanted rules as {@code --rules} takes them; null: the stored ones, or the default
   */
  static Choice tangle(@Nullable String wanted, List<String> stored) {
    String text = wanted != null ? wanted
        : stored.isEmpty() ? "repaired" : String.join(",", stored);
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules rules) when !stored.isEmpty()
          && !rules.settings().equals(stored) ->
          new Impossible("the chain was begun under the rules " + brief(stored) + " and keeps them;"
              + " asked for were " + rules + ". Leave --rules away or name another folder with"
              + " --base-path");
      case Rules.Parsed.Good(Rules rules) -> new Chosen(TangleEngines.dev(rules));
      case Rules.Parsed.Bad(String message) -> new Impossible(message);
    };
  }

  /** The shortest text that {@code --rules} reads as {@code stored}. */
  static String brief(List<String> stored) {
    String text = String.join(",", stored);
    return Rules.parse(text) instanceof Rules.Parsed.Good(Rules rules) ? rules.toString() : text;
  }
}
