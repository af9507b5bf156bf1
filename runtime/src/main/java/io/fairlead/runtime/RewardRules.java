package io.fairlead.runtime;

import io.fairlead.services.Earner;
import java.util.List;

/**
 * Rules of rewards.
 *
 * @param earner to whom the income of a service is booked
 */
public record RewardRules(Earner earner) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("rewards.earner", "to whom the income of a service is booked",
          Earner.PAYER, Earner.OPERATOR));

  static RewardRules of(RuleValues values) {
    return new RewardRules(values.next(Earner.class));
  }

  List<Enum<?>> values() {
    return List.of(earner);
  }
}
