package io.fairlead.runtime;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** A value or a dispatch error, as runtime APIs answer. */
sealed interface Results<T> {
  /** The value. */
  record Ok<T>(T value) implements Results<T> {}

  /** The error. */
  record Err<T>(DispatchError error) implements Results<T> {}

  /** {@code Result<T, DispatchError>}. */
  static <T> Codec<Results<T>> codec(Codec<T> value, Codec<DispatchError> errors) {
    return new Wire<>(value, errors);
  }

  /** The shape of {@code Result<T, E>}. */
  static Shape shape(Shape ok, Shape err) {
    return new Shape.Variants("Result", List.of(Shape.param("T", ok), Shape.param("E", err)),
        List.of(new Shape.Case("Ok", 0, List.of(new Shape.Field(null, ok, null))),
            new Shape.Case("Err", 1, List.of(new Shape.Field(null, err, null)))));
  }

  /** The codec. */
  record Wire<T>(Codec<T> values, Codec<DispatchError> errors) implements Codec<Results<T>> {
    @Override
    public void write(Results<T> result, Output out) {
      switch (result) {
        case Ok<T>(T value) -> {
          out.u8(0);
          values.write(value, out);
        }
        case Err<T>(DispatchError error) -> {
          out.u8(1);
          errors.write(error, out);
        }
      }
    }

    @Override
    public Results<T> read(Input in) {
      return in.bool() ? new Err<>(errors.read(in)) : new Ok<>(values.read(in));
    }

    @Override
    public int size(Results<T> result) {
      return 1 + switch (result) {
        case Ok<T>(T value) -> values.size(value);
        case Err<T>(DispatchError error) -> errors.size(error);
      };
    }

    @Override
    public Shape shape() {
      return Results.shape(values.shape(), errors.shape());
    }
  }
}
