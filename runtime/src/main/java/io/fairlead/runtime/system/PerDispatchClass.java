package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/** One value for each class of dispatch ({@code frame_support::dispatch::PerDispatchClass}). */
public record PerDispatchClass<T>(T normal, T operational, T mandatory) {

  /** The three in order. */
  public static <T> Codec<PerDispatchClass<T>> codec(Codec<T> each) {
    return Codecs.struct("frame_support::dispatch::PerDispatchClass",
        Fields.of(PerDispatchClass::new,
            Fields.field("normal", PerDispatchClass::normal, each, "T"),
            Fields.field("operational", PerDispatchClass::operational, each, "T"),
            Fields.field("mandatory", PerDispatchClass::mandatory, each, "T")),
        Shape.param("T", each.shape()));
  }

  /** The value of {@code of}. */
  public T get(DispatchClass of) {
    return switch (of) {
      case NORMAL -> normal;
      case OPERATIONAL -> operational;
      case MANDATORY -> mandatory;
    };
  }

  /** The same with another value for {@code of}. */
  public PerDispatchClass<T> with(DispatchClass of, T next) {
    return switch (of) {
      case NORMAL -> new PerDispatchClass<>(next, operational, mandatory);
      case OPERATIONAL -> new PerDispatchClass<>(normal, next, mandatory);
      case MANDATORY -> new PerDispatchClass<>(normal, operational, next);
    };
  }
}
