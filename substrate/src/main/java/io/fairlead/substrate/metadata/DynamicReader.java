package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads by metadata. */
final class DynamicReader {
  /** First guess for the capacity of a list: input may lie about its length. */
  private static final int CAPACITY_MAX = 1024;

  private final Metadata metadata;
  private final Input in;
  /** Values that may still be made: types without bytes could make ever more from nothing. */
  private long budget;

  DynamicReader(Metadata metadata, Input in) {
    this.metadata = metadata;
    this.in = in;
    this.budget = 4096 + 64L * in.remaining();
  }

  DynamicValue read(int type) {
    if (--budget < 0) {
      throw in.malformed("values that take bytes", "ever more without");
    }
    in.enter();
    DynamicValue value = switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) ->
          new DynamicValue.Struct(members(fields));
      case TypeDef.Variant(List<TypeDef.Case> cases) -> choice(type, cases);
      case TypeDef.Sequence(int element) -> isByte(element)
          ? new DynamicValue.Blob(Bytes.wrap(in.raw(in.length(Codecs.UNBOUNDED, 1))))
          : items(in.compactU32(), element);
      case TypeDef.Array(long length, int element) -> isByte(element)
          ? new DynamicValue.Blob(Bytes.wrap(in.raw(bounded(length)))) : items(length, element);
      case TypeDef.Tuple(List<Integer> elements) -> tuple(elements);
      case TypeDef.Primitive(Shape.Kind kind) -> primitive(kind);
      case TypeDef.Compact(int inner) -> compact(inner);
      case TypeDef.BitSequence(int store, int order) -> bits(store);
    };
    in.leave();
    return value;
  }

  private boolean isByte(int type) {
    return metadata.type(type).def() instanceof TypeDef.Primitive(Shape.Kind kind)
        && kind == Shape.Kind.U8;
  }

  private int bounded(long length) {
    if (length > in.remaining()) {
      throw in.malformed(length + " bytes", in.remaining() + " bytes");
    }
    return (int) length;
  }

  private List<DynamicValue.Member> members(List<TypeDef.Field> fields) {
    var members = new ArrayList<DynamicValue.Member>(Math.min(fields.size(), CAPACITY_MAX));
    for (TypeDef.Field field : fields) {
      members.add(new DynamicValue.Member(field.name(), read(field.type())));
    }
    return members;
  }

  private DynamicValue choice(int type, List<TypeDef.Case> cases) {
    int index = in.u8();
    for (TypeDef.Case c : cases) {
      if (c.index() == index) {
        return new DynamicValue.Choice(c.name(), index, members(c.fields()));
      }
    }
    throw in.malformed("variant of " + metadata.type(type).pathText(), "index " + index);
  }

  private DynamicValue items(long count, int element) {
    if (count > budget) {
      throw in.malformed(count + " elements", in.remaining() + " bytes left");
    }
    var items = new ArrayList<DynamicValue>((int) Math.min(count, CAPACITY_MAX));
    for (long i = 0; i < count; i++) {
      items.add(read(element));
    }
    return new DynamicValue.Items(items);
  }

  private DynamicValue tuple(List<Integer> elements) {
    var items = new ArrayList<DynamicValue>(Math.min(elements.size(), CAPACITY_MAX));
    for (int element : elements) {
      items.add(read(element));
    }
    return new DynamicValue.Items(items);
  }

  private DynamicValue primitive(Shape.Kind kind) {
    return switch (kind) {
      case BOOL -> new DynamicValue.Bool(in.bool());
      case CHAR -> character();
      case STR -> new DynamicValue.Text(Codecs.STRING.read(in));
      case U8 -> DynamicValue.number(in.u8());
      case U16 -> DynamicValue.number(in.u16());
      case U32 -> DynamicValue.number(in.u32());
      case U64 -> unsigned(0, in.u64());
      case U128 -> {
        Balance value = Balance.CODEC.read(in);
        yield unsigned(value.high(), value.low());
      }
      case U256 -> new DynamicValue.Number(new BigInteger(1, reversed(in.raw(32))));
      case I8 -> DynamicValue.number((byte) in.u8());
      case I16 -> DynamicValue.number((short) in.u16());
      case I32 -> DynamicValue.number((int) in.u32());
      case I64 -> DynamicValue.number(in.u64());
      case I128 -> new DynamicValue.Number(new BigInteger(reversed(in.raw(16))));
      case I256 -> new DynamicValue.Number(new BigInteger(reversed(in.raw(32))));
    };
  }

  private DynamicValue character() {
    long scalar = in.u32();
    if (scalar > Character.MAX_CODE_POINT || scalar >= 0xd800 && scalar < 0xe000) {
      throw in.malformed("a Unicode scalar value", Long.toHexString(scalar));
    }
    return new DynamicValue.Char((int) scalar);
  }

  private static DynamicValue unsigned(long high, long low) {
    return high == 0 && low >= 0 ? DynamicValue.number(low)
        : new DynamicValue.Number(new Balance(high, low).toBigInteger());
  }

  private static byte[] reversed(byte[] littleEndian) {
    byte[] bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
    }
    return bigEndian;
  }

  /** The compact form of a number, of a wrapper of one, or of nothing. */
  private DynamicValue compact(int inner) {
    in.enter();
    DynamicValue value = switch (metadata.type(inner).def()) {
      case TypeDef.Primitive(Shape.Kind kind) -> compactNumber(kind);
      case TypeDef.Composite(List<TypeDef.Field> fields) when fields.size() == 1 ->
          new DynamicValue.Struct(List.of(new DynamicValue.Member(fields.getFirst().name(),
              compact(fields.getFirst().type()))));
      case TypeDef.Composite(List<TypeDef.Field> fields) when fields.isEmpty() ->
          new DynamicValue.Struct(List.of());
      case TypeDef.Tuple(List<Integer> elements) when elements.size() == 1 ->
          new DynamicValue.Items(List.of(compact(elements.getFirst())));
      case TypeDef.Tuple(List<Integer> elements) when elements.isEmpty() -> DynamicValue.UNIT;
      case TypeDef other -> throw in.malformed("a type with a compact form", "type " + inner);
    };
    in.leave();
    return value;
  }

  private DynamicValue compactNumber(Shape.Kind kind) {
    int width = switch (kind) {
      case U8 -> 8;
      case U16 -> 16;
      case U32 -> 32;
      case U64 -> 64;
      case U128 -> 128;
      case BOOL, CHAR, STR, U256, I8, I16, I32, I64, I128, I256 ->
          throw in.malformed("a type with a compact form", kind.name());
    };
    Balance value = in.compactU128(Balance::new);
    BigInteger number = value.toBigInteger();
    if (number.bitLength() > width) {
      throw in.malformed("compact u" + width, number.toString());
    }
    return new DynamicValue.Number(number);
  }

  private DynamicValue bits(int store) {
    int width = wordBits(metadata, store);
    if (width == 0) {
      throw in.malformed("words of bits", "type " + store);
    }
    long count = in.compactU32();
    long bytes = (count + width - 1) / width * (width / 8);
    return new DynamicValue.Bits(count, Bytes.wrap(in.raw(bounded(bytes))));
  }

  /** Bits in a word of a bit sequence; 0 for types that are no words. */
  static int wordBits(Metadata metadata, int store) {
    if (!(metadata.type(store).def() instanceof TypeDef.Primitive(Shape.Kind kind))) {
      return 0;
    }
    return switch (kind) {
      case U8 -> 8;
      case U16 -> 16;
      case U32 -> 32;
      case U64 -> 64;
      case BOOL, CHAR, STR, U128, U256, I8, I16, I32, I64, I128, I256 -> 0;
    };
  }
}
