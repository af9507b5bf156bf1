package io.fairlead.substrate.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Types of some metadata in words that do not contain ids: named types by path and parameters, others
 * by what they are made of.
 */
final class TypeText {
  /** Enums that differ between runtimes because their pallets do: names only. */
  private static final Set<String> OPAQUE = Set.of("RuntimeCall", "RuntimeEvent", "RuntimeError",
      "RuntimeHoldReason", "RuntimeFreezeReason", "OriginCaller", "Runtime");

  /** Longer texts are cut: metadata of others may name types without end. */
  private static final int LENGTH_MAX = 4096;
  /** Deeper mentions are cut too. */
  private static final int DEPTH_MAX = 64;

  private final Metadata metadata;
  private final Map<Integer, String> refs = new HashMap<>();
  private int depth;

  TypeText(Metadata metadata) {
    this.metadata = metadata;
  }

  /** Whether only the name of the type counts. */
  boolean isOpaque(int type) {
    List<String> path = metadata.type(type).path();
    return path.size() == 2 && OPAQUE.contains(path.getLast());
  }

  /** The type as it is mentioned. */
  String ref(int type) {
    String known = refs.get(type);
    if (known != null) {
      return known;
    }
    if (depth == DEPTH_MAX) {
      return "…";
    }
    depth++;
    Type t = metadata.type(type);
    // stands for the type while its own parameters mention it
    refs.put(type, t.pathText().isEmpty() ? "…" : t.pathText());
    String text = cut(t.path().isEmpty() ? def(type) : named(t));
    refs.put(type, text);
    depth--;
    return text;
  }

  private String named(Type t) {
    return t.params().isEmpty() ? t.pathText() : t.pathText() + join(t.params(), "<", ">", p -> {
      Integer id = p.type();
      return id == null ? "_" : ref(id);
    });
  }

  /** What the type is made of. */
  String def(int type) {
    return cut(switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> "struct " + fields(fields);
      case TypeDef.Variant(List<TypeDef.Case> cases) ->
          "enum " + join(cases, "[", "]", c -> c.index() + " " + c.name() + fieldsOrNone(c));
      case TypeDef.Sequence(int element) -> "Vec<" + ref(element) + ">";
      case TypeDef.Array(long length, int element) -> "[" + ref(element) + "; " + length + "]";
      case TypeDef.Tuple(List<Integer> elements) -> join(elements, "(", ")", this::ref);
      case TypeDef.Primitive(var kind) -> kind.name().toLowerCase(Locale.ROOT);
      case TypeDef.Compact(int inner) -> "Compact<" + ref(inner) + ">";
      case TypeDef.BitSequence(int store, int order) ->
          "BitVec<" + ref(store) + ", " + ref(order) + ">";
    });
  }

  private String fieldsOrNone(TypeDef.Case c) {
    return c.fields().isEmpty() ? "" : " " + fields(c.fields());
  }

  /** Fields in braces with their names, in parentheses without; quoted is what the sources say. */
  String fields(List<TypeDef.Field> fields) {
    boolean named = !fields.isEmpty() && fields.getFirst().name() != null;
    return join(fields, named ? "{" : "(", named ? "}" : ")", this::field);
  }

  private String field(TypeDef.Field field) {
    String typeName = field.typeName();
    return (field.name() == null ? "" : field.name() + ": ") + ref(field.type())
        + (typeName == null ? ""
            : " as \"" + typeName.replace("\n", "\\n").replace('"', '\'') + "\"");
  }

  static <T> String join(List<T> items, String before, String after, Function<T, String> text) {
    var all = new StringBuilder(before);
    for (int i = 0; i < items.size() && all.length() <= LENGTH_MAX * 4; i++) {
      all.append(i == 0 ? "" : ", ").append(text.apply(items.get(i)));
    }
    return all.append(after).toString();
  }

  private static String cut(String text) {
    return text.length() <= LENGTH_MAX * 4 ? text : text.substring(0, LENGTH_MAX) + "…";
  }
}
