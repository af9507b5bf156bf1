package io.fairlead.runtime;

import io.fairlead.services.Earner;
import java.util.List;

/**
 * Rules of rewards.
 *
 * @param earner to whom the income of a service is booked
 */
public record RewardRules(Earner earner) {
  static final RewardRules DEPLOYED = new RewardRules(Earner.PAYER);
  static final RewardRules REPAIRED = new RewardRules(Earner.OPERATOR);

  static final List<RuleSwitch<RewardRules, ?>> SWITCHES = List.of(
      new RuleSwitch<>("rewards.earner", "to whom the income of a service is booked",
          Earner.values(), rules -> rules.earner, (rules, value) -> new RewardRules(value)));
}
