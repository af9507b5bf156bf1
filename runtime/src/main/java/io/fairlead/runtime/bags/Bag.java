package io.fairlead.runtime.bags;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/** The ends of a bag ({@code pallet_bags_list::list::Bag}); an empty one is not stored. */
record Bag(@Nullable AccountId head, @Nullable AccountId tail) {
  static final Bag EMPTY = new Bag(null, null);

  static final Codec<Bag> CODEC = Codecs.struct("pallet_bags_list::list::Bag",
      Fields.of(Bag::new,
          field("head", Bag::head, Codecs.option(AccountId.CODEC), "Option<T::AccountId>"),
          field("tail", Bag::tail, Codecs.option(AccountId.CODEC), "Option<T::AccountId>")),
      Shape.skipped("T"), Shape.skipped("I"));
}
