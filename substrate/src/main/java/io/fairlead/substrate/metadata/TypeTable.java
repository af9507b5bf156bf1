package io.fairlead.substrate.metadata;

import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives ids to shapes, parents before what they contain. The same type may come as several shape
 * objects and gets several ids then; {@link #merged} makes them one.
 */
final class TypeTable {
  /** More than any runtime has: a shape that makes itself anew without end is a bug. */
  private static final int SHAPES_MAX = 1 << 17;

  private final Map<String, Shape> outer;
  private final String crate;
  private final Map<Shape, Integer> ids = new IdentityHashMap<>();
  private final Map<Supplier<Shape>, Shape> lazies = new IdentityHashMap<>();
  private final List<@Nullable Type> types = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param outer what to take for an enum at a path, whoever mentions it
   * @param crate of the runtime; stands for {@link RuntimeDeclaration#CRATE_BELOW} in paths
   */
  TypeTable(Map<String, Shape> outer, String crate) {
    this.outer = outer;
    this.crate = crate;
  }

  private List<String> segments(String path) {
    List<String> segments = Shape.segments(path);
    if (segments.isEmpty() || !segments.getFirst().equals(RuntimeDeclaration.CRATE_BELOW)) {
      return segments;
    }
    var renamed = new ArrayList<String>(segments);
    renamed.set(0, crate);
    return renamed;
  }

  /** The provisional id of {@code shape}. */
  int id(Shape shape) {
    Shape resolved = resolve(shape);
    Integer known = ids.get(resolved);
    if (known != null) {
      return known;
    }
    int id = types.size();
    if (id == SHAPES_MAX) {
      throw new IllegalStateException("a shape without end at " + resolved.getClass());
    }
    ids.put(resolved, id);
    types.add(null);
    types.set(id, type(resolved));
    return id;
  }

  private Shape resolve(Shape shape) {
    Shape resolved = shape;
    while (resolved instanceof Shape.Lazy(Supplier<Shape> target)) {
      resolved = lazies.computeIfAbsent(target, Supplier::get);
    }
    return resolved instanceof Shape.Variants v ? outer.getOrDefault(v.path(), v) : resolved;
  }

  private Type type(Shape shape) {
    return switch (shape) {
      case Shape.Primitive(Shape.Kind kind) -> anonymous(new TypeDef.Primitive(kind));
      case Shape.Compact(Shape inner) -> anonymous(new TypeDef.Compact(id(inner)));
      case Shape.Sequence(Shape element) -> anonymous(new TypeDef.Sequence(id(element)));
      case Shape.Array(int length, Shape element) ->
          anonymous(new TypeDef.Array(length, id(element)));
      case Shape.Tuple(List<Shape> elements) ->
          anonymous(new TypeDef.Tuple(elements.stream().map(this::id).toList()));
      case Shape.Composite(String path, List<Shape.Param> params, List<Shape.Field> fields) ->
          new Type(segments(path), params(params), new TypeDef.Composite(fields(fields)),
              List.of());
      case Shape.Variants(String path, List<Shape.Param> params, List<Shape.Case> cases) ->
          new Type(segments(path), params(params),
              new TypeDef.Variant(cases.stream().map(
                  c -> new TypeDef.Case(c.name(), fields(c.fields()), c.index(), List.of()))
                  .toList()),
              List.of());
      case Shape.Lazy lazy -> throw new IllegalStateException("resolved before: " + lazy);
    };
  }

  private static Type anonymous(TypeDef def) {
    return new Type(List.of(), List.of(), def, List.of());
  }

  private List<Type.Param> params(List<Shape.Param> params) {
    return params.stream().map(p -> {
      Shape shape = p.shape();
      return new Type.Param(p.name(), shape == null ? null : (Integer) id(shape));
    }).toList();
  }

  private List<TypeDef.Field> fields(List<Shape.Field> fields) {
    return fields.stream()
        .map(f -> new TypeDef.Field(f.name(), id(f.shape()), f.typeName(), List.of())).toList();
  }

  /** Metadata written with provisional ids, with one id for each type. */
  Metadata merged(Metadata provisional) {
    int[] classes = classes();
    var types = new ArrayList<Type>();
    int[] ids = new int[classes.length];
    var idOfClass = new HashMap<Integer, Integer>();
    for (int i = 0; i < classes.length; i++) {
      Integer id = idOfClass.putIfAbsent(classes[i], idOfClass.size());
      ids[i] = id == null ? idOfClass.size() - 1 : id;
    }
    for (int i = 0; i < classes.length; i++) {
      if (ids[i] == types.size()) {
        types.add(TypeReferences.renumber(typeAt(i), id -> ids[id]));
      }
    }
    return TypeReferences.renumber(provisional, types, id -> ids[id]);
  }

  /**
   * For each type the number of its class. Types start in one class and are told apart by what they
   * are and by the classes of what they contain, until nothing new is found: as automata are
   * minimised, so that types that contain themselves are merged too.
   */
  private int[] classes() {
    int[] classes = new int[types.size()];
    int count = 1;
    while (true) {
      int[] known = classes;
      int[] next = new int[known.length];
      var numbers = new HashMap<Type, Integer>();
      for (int i = 0; i < next.length; i++) {
        Type seen = TypeReferences.renumber(typeAt(i), id -> known[id]);
        Integer number = numbers.putIfAbsent(seen, numbers.size());
        next[i] = number == null ? numbers.size() - 1 : number;
      }
      if (numbers.size() == count) {
        return next;
      }
      count = numbers.size();
      classes = next;
    }
  }

  private Type typeAt(int id) {
    return Objects.requireNonNull(types.get(id));
  }
}
