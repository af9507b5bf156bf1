package io.fairlead.runtime;

import java.util.List;

/** Rules of operators, deposits and delegations. */
public record RestakeRules() {

  static final List<RuleSwitch<?>> SWITCHES = List.of();

  static RestakeRules of(RuleValues values) {
    return new RestakeRules();
  }

  List<Enum<?>> values() {
    return List.of();
  }
}
