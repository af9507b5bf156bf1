package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What leaves pools for one account, by the era from which it can be withdrawn.
 *
 * @param unbonding by era, u32: one entry an era, whatever the pool; at most
 *     {@link LstLimits#UNBONDING_ERAS_MAX}
 */
public record PoolMember(SortedMap<Long, Leaving> unbonding) {

  /**
   * Points of a sub pool.
   *
   * @param pool which pool's, u32
   */
  public record Leaving(long pool, Balance points) {
    static final Codec<Leaving> CODEC = Codecs.pair(Codecs.U32, Balance.CODEC, Leaving::new,
        Leaving::pool, Leaving::points);
  }

  /** An account to which nothing comes. */
  public static final PoolMember NONE = new PoolMember(new TreeMap<>());

  /** One map. */
  public static final Codec<PoolMember> CODEC =
      Codecs.struct("pallet_tangle_lst::types::pools::PoolMember",
          Fields.of(PoolMember::new,
              field("unbonding_eras", PoolMember::unbonding,
                  Codecs.boundedMap(Codecs.U32, Leaving.CODEC, LstLimits.UNBONDING_ERAS_MAX),
                  "BoundedBTreeMap<EraIndex, (PoolId, BalanceOf<T>), T::MaxUnbonding>")),
          Shape.skipped("T"));

  public PoolMember {
    unbonding = Collections.unmodifiableSortedMap(new TreeMap<>(unbonding));
  }

  /** The same with {@code leaving} in {@code era}, in place of what stood there. */
  public PoolMember with(long era, Leaving leaving) {
    var next = new TreeMap<>(unbonding);
    next.put(era, leaving);
    return new PoolMember(next);
  }

  /** Points in all entries, saturating. */
  public Balance points() {
    return unbonding.values().stream().map(Leaving::points).reduce(Balance.ZERO,
        Balance::saturatingPlus);
  }
}
