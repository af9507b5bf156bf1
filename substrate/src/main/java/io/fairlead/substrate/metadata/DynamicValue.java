package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value whose type only the metadata of a chain knows. */
public sealed interface DynamicValue {

  /** A boolean. */
  record Bool(boolean value) implements DynamicValue {}

  /** A number of any width, compact or not. */
  record Number(BigInteger value) implements DynamicValue {}

  /** A string. */
  record Text(String value) implements DynamicValue {}

  /** A Unicode scalar value. */
  record Char(int codePoint) implements DynamicValue {}

  /** {@code Vec<u8>} or {@code [u8; n]}. */
  record Blob(Bytes bytes) implements DynamicValue {}

  /** Any other sequence, array or tuple; the unit has no items. */
  record Items(List<DynamicValue> items) implements DynamicValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A struct. */
  record Struct(List<Member> members) implements DynamicValue {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /** A variant of an enum. */
  record Choice(String name, int index, List<Member> members) implements DynamicValue {
    public Choice {
      members = List.copyOf(members);
    }
  }

  /** Bits in words as they stand on the wire. */
  record Bits(long count, Bytes words) implements DynamicValue {}

  /** A field with its name, if it has one. */
  record Member(@Nullable String name, DynamicValue value) {}

  /** The unit: an empty tuple. */
  DynamicValue UNIT = new Items(List.of());

  /** A number. */
  static DynamicValue number(long value) {
    return new Number(BigInteger.valueOf(value));
  }

  /** A variant without fields, by name; the encoder finds its index. */
  static DynamicValue choice(String name, Member... members) {
    return new Choice(name, 0, List.of(members));
  }

  /** A field with a name. */
  static Member member(String name, DynamicValue value) {
    return new Member(name, value);
  }

  /** A field without a name. */
  static Member member(DynamicValue value) {
    return new Member(null, value);
  }

  /** The fields of a struct or variant; none for other values. */
  default List<Member> fields() {
    return switch (this) {
      case Struct(List<Member> members) -> members;
      case Choice choice -> choice.members();
      case Bool b -> List.of();
      case Number n -> List.of();
      case Text t -> List.of();
      case Char c -> List.of();
      case Blob b -> List.of();
      case Items i -> List.of();
      case Bits b -> List.of();
    };
  }

  /** The field of that name of a struct or variant. */
  default Optional<DynamicValue> field(String name) {
    return fields().stream().filter(m -> name.equals(m.name())).map(Member::value).findFirst();
  }

  /** The field at that place of a struct or variant. */
  default Optional<DynamicValue> field(int place) {
    return place < fields().size() ? Optional.of(fields().get(place).value()) : Optional.empty();
  }

  /** What is inside structs of one field without a name, such as {@code AccountId32([u8; 32])}. */
  default DynamicValue unwrapped() {
    DynamicValue inner = this;
    while (inner instanceof Struct(List<Member> members) && members.size() == 1
        && members.getFirst().name() == null) {
      inner = members.getFirst().value();
    }
    return inner;
  }
}
