package io.fairlead.restaking.lst.wire;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do with a setting. */
public sealed interface ConfigOp<T> {
  /** Leave it. */
  record Noop<T>() implements ConfigOp<T> {}

  /** Set it. */
  record Set<T>(T value) implements ConfigOp<T> {}

  /** Remove it. */
  record Remove<T>() implements ConfigOp<T> {}

  /** The setting after this, which is {@code before} now. */
  default @Nullable T applied(@Nullable T before) {
    return switch (this) {
      case Noop<T>() -> before;
      case Set<T>(T value) -> value;
      case Remove<T>() -> null;
    };
  }

  /** One byte of index, then the value. */
  static <T> Codec<ConfigOp<T>> codec(Codec<T> value) {
    Shape of = value.shape();
    Shape shape = new Shape.Variants("pallet_tangle_lst::types::ConfigOp",
        List.of(Shape.param("T", of)),
        List.of(new Shape.Case("Noop", 0, List.of()),
            new Shape.Case("Set", 1, List.of(new Shape.Field(null, of, "T"))),
            new Shape.Case("Remove", 2, List.of())));
    return new OpCodec<>(value, shape);
  }

  /** The codec of settings of one type. */
  record OpCodec<T>(Codec<T> value, Shape shape) implements Codec<ConfigOp<T>> {
    @Override
    public void write(ConfigOp<T> op, Output out) {
      switch (op) {
        case Noop<T>() -> out.u8(0);
        case Set<T>(T to) -> {
          out.u8(1);
          value.write(to, out);
        }
        case Remove<T>() -> out.u8(2);
      }
    }

    @Override
    public ConfigOp<T> read(Input in) {
      int tag = in.u8();
      return switch (tag) {
        case 0 -> new Noop<>();
        case 1 -> new Set<>(value.read(in));
        case 2 -> new Remove<>();
        default -> throw in.malformed("Noop, Set or Remove", "index " + tag);
      };
    }

    @Override
    public int size(ConfigOp<T> op) {
      return op instanceof Set<T>(T to) ? 1 + value.size(to) : 1;
    }
  }
}
