package io.fairlead.services;

import io.fairlead.services.wire.Field;
import io.fairlead.substrate.pallet.ChainPanic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether fields can become tokens of a contract's ABI ({@code Field::encode_to_ethabi}). The chain
 * converts them on the way into the hook and panics on a negative integer, so the pallet asks here
 * just before every hook that carries fields; scripted managers and contracts then behave the same.
 */
final class AbiForm {
  private AbiForm() {}

  /** Panics if a field, at any depth, is a negative integer. */
  static void ensure(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      ensure(fields.get(i));
    }
  }

  private static void ensure(@Nullable Field field) {
    switch (field) {
      case null -> {
      }
      case Field.Uint64 f -> {
      }
      case Field.Int8 f -> ensureNotNegative(f.value());
      case Field.Int16 f -> ensureNotNegative(f.value());
      case Field.Int32 f -> ensureNotNegative(f.value());
      case Field.Int64 f -> ensureNotNegative(f.value());
      case Field.Optional f -> ensure(f.value());
      case Field.Array f -> ensure(f.elements());
      case Field.Sequence f -> ensure(f.elements());
      case Field.Struct f -> f.members().forEach(member -> ensure(member.value()));
      case Field.Bool f -> {
      }
      case Field.Uint8 f -> {
      }
      case Field.Uint16 f -> {
      }
      case Field.Uint32 f -> {
      }
      case Field.Text f -> {
      }
      case Field.Account f -> {
      }
    }
  }

  private static void ensureNotNegative(long value) {
    if (value < 0) {
      throw new ChainPanic("unsigned integer can't be created from negative value " + value);
    }
  }
}
