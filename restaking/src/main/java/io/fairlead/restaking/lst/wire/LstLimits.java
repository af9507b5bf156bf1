package io.fairlead.restaking.lst.wire;

/** The bounds and periods of Lst. */
public final class LstLimits {
  private LstLimits() {}

  /** Bytes of a pool's name. */
  public static final int NAME_BYTES_MAX = 50;
  /** Bytes of a pool's icon. */
  public static final int ICON_BYTES_MAX = 500;
  /** Eras in which one member can have something leaving, over all pools. */
  public static final int UNBONDING_ERAS_MAX = 32;
  /** From this many points a planck on a pool takes no members. */
  public static final int POINTS_TO_BALANCE_MAX = 10;
  /** Eras after which what is ripe loses its own ratio of points to planck. */
  public static final long POST_UNBONDING_ERAS = 4;
  /** Sub pools of one pool: the bonding duration of 14 eras and the window behind it. */
  public static final int SUB_POOLS_MAX = 18;
  /** Decimals of every pool token. */
  public static final int TOKEN_DECIMALS = 18;
}
