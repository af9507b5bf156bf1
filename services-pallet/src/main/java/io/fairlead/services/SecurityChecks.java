package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Fungibles;
import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request may ask of operators and what they may commit to, in the chain's order. */
final class SecurityChecks {
  private static final Percent NATIVE_MIN = new Percent(Limits.NATIVE_EXPOSURE_PERCENT_MIN);
  private static final AssetSecurityRequirement NATIVE_DEFAULT =
      new AssetSecurityRequirement(Asset.NATIVE, NATIVE_MIN, new Percent(100));

  private final OperatorStakes stakes;
  private final Fungibles assets;

  SecurityChecks(OperatorStakes stakes, Fungibles assets) {
    this.stakes = stakes;
    this.assets = assets;
  }

  /** {@code validate_security_requirements}: each asset once, percents above zero and in order. */
  void ensureRequirements(List<AssetSecurityRequirement> requirements) {
    var seen = new HashSet<Asset>();
    for (AssetSecurityRequirement requirement : requirements) {
      Percent min = requirement.minExposurePercent();
      Percent max = requirement.maxExposurePercent();
      ensureTokenAddress(requirement.asset());
      ensure(seen.add(requirement.asset()), ServicesError.DUPLICATE_ASSET);
      ensure(!min.isZero() && !max.isZero() && min.compareTo(max) <= 0,
          ServicesError.INVALID_SECURITY_REQUIREMENTS);
    }
  }

  private static void ensureTokenAddress(Asset asset) {
    ensure(!(asset instanceof Asset.Erc20(EvmAddress token) && token.equals(EvmAddress.ZERO)),
        ServicesError.INVALID_ERC20_ADDRESS);
  }

  /**
   * The requirements as stored: not empty, the native asset appended if it was left out and asked
   * for with at least 10 %, at most 64.
   */
  List<AssetSecurityRequirement> withNative(List<AssetSecurityRequirement> requirements) {
    ensure(!requirements.isEmpty(), ServicesError.NO_ASSETS_PROVIDED);
    ensureRequirements(requirements);
    var all = new ArrayList<>(requirements);
    AssetSecurityRequirement ofNative = NATIVE_DEFAULT;
    boolean appended = true;
    for (AssetSecurityRequirement requirement : requirements) {
      if (requirement.asset().equals(Asset.NATIVE)) {
        ofNative = requirement;
        appended = false;
      }
    }
    if (appended) {
      all.add(NATIVE_DEFAULT);
    }
    ensure(ofNative.minExposurePercent().compareTo(NATIVE_MIN) >= 0,
        ServicesError.NATIVE_ASSET_EXPOSURE_TOO_LOW);
    ensure(all.size() <= Limits.ASSETS_PER_SERVICE_MAX,
        ServicesError.MAX_ASSETS_PER_SERVICE_EXCEEDED);
    return all;
  }

  /** {@code validate_operator_security_commitments}: any order, but each requirement met by stake. */
  void ensureCommitments(AccountId operator, List<AssetSecurityRequirement> requirements,
      List<AssetSecurityCommitment> commitments) {
    ensure(stakes.isActive(operator), ServicesError.OPERATOR_NOT_ACTIVE);
    for (AssetSecurityCommitment commitment : commitments) {
      if (commitment.asset() instanceof Asset.Custom(AssetId id)) {
        ensure(id.equals(AssetId.NATIVE) || assets.exists(id), ServicesError.ASSET_NOT_FOUND);
      }
      ensureTokenAddress(commitment.asset());
    }
    for (AssetSecurityRequirement requirement : requirements) {
      AssetSecurityCommitment commitment = commitmentOf(requirement.asset(), commitments);
      if (commitment == null) {
        throw ServicesError.MISSING_ASSET_COMMITMENT.refusal();
      }
      Percent exposure = commitment.exposurePercent();
      ensure(exposure.compareTo(requirement.minExposurePercent()) >= 0,
          ServicesError.COMMITMENT_BELOW_MINIMUM);
      ensure(exposure.compareTo(requirement.maxExposurePercent()) <= 0,
          ServicesError.COMMITMENT_ABOVE_MAXIMUM);
      ensure(!stakeOf(operator, requirement.asset()).isZero(), ServicesError.NO_OPERATOR_STAKE);
    }
    for (AssetSecurityCommitment commitment : commitments) {
      ensure(requirements.stream().anyMatch(r -> r.asset().equals(commitment.asset())),
          ServicesError.UNEXPECTED_ASSET_COMMITMENT);
    }
  }

  private static @Nullable AssetSecurityCommitment commitmentOf(Asset asset,
      List<AssetSecurityCommitment> commitments) {
    for (AssetSecurityCommitment commitment : commitments) {
      if (commitment.asset().equals(asset)) {
        return commitment;
      }
    }
    return null;
  }

  private Balance stakeOf(AccountId operator, Asset asset) {
    return asset.equals(Asset.NATIVE) ? stakes.stake(operator)
        : stakes.delegated(operator, asset);
  }

  /** Refuses commitments that differ from the requirements in number, order or bounds. */
  static void ensureInOrder(List<AssetSecurityRequirement> requirements,
      List<AssetSecurityCommitment> commitments) {
    boolean inOrder = requirements.size() == commitments.size();
    for (int i = 0; inOrder && i < requirements.size(); i++) {
      AssetSecurityRequirement requirement = requirements.get(i);
      AssetSecurityCommitment commitment = commitments.get(i);
      inOrder = commitment.asset().equals(requirement.asset())
          && commitment.exposurePercent().compareTo(requirement.minExposurePercent()) >= 0
          && commitment.exposurePercent().compareTo(requirement.maxExposurePercent()) <= 0;
    }
    ensure(inOrder, ServicesError.INVALID_SECURITY_COMMITMENTS);
  }
}
