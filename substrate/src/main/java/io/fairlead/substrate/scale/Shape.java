package io.fairlead.substrate.scale;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What metadata tells of a type, as scale-info models it. Type ids are not here: the metadata writer
 * gives them in one walk.
 */
public sealed interface Shape {

  /** Primitives in metadata order; the ordinal is the index on the wire. */
  enum Kind {
    BOOL, CHAR, STR, U8, U16, U32, U64, U128, U256, I8, I16, I32, I64, I128, I256
  }

  /** A primitive. */
  record Primitive(Kind kind) implements Shape {}

  /** The compact form of a number or of a wrapper of one. */
  record Compact(Shape inner) implements Shape {}

  /** A length and that many elements. */
  record Sequence(Shape element) implements Shape {}

  /** Exactly {@code length} elements, without a length. */
  record Array(int length, Shape element) implements Shape {}

  /** One after another; the empty tuple is the unit. */
  record Tuple(List<Shape> elements) implements Shape {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** A struct. An empty path is an anonymous type. */
  record Composite(String path, List<Param> params, List<Field> fields) implements Shape {
    public Composite {
      params = List.copyOf(params);
      fields = List.copyOf(fields);
    }
  }

  /** An enum. */
  record Variants(String path, List<Param> params, List<Case> cases) implements Shape {
    public Variants {
      params = List.copyOf(params);
      cases = List.copyOf(cases);
    }
  }

  /** Stands for the shape of a type that contains itself. Compared by identity of the supplier. */
  record Lazy(Supplier<Shape> target) implements Shape {}

  /** A type parameter; null where scale-info skips it. */
  record Param(String name, @Nullable Shape shape) {}

  /** A field; without a name in tuple structs and tuple variants. */
  record Field(@Nullable String name, Shape shape, @Nullable String typeName) {}

  /** A variant with its index on the wire. */
  record Case(String name, int index, List<Field> fields) {
    public Case {
      fields = List.copyOf(fields);
    }
  }

  /** The unit. */
  Shape UNIT = new Tuple(List.of());

  /** Type parameter with a shape. */
  static Param param(String name, Shape shape) {
    return new Param(name, shape);
  }

  /** Type parameter that metadata leaves out. */
  static Param skipped(String name) {
    return new Param(name, null);
  }

  /** Segments of a path written with {@code ::}. */
  static List<String> segments(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("::"));
  }
}
