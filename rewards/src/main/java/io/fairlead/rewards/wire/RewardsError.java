package io.fairlead.rewards.wire;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The errors of Rewards; the ordinal is the index. */
public enum RewardsError implements PalletError {
  NO_REWARDS_AVAILABLE("NoRewardsAvailable"),
  INSUFFICIENT_REWARDS_BALANCE("InsufficientRewardsBalance"),
  ASSET_NOT_WHITELISTED("AssetNotWhitelisted"),
  ASSET_ALREADY_WHITELISTED("AssetAlreadyWhitelisted"),
  INVALID_APY("InvalidAPY"),
  ASSET_ALREADY_IN_VAULT("AssetAlreadyInVault"),
  ASSET_NOT_IN_VAULT("AssetNotInVault"),
  VAULT_NOT_FOUND("VaultNotFound"),
  DUPLICATE_BLUEPRINT_ID("DuplicateBlueprintId"),
  BLUEPRINT_ID_NOT_FOUND("BlueprintIdNotFound"),
  REWARD_CONFIG_NOT_FOUND("RewardConfigNotFound"),
  CANNOT_CALCULATE_PROPOTIONAL_APY("CannotCalculatePropotionalApy"),
  CANNOT_CALCULATE_REWARD_PER_BLOCK("CannotCalculateRewardPerBlock"),
  INCENTIVE_CAP_GREATER_THAN_DEPOSIT_CAP("IncentiveCapGreaterThanDepositCap"),
  BOOST_MULTIPLIER_MUST_BE_ONE("BoostMultiplierMustBeOne"),
  VAULT_ALREADY_EXISTS("VaultAlreadyExists"),
  TOTAL_DEPOSIT_LESS_THAN_INCENTIVE_CAP("TotalDepositLessThanIncentiveCap"),
  POT_ALREADY_EXISTS("PotAlreadyExists"),
  POT_ACCOUNT_NOT_FOUND("PotAccountNotFound"),
  INVALID_DECAY_RATE("InvalidDecayRate"),
  INCENTIVE_CAP_GREATER_THAN_MAX_INCENTIVE_CAP("IncentiveCapGreaterThanMaxIncentiveCap"),
  DEPOSIT_CAP_GREATER_THAN_MAX_DEPOSIT_CAP("DepositCapGreaterThanMaxDepositCap"),
  INCENTIVE_CAP_LESS_THAN_MIN_INCENTIVE_CAP("IncentiveCapLessThanMinIncentiveCap"),
  DEPOSIT_CAP_LESS_THAN_MIN_DEPOSIT_CAP("DepositCapLessThanMinDepositCap"),
  NAME_TOO_LONG("NameTooLong"),
  LOGO_TOO_LONG("LogoTooLong"),
  VAULT_METADATA_NOT_FOUND("VaultMetadataNotFound"),
  NO_REWARDS_TO_CLAIM("NoRewardsToClaim"),
  ARITHMETIC_OVERFLOW("ArithmeticOverflow"),
  TRANSFER_FAILED("TransferFailed"),
  TOO_MANY_PENDING_REWARDS("TooManyPendingRewards");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  RewardsError(String chainName) {
    this.chainName = chainName;
  }

  /** What metadata says of the enum. */
  public static Shape shape() {
    return PalletError.shape("pallet_rewards::pallet::Error",
        List.of(Shape.skipped("T")), values());
  }

  @Override
  public String pallet() {
    return RewardsCall.PALLET;
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
