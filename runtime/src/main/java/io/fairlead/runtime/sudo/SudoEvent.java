package io.fairlead.runtime.sudo;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of Sudo. A result is the error of the call inside, null where it ran to its end. */
public sealed interface SudoEvent extends Event {
  /** A call was dispatched as Root. */
  record Sudid(@Nullable DispatchError sudoResult) implements SudoEvent {}

  /** There is another key; null: there was none before. */
  record KeyChanged(@Nullable AccountId old, AccountId next) implements SudoEvent {}

  /** There is no key any more. */
  record KeyRemoved() implements SudoEvent {}

  /** A call was dispatched as another account. */
  record SudoAsDone(@Nullable DispatchError sudoResult) implements SudoEvent {}

  /** {@code Result<(), DispatchError>}; null is Ok. */
  static Codec<@Nullable DispatchError> result(Codec<DispatchError> errors) {
    var variants = new Shape.Variants("Result",
        List.of(Shape.param("T", Shape.UNIT), Shape.param("E", errors.shape())),
        List.of(new Shape.Case("Ok", 0, List.of(new Shape.Field(null, Shape.UNIT, null))),
            new Shape.Case("Err", 1, List.of(new Shape.Field(null, errors.shape(), null)))));
    return Codecs.option(errors).shaped(variants);
  }

  /** The codec; errors are encoded by {@code errors}, which knows the indices of the pallets. */
  static EnumCodec<SudoEvent> codec(Codec<DispatchError> errors) {
    Codec<@Nullable DispatchError> result = result(errors);
    return Codecs.enumOf("pallet_sudo::pallet::Event", List.of(Shape.skipped("T")),
        variant(0, "Sudid", Sudid.class,
            Fields.of(Sudid::new,
                field("sudo_result", Sudid::sudoResult, result, "DispatchResult"))),
        variant(1, "KeyChanged", KeyChanged.class,
            Fields.of(KeyChanged::new,
                field("old", KeyChanged::old, Codecs.option(AccountId.CODEC),
                    "Option<T::AccountId>"),
                field("new", KeyChanged::next, AccountId.CODEC, "T::AccountId"))),
        variant(2, "KeyRemoved", KeyRemoved.class, new KeyRemoved()),
        variant(3, "SudoAsDone", SudoAsDone.class, Fields.of(SudoAsDone::new,
            field("sudo_result", SudoAsDone::sudoResult, result, "DispatchResult"))));
  }

  @Override
  default String pallet() {
    return SudoCall.PALLET;
  }
}
