package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.DynamicValue.Member;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values of a runtime API in the JSON that Tangle's node writes: that of Rust's serde. Bytes and texts are
 * arrays of numbers, numbers of any width are numbers, a variant stands outside what is in it; accounts are
 * addresses with prefix 42, as nothing sets another in that node.
 */
final class SerdeJson {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final int DEFAULT_PREFIX = 42;
  private static final String SOURCES = "tangle_primitives::services::sources::";
  /** Enums whose variants are not named ({@code serde(untagged)}). */
  private static final Set<String> UNTAGGED =
      Set.of(SOURCES + "WasmFetcher", SOURCES + "NativeFetcher");
  private static final Set<String> HEXADECIMAL =
      Set.of("primitive_types::H160", "primitive_types::H256");

  private final Metadata metadata;

  SerdeJson(Metadata metadata) {
    this.metadata = metadata;
  }

  /**
   * The form of a value of {@code type}.
   *
   * @throws RpcError internal, where serde cannot write the value either
   */
  JsonNode json(int type, DynamicValue value) {
    return switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> composite(type, fields, value);
      case TypeDef.Variant(List<TypeDef.Case> cases) -> variant(type, cases, value);
      case TypeDef.Sequence(int element) -> elements(element, value);
      case TypeDef.Array(long length, int element) -> elements(element, value);
      case TypeDef.Tuple(List<Integer> members) -> tuple(members, value);
      case TypeDef.Primitive primitive -> plain(value);
      case TypeDef.Compact(int inner) -> json(inner, value);
      case TypeDef.BitSequence bits -> throw unwritable("a bit sequence");
    };
  }

  /** What serde fails at too: the real node answers an internal error, here with the reason. */
  private static RpcError unwritable(String what) {
    return new RpcError(-32603, "Internal error",
        what + " has no form in the JSON of Tangle's node");
  }

  private JsonNode composite(int type, List<TypeDef.Field> fields, DynamicValue value) {
    String path = metadata.type(type).pathText();
    if (value.unwrapped() instanceof DynamicValue.Blob(Bytes bytes)) {
      if (path.endsWith("::AccountId32")) {
        return MAKE.textNode(Ss58.encode(DEFAULT_PREFIX, bytes.array()));
      }
      if (HEXADECIMAL.contains(path)) {
        return MAKE.textNode(bytes.toString());
      }
    }
    JsonNode json = fields(fields, value.fields());
    // the text of a module's error does not cross the border of the runtime
    return path.equals("sp_runtime::ModuleError") && json instanceof ObjectNode error
        ? error.putNull("message") : json;
  }

  private JsonNode fields(List<TypeDef.Field> fields, List<Member> members) {
    if (fields.isEmpty()) {
      return MAKE.nullNode();
    }
    if (fields.getFirst().name() == null) {
      if (fields.size() == 1) {
        return json(fields.getFirst().type(), members.getFirst().value());
      }
      var array = MAKE.arrayNode();
      for (int i = 0; i < fields.size(); i++) {
        array.add(json(fields.get(i).type(), members.get(i).value()));
      }
      return array;
    }
    var object = MAKE.objectNode();
    for (int i = 0; i < fields.size(); i++) {
      object.set(String.valueOf(fields.get(i).name()),
          json(fields.get(i).type(), members.get(i).value()));
    }
    return object;
  }

  private JsonNode variant(int type, List<TypeDef.Case> cases, DynamicValue value) {
    if (!(value instanceof DynamicValue.Choice(String name, int index, List<Member> members))) {
      throw new IllegalStateException("decoded as " + value);
    }
    List<TypeDef.Field> fields = cases.stream().filter(c -> c.name().equals(name)).findFirst()
        .map(TypeDef.Case::fields).orElseThrow();
    String path = metadata.type(type).pathText();
    if (path.equals("Option")) {
      return fields(fields, members);
    }
    if (path.equals(SOURCES + "BlueprintSource")) {
      return source(name, fields, members);
    }
    if (UNTAGGED.contains(path)) {
      return fields(fields, members);
    }
    return fields.isEmpty() ? MAKE.textNode(name)
        : MAKE.objectNode().set(name, fields(fields, members));
  }

  /** The tag stands among the fields, the fetcher's fields too; a bare hash of IPFS cannot. */
  private JsonNode source(String name, List<TypeDef.Field> fields, List<Member> members) {
    ObjectNode object = MAKE.objectNode().put("type", name);
    for (int i = 0; i < fields.size(); i++) {
      TypeDef.Field field = fields.get(i);
      JsonNode json = json(field.type(), members.get(i).value());
      if ("runtime".equals(field.name())) {
        object.set("runtime", json);
      } else if (json instanceof ObjectNode inner) {
        object.setAll(inner);
      } else {
        throw unwritable("a blueprint source that is a hash of IPFS");
      }
    }
    return object;
  }

  private JsonNode elements(int element, DynamicValue value) {
    var array = MAKE.arrayNode();
    switch (value) {
      case DynamicValue.Blob(Bytes bytes) -> {
        for (int i = 0; i < bytes.size(); i++) {
          array.add(bytes.at(i));
        }
      }
      case DynamicValue.Items(List<DynamicValue> items) ->
          items.forEach(item -> array.add(json(element, item)));
      case DynamicValue other -> throw new IllegalStateException("decoded as " + other);
    }
    return array;
  }

  private JsonNode tuple(List<Integer> types, DynamicValue value) {
    if (!(value instanceof DynamicValue.Items(List<DynamicValue> items)) || items.isEmpty()) {
      return MAKE.nullNode();
    }
    var array = MAKE.arrayNode();
    for (int i = 0; i < items.size(); i++) {
      array.add(json(types.get(i), items.get(i)));
    }
    return array;
  }

  private static JsonNode plain(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Bool(boolean bit) -> MAKE.booleanNode(bit);
      case DynamicValue.Number(BigInteger number) -> MAKE.numberNode(number);
      case DynamicValue.Text(String text) -> MAKE.textNode(text);
      case DynamicValue.Char(int point) -> MAKE.textNode(Character.toString(point));
      case DynamicValue other -> throw new IllegalStateException("decoded as " + other);
    };
  }

  /** An error as Rust's {@code Debug} prints it: {@code Module(ModuleError { index: 51, … })}. */
  String debug(int type, DynamicValue value) {
    return switch (value) {
      case DynamicValue.Choice(String name, int index, List<Member> members) ->
          name + debugFields(caseFields(type, name), members, false);
      case DynamicValue.Struct(List<Member> members) when metadata.type(type)
          .def() instanceof TypeDef.Composite(List<TypeDef.Field> fields) ->
          metadata.type(type).name() + debugFields(fields,
              members, metadata.type(type).name().equals("ModuleError"));
      case DynamicValue.Blob(Bytes bytes) -> elements(0, value).toString().replace(",", ", ");
      case DynamicValue.Number(BigInteger number) -> number.toString();
      case DynamicValue other -> other.toString();
    };
  }

  private List<TypeDef.Field> caseFields(int type, String name) {
    return metadata.cases(type).stream().filter(c -> c.name().equals(name)).findFirst()
        .map(TypeDef.Case::fields).orElseThrow();
  }

  private String debugFields(List<TypeDef.Field> fields, List<Member> members,
      boolean isModuleError) {
    var parts = new java.util.ArrayList<String>();
    for (int i = 0; i < fields.size(); i++) {
      String text = debug(fields.get(i).type(), members.get(i).value());
      String name = fields.get(i).name();
      parts.add(name == null ? text : name + ": " + text);
    }
    if (isModuleError) {
      parts.add("message: None");
    }
    Optional<TypeDef.Field> first = fields.stream().findFirst();
    if (first.isEmpty()) {
      return "";
    }
    return first.get().name() == null ? "(" + String.join(", ", parts) + ")"
        : " { " + String.join(", ", parts) + " }";
  }
}
