package io.fairlead.substrate.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum: one byte of index, then the fields of the variant. Indices may have gaps. */
public final class EnumCodec<T> implements Codec<T> {

  /** A variant: its index on the wire, its name, the Java class that stands for it, its fields. */
  public record Variant<V>(int index, String name, Class<V> type, Fields<V> fields) {}

  /** A variant with fields. */
  public static <V> Variant<V> variant(int index, String name, Class<V> type, Fields<V> fields) {
    return new Variant<>(index, name, type, fields);
  }

  /** A variant without fields. */
  public static <V> Variant<V> variant(int index, String name, Class<V> type, V value) {
    return new Variant<>(index, name, type, Fields.none(value));
  }

  private final String path;
  private final @Nullable Variant<? extends T>[] byIndex;
  private final Map<Class<?>, Variant<? extends T>> byType = new HashMap<>();
  private final Shape.Variants shape;

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generics
  EnumCodec(String path, List<Shape.Param> params, List<Variant<? extends T>> variants) {
    this.path = path;
    this.byIndex = new Variant[256];
    for (var variant : variants) {
      if (byIndex[variant.index()] != null || byType.put(variant.type(), variant) != null) {
        throw new IllegalArgumentException(path + ": variant " + variant.name() + " twice");
      }
      byIndex[variant.index()] = variant;
    }
    this.shape = new Shape.Variants(path, params, variants.stream()
        .map(v -> new Shape.Case(v.name(), v.index(), v.fields().shapes())).toList());
  }

  /** The variant of {@code value}: its index and chain name. */
  public Variant<? extends T> variantOf(T value) {
    Variant<? extends T> variant = byType.get(((Object) value).getClass());
    if (variant == null) {
      throw new IllegalStateException(path + " has no variant for " + value);
    }
    return variant;
  }

  @SuppressWarnings("unchecked") // the table maps a class to the fields of that class
  private Fields<T> fieldsOf(Variant<? extends T> variant) {
    return (Fields<T>) variant.fields();
  }

  @Override
  public void write(T value, Output out) {
    var variant = variantOf(value);
    out.u8(variant.index());
    fieldsOf(variant).write(value, out);
  }

  @Override
  public T read(Input in) {
    int tag = in.u8();
    var variant = byIndex[tag];
    if (variant == null) {
      throw in.malformed("variant of " + path, "index " + tag);
    }
    return variant.fields().read(in);
  }

  @Override
  public int size(T value) {
    return 1 + fieldsOf(variantOf(value)).size(value);
  }

  @Override
  public Shape.Variants shape() {
    return shape;
  }
}
