package io.fairlead.runtime.balances;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of Balances; the ordinal is the index. */
public enum BalancesError implements PalletError {
  VESTING_BALANCE("VestingBalance"), LIQUIDITY_RESTRICTIONS(
      "LiquidityRestrictions"),
  INSUFFICIENT_BALANCE("InsufficientBalance"), EXISTENTIAL_DEPOSIT(
      "ExistentialDeposit"),
  EXPENDABILITY("Expendability"), EXISTING_VESTING_SCHEDULE(
      "ExistingVestingSchedule"),
  DEAD_ACCOUNT("DeadAccount"), TOO_MANY_RESERVES(
      "TooManyReserves"),
  TOO_MANY_HOLDS("TooManyHolds"), TOO_MANY_FREEZES(
      "TooManyFreezes"),
  ISSUANCE_DEACTIVATED("IssuanceDeactivated"), DELTA_ZERO(
      "DeltaZero");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_balances::pallet::Error",
      List.of(Shape.skipped("T"), Shape.skipped("I")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  BalancesError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return BalancesCall.PALLET;
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
