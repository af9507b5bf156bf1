package io.fairlead.rewards;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.VaultRules.Claim;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** {@code calculate_and_payout_rewards}. */
final class VaultClaims {
  private final RewardsStorage storage;
  private final Block block;
  private final Currency currency;
  private final RewardsQueries queries;
  private final Claim claim;

  VaultClaims(RewardsStorage storage, Block block, Currency currency, RewardsQueries queries,
      Claim claim) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.queries = queries;
    this.claim = claim;
  }

  /**
   * Pays {@code who}: the errors of {@link RewardsQueries#userRewards}, PotAccountNotFound, those of
   * the transfer. The clock of all assets of the vault starts anew.
   */
  void pay(AccountId who, Asset asset) {
    long vault = queries.vaultOf(asset);
    Balance reward = queries.userRewards(who, asset, vault);
    AccountId pot = storage.pots.orRefuse(vault, RewardsError.POT_ACCOUNT_NOT_FOUND);
    switch (claim) {
      case ASKED_ASSET -> pay(who, vault, pot, asset, reward);
      case WHOLE_VAULT -> {
        // each is reckoned by the clock that the first payment moves
        List<Owed> others = others(who, vault, asset);
        pay(who, vault, pot, asset, reward);
        others.forEach(other -> pay(who, vault, pot, other.asset, other.reward));
      }
    }
  }

  private void pay(AccountId who, long vault, AccountId pot, Asset asset, Balance reward) {
    currency.transfer(pot, who, reward, Currency.Existence.ALLOW_DEATH);
    ClaimedReward last = storage.userClaimed.orNull(who, vault);
    Balance before = last == null ? Balance.ZERO : last.total();
    storage.userClaimed.put(who, vault,
        new ClaimedReward(block.number(), before.saturatingPlus(reward)));
    block.deposit(new RewardsEvent.RewardsClaimed(who, asset, reward));
  }

  private record Owed(Asset asset, Balance reward) {}

  /** What the vault owes for its other assets; one that is refused is owed nothing. */
  private List<Owed> others(AccountId who, long vault, Asset asked) {
    List<Asset> assets = storage.vaults.orNull(vault);
    if (assets == null || assets.size() == 1) {
      return List.of();
    }
    var owed = new java.util.ArrayList<Owed>(assets.size());
    for (Asset asset : assets) {
      if (!asset.equals(asked)) {
        block.attempt(() -> owed.add(new Owed(asset, queries.userRewards(who, asset, vault))));
      }
    }
    owed.removeIf(each -> each.reward.isZero());
    return owed;
  }
}
