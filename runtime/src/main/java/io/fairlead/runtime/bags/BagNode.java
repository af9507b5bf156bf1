package io.fairlead.runtime.bags;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A voter in its bag ({@code pallet_bags_list::list::Node}).
 *
 * @param prev who stands before it; null at the head
 * @param next who stands behind it; null at the tail
 * @param bagUpper upper bound of its bag, u64
 * @param score its votes when they were last told, u64
 */
record BagNode(AccountId id, @Nullable AccountId prev, @Nullable AccountId next, long bagUpper,
    long score) {
  static final Codec<BagNode> CODEC = Codecs.struct("pallet_bags_list::list::Node",
      Fields.of(BagNode::new, field("id", BagNode::id, AccountId.CODEC, "T::AccountId"),
          field("prev", BagNode::prev, Codecs.option(AccountId.CODEC), "Option<T::AccountId>"),
          field("next", BagNode::next, Codecs.option(AccountId.CODEC), "Option<T::AccountId>"),
          field("bag_upper", BagNode::bagUpper, Codecs.U64, "T::Score"),
          field("score", BagNode::score, Codecs.U64, "T::Score")),
      Shape.skipped("T"), Shape.skipped("I"));

  /** Whether it stands at an end of its bag. */
  boolean isTerminal() {
    return prev == null || next == null;
  }

  BagNode withScore(long newScore) {
    return new BagNode(id, prev, next, bagUpper, newScore);
  }

  BagNode between(@Nullable AccountId newPrev, @Nullable AccountId newNext) {
    return new BagNode(id, newPrev, newNext, bagUpper, score);
  }
}
