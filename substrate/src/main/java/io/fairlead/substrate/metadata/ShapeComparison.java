package io.fairlead.substrate.metadata;

import io.fairlead.substrate.metadata.ShapeCheck.Difference;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One walk over a shape of ours and a type of the chain, side by side. */
final class ShapeComparison {
  /** Types of others may contain each other without end in new pairs. */
  private static final int PAIRS_MAX = 100_000;

  private final Metadata chain;
  private final TypeText text;
  private final List<Difference> found = new ArrayList<>();
  /** Pairs that were compared, so that types that contain themselves end. */
  private final Map<Shape, Set<Integer>> seen = new IdentityHashMap<>();
  private final Map<Supplier<Shape>, Shape> lazies = new IdentityHashMap<>();
  private int pairs;

  ShapeComparison(Metadata chain) {
    this.chain = chain;
    this.text = new TypeText(chain);
  }

  List<Difference> found() {
    return List.copyOf(found);
  }

  /** A difference unless both words are the same. */
  void equal(String where, String ours, String theirs) {
    if (!ours.equals(theirs)) {
      found.add(new Difference(where, ours, theirs));
    }
  }

  /** Our variants among theirs. */
  void knownCases(String where, List<Shape.Case> ours, List<TypeDef.Case> theirs) {
    for (Shape.Case our : ours) {
      String name = where + "." + our.name();
      TypeDef.Case their =
          theirs.stream().filter(c -> c.name().equals(our.name())).findFirst().orElse(null);
      if (their == null) {
        found.add(new Difference(name, "index " + our.index(), "none of that name"));
      } else {
        equal(name, "index " + our.index(), "index " + their.index());
        product(name, parts(our.fields()), theirParts(their.fields()));
      }
    }
  }

  private Shape resolve(Shape shape) {
    Shape resolved = shape;
    while (resolved instanceof Shape.Lazy(Supplier<Shape> target)) {
      resolved = lazies.computeIfAbsent(target, Supplier::get);
    }
    return resolved;
  }

  /** Compares a shape of ours with a type of theirs. */
  void compare(String where, Shape shape, int type) {
    Shape ours = resolve(shape);
    if (text.isOpaque(type) || ++pairs > PAIRS_MAX
        || !seen.computeIfAbsent(ours, s -> new HashSet<>()).add(type)) {
      return;
    }
    List<Part<Shape>> ourParts = ourProduct(ours);
    List<Part<Integer>> theirParts = theirProduct(type);
    if (ourParts != null && theirParts != null) {
      product(where, ourParts, theirParts);
    } else if (ourParts != null && ourParts.size() == 1) {
      compare(where, ourParts.getFirst().type(), type);
    } else if (theirParts != null && theirParts.size() == 1) {
      compare(where, ours, theirParts.getFirst().type());
    } else if (ourParts != null || theirParts != null) {
      found.add(new Difference(where, nameOf(ours), text.ref(type)));
    } else {
      atom(where, ours, type);
    }
  }

  private void atom(String where, Shape ours, int type) {
    TypeDef theirs = chain.type(type).def();
    switch (ours) {
      case Shape.Primitive(Shape.Kind kind) when theirs.equals(new TypeDef.Primitive(kind)) -> {
      }
      case Shape.Compact(Shape inner) when theirs instanceof TypeDef.Compact(int their) ->
          compare(where, inner, their);
      case Shape.Sequence(Shape element) when theirs instanceof TypeDef.Sequence(int their) ->
          compare(where + "[]", element, their);
      case Shape.Array(int length, Shape element) when theirs instanceof TypeDef.Array(long count, int their)
          && count == length -> compare(where + "[]", element, their);
      case Shape.Variants(String path, var params, List<Shape.Case> cases) when theirs instanceof TypeDef.Variant(List<TypeDef.Case> their) -> {
        knownCases(where, cases, their);
        their.stream().filter(c -> cases.stream().noneMatch(o -> o.name().equals(c.name())))
            .forEach(c -> found.add(new Difference(where + "." + c.name(), "no such variant",
                "index " + c.index())));
      }
      case Shape other -> found.add(new Difference(where, nameOf(other), text.ref(type)));
    }
  }

  /** A part of a struct, tuple or variant, on either side. */
  private record Part<T>(@Nullable String name, T type) {}

  private static List<Part<Shape>> parts(List<Shape.Field> fields) {
    return fields.stream().map(f -> new Part<>(f.name(), f.shape())).toList();
  }

  private static List<Part<Integer>> theirParts(List<TypeDef.Field> fields) {
    return fields.stream().map(f -> new Part<>(f.name(), f.type())).toList();
  }

  private static @Nullable List<Part<Shape>> ourProduct(Shape ours) {
    if (ours instanceof Shape.Composite c) {
      return parts(c.fields());
    }
    return ours instanceof Shape.Tuple(List<Shape> elements)
        ? elements.stream().map(e -> new Part<>(null, e)).toList() : null;
  }

  private @Nullable List<Part<Integer>> theirProduct(int type) {
    return switch (chain.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> theirParts(fields);
      case TypeDef.Tuple(List<Integer> elements) ->
          elements.stream().map(e -> new Part<>(null, e)).toList();
      case TypeDef other -> null;
    };
  }

  private void product(String where, List<Part<Shape>> ours, List<Part<Integer>> theirs) {
    if (ours.size() != theirs.size()) {
      found.add(new Difference(where, ours.size() + " fields", Integer.toString(theirs.size())));
      return;
    }
    for (int i = 0; i < ours.size(); i++) {
      String our = ours.get(i).name();
      String their = theirs.get(i).name();
      String place = where + "." + (our == null ? Integer.toString(i) : our);
      if (our != null && their != null) {
        equal(place, "field " + our, "field " + their);
      }
      compare(ours.size() == 1 && our == null ? where : place, ours.get(i).type(),
          theirs.get(i).type());
    }
  }

  private String nameOf(Shape shape) {
    return switch (resolve(shape)) {
      case Shape.Primitive(Shape.Kind kind) -> kind.name().toLowerCase(Locale.ROOT);
      case Shape.Compact(Shape inner) -> "Compact<" + nameOf(inner) + ">";
      case Shape.Sequence(Shape element) -> "Vec<" + nameOf(element) + ">";
      case Shape.Array(int length, Shape element) -> "[" + nameOf(element) + "; " + length + "]";
      case Shape.Tuple(List<Shape> elements) -> TypeText.join(elements, "(", ")", this::nameOf);
      case Shape.Composite c -> c.path().isEmpty() ? "a struct" : c.path();
      case Shape.Variants v -> v.path().isEmpty() ? "an enum" : v.path();
      case Shape.Lazy lazy -> throw new IllegalStateException("resolved before: " + lazy);
    };
  }
}
