package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys of {@code Rewards.UserClaimedReward}: the first deposit or delegation of an account in a vault
 * sets one ({@code pallet-rewards::record_delegate}). No single event shows it; those of one extrinsic do
 * together: one names the account, another the vault.
 */
final class ClaimKeys {
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);

  private final Set<AccountId> accounts = new LinkedHashSet<>();
  private final Set<Long> vaults = new LinkedHashSet<>();

  private ClaimKeys() {}

  /** The keys that the events of a block show to be written. */
  static List<Bytes> of(List<Said> said) {
    Map<Object, ClaimKeys> byPhase = new HashMap<>();
    for (Said each : said) {
      each.known().flatMap(Fact.Known::typed).ifPresent(event -> {
        ClaimKeys phase = byPhase.computeIfAbsent(each.phase(), it -> new ClaimKeys());
        switch (event) {
          case RestakingEvent.Deposited it -> phase.accounts.add(it.who());
          case RestakingEvent.Delegated it -> phase.accounts.add(it.who());
          case RestakingEvent.NominationDelegated it -> phase.accounts.add(it.who());
          case RestakingEvent.DelegatorUnstakeScheduled it -> phase.accounts.add(it.who());
          case RestakingEvent.ScheduledWithdraw it -> phase.accounts.add(it.who());
          case RewardsEvent.TotalScoreUpdated it -> phase.vaults.add(it.vaultId());
          case RewardsEvent.TotalDepositUpdated it -> phase.vaults.add(it.vaultId());
          default -> {} // shows neither
        }
      });
    }
    var keys = new ArrayList<Bytes>();
    byPhase.values().forEach(phase -> phase.accounts.forEach(account -> phase.vaults
        .forEach(
            vault -> keys.add(Keys.of(RewardsCall.PALLET, "UserClaimedReward", ACCOUNT, account,
                VAULT, vault)))));
    return keys;
  }
}
