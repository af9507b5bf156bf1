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
 * What leaves a pool, by the era from which it can be withdrawn.
 *
 * @param noEra what has been ripe for so long that it lost its era
 * @param withEra by era, u32; at most {@link LstLimits#SUB_POOLS_MAX}
 */
public record SubPools(UnbondPool noEra, SortedMap<Long, UnbondPool> withEra) {
  /** Nothing leaves. */
  public static final SubPools NONE = new SubPools(UnbondPool.NONE, new TreeMap<>());

  /** Fields in order. */
  public static final Codec<SubPools> CODEC =
      Codecs.struct("pallet_tangle_lst::types::sub_pools::SubPools",
          Fields.of(SubPools::new,
              field("no_era", SubPools::noEra, UnbondPool.CODEC, "UnbondPool<T>"),
              field("with_era", SubPools::withEra,
                  Codecs.boundedMap(Codecs.U32, UnbondPool.CODEC, LstLimits.SUB_POOLS_MAX),
                  "BoundedBTreeMap<EraIndex, UnbondPool<T>, TotalUnbondingPools<T>>")),
          Shape.skipped("T"));

  public SubPools {
    withEra = Collections.unmodifiableSortedMap(new TreeMap<>(withEra));
  }

  /** The same with another pool for an era. */
  public SubPools with(long era, UnbondPool pool) {
    var next = new TreeMap<>(withEra);
    next.put(era, pool);
    return new SubPools(noEra, next);
  }

  /** The same without a pool for an era. */
  public SubPools without(long era) {
    var next = new TreeMap<>(withEra);
    next.remove(era);
    return new SubPools(noEra, next);
  }

  /** The same with another pool of what lost its era. */
  public SubPools withNoEra(UnbondPool pool) {
    return new SubPools(pool, withEra);
  }

  /**
   * The same in {@code era}: what has been ripe for {@link LstLimits#POST_UNBONDING_ERAS} loses its
   * era ({@code maybe_merge_pools}).
   */
  public SubPools merged(long era) {
    long newest = era - LstLimits.POST_UNBONDING_ERAS;
    UnbondPool old = noEra;
    for (UnbondPool pool : withEra.headMap(newest + 1).values()) {
      old = old.plus(pool);
    }
    return new SubPools(old, withEra.tailMap(newest + 1));
  }

  /** Points in all of them, saturating. */
  public Balance points() {
    return withEra.values().stream().map(UnbondPool::points).reduce(noEra.points(),
        Balance::saturatingPlus);
  }
}
