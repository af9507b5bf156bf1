package io.fairlead.runtime;

import io.fairlead.rewards.Backlog;
import io.fairlead.rewards.Onward;
import io.fairlead.rewards.VaultRules;
import io.fairlead.services.Earner;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules of rewards.
 *
 * @param earner to whom the income of a service is booked
 * @param onward who shares it with the operator
 * @param backlog what becomes of income when a hundred entries wait
 * @param vaults how vaults reckon
 */
public record RewardRules(Earner earner, Onward onward, Backlog backlog, VaultRules vaults) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("rewards.earner", "to whom the income of a service is booked",
          Earner.PAYER, Earner.OPERATOR),
      new RuleSwitch<>("rewards.onward", "who gets what a service pays to an operator",
          Onward.OPERATOR_KEEPS, Onward.BACKERS_SHARE),
      new RuleSwitch<>("rewards.backlog", "what becomes of income when a hundred entries wait",
          Backlog.FULL_DROPS, Backlog.MERGED),
      new RuleSwitch<>("rewards.apyLimit", "which yearly share a vault may promise",
          VaultRules.ApyLimit.UNCHECKED, VaultRules.ApyLimit.CHECKED),
      new RuleSwitch<>("rewards.assetEntry", "which vault an asset may enter",
          VaultRules.AssetEntry.ANY_NUMBER, VaultRules.AssetEntry.MADE_VAULT),
      new RuleSwitch<>("rewards.potOfZero", "which account pays the rewards of vault 0",
          VaultRules.PotOfZero.INCOME_ACCOUNT, VaultRules.PotOfZero.OWN_ACCOUNT),
      new RuleSwitch<>("rewards.capMeasure", "what is taken off a vault's deposit cap",
          VaultRules.CapMeasure.SCORE, VaultRules.CapMeasure.DEPOSIT),
      new RuleSwitch<>("rewards.base", "which amount earns", VaultRules.Base.WHOLE_DEPOSIT,
          VaultRules.Base.DELEGATED_PART),
      new RuleSwitch<>("rewards.nominated",
          "whether restaked nominations count in the totals of a vault",
          VaultRules.Nominated.COUNTED_UNPAID, VaultRules.Nominated.NOT_COUNTED),
      new RuleSwitch<>("rewards.locks", "how a locked amount counts",
          VaultRules.Locks.COUNTED_TWICE, VaultRules.Locks.COUNTED_ONCE),
      new RuleSwitch<>("rewards.ghosts", "what of a vault's score an undelegation takes",
          VaultRules.Ghosts.STAY, VaultRules.Ghosts.LEAVE),
      new RuleSwitch<>("rewards.topUp", "from when a further delegation earns",
          VaultRules.TopUp.FROM_LAST_CLAIM, VaultRules.TopUp.FROM_NOW),
      new RuleSwitch<>("rewards.decayRate", "how a decay rate is read",
          VaultRules.DecayRate.PARTS_AS_PERCENT, VaultRules.DecayRate.SHARE),
      new RuleSwitch<>("rewards.decayReach", "which blocks a late claim loses by",
          VaultRules.DecayReach.WHOLE_PERIOD, VaultRules.DecayReach.LATE_BLOCKS),
      new RuleSwitch<>("rewards.share", "how finely a depositor's share is reckoned",
          VaultRules.Share.BILLIONTHS, VaultRules.Share.EXACT),
      new RuleSwitch<>("rewards.year", "the blocks of a year as long as nobody has set them",
          VaultRules.Year.UNSET, VaultRules.Year.OF_SIX_SECOND_BLOCKS),
      new RuleSwitch<>("rewards.claim", "what a claim of one asset pays",
          VaultRules.Claim.ASKED_ASSET, VaultRules.Claim.WHOLE_VAULT));

  static RewardRules of(RuleValues values) {
    return new RewardRules(values.next(Earner.class), values.next(Onward.class),
        values.next(Backlog.class), vaults(values));
  }

  private static VaultRules vaults(RuleValues values) {
    return new VaultRules(values.next(VaultRules.ApyLimit.class),
        values.next(VaultRules.AssetEntry.class), values.next(VaultRules.PotOfZero.class),
        values.next(VaultRules.CapMeasure.class), values.next(VaultRules.Base.class),
        values.next(VaultRules.Nominated.class), values.next(VaultRules.Locks.class),
        values.next(VaultRules.Ghosts.class),
        values.next(VaultRules.TopUp.class), values.next(VaultRules.DecayRate.class),
        values.next(VaultRules.DecayReach.class), values.next(VaultRules.Share.class),
        values.next(VaultRules.Year.class),
        values.next(VaultRules.Claim.class));
  }

  List<Enum<?>> values() {
    return Stream.concat(Stream.<Enum<?>>of(earner, onward, backlog), vaults.values().stream())
        .toList();
  }
}
