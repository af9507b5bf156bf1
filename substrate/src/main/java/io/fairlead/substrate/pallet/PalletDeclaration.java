package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that metadata tells of a pallet, except its index, which the profile gives.
 *
 * @param name of the pallet in the runtime
 * @param storagePrefix of its items; null when it has no storage
 * @param items in metadata order
 * @param calls the call enum; null without calls
 * @param events the event enum; null without events
 * @param errors shape of the error enum; null without errors
 * @param constants in metadata order
 */
public record PalletDeclaration(String name, @Nullable String storagePrefix, List<Item> items,
    @Nullable EnumCodec<? extends Call> calls, @Nullable EnumCodec<? extends Event> events,
    @Nullable Shape errors, List<Constant> constants) {

  public PalletDeclaration {
    items = List.copyOf(items);
    constants = List.copyOf(constants);
  }

  /** A constant: its encoded value. */
  public record Constant(String name, Shape shape, byte[] value) {

    /** The constant {@code value}. */
    public static <T> Constant of(String name, Codec<T> codec, T value) {
      return new Constant(name, codec.shape(), codec.encode(value));
    }
  }
}
