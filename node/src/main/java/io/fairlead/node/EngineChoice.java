package io.fairlead.node;

import io.fairlead.node.rpc.NodeNames;
import io.fairlead.runtime.Profile;
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
   * @param profile name of a profile; null: the stored one, or the testnet
   */
  static Choice tangle(@Nullable String wanted, @Nullable String profile,
      List<String> settings) {
    String born = settings.stream().filter(it -> it.startsWith(Profile.SETTING))
        .map(it -> it.substring(Profile.SETTING.length())).findFirst()
        .orElse(settings.isEmpty() && profile != null ? profile
            : Profile.TANGLE_TESTNET.name());
    Profile runtime = Profile.named(born).orElse(null);
    if (runtime == null) {
      return new Impossible("there is no profile " + born + ", expected one of "
          + String.join(", ", Profile.ALL.stream().map(Profile::name).toList()));
    }
    if (profile != null && !profile.equals(born)) {
      return new Impossible("the chain was begun with the profile " + born + " and keeps it; asked"
          + " for was " + profile
          + ". Leave --profile away or name another folder with --base-path");
    }
    return tangle(wanted, runtime, rulesOf(settings));
  }

  /** {@code names} with what clients must know of the profile that a chain was begun with. */
  static NodeNames names(NodeNames names, List<String> settings) {
    if (settings.stream().noneMatch(it -> it.startsWith(Profile.SETTING))) {
      return names;
    }
    Profile profile = settings.stream().filter(it -> it.startsWith(Profile.SETTING)).findFirst()
        .flatMap(it -> Profile.named(it.substring(Profile.SETTING.length()))).orElseThrow();
    return new NodeNames(names.chain(), names.name(), names.version(), profile.ss58Prefix(),
        profile.decimals(), profile.token());
  }

  private static List<String> rulesOf(List<String> settings) {
    return settings.stream().filter(it -> !it.startsWith(Profile.SETTING)).toList();
  }

  private static Choice tangle(@Nullable String wanted, Profile profile, List<String> stored) {
    String text = wanted != null ? wanted
        : stored.isEmpty() ? "repaired" : String.join(",", stored);
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules rules) when !stored.isEmpty()
          && !rules.settings().equals(stored) ->
          new Impossible("the chain was begun under the rules " + brief(stored) + " and keeps them;"
              + " asked for were " + rules + ". Leave --rules away or name another folder with"
              + " --base-path");
      case Rules.Parsed.Good(Rules rules) -> new Chosen(TangleEngines.dev(profile, rules));
      case Rules.Parsed.Bad(String message) -> new Impossible(message);
    };
  }

  /** The shortest text that {@code --rules} reads as {@code stored}. */
  static String brief(List<String> stored) {
    String text = String.join(",", rulesOf(stored));
    return Rules.parse(text) instanceof Rules.Parsed.Good(Rules rules) ? rules.toString() : text;
  }
}
