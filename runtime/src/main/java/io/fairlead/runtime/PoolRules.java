package io.fairlead.runtime;

import java.util.List;

/** Rules of liquid staking pools. */
public record PoolRules() {

  static final List<RuleSwitch<?>> SWITCHES = List.of();

  static PoolRules of(RuleValues values) {
    return new PoolRules();
  }

  List<Enum<?>> values() {
    return List.of();
  }
}
