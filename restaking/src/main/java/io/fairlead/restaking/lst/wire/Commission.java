package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a pool takes of its rewards.
 *
 * @param current part and payee; null: nothing
 * @param max the part never exceeds it; null: no such bound
 * @param changeRate how fast the part may rise; null: at will
 * @param throttleFrom block of the last change, u64
 * @param claimedBy who may have it paid out; null: the root
 */
public record Commission(@Nullable Current current, @Nullable Perbill max,
    @Nullable ChangeRate changeRate, @Nullable Long throttleFrom,
    @Nullable ClaimedBy claimedBy) {

  /** A part of rewards and who gets it. */
  public record Current(Perbill part, AccountId payee) {
    /** A pair. */
    public static final Codec<Current> CODEC = Codecs.pair(Perbill.CODEC, AccountId.CODEC,
        Current::new, Current::part, Current::payee);
  }

  /** A pool that takes nothing. */
  public static final Commission NONE = new Commission(null, null, null, null, null);

  /** Fields in order. */
  public static final Codec<Commission> CODEC =
      Codecs.struct("pallet_tangle_lst::types::commission::Commission",
          Fields.of(Commission::new,
              field("current", Commission::current, Codecs.option(Current.CODEC),
                  "Option<(Perbill, T::AccountId)>"),
              field("max", Commission::max, Codecs.option(Perbill.CODEC), "Option<Perbill>"),
              field("change_rate", Commission::changeRate, Codecs.option(ChangeRate.CODEC),
                  "Option<CommissionChangeRate<BlockNumberFor<T>>>"),
              field("throttle_from", Commission::throttleFrom, Codecs.option(Codecs.U64),
                  "Option<BlockNumberFor<T>>"),
              field("claim_permission", Commission::claimedBy, Codecs.option(ClaimedBy.CODEC),
                  "Option<CommissionClaimPermission<T::AccountId>>")),
          Shape.skipped("T"));

  /** The part of rewards that is taken before any bound of all pools. */
  public Perbill part() {
    return current == null ? new Perbill(0) : current.part();
  }

  /** The same with another part, set in {@code block}. */
  public Commission withCurrent(@Nullable Current next, long block) {
    return new Commission(next, max, changeRate, block, claimedBy);
  }

  /** The same with another bound. */
  public Commission withMax(Perbill next) {
    return new Commission(current, next, changeRate, throttleFrom, claimedBy);
  }

  /** The same with another rate; {@code from} is the block of the last change. */
  public Commission withChangeRate(ChangeRate next, @Nullable Long from) {
    return new Commission(current, max, next, from, claimedBy);
  }

  /** The same with others who may have it paid out. */
  public Commission withClaimedBy(@Nullable ClaimedBy next) {
    return new Commission(current, max, changeRate, throttleFrom, next);
  }
}
