package io.fairlead.restaking.lst;

/**
 * How pools behave where the chain differs from what pools promise: one switch each, each asked in
 * one place.
 */
public record PoolManner(Maturity maturity, TakenEntries takenEntries, SameEra sameEra,
    Burning burning, DepositorExit depositorExit, UnbondPrice unbondPrice,
    Dissolution dissolution, PoolRewards rewards, DepositOrder depositOrder) {
  /** Bug for bug what runs on chain. */
  public static final PoolManner DEPLOYED = new PoolManner(Maturity.EXACT_ERA,
      TakenEntries.ALL_POOLS, SameEra.OVERWRITE, Burning.KEEP_LAST_UNIT, DepositorExit.NEVER,
      UnbondPrice.AFTER_BURN, Dissolution.WITH_DEPOSITOR, PoolRewards.STRANDED,
      DepositOrder.RESERVED_FIRST);
}
