package io.fairlead.runtime.bags;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of BagsList; anybody may call them. */
public sealed interface BagsCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "BagsList";

  /** Moves an account into the bag where its votes belong. */
  record Rebag(MultiAddress dislocated) implements BagsCall {}

  /** Moves the signer before a lighter account of the same bag. */
  record PutInFrontOf(MultiAddress lighter) implements BagsCall {}

  /** Moves an account before a lighter one of the same bag. */
  record PutInFrontOfOther(MultiAddress heavier, MultiAddress lighter) implements BagsCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<BagsCall> CODEC = codec();

  private static EnumCodec<BagsCall> codec() {
    String address = "AccountIdLookupOf<T>";
    return Codecs.enumOf("pallet_bags_list::pallet::Call",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(0, "rebag", Rebag.class,
            Fields.of(Rebag::new,
                field("dislocated", Rebag::dislocated, MultiAddress.CODEC, address))),
        variant(1, "put_in_front_of", PutInFrontOf.class,
            Fields.of(PutInFrontOf::new,
                field("lighter", PutInFrontOf::lighter, MultiAddress.CODEC, address))),
        variant(2, "put_in_front_of_other", PutInFrontOfOther.class,
            Fields.of(PutInFrontOfOther::new,
                field("heavier", PutInFrontOfOther::heavier, MultiAddress.CODEC, address),
                field("lighter", PutInFrontOfOther::lighter, MultiAddress.CODEC, address))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}
