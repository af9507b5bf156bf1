package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How much weight fits into a block ({@code frame_system::limits::BlockWeights}).
 *
 * @param baseBlock what an empty block costs
 * @param maxBlock of all classes together
 * @param perClass limits of each class
 */
public record BlockWeights(Weight baseBlock, Weight maxBlock,
    PerDispatchClass<PerClass> perClass) {

  /**
   * Limits of one class.
   *
   * @param baseExtrinsic added to the weight of each call
   * @param maxExtrinsic heaviest call; null: any
   * @param maxTotal all calls of the class; null: any
   * @param reserved share that is left to the class in a full block; null: any
   */
  public record PerClass(Weight baseExtrinsic, @Nullable Weight maxExtrinsic,
      @Nullable Weight maxTotal, @Nullable Weight reserved) {
    private static final Codec<@Nullable Weight> LIMIT = Codecs.option(Weight.CODEC);

    static final Codec<PerClass> CODEC = Codecs.struct("frame_system::limits::WeightsPerClass",
        Fields.of(PerClass::new,
            Fields.field("base_extrinsic", PerClass::baseExtrinsic, Weight.CODEC, "Weight"),
            Fields.field("max_extrinsic", PerClass::maxExtrinsic, LIMIT, "Option<Weight>"),
            Fields.field("max_total", PerClass::maxTotal, LIMIT, "Option<Weight>"),
            Fields.field("reserved", PerClass::reserved, LIMIT, "Option<Weight>")));
  }

  static final Codec<BlockWeights> CODEC = Codecs.struct("frame_system::limits::BlockWeights",
      Fields.of(BlockWeights::new,
          Fields.field("base_block", BlockWeights::baseBlock, Weight.CODEC, "Weight"),
          Fields.field("max_block", BlockWeights::maxBlock, Weight.CODEC, "Weight"),
          Fields.field("per_class", BlockWeights::perClass, PerDispatchClass.codec(PerClass.CODEC),
              "PerDispatchClass<WeightsPerClass>")));

  private static final Weight BASE_EXTRINSIC = Weight.of(107_074_000, 0);

  /** Tangle: 2 s of computation, 75 % of it for normal calls, proofs of any size. */
  public static final BlockWeights TANGLE = new BlockWeights(Weight.of(453_383_000, 0),
      Weight.of(2_000_000_000_000L, -1),
      new PerDispatchClass<>(
          new PerClass(BASE_EXTRINSIC,
              Weight.of(1_299_892_926_000L, Long.parseUnsignedLong("11990383647911208550")),
              Weight.of(1_500_000_000_000L, Long.parseUnsignedLong("13835058055282163711")),
              Weight.ZERO),
          new PerClass(BASE_EXTRINSIC,
              Weight.of(1_799_892_926_000L, Long.parseUnsignedLong("16602069666338596454")),
              Weight.of(2_000_000_000_000L, -1), Weight.of(500_000_000_000L, 1L << 62)),
          new PerClass(BASE_EXTRINSIC, null, null, null)));

  /** Whether a part of {@code weight} is above that of {@code limit}; never without a limit. */
  static boolean exceeds(Weight weight, @Nullable Weight limit) {
    return limit != null && (Long.compareUnsigned(weight.refTime(), limit.refTime()) > 0
        || Long.compareUnsigned(weight.proofSize(), limit.proofSize()) > 0);
  }
}
