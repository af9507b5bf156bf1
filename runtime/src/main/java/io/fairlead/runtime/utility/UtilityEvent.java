package io.fairlead.runtime.utility;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.runtime.sudo.SudoEvent;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of Utility. */
public sealed interface UtilityEvent extends Event {
  /** Call {@code index} of a batch was refused, those behind it did not run. */
  record BatchInterrupted(long index, DispatchError error) implements UtilityEvent {}

  /** All calls of a batch ran to their ends. */
  record BatchCompleted() implements UtilityEvent {}

  /** All calls of a batch were tried, one or more were refused. */
  record BatchCompletedWithErrors() implements UtilityEvent {}

  /** One call of a batch ran to its end. */
  record ItemCompleted() implements UtilityEvent {}

  /** One call of a batch was refused. */
  record ItemFailed(DispatchError error) implements UtilityEvent {}

  /** A call was dispatched by Root as another origin; null: it ran to its end. */
  record DispatchedAs(@Nullable DispatchError result) implements UtilityEvent {}

  /** The codec; errors are encoded by {@code errors}, which knows the indices of the pallets. */
  static EnumCodec<UtilityEvent> codec(Codec<DispatchError> errors) {
    String error = "DispatchError";
    return Codecs.enumOf("pallet_utility::pallet::Event", List.of(),
        variant(0, "BatchInterrupted", BatchInterrupted.class,
            Fields.of(BatchInterrupted::new,
                field("index", BatchInterrupted::index, Codecs.U32, "u32"),
                field("error", BatchInterrupted::error, errors, error))),
        variant(1, "BatchCompleted", BatchCompleted.class, new BatchCompleted()),
        variant(2, "BatchCompletedWithErrors", BatchCompletedWithErrors.class,
            new BatchCompletedWithErrors()),
        variant(3, "ItemCompleted", ItemCompleted.class, new ItemCompleted()),
        variant(4, "ItemFailed", ItemFailed.class,
            Fields.of(ItemFailed::new, field("error", ItemFailed::error, errors, error))),
        variant(5, "DispatchedAs", DispatchedAs.class,
            Fields.of(DispatchedAs::new, field("result", DispatchedAs::result,
                SudoEvent.result(errors), "DispatchResult"))));
  }

  @Override
  default String pallet() {
    return UtilityCall.PALLET;
  }
}
