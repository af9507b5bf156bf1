package io.fairlead.rewards.credits;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.CustomDeposits;
import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What deposits have accrued ({@code get_accrued_amount}): the rate of the tier that the stake reaches
 * now, for each block since the last claim, seven days at most.
 */
public final class CreditsQueries {
  private final CreditsStorage storage;
  private final Block block;
  private final Stakes stakes;
  private final CreditStake stake;

  /** The two questions about deposits. */
  public record Stakes(CustomDeposits all, UserDeposits each) {}

  /** Answers from {@code storage} and {@code stakes}, for the block in execution. */
  public CreditsQueries(CreditsStorage storage, Block block, Stakes stakes, CreditStake stake) {
    this.storage = storage;
    this.block = block;
    this.stakes = stakes;
    this.stake = stake;
  }

  /** Credits that {@code who} could claim now ({@code CreditsApi_query_user_credits}). */
  public Balance userCredits(AccountId who) {
    return accrued(who).credits();
  }

  /**
   * Credits that {@code who} could claim now by the tiers of {@code asset}
   * ({@code CreditsApi_query_user_credits_with_asset}). AssetRatesNotConfigured where something is
   * staked and time has passed.
   */
  public Balance userCredits(AccountId who, AssetId asset) {
    return accrued(who, asset).credits();
  }

  /** So many credits a block for so many blocks, up to now. */
  record Accrual(Balance rate, long blocks) {
    static final Accrual NOTHING = new Accrual(Balance.ZERO, 0);

    Balance credits() {
      return rate.saturatingTimes(blocks);
    }
  }

  Accrual accrued(AccountId who) {
    return accrued(who, AssetId.NATIVE, this::rate);
  }

  Accrual accrued(AccountId who, AssetId asset) {
    return accrued(who, asset, staked -> rate(staked, asset));
  }

  private Accrual accrued(AccountId who, AssetId asset, UnaryOperator<Balance> rate) {
    long now = block.number();
    long last = storage.lastUpdate.get(who);
    if (Long.compareUnsigned(last, now) >= 0) {
      return Accrual.NOTHING;
    }
    long blocks = Math.min(now - last, CreditsLimits.CLAIM_WINDOW_BLOCKS);
    Balance staked = staked(who, asset);
    return staked.isZero() ? Accrual.NOTHING : new Accrual(rate.apply(staked), blocks);
  }

  private Balance staked(AccountId who, AssetId asset) {
    return switch (stake) {
      case ANY_ASSET -> stakes.all.customDeposits(who);
      case THAT_ASSET -> stakes.each.deposit(who, new Asset.Custom(asset)).map(Deposit::amount)
          .orElse(Balance.ZERO);
    };
  }

  /** Rate of the last tier of TNT that {@code stake} reaches ({@code get_current_rate}). */
  private Balance rate(Balance stake) {
    return rate(stake, storage.tiers.get());
  }

  /** The same of {@code asset}; TNT falls back ({@code get_current_rate_for_asset}). */
  private Balance rate(Balance stake, AssetId asset) {
    List<StakeTier> tiers = storage.assetTiers.orNull(asset);
    if (tiers == null) {
      ensure(asset.equals(AssetId.NATIVE), CreditsError.ASSET_RATES_NOT_CONFIGURED);
      tiers = storage.tiers.get();
    }
    return rate(stake, tiers);
  }

  private static Balance rate(Balance stake, List<StakeTier> tiers) {
    for (StakeTier tier : tiers.reversed()) {
      if (stake.compareTo(tier.threshold()) >= 0) {
        return tier.ratePerBlock();
      }
    }
    return Balance.ZERO;
  }
}
