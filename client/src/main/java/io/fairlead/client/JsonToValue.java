package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fairlead.substrate.keys.KeyResult;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.keys.Suri;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.DynamicValue.Member;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as values of a chain's types: what {@link ValueToJson} gives, and what is natural to type. A
 * struct is an object by field name or an array in order; a variant its name, or an object of its name
 * and its fields; bytes are hexadecimal or text; an account an address of any network, 0x and 64 digits,
 * or a development key such as {@code //Alice}; a number may be text, decimal or 0x, and an amount
 * {@code "1.5 TNT"}; a whole call may be its SCALE bytes.
 */
public final class JsonToValue {
  private final Metadata metadata;
  private final Units units;
  private final Deque<String> path = new ArrayDeque<>();
  private int depth;

  /** Reads values of {@code metadata}'s types, amounts in {@code units}. */
  public JsonToValue(Metadata metadata, Units units) {
    this.metadata = metadata;
    this.units = units;
  }

  /** The one jump out of the reader; never seen outside. */
  private static final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Encoded.Misfit misfit;

    Jump(Encoded.Misfit misfit) {
      super(misfit.message(), null, false, false);
      this.misfit = misfit;
    }
  }

  private Jump misfit(String expected, String found) {
    return new Jump(
        new Encoded.Misfit(String.join(".", new ArrayList<>(path).reversed()), expected, found));
  }

  private Jump misfit(int type, JsonNode found) {
    return misfit(described(type), shown(found));
  }

  private static String shown(JsonNode json) {
    String text = json.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The bytes of {@code json} as a value of {@code type}, or where it is not one. */
  public Encoded encode(int type, JsonNode json) {
    try {
      return new DynamicCodec(metadata, type).encode(read(type, json));
    } catch (Jump jump) {
      return jump.misfit;
    }
  }

  /** The bytes of the arguments of a call, by field name or in order; without its indices. */
  public Encoded encodeFields(List<TypeDef.Field> fields, JsonNode json) {
    var all = new io.fairlead.substrate.scale.Output(128);
    try {
      List<Member> members = fields(fields, json);
      for (int i = 0; i < fields.size(); i++) {
        switch (new DynamicCodec(metadata, fields.get(i).type()).encode(members.get(i).value())) {
          case Encoded.Value(Bytes bytes) -> all.raw(bytes.array());
          case Encoded.Misfit(String where, String expected, String found) -> {
            String name = name(fields.get(i), i);
            return new Encoded.Misfit(where.isEmpty() ? name : name + "." + where, expected,
                found);
          }
        }
      }
    } catch (Jump jump) {
      return jump.misfit;
    }
    return new Encoded.Value(Bytes.wrap(all.toBytes()));
  }

  private DynamicValue read(int type, JsonNode json) {
    if (++depth > 256) {
      throw misfit("no deeper nesting", "more levels than allowed");
    }
    DynamicValue value = switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> composite(type, fields, json);
      case TypeDef.Variant(List<TypeDef.Case> cases) -> variant(type, cases, json);
      case TypeDef.Sequence(int element) -> sequence(type, element, json);
      case TypeDef.Array(long length, int element) -> sequence(type, element, json);
      case TypeDef.Tuple(List<Integer> elements) -> tuple(type, elements, json);
      case TypeDef.Primitive(Shape.Kind kind) -> primitive(type, kind, json);
      case TypeDef.Compact(int inner) -> read(inner, json);
      case TypeDef.BitSequence(int store, int order) -> bits(type, json);
    };
    depth--;
    return value;
  }

  private DynamicValue member(String name, int type, JsonNode json) {
    path.push(name);
    DynamicValue value = read(type, json);
    path.pop();
    return value;
  }

  private static String name(TypeDef.Field field, int place) {
    String name = field.name();
    return name == null ? Integer.toString(place) : name;
  }

  private DynamicValue composite(int type, List<TypeDef.Field> fields, JsonNode json) {
    if (metadata.type(type).name().equals("AccountId32") && json.isTextual()) {
      return new DynamicValue.Struct(
          List.of(DynamicValue.member(new DynamicValue.Blob(account(json.asText())))));
    }
    boolean transparent = fields.size() == 1
        && (fields.getFirst().name() == null || !json.isObject() && !json.isArray());
    return new DynamicValue.Struct(transparent
        ? List.of(new Member(fields.getFirst().name(), read(fields.getFirst().type(), json)))
        : fields(fields, json));
  }

  private Bytes account(String text) {
    if (text.startsWith("//")) {
      return switch (Suri.derive(Scheme.SR25519, text)) {
        case KeyResult.Derived(var pair) -> Bytes.wrap(pair.accountIdBytes());
        case KeyResult.Refused(String reason) -> throw misfit("a development key", reason);
      };
    }
    if (text.startsWith("0x")) {
      return Hex.parse(text).filter(bytes -> bytes.length == 32).map(Bytes::wrap)
          .orElseThrow(() -> misfit("0x and 64 hexadecimal digits", text));
    }
    return switch (Ss58.decode(text)) {
      case Ss58.Address good when good.account().length == 32 -> Bytes.wrap(good.account());
      case Ss58.Address other -> throw misfit("the address of an account", text);
      case Ss58.Invalid(String reason) ->
          throw misfit("the address of an account", text + " (" + reason + ")");
    };
  }

  private List<Member> fields(List<TypeDef.Field> fields, JsonNode json) {
    boolean named = !fields.isEmpty() && fields.getFirst().name() != null;
    if (json.isObject() && (named || fields.isEmpty())) {
      return byName(fields, json);
    }
    if (fields.isEmpty() && json.isNull()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw misfit(named ? "an object with " + names(fields) : "an array of " + fields.size(),
          shown(json));
    }
    if (json.size() != fields.size()) {
      throw misfit(fields.size() + " arguments" + (named ? " (" + names(fields) + ")" : ""),
          Integer.toString(json.size()));
    }
    var members = new ArrayList<Member>();
    for (int i = 0; i < fields.size(); i++) {
      TypeDef.Field field = fields.get(i);
      members.add(new Member(field.name(), member(name(field, i), field.type(), json.get(i))));
    }
    return members;
  }

  private static String names(List<TypeDef.Field> fields) {
    return String.join(", ", fields.stream().map(f -> String.valueOf(f.name())).toList());
  }

  private List<Member> byName(List<TypeDef.Field> fields, JsonNode json) {
    List<String> known = fields.stream().map(field -> String.valueOf(field.name())).toList();
    json.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        throw misfit(known.isEmpty() ? "no fields" : "the fields " + names(fields),
            name + Nearest.question(name, known));
      }
    });
    var members = new ArrayList<Member>();
    for (TypeDef.Field field : fields) {
      String name = String.valueOf(field.name());
      JsonNode value = json.get(name);
      if (value == null && !ValueToJson.isOption(metadata, field.type())) {
        path.push(name);
        throw misfit(described(field.type()), "nothing");
      }
      members.add(new Member(name, member(name, field.type(),
          value == null ? NullNode.instance : value)));
    }
    return members;
  }

  private DynamicValue variant(int type, List<TypeDef.Case> cases, JsonNode json) {
    if (ValueToJson.isOption(metadata, type)) {
      return option(cases, json);
    }
    if (json.isTextual()) {
      String text = json.asText();
      if (text.startsWith("0x") && !text.equals("0x")) {
        return encoded(type, text);
      }
      TypeDef.Case named = find(cases, text);
      if (named == null && metadata.type(type).name().equals("MultiAddress")) {
        TypeDef.Case id = find(cases, "Id");
        return new DynamicValue.Choice("Id", id == null ? 0 : id.index(),
            List.of(DynamicValue.member(new DynamicValue.Blob(account(text)))));
      }
    }
    String name = json.isTextual() ? json.asText()
        : json.isObject() && json.size() == 1 ? json.fieldNames().next() : null;
    if (name == null) {
      throw misfit(described(type), shown(json));
    }
    TypeDef.Case found = find(cases, name);
    if (found == null) {
      throw misfit(described(type),
          name + Nearest.question(name, cases.stream().map(TypeDef.Case::name).toList()));
    }
    path.push(name);
    var members = payload(found.fields(), json.isTextual() ? json : json.get(name),
        json.isTextual());
    path.pop();
    return new DynamicValue.Choice(name, found.index(), members);
  }

  private List<Member> payload(List<TypeDef.Field> fields, JsonNode json, boolean onlyName) {
    if (onlyName) {
      if (!fields.isEmpty()) {
        throw misfit("an object with what is in it", "only the name");
      }
      return List.of();
    }
    if (fields.size() == 1 && fields.getFirst().name() == null) {
      return List.of(DynamicValue.member(read(fields.getFirst().type(), json)));
    }
    return fields(fields, json);
  }

  private static TypeDef.@Nullable Case find(List<TypeDef.Case> cases, String name) {
    return cases.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }

  /** SCALE bytes of the whole value, such as the call data of a batch. */
  private DynamicValue encoded(int type, String hex) {
    byte[] bytes = Hex.parse(hex).orElseThrow(() -> misfit("hexadecimal", hex));
    if (metadata.type(type).name().equals("MultiAddress") && bytes.length == 32) {
      return new DynamicValue.Choice("Id", 0,
          List.of(DynamicValue.member(new DynamicValue.Blob(Bytes.wrap(bytes)))));
    }
    return switch (new DynamicCodec(metadata, type).decode(bytes)) {
      case Decoded.Value<DynamicValue>(DynamicValue value) -> value;
      case Decoded.Malformed<DynamicValue> bad ->
          throw misfit("the SCALE bytes of " + described(type), bad.message());
    };
  }

  private DynamicValue option(List<TypeDef.Case> cases, JsonNode json) {
    TypeDef.Case some = find(cases, "Some");
    if (json.isNull() || some == null) {
      return DynamicValue.choice("None");
    }
    int inner = some.fields().getFirst().type();
    JsonNode wrapped = json.isObject() && json.size() == 1 ? json.get("Some") : null;
    return DynamicValue.choice("Some",
        DynamicValue.member(read(inner, wrapped == null ? json : wrapped)));
  }

  private boolean isByte(int type) {
    return metadata.type(type).def() instanceof TypeDef.Primitive(Shape.Kind kind)
        && kind == Shape.Kind.U8;
  }

  private DynamicValue sequence(int type, int element, JsonNode json) {
    if (json.isTextual() && isByte(element)) {
      String text = json.asText();
      return new DynamicValue.Blob(Bytes.wrap(text.startsWith("0x")
          ? Hex.parse(text).orElseThrow(() -> misfit("hexadecimal after 0x", text))
          : text.getBytes(StandardCharsets.UTF_8)));
    }
    if (!json.isArray()) {
      throw misfit(type, json);
    }
    var items = new ArrayList<DynamicValue>();
    for (int i = 0; i < json.size(); i++) {
      items.add(member(Integer.toString(i), element, json.get(i)));
    }
    return new DynamicValue.Items(items);
  }

  private DynamicValue tuple(int type, List<Integer> elements, JsonNode json) {
    if (elements.isEmpty() && json.isNull()) {
      return DynamicValue.UNIT;
    }
    if (!json.isArray() || json.size() != elements.size()) {
      throw misfit(type, json);
    }
    var items = new ArrayList<DynamicValue>();
    for (int i = 0; i < elements.size(); i++) {
      items.add(member(Integer.toString(i), elements.get(i), json.get(i)));
    }
    return new DynamicValue.Items(items);
  }

  private DynamicValue primitive(int type, Shape.Kind kind, JsonNode json) {
    return switch (kind) {
      case BOOL -> {
        if (!json.isBoolean()) {
          throw misfit(type, json);
        }
        yield new DynamicValue.Bool(json.asBoolean());
      }
      case STR -> {
        if (!json.isTextual()) {
          throw misfit(type, json);
        }
        yield new DynamicValue.Text(json.asText());
      }
      case CHAR -> {
        String text = json.asText();
        if (!json.isTextual() || text.codePointCount(0, text.length()) != 1) {
          throw misfit(type, json);
        }
        yield new DynamicValue.Char(text.codePointAt(0));
      }
      case U8, U16, U32, U64, U128, U256, I8, I16, I32, I64, I128, I256 ->
          new DynamicValue.Number(number(json, kind == Shape.Kind.U128)
              .orElseThrow(() -> misfit(type, json)));
    };
  }

  private Optional<BigInteger> number(JsonNode json, boolean mayBeAmount) {
    if (json.isIntegralNumber()) {
      return Optional.of(json.bigIntegerValue());
    }
    String text = json.isTextual() ? json.asText().strip() : "";
    if (text.matches("-?[0-9][0-9_]{0,99}")) {
      return Optional.of(new BigInteger(text.replace("_", "")));
    }
    if (text.matches("0x[0-9a-fA-F]{1,64}")) {
      return Optional.of(new BigInteger(text.substring(2), 16));
    }
    return mayBeAmount ? units.parse(text) : Optional.empty();
  }

  private DynamicValue bits(int type, JsonNode json) {
    if (!json.path("count").canConvertToLong() || !json.path("words").isTextual()) {
      throw misfit(type, json);
    }
    return new DynamicValue.Bits(json.get("count").asLong(),
        Bytes.wrap(Hex.parse(json.get("words").asText())
            .orElseThrow(() -> misfit(type, json))));
  }

  /** The type in few words. */
  private String described(int type) {
    return switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) when metadata.type(type).name()
          .equals("AccountId32") -> "the address of an account";
      case TypeDef.Composite(List<TypeDef.Field> fields) -> metadata.type(type).name();
      case TypeDef.Variant(List<TypeDef.Case> cases) -> metadata.type(type).name() + ": one of "
          + String.join(", ", cases.stream().limit(12).map(TypeDef.Case::name).toList())
          + (cases.size() > 12 ? ", …" : "");
      case TypeDef.Sequence(int element) -> isByte(element) ? "bytes" : "an array";
      case TypeDef.Array(long length, int element) ->
          isByte(element) ? length + " bytes" : "an array of " + length;
      case TypeDef.Tuple(List<Integer> elements) -> "an array of " + elements.size();
      case TypeDef.Primitive(Shape.Kind kind) -> kind == Shape.Kind.U128
          ? "u128 (a whole number or an amount such as \"1.5 " + units.symbol() + "\")"
          : kind.name().toLowerCase(Locale.ROOT);
      case TypeDef.Compact(int inner) -> described(inner);
      case TypeDef.BitSequence(int store, int order) -> "an object with count and words";
    };
  }
}
