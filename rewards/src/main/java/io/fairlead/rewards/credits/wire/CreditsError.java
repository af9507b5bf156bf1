package io.fairlead.rewards.credits.wire;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The errors of Credits; the ordinal is the index. */
public enum CreditsError implements PalletError {
  INSUFFICIENT_TNT_BALANCE("InsufficientTntBalance"),
  CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE("ClaimAmountExceedsWindowAllowance"),
  INVALID_CLAIM_ID("InvalidClaimId"),
  NO_VALID_TIER("NoValidTier"),
  AMOUNT_ZERO("AmountZero"),
  BURN_TRANSFER_NOT_IMPLEMENTED("BurnTransferNotImplemented"),
  STAKE_TIERS_NOT_SORTED("StakeTiersNotSorted"),
  EMPTY_STAKE_TIERS("EmptyStakeTiers"),
  OVERFLOW("Overflow"),
  STAKE_TIERS_OVERFLOW("StakeTiersOverflow"),
  ASSET_RATES_NOT_CONFIGURED("AssetRatesNotConfigured"),
  RATE_TOO_HIGH("RateTooHigh");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  CreditsError(String chainName) {
    this.chainName = chainName;
  }

  /** What metadata says of the enum. */
  public static Shape shape() {
    return PalletError.shape("pallet_credits::pallet::Error",
        List.of(Shape.skipped("T")), values());
  }

  @Override
  public String pallet() {
    return CreditsCall.PALLET;
  }

  @Override
  public int index() {
    return ordinal();
  }

  @Override
  public String chainName() {
    return chainName;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
