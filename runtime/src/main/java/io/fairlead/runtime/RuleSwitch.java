package io.fairlead.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A switch of the record {@code G}: its name, its values, how to read and set it. Reads go here, not
 * through the accessors: those belong to the one place that acts on the switch.
 */
record RuleSwitch<G, E extends Enum<E>>(String name, String explanation, List<E> values,
    Function<G, E> read, BiFunction<G, E, G> with) {

  RuleSwitch(String name, String explanation, E[] values, Function<G, E> read,
      BiFunction<G, E, G> with) {
    this(name, explanation, List.of(values), read, with);
  }

  /** This switch seen from the record that holds {@code G}. */
  <H> RuleSwitch<H, E> in(Function<H, G> part, BiFunction<H, G, H> replace) {
    return new RuleSwitch<>(name, explanation, values, whole -> read.apply(part.apply(whole)),
        (whole, value) -> replace.apply(whole, with.apply(part.apply(whole), value)));
  }

  /** The value in {@code rules} as people write it. */
  String valueIn(G rules) {
    return spell(read.apply(rules));
  }

  /** {@code name=value}. */
  String settingIn(G rules) {
    return name + "=" + valueIn(rules);
  }

  /** {@code rules} with this switch as it stands in {@code other}. */
  G copied(G rules, G other) {
    return with.apply(rules, read.apply(other));
  }

  /** {@code rules} with the value spelled {@code word}; empty when there is none of that name. */
  Optional<G> spelled(G rules, String word) {
    return values.stream().filter(value -> spell(value).equals(word)).findFirst()
        .map(value -> with.apply(rules, value));
  }

  /** The values as people write them. */
  List<String> words() {
    return values.stream().map(RuleSwitch::spell).toList();
  }

  static String spell(Enum<?> value) {
    return Arrays.stream(value.name().split("_", -1)).map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }
}
