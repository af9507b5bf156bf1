package io.fairlead.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the chain as deployed differs from what its documents promise: one switch each, described in
 * {@code docs/rules.md}. Rules never change metadata. A chain keeps the rules it was born with.
 */
public record Rules(SlashRules slashing, ServiceRules services, RewardRules rewards) {
  /** Bug for bug what runs on chain. */
  public static final Rules DEPLOYED =
      new Rules(SlashRules.DEPLOYED, ServiceRules.DEPLOYED, RewardRules.DEPLOYED);

  /** Each flaw mended in the smallest way; the default of nodes and simulations. */
  public static final Rules REPAIRED =
      new Rules(SlashRules.REPAIRED, ServiceRules.REPAIRED, RewardRules.REPAIRED);

  static final List<RuleSwitch<Rules, ?>> SWITCHES = switches();

  private static List<RuleSwitch<Rules, ?>> switches() {
    var all = new ArrayList<RuleSwitch<Rules, ?>>();
    SlashRules.SWITCHES.forEach(it -> all.add(it.in(rules -> rules.slashing,
        (rules, group) -> new Rules(group, rules.services, rules.rewards))));
    ServiceRules.SWITCHES.forEach(it -> all.add(it.in(rules -> rules.services,
        (rules, group) -> new Rules(rules.slashing, group, rules.rewards))));
    RewardRules.SWITCHES.forEach(it -> all.add(it.in(rules -> rules.rewards,
        (rules, group) -> new Rules(rules.slashing, rules.services, group))));
    return List.copyOf(all);
  }

  /** What came of reading rules. */
  public sealed interface Parsed {
    /** Good rules. */
    record Good(Rules rules) implements Parsed {}

    /** No rules: what is wrong and what is possible, one line. */
    record Bad(String message) implements Parsed {}
  }

  /** A row of {@code rules list}: a switch, its value under each preset, its values, in words. */
  public record Row(String name, String deployed, String repaired, List<String> values,
      String explanation) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * Reads a preset and changes to it, comma-separated: {@code repaired,slashing.order=deployed}. A
   * value is its own name ({@code slashing.taking=as-written}) or that of the preset to take it
   * from. Without a preset in front the changes are to {@code repaired}.
   */
  public static Parsed parse(String text) {
    Rules rules = REPAIRED;
    boolean first = true;
    for (String part : text.split(",", -1)) {
      String word = part.strip();
      Parsed parsed = word.contains("=") ? change(rules, word) : preset(word, first);
      if (!(parsed instanceof Parsed.Good(Rules next))) {
        return parsed;
      }
      rules = next;
      first = false;
    }
    return new Parsed.Good(rules);
  }

  private static Parsed preset(String word, boolean first) {
    if (!first) {
      return new Parsed.Bad(
          "rules: '" + word + "' is no change; expected SWITCH=VALUE, switches are "
              + names());
    }
    return switch (word) {
      case "deployed" -> new Parsed.Good(DEPLOYED);
      case "repaired" -> new Parsed.Good(REPAIRED);
      default -> new Parsed.Bad("rules: no preset '" + word + "'; presets are deployed, repaired");
    };
  }

  private static Parsed change(Rules rules, String setting) {
    int equals = setting.indexOf('=');
    String name = setting.substring(0, equals);
    String word = setting.substring(equals + 1);
    for (var it : SWITCHES) {
      if (it.name().equals(name)) {
        return switch (word) {
          case "deployed" -> new Parsed.Good(it.copied(rules, DEPLOYED));
          case "repaired" -> new Parsed.Good(it.copied(rules, REPAIRED));
          default -> it.spelled(rules, word).<Parsed>map(Parsed.Good::new)
              .orElseGet(() -> new Parsed.Bad("rules: " + name + " has no value '" + word
                  + "'; values are " + String.join(", ", it.words()) + ", deployed, repaired"));
        };
      }
    }
    return new Parsed.Bad("rules: no switch '" + name + "'; switches are " + names());
  }

  private static String names() {
    return SWITCHES.stream().map(RuleSwitch::name).collect(Collectors.joining(", "));
  }

  /** {@code switch=value} of every switch, in the order of the documentation. */
  public List<String> settings() {
    return SWITCHES.stream().map(it -> it.settingIn(this)).toList();
  }

  /** The table of all switches. */
  public static List<Row> table() {
    return SWITCHES.stream().map(it -> new Row(it.name(), it.valueIn(DEPLOYED),
        it.valueIn(REPAIRED), it.words(), it.explanation())).toList();
  }

  /** The shortest text from which {@link #parse} makes these rules. */
  @Override
  public String toString() {
    if (equals(DEPLOYED)) {
      return "deployed";
    }
    return Stream.concat(Stream.of("repaired"),
        SWITCHES.stream().filter(it -> !it.valueIn(this).equals(it.valueIn(REPAIRED)))
            .map(it -> it.settingIn(this)))
        .collect(Collectors.joining(","));
  }
}
