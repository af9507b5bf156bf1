package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.ReadOnly;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Values of the chain as JSON in its own words, by the shape of their types: accounts are addresses,
 * bytes hexadecimal, numbers beyond 2^53 text; a variant is its name, or an object of its name and what
 * is in it; an {@code Option} is null or the value.
 */
final class ShapeJson {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final long EXACT_MAX = 1L << 53;

  private final int ss58Prefix;

  ShapeJson(int ss58Prefix) {
    this.ss58Prefix = ss58Prefix;
  }

  /** A value by its codec. */
  <T> JsonNode json(Codec<T> codec, T value) {
    Shape shape = codec.shape();
    ReadOnly<JsonNode> reading = in -> read(shape, in);
    return switch (reading.decode(codec.encode(value))) {
      case Decoded.Value<JsonNode>(JsonNode json) -> json;
      case Decoded.Malformed<JsonNode> bad -> throw new IllegalStateException(
          "a value is not of the shape of its type: " + bad.message());
    };
  }

  private JsonNode read(Shape shape, Input in) {
    return switch (shape) {
      case Shape.Primitive(Shape.Kind kind) -> primitive(kind, in);
      case Shape.Compact(Shape inner) -> compact(in);
      case Shape.Sequence(Shape element) ->
          elements(element, in.length(Codecs.UNBOUNDED, 0), in);
      case Shape.Array(int length, Shape element) -> elements(element, length, in);
      case Shape.Tuple(List<Shape> elements) -> {
        var array = MAKE.arrayNode();
        elements.forEach(element -> array.add(read(element, in)));
        yield array.isEmpty() ? MAKE.nullNode() : array;
      }
      case Shape.Composite composite -> composite(composite, in);
      case Shape.Variants variants -> variant(variants, in);
      case Shape.Lazy(var target) -> read(target.get(), in);
    };
  }

  private static JsonNode primitive(Shape.Kind kind, Input in) {
    return switch (kind) {
      case BOOL -> MAKE.booleanNode(in.bool());
      case STR -> MAKE.textNode(Codecs.STRING.read(in));
      case U8 -> MAKE.numberNode(in.u8());
      case U16 -> MAKE.numberNode(in.u16());
      case U32, CHAR -> MAKE.numberNode(in.u32());
      case U64 -> number(in.u64());
      case U128 -> MAKE.textNode(Balance.CODEC.read(in).toString());
      case I8 -> MAKE.numberNode((byte) in.u8());
      case I16 -> MAKE.numberNode((short) in.u16());
      case I32 -> MAKE.numberNode((int) in.u32());
      case I64 -> MAKE.numberNode(in.u64());
      case U256, I256 -> MAKE.textNode(Bytes.wrap(in.raw(32)).toString());
      case I128 -> MAKE.textNode(Bytes.wrap(in.raw(16)).toString());
    };
  }

  private static JsonNode number(long unsigned) {
    return unsigned >= 0 && unsigned < EXACT_MAX ? MAKE.numberNode(unsigned)
        : MAKE.textNode(Long.toUnsignedString(unsigned));
  }

  private static JsonNode compact(Input in) {
    Balance value = in.compactU128(Balance::new);
    return value.high() == 0 ? number(value.low()) : MAKE.textNode(value.toString());
  }

  private JsonNode elements(Shape element, int length, Input in) {
    if (element instanceof Shape.Primitive(Shape.Kind kind) && kind == Shape.Kind.U8) {
      return MAKE.textNode(Bytes.wrap(in.raw(length)).toString());
    }
    var array = MAKE.arrayNode();
    for (int i = 0; i < length; i++) {
      array.add(read(element, in));
    }
    return array;
  }

  private JsonNode composite(Shape.Composite composite, Input in) {
    if (composite.path().endsWith("::AccountId32")) {
      return MAKE.textNode(Ss58.encode(ss58Prefix, in.raw(32)));
    }
    if (composite.path().endsWith("BoundedString")) {
      return MAKE.textNode(Readable.of(Bytes.wrap(in.raw(in.length(Codecs.UNBOUNDED, 1)))));
    }
    return fields(composite.fields(), in);
  }

  private JsonNode fields(List<Shape.Field> fields, Input in) {
    if (fields.isEmpty()) {
      return MAKE.nullNode();
    }
    if (fields.getFirst().name() == null) {
      if (fields.size() == 1) {
        return read(fields.getFirst().shape(), in);
      }
      var array = MAKE.arrayNode();
      fields.forEach(field -> array.add(read(field.shape(), in)));
      return array;
    }
    var object = MAKE.objectNode();
    fields.forEach(field -> object.set(String.valueOf(field.name()), read(field.shape(), in)));
    return object;
  }

  private JsonNode variant(Shape.Variants variants, Input in) {
    int index = in.u8();
    Shape.Case chosen = variants.cases().stream().filter(each -> each.index() == index).findFirst()
        .orElseThrow(() -> in.malformed("a variant of " + variants.path(),
            Integer.toString(index)));
    if (variants.path().equals("Option")) {
      return fields(chosen.fields(), in);
    }
    return chosen.fields().isEmpty() ? MAKE.textNode(chosen.name())
        : MAKE.objectNode().set(chosen.name(), fields(chosen.fields(), in));
  }
}
