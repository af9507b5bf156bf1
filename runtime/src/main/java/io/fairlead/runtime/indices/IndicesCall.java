package io.fairlead.runtime.indices;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Indices. An index is u32. */
public sealed interface IndicesCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Indices";

  /** Takes an index that nobody has, for a deposit. */
  record Claim(long index) implements IndicesCall {}

  /** Gives an index to another account, with the deposit. */
  record Transfer(MultiAddress to, long index) implements IndicesCall {}

  /** Gives an index up, for the deposit. */
  record Free(long index) implements IndicesCall {}

  /** Root gives an index, whoever has it; {@code freeze}: for good. */
  record ForceTransfer(MultiAddress to, long index, boolean freeze) implements IndicesCall {}

  /** Keeps an index for good; the deposit is lost. */
  record Freeze(long index) implements IndicesCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<IndicesCall> CODEC = codec();

  private static EnumCodec<IndicesCall> codec() {
    String index = "T::AccountIndex";
    String address = "AccountIdLookupOf<T>";
    return Codecs.enumOf("pallet_indices::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "claim", Claim.class,
            Fields.of(Claim::new, field("index", Claim::index, Codecs.U32, index))),
        variant(1, "transfer", Transfer.class,
            Fields.of(Transfer::new, field("new", Transfer::to, MultiAddress.CODEC, address),
                field("index", Transfer::index, Codecs.U32, index))),
        variant(2, "free", Free.class,
            Fields.of(Free::new, field("index", Free::index, Codecs.U32, index))),
        variant(3, "force_transfer", ForceTransfer.class,
            Fields.of(ForceTransfer::new,
                field("new", ForceTransfer::to, MultiAddress.CODEC, address),
                field("index", ForceTransfer::index, Codecs.U32, index),
                field("freeze", ForceTransfer::freeze, Codecs.BOOL, "bool"))),
        variant(4, "freeze", Freeze.class,
            Fields.of(Freeze::new, field("index", Freeze::index, Codecs.U32, index))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}
