package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes by metadata. A struct of one field may be given as the value of that field, and bytes as a
 * list of numbers.
 */
final class DynamicWriter {
  private final Metadata metadata;
  private final Output out;
  private final Deque<String> path = new ArrayDeque<>();
  private int depthLeft = DynamicCodec.DEPTH_MAX;

  DynamicWriter(Metadata metadata, Output out) {
    this.metadata = metadata;
    this.out = out;
  }

  /** The one jump out of the writer. Stackless; never seen outside {@link DynamicCodec}. */
  static final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;
    final String expected;
    final String found;

    Jump(String where, String expected, String found) {
      super(expected, null, false, false);
      this.where = where;
      this.expected = expected;
      this.found = found;
    }

    String where() {
      return where;
    }
  }

  private Jump misfit(String expected, String found) {
    var names = new ArrayList<String>(path);
    return new Jump(String.join(".", names.reversed()), expected, found);
  }

  private Jump misfit(int type, DynamicValue found) {
    return misfit(new TypeText(metadata).ref(type), found.getClass().getSimpleName());
  }

  private void enter() {
    if (--depthLeft < 0) {
      throw misfit("no deeper nesting", "more levels than allowed");
    }
  }

  void write(int type, DynamicValue value) {
    enter();
    switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> composite(type, fields, value);
      case TypeDef.Variant(List<TypeDef.Case> cases) -> variant(type, cases, value);
      case TypeDef.Sequence(int element) -> {
        if (value instanceof DynamicValue.Blob(Bytes bytes)) {
          blob(type, element, bytes, true);
        } else if (value instanceof DynamicValue.Items(List<DynamicValue> items)) {
          out.compact(items.size());
          items(element, items);
        } else {
          throw misfit(type, value);
        }
      }
      case TypeDef.Array(long length, int element) -> array(type, length, element, value);
      case TypeDef.Tuple(List<Integer> elements) -> tuple(type, elements, value);
      case TypeDef.Primitive(Shape.Kind kind) -> primitive(type, kind, value);
      case TypeDef.Compact(int inner) -> compact(inner, value);
      case TypeDef.BitSequence(int store, int order) -> bits(type, store, value);
    }
    depthLeft++;
  }

  private void member(String name, int type, DynamicValue value) {
    path.push(name);
    write(type, value);
    path.pop();
  }

  private void composite(int type, List<TypeDef.Field> fields, DynamicValue value) {
    if (value instanceof DynamicValue.Struct(List<DynamicValue.Member> members)) {
      members(type, fields, members);
    } else if (fields.size() == 1) {
      member(name(fields.getFirst(), 0), fields.getFirst().type(), value);
    } else {
      throw misfit(type, value);
    }
  }

  private static String name(TypeDef.Field field, int place) {
    String name = field.name();
    return name == null ? Integer.toString(place) : name;
  }

  private void members(int type, List<TypeDef.Field> fields, List<DynamicValue.Member> members) {
    if (members.size() != fields.size()) {
      throw misfit(fields.size() + " fields of " + new TypeText(metadata).ref(type),
          Integer.toString(members.size()));
    }
    for (int i = 0; i < fields.size(); i++) {
      TypeDef.Field field = fields.get(i);
      member(name(field, i), field.type(), pick(members, field.name(), i));
    }
  }

  private DynamicValue pick(List<DynamicValue.Member> members, @Nullable String name, int place) {
    DynamicValue.Member atPlace = members.get(place);
    if (name == null || atPlace.name() == null || name.equals(atPlace.name())) {
      return atPlace.value();
    }
    return members.stream().filter(m -> name.equals(m.name())).findFirst()
        .orElseThrow(() -> misfit("field " + name, "none of that name")).value();
  }

  private void variant(int type, List<TypeDef.Case> cases, DynamicValue value) {
    if (!(value instanceof DynamicValue.Choice choice)) {
      throw misfit(type, value);
    }
    TypeDef.Case found = cases.stream().filter(c -> c.name().equals(choice.name())).findFirst()
        .orElseThrow(() -> misfit("variant of " + metadata.type(type).pathText(), choice.name()));
    out.u8(found.index());
    path.push(found.name());
    members(type, found.fields(), choice.members());
    path.pop();
  }

  private void items(int element, List<DynamicValue> items) {
    for (int i = 0; i < items.size(); i++) {
      member(Integer.toString(i), element, items.get(i));
    }
  }

  private void blob(int type, int element, Bytes bytes, boolean withLength) {
    if (!(metadata.type(element).def() instanceof TypeDef.Primitive(Shape.Kind kind)
        && kind == Shape.Kind.U8)) {
      throw misfit(new TypeText(metadata).ref(type), "bytes");
    }
    if (withLength) {
      out.compact(bytes.size());
    }
    out.raw(bytes.array());
  }

  private void array(int type, long length, int element, DynamicValue value) {
    int count = switch (value) {
      case DynamicValue.Blob(Bytes bytes) -> bytes.size();
      case DynamicValue.Items(List<DynamicValue> items) -> items.size();
      case DynamicValue other -> throw misfit(type, other);
    };
    if (count != length) {
      throw misfit(length + " elements", Integer.toString(count));
    }
    if (value instanceof DynamicValue.Blob(Bytes bytes)) {
      blob(type, element, bytes, false);
    } else if (value instanceof DynamicValue.Items(List<DynamicValue> items)) {
      items(element, items);
    }
  }

  private void tuple(int type, List<Integer> elements, DynamicValue value) {
    if (!(value instanceof DynamicValue.Items(List<DynamicValue> items))) {
      throw misfit(type, value);
    }
    if (items.size() != elements.size()) {
      throw misfit(elements.size() + " elements", Integer.toString(items.size()));
    }
    for (int i = 0; i < items.size(); i++) {
      member(Integer.toString(i), elements.get(i), items.get(i));
    }
  }

  private void primitive(int type, Shape.Kind kind, DynamicValue value) {
    switch (kind) {
      case BOOL -> {
        if (!(value instanceof DynamicValue.Bool(boolean bit))) {
          throw misfit(type, value);
        }
        out.u8(bit ? 1 : 0);
      }
      case CHAR -> {
        if (!(value instanceof DynamicValue.Char(int codePoint)) || codePoint < 0
            || codePoint > Character.MAX_CODE_POINT
            || codePoint >= 0xd800 && codePoint < 0xe000) {
          throw misfit(type, value);
        }
        out.u32(codePoint);
      }
      case STR -> {
        if (!(value instanceof DynamicValue.Text(String text))) {
          throw misfit(type, value);
        }
        Codecs.STRING.write(text, out);
      }
      case U8 -> integer(type, 8, false, value);
      case U16 -> integer(type, 16, false, value);
      case U32 -> integer(type, 32, false, value);
      case U64 -> integer(type, 64, false, value);
      case U128 -> integer(type, 128, false, value);
      case U256 -> integer(type, 256, false, value);
      case I8 -> integer(type, 8, true, value);
      case I16 -> integer(type, 16, true, value);
      case I32 -> integer(type, 32, true, value);
      case I64 -> integer(type, 64, true, value);
      case I128 -> integer(type, 128, true, value);
      case I256 -> integer(type, 256, true, value);
    }
  }

  private BigInteger inRange(int type, int bits, boolean signed, DynamicValue value) {
    if (!(value instanceof DynamicValue.Number(BigInteger number))) {
      throw misfit(type, value);
    }
    if (signed ? number.bitLength() >= bits : number.signum() < 0 || number.bitLength() > bits) {
      throw misfit(new TypeText(metadata).ref(type), number.toString());
    }
    return number;
  }

  private void integer(int type, int bits, boolean signed, DynamicValue value) {
    BigInteger number = inRange(type, bits, signed, value);
    for (int shift = 0; shift < bits; shift += 64) {
      long word = number.shiftRight(shift).longValue();
      for (int i = 0; i < Math.min(64, bits - shift); i += 8) {
        out.u8((int) (word >>> i));
      }
    }
  }

  private void compact(int inner, DynamicValue value) {
    enter();
    switch (metadata.type(inner).def()) {
      case TypeDef.Primitive(Shape.Kind kind) -> {
        int bits = switch (kind) {
          case U8 -> 8;
          case U16 -> 16;
          case U32 -> 32;
          case U64 -> 64;
          case U128 -> 128;
          case BOOL, CHAR, STR, U256, I8, I16, I32, I64, I128, I256 ->
              throw misfit("a type with a compact form", "type " + inner);
        };
        Balance number = Balance.of(inRange(inner, bits, false, value));
        out.compact(number.high(), number.low());
      }
      case TypeDef.Composite(List<TypeDef.Field> fields) when fields.size() == 1 ->
          compact(fields.getFirst().type(),
              value instanceof DynamicValue.Struct s && s.members().size() == 1
                  ? s.members().getFirst().value() : value);
      case TypeDef.Tuple(List<Integer> elements) when elements.size() == 1 ->
          compact(elements.getFirst(),
              value instanceof DynamicValue.Items i && i.items().size() == 1
                  ? i.items().getFirst() : value);
      case TypeDef.Composite(List<TypeDef.Field> fields) when fields.isEmpty() -> {
      }
      case TypeDef.Tuple(List<Integer> elements) when elements.isEmpty() -> {
      }
      case TypeDef other -> throw misfit("a type with a compact form", "type " + inner);
    }
    depthLeft++;
  }

  private void bits(int type, int store, DynamicValue value) {
    int width = DynamicReader.wordBits(metadata, store);
    if (!(value instanceof DynamicValue.Bits(long count, Bytes words)) || width == 0 || count < 0
        || count > 0xffff_ffffL || words.size() != (count + width - 1) / width * (width / 8)) {
      throw misfit(type, value);
    }
    out.compact(count);
    out.raw(words.array());
  }
}
