package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.DynamicValue.Member;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Values of a chain's types as JSON for people and scripts. Accounts are addresses of the chain, bytes
 * hexadecimal, numbers of 128 bits and more are text, as are smaller ones beyond 2^53; a variant is its
 * name, or an object of its name and what is in it; an {@code Option} is null or the value.
 * {@link JsonToValue} takes what this gives.
 */
public final class ValueToJson {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final BigInteger EXACT_MAX = BigInteger.ONE.shiftLeft(53);

  private final Metadata metadata;
  private final int ss58Prefix;

  /** JSON of values of {@code metadata}'s types, addresses with {@code ss58Prefix}. */
  public ValueToJson(Metadata metadata, int ss58Prefix) {
    this.metadata = metadata;
    this.ss58Prefix = ss58Prefix;
  }

  /** A value that was decoded as type {@code type}. */
  public JsonNode json(int type, DynamicValue value) {
    return switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> composite(type, fields, value);
      case TypeDef.Variant(List<TypeDef.Case> cases) -> variant(type, cases, value);
      case TypeDef.Sequence(int element) -> sequence(element, value);
      case TypeDef.Array(long length, int element) -> sequence(element, value);
      case TypeDef.Tuple(List<Integer> elements) -> tuple(elements, value);
      case TypeDef.Primitive(Shape.Kind kind) -> primitive(kind, value);
      case TypeDef.Compact(int inner) -> json(inner, value);
      case TypeDef.BitSequence(int store, int order) -> plain(value);
    };
  }

  private JsonNode composite(int type, List<TypeDef.Field> fields, DynamicValue value) {
    String name = metadata.type(type).name();
    DynamicValue inner = value.unwrapped();
    if (inner instanceof DynamicValue.Blob(Bytes bytes)) {
      if (name.equals("AccountId32") && bytes.size() == 32) {
        return MAKE.textNode(Ss58.encode(ss58Prefix, bytes.array()));
      }
      return name.equals("BoundedString") ? text(bytes) : plain(inner);
    }
    return fields(fields, value.fields());
  }

  /** The fields of a struct or of a variant that has some. */
  private JsonNode fields(List<TypeDef.Field> fields, List<Member> members) {
    if (fields.size() == 1 && fields.getFirst().name() == null && members.size() == 1) {
      return json(fields.getFirst().type(), members.getFirst().value());
    }
    boolean named = fields.isEmpty() || fields.getFirst().name() != null;
    var object = MAKE.objectNode();
    var array = MAKE.arrayNode();
    for (int i = 0; i < Math.min(fields.size(), members.size()); i++) {
      JsonNode json = json(fields.get(i).type(), members.get(i).value());
      object.set(String.valueOf(fields.get(i).name()), json);
      array.add(json);
    }
    return named ? object : array;
  }

  private JsonNode variant(int type, List<TypeDef.Case> cases, DynamicValue value) {
    if (!(value instanceof DynamicValue.Choice(String name, int index, List<Member> members))) {
      return plain(value);
    }
    List<TypeDef.Field> fields = cases.stream().filter(c -> c.name().equals(name)).findFirst()
        .map(TypeDef.Case::fields).orElse(List.of());
    if (isOption(metadata, type)) {
      if (fields.isEmpty()) {
        return MAKE.nullNode();
      }
      JsonNode inner = fields(fields, members);
      return isOption(metadata, fields.getFirst().type()) ? MAKE.objectNode().set(name, inner)
          : inner;
    }
    return fields.isEmpty() ? MAKE.textNode(name)
        : MAKE.objectNode().set(name, fields(fields, members));
  }

  static boolean isOption(Metadata metadata, int type) {
    return metadata.type(type).path().equals(List.of("Option"));
  }

  private JsonNode sequence(int element, DynamicValue value) {
    if (!(value instanceof DynamicValue.Items(List<DynamicValue> items))) {
      return plain(value);
    }
    var array = MAKE.arrayNode();
    items.forEach(item -> array.add(json(element, item)));
    return array;
  }

  private JsonNode tuple(List<Integer> elements, DynamicValue value) {
    if (!(value instanceof DynamicValue.Items(List<DynamicValue> items)) || elements.isEmpty()) {
      return elements.isEmpty() ? MAKE.nullNode() : plain(value);
    }
    var array = MAKE.arrayNode();
    for (int i = 0; i < Math.min(elements.size(), items.size()); i++) {
      array.add(json(elements.get(i), items.get(i)));
    }
    return array;
  }

  private static JsonNode primitive(Shape.Kind kind, DynamicValue value) {
    boolean wide = switch (kind) {
      case U128, U256, I128, I256 -> true;
      case BOOL, CHAR, STR, U8, U16, U32, U64, I8, I16, I32, I64 -> false;
    };
    return wide && value instanceof DynamicValue.Number(BigInteger number)
        ? MAKE.textNode(number.toString()) : plain(value);
  }

  /** Text where the bytes are readable UTF-8, else hexadecimal. */
  private static JsonNode text(Bytes bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array()))
          .toString();
      boolean readable = !text.startsWith("0x") && text.codePoints()
          .allMatch(c -> c >= ' ' && c != 0x7f || c == '\n' || c == '\t');
      return MAKE.textNode(readable ? text : bytes.toString());
    } catch (CharacterCodingException notText) {
      return MAKE.textNode(bytes.toString());
    }
  }

  /** A value by itself, without its type. */
  private static JsonNode plain(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Bool(boolean bit) -> MAKE.booleanNode(bit);
      case DynamicValue.Number(BigInteger n) when n.abs().compareTo(EXACT_MAX) < 0 ->
          MAKE.numberNode(n.longValueExact());
      case DynamicValue.Number(BigInteger n) -> MAKE.textNode(n.toString());
      case DynamicValue.Text(String text) -> MAKE.textNode(text);
      case DynamicValue.Char(int codePoint) -> MAKE.textNode(Character.toString(codePoint));
      case DynamicValue.Blob(Bytes bytes) -> MAKE.textNode(bytes.toString());
      case DynamicValue.Bits(long count, Bytes words) ->
          MAKE.objectNode().put("count", count).put("words", words.toString());
      case DynamicValue.Choice choice -> MAKE.textNode(choice.name());
      case DynamicValue.Struct struct -> MAKE.textNode(struct.toString());
      case DynamicValue.Items items -> MAKE.textNode(items.toString());
    };
  }
}
