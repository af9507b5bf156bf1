package io.fairlead.rewards.credits;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.rewards.credits.CreditsQueries.Accrual;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.CreditsEvent;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/** The pallet Credits: tells a system outside the chain who earned how many credits. No hooks. */
public final class Credits implements Pallet<CreditsCall> {
  private final CreditsStorage storage;
  private final Block block;
  private final Currency currency;
  private final Liquidity liquidity;
  private final CreditsQueries queries;
  private final CreditRemainder remainder;
  private final BurnClock burnClock;

  /**
   * The pallet over {@code storage}, taking what is burnt with {@code currency}.
   *
   * @param liquidity what {@code currency} is asked first
   */
  public Credits(CreditsStorage storage, Block block, CreditsQueries queries, Currency currency,
      Liquidity liquidity, CreditRemainder remainder, BurnClock burnClock) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.liquidity = liquidity;
    this.queries = queries;
    this.remainder = remainder;
    this.burnClock = burnClock;
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return CreditsDeclaration.of(storage);
  }

  @Override
  public String name() {
    return CreditsCall.PALLET;
  }

  @Override
  public DispatchInfo info(CreditsCall call) {
    return CreditsWeights.of(call);
  }

  @Override
  public PostDispatch dispatch(Origin origin, CreditsCall call) {
    switch (call) {
      case CreditsCall.Burn(Balance amount) -> burn(origin.ensureSigned(), amount);
      case CreditsCall.ClaimCredits(Balance amount, Bytes account) -> {
        AccountId who = checked(origin, amount);
        claim(who, amount, account, queries.accrued(who));
      }
      case CreditsCall.ClaimCreditsWithAsset claim -> {
        AccountId who = checked(origin, claim.amountToClaim());
        claim(who, claim.amountToClaim(), claim.offchainAccountId(),
            queries.accrued(who, claim.assetId()));
      }
      case CreditsCall.SetStakeTiers(List<StakeTier> tiers) -> {
        origin.ensureRoot();
        checkTiers(tiers);
        storage.tiers.put(tiers);
        block.deposit(new CreditsEvent.StakeTiersUpdated());
      }
      case CreditsCall.SetAssetStakeTiers set -> {
        origin.ensureRoot();
        checkTiers(set.newTiers());
        storage.assetTiers.put(set.assetId(), set.newTiers());
        block.deposit(new CreditsEvent.AssetStakeTiersUpdated(set.assetId()));
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /**
   * {@code burn}: AmountZero, InsufficientTntBalance, the errors of the transfer, Overflow. The money
   * goes to the treasury.
   */
  private void burn(AccountId who, Balance amount) {
    ensure(!amount.isZero(), CreditsError.AMOUNT_ZERO);
    switch (burnClock) {
      case RESTARTS -> restartClock(who);
      case RUNS_ON -> {
      }
    }
    ensure(currency.free(who).compareTo(amount) >= 0, CreditsError.INSUFFICIENT_TNT_BALANCE);
    liquidity.ensureCanWithdraw(who, amount);
    currency.transfer(who, CreditsLimits.BURN_RECIPIENT, amount, Currency.Existence.KEEP_ALIVE);
    Balance rate = CreditsLimits.BURN_CONVERSION_RATE;
    ensure(amount.compareTo(Balance.MAX.divideFloor(rate)) <= 0, CreditsError.OVERFLOW);
    block.deposit(new CreditsEvent.CreditsGrantedFromBurn(who, amount,
        amount.saturatingTimes(rate)));
  }

  private void restartClock(AccountId who) {
    long now = block.number();
    if (Long.compareUnsigned(storage.lastUpdate.get(who), now) < 0) {
      storage.lastUpdate.put(who, now);
    }
  }

  /** The first checks of both claims: AmountZero. The codec bounds the account's name. */
  private static AccountId checked(Origin origin, Balance amount) {
    AccountId who = origin.ensureSigned();
    ensure(!amount.isZero(), CreditsError.AMOUNT_ZERO);
    return who;
  }

  /**
   * {@code claim_credits}: ClaimAmountExceedsWindowAllowance. The clock moves.
   */
  private void claim(AccountId who, Balance amount, Bytes account, Accrual accrued) {
    long now = block.number();
    storage.lastUpdate.put(who, switch (remainder) {
      case LOST -> now;
      case KEPT -> now - unclaimedBlocks(amount, accrued);
    });
    ensure(amount.compareTo(accrued.credits()) <= 0,
        CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE);
    block.deposit(new CreditsEvent.CreditsClaimed(who, amount, account));
  }

  /** The blocks that {@code amount} does not use up, the last one whole. */
  private static long unclaimedBlocks(Balance amount, Accrual accrued) {
    if (amount.compareTo(accrued.credits()) >= 0) {
      return 0;
    }
    Balance rate = accrued.rate();
    Balance used = amount.saturatingPlus(rate.minus(Balance.of(1))).divideFloor(rate);
    return Math.max(0, accrued.blocks() - used.low());
  }

  /** EmptyStakeTiers, StakeTiersNotSorted, RateTooHigh, StakeTiersOverflow. */
  private static void checkTiers(List<StakeTier> tiers) {
    ensure(!tiers.isEmpty(), CreditsError.EMPTY_STAKE_TIERS);
    for (int i = 1; i < tiers.size(); i++) {
      ensure(tiers.get(i - 1).threshold().compareTo(tiers.get(i).threshold()) <= 0,
          CreditsError.STAKE_TIERS_NOT_SORTED);
    }
    for (StakeTier tier : tiers) {
      ensure(tier.ratePerBlock().compareTo(CreditsLimits.RATE_PER_BLOCK_MAX) <= 0,
          CreditsError.RATE_TOO_HIGH);
    }
    ensure(tiers.size() <= CreditsLimits.STAKE_TIERS_MAX, CreditsError.STAKE_TIERS_OVERFLOW);
  }
}
