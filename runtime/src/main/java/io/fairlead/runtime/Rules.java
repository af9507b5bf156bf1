package io.fairlead.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the chain as deployed differs from what its documents promise: one switch each, described in
 * {@code docs/rules.md}. Rules never change metadata. A chain keeps the rules it was born with.
 */
public record Rules(SlashRules slashing, ServiceRules services, RestakeRules restaking,
    RewardRules rewards, CreditRules credits, PoolRules pools) {
  /** All switches, in the order of the documentation. */
  static final List<RuleSwitch<?>> SWITCHES =
      Stream.of(SlashRules.SWITCHES, ServiceRules.SWITCHES, RestakeRules.SWITCHES,
          RewardRules.SWITCHES, CreditRules.SWITCHES, PoolRules.SWITCHES)
          .<RuleSwitch<?>>flatMap(List::stream).toList();

  /** Bug for bug what runs on chain. */
  public static final Rules DEPLOYED = of(RuleSwitch.deployed(SWITCHES));

  /** Each flaw mended in the smallest way; the default of nodes and simulations. */
  public static final Rules REPAIRED = of(RuleSwitch.repaired(SWITCHES));

  private static Rules of(RuleValues values) {
    return new Rules(SlashRules.of(values), ServiceRules.of(values), RestakeRules.of(values),
        RewardRules.of(values), CreditRules.of(values), PoolRules.of(values));
  }

  private List<Enum<?>> values() {
    return Stream.of(slashing.values(), services.values(), restaking.values(), rewards.values(),
        credits.values(), pools.values()).<Enum<?>>flatMap(List::stream).toList();
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
    for (int i = 0; i < SWITCHES.size(); i++) {
      RuleSwitch<?> it = SWITCHES.get(i);
      if (it.name().equals(name)) {
        var values = new ArrayList<>(rules.values());
        Optional<Enum<?>> value = it.spelled(word);
        if (value.isEmpty()) {
          return new Parsed.Bad("rules: " + name + " has no value '" + word + "'; values are "
              + String.join(", ", it.words()) + ", deployed, repaired");
        }
        values.set(i, value.get());
        return new Parsed.Good(of(new RuleValues(values)));
      }
    }
    return new Parsed.Bad("rules: no switch '" + name + "'; switches are " + names());
  }

  private static String names() {
    return SWITCHES.stream().map(RuleSwitch::name).collect(Collectors.joining(", "));
  }

  /** {@code switch=value} of every switch, in the order of the documentation. */
  public List<String> settings() {
    List<Enum<?>> values = values();
    return IntStream.range(0, values.size())
        .mapToObj(i -> SWITCHES.get(i).name() + "=" + RuleSwitch.spell(values.get(i))).toList();
  }

  /** The table of all switches. */
  public static List<Row> table() {
    return SWITCHES.stream().map(it -> new Row(it.name(), RuleSwitch.spell(it.deployed()),
        RuleSwitch.spell(it.repaired()), it.words(), it.explanation())).toList();
  }

  /** The shortest text from which {@link #parse} makes these rules. */
  @Override
  public String toString() {
    if (equals(DEPLOYED)) {
      return "deployed";
    }
    var changes = new ArrayList<>(settings());
    changes.removeAll(REPAIRED.settings());
    return Stream.concat(Stream.of("repaired"), changes.stream()).collect(Collectors.joining(","));
  }
}
