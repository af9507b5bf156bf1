package io.fairlead.runtime.bags;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The events of BagsList. Bags are named by their upper bound; votes and bounds are u64. */
public sealed interface BagsEvent extends Event {
  /** An account went from one bag to another. */
  record Rebagged(AccountId who, long from, long to) implements BagsEvent {}

  /** An account has other votes. */
  record ScoreUpdated(AccountId who, long newScore) implements BagsEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<BagsEvent> CODEC = Codecs.enumOf("pallet_bags_list::pallet::Event",
      List.of(Shape.skipped("T"), Shape.skipped("I")),
      variant(0, "Rebagged", Rebagged.class,
          Fields.of(Rebagged::new, field("who", Rebagged::who, AccountId.CODEC, "T::AccountId"),
              field("from", Rebagged::from, Codecs.U64, "T::Score"),
              field("to", Rebagged::to, Codecs.U64, "T::Score"))),
      variant(1, "ScoreUpdated", ScoreUpdated.class,
          Fields.of(ScoreUpdated::new,
              field("who", ScoreUpdated::who, AccountId.CODEC, "T::AccountId"),
              field("new_score", ScoreUpdated::newScore, Codecs.U64, "T::Score"))));

  @Override
  default String pallet() {
    return BagsCall.PALLET;
  }
}
