package io.fairlead.runtime;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One switch: where the chain differs from what its documents promise.
 *
 * @param name {@code group.name}
 * @param explanation what it decides, in words
 * @param deployed what runs on chain
 * @param repaired the flaw mended
 */
record RuleSwitch<E extends Enum<E>>(String name, String explanation, E deployed, E repaired) {

  /** All values, in the order of their declaration. */
  EnumSet<E> values() {
    return EnumSet.allOf(deployed.getDeclaringClass());
  }

  /** The value spelled {@code word}; the name of a preset stands for the preset's value. */
  Optional<Enum<?>> spelled(String word) {
    return switch (word) {
      case "deployed" -> Optional.of(deployed);
      case "repaired" -> Optional.of(repaired);
      default -> values().stream().<Enum<?>>map(it -> it).filter(it -> spell(it).equals(word))
          .findFirst();
    };
  }

  /** The values as people write them. */
  List<String> words() {
    return values().stream().map(RuleSwitch::spell).toList();
  }

  /** A value as people write it: {@code AS_WRITTEN} is {@code as-written}. */
  static String spell(Enum<?> value) {
    return Arrays.stream(value.name().split("_", -1)).map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }

  /** The values of {@code switches} on chain. */
  static RuleValues deployed(List<RuleSwitch<?>> switches) {
    return new RuleValues(switches.stream().<Enum<?>>map(RuleSwitch::deployed).toList());
  }

  /** The values of {@code switches} with each flaw mended. */
  static RuleValues repaired(List<RuleSwitch<?>> switches) {
    return new RuleValues(switches.stream().<Enum<?>>map(RuleSwitch::repaired).toList());
  }
}
