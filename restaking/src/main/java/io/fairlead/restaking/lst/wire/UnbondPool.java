package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * What leaves a pool together.
 *
 * @param points shares in it
 * @param balance planck in it
 */
public record UnbondPool(Balance points, Balance balance) {
  /** Nothing. */
  public static final UnbondPool NONE = new UnbondPool(Balance.ZERO, Balance.ZERO);

  /** Two u128. */
  public static final Codec<UnbondPool> CODEC =
      Codecs.struct("pallet_tangle_lst::types::sub_pools::UnbondPool",
          Fields.of(UnbondPool::new,
              field("points", UnbondPool::points, Balance.CODEC, "BalanceOf<T>"),
              field("balance", UnbondPool::balance, Balance.CODEC, "BalanceOf<T>")),
          Shape.skipped("T"));

  /** More of both, saturating. */
  public UnbondPool plus(UnbondPool more) {
    return new UnbondPool(points.saturatingPlus(more.points),
        balance.saturatingPlus(more.balance));
  }

  /** Less of both, at least zero. */
  public UnbondPool minus(UnbondPool less) {
    return new UnbondPool(points.saturatingMinus(less.points),
        balance.saturatingMinus(less.balance));
  }
}
