package io.fairlead.runtime.assets;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of Assets; the ordinal is the index. */
public enum AssetsError implements PalletError {
  BALANCE_LOW("BalanceLow"), NO_ACCOUNT("NoAccount"), NO_PERMISSION("NoPermission"), UNKNOWN(
      "Unknown"),
  FROZEN("Frozen"), IN_USE("InUse"), BAD_WITNESS("BadWitness"), MIN_BALANCE_ZERO(
      "MinBalanceZero"),
  UNAVAILABLE_CONSUMER("UnavailableConsumer"), BAD_METADATA(
      "BadMetadata"),
  UNAPPROVED("Unapproved"), WOULD_DIE("WouldDie"), ALREADY_EXISTS(
      "AlreadyExists"),
  NO_DEPOSIT("NoDeposit"), WOULD_BURN("WouldBurn"), LIVE_ASSET(
      "LiveAsset"),
  ASSET_NOT_LIVE("AssetNotLive"), INCORRECT_STATUS(
      "IncorrectStatus"),
  NOT_FROZEN("NotFrozen"), CALLBACK_FAILED(
      "CallbackFailed"),
  BAD_ASSET_ID("BadAssetId");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_assets::pallet::Error",
      List.of(Shape.skipped("T"), Shape.skipped("I")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  AssetsError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return AssetsCall.PALLET;
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
