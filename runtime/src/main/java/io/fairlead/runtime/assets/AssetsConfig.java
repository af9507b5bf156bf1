package io.fairlead.runtime.assets;

import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What two runtimes set differently ({@code pallet_assets::Config}). Deposits in planck.
 *
 * @param assetDeposit of an asset
 * @param accountDeposit of a holding that is opened by itself
 * @param approvalDeposit of an approval
 * @param creator the only account that may make assets by {@code create}
 * @param force who may what Root may
 */
public record AssetsConfig(Balance assetDeposit, Balance accountDeposit, Balance approvalDeposit,
    AccountId creator, Predicate<Origin> force) {
  /** The account of Lst: {@code modlpy/tnlst} and zeroes. */
  public static final AccountId LST =
      AccountId.of(Arrays.copyOf("modlpy/tnlst".getBytes(StandardCharsets.US_ASCII), 32));
}
