package io.fairlead.runtime.indices;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The events of Indices. */
public sealed interface IndicesEvent extends Event {
  /** An account got an index. */
  record IndexAssigned(AccountId who, long index) implements IndicesEvent {}

  /** Nobody has the index any more. */
  record IndexFreed(long index) implements IndicesEvent {}

  /** An account has the index for good. */
  record IndexFrozen(long index, AccountId who) implements IndicesEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<IndicesEvent> CODEC = codec();

  private static EnumCodec<IndicesEvent> codec() {
    String account = "T::AccountId";
    String index = "T::AccountIndex";
    return Codecs.enumOf("pallet_indices::pallet::Event", List.of(Shape.skipped("T")),
        variant(0, "IndexAssigned", IndexAssigned.class,
            Fields.of(IndexAssigned::new,
                field("who", IndexAssigned::who, AccountId.CODEC, account),
                field("index", IndexAssigned::index, Codecs.U32, index))),
        variant(1, "IndexFreed", IndexFreed.class,
            Fields.of(IndexFreed::new,
                field("index", IndexFreed::index, Codecs.U32, index))),
        variant(2, "IndexFrozen", IndexFrozen.class,
            Fields.of(IndexFrozen::new, field("index", IndexFrozen::index, Codecs.U32, index),
                field("who", IndexFrozen::who, AccountId.CODEC, account))));
  }

  @Override
  default String pallet() {
    return IndicesCall.PALLET;
  }
}
