package io.fairlead.runtime.sudo;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Sudo. */
public sealed interface SudoCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Sudo";

  /** Dispatches a call as Root. */
  record Sudo(Call call) implements SudoCall {}

  /** Dispatches a call as Root; it counts as {@code weight}. */
  record SudoUncheckedWeight(Call call, Weight weight) implements SudoCall {}

  /** Gives the key to another account. */
  record SetKey(MultiAddress next) implements SudoCall {}

  /** Dispatches a call as another account. */
  record SudoAs(MultiAddress who, Call call) implements SudoCall {}

  /** Takes the key away for good. */
  record RemoveKey() implements SudoCall {}

  /**
   * One byte of index, then the arguments. {@code calls} is the codec of the call enum of the runtime,
   * made lazily because it contains this one.
   */
  static EnumCodec<SudoCall> codec(Codec<Call> calls) {
    String boxed = "Box<<T as Config>::RuntimeCall>";
    return Codecs.enumOf("pallet_sudo::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "sudo", Sudo.class,
            Fields.of(Sudo::new, field("call", Sudo::call, calls, boxed))),
        variant(1, "sudo_unchecked_weight", SudoUncheckedWeight.class,
            Fields.of(SudoUncheckedWeight::new,
                field("call", SudoUncheckedWeight::call, calls, boxed),
                field("weight", SudoUncheckedWeight::weight, Weight.CODEC, "Weight"))),
        variant(2, "set_key", SetKey.class,
            Fields.of(SetKey::new,
                field("new", SetKey::next, MultiAddress.CODEC, "AccountIdLookupOf<T>"))),
        variant(3, "sudo_as", SudoAs.class,
            Fields.of(SudoAs::new,
                field("who", SudoAs::who, MultiAddress.CODEC, "AccountIdLookupOf<T>"),
                field("call", SudoAs::call, calls, boxed))),
        variant(4, "remove_key", RemoveKey.class, new RemoveKey()));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}
