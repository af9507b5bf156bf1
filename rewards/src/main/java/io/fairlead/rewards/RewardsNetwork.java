package io.fairlead.rewards;

import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.function.Predicate;

/**
 * What the Rewards of one network may do that those of another may not.
 *
 * @param depositCapMax largest deposit cap of a vault, planck
 * @param incentiveCapMax largest incentive cap of a vault, planck
 * @param apyMax largest yearly share; the chain configures it and checks it nowhere
 * @param force who makes and changes vaults ({@code ForceOrigin})
 */
public record RewardsNetwork(Balance depositCapMax, Balance incentiveCapMax, Perbill apyMax,
    Predicate<Origin> force) {
  /** The test network: 10^12 TNT, 20 %, Root. */
  public static final RewardsNetwork TESTNET =
      new RewardsNetwork(Balance.tnt(1_000_000_000_000L), Balance.tnt(1_000_000_000_000L),
          new Perbill(200_000_000), Origin::isRoot);

  /** The main network: 10^8 TNT, 2 %, Root or more than half of the council. */
  public static final RewardsNetwork MAINNET = new RewardsNetwork(Balance.tnt(100_000_000),
      Balance.tnt(100_000_000), new Perbill(20_000_000), Origin::isRootOrHalf);
}
