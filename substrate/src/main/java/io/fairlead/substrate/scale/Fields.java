package io.fairlead.substrate.scale;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a struct or of a variant, in order, and how to make the whole of them. */
public final class Fields<R> {

  /** One field: its name in metadata, how to get it, its codec, its type name in metadata. */
  public record Field<R, T extends @Nullable Object>(@Nullable String name, Function<R, T> get,
      Codec<T> codec, @Nullable String typeName) {

    void write(R whole, Output out) {
      codec.write(get.apply(whole), out);
    }

    int size(R whole) {
      return codec.size(get.apply(whole));
    }
  }

  private final Function<Input, R> reader;
  private final Field<R, ?>[] fields;

  @SafeVarargs
  @SuppressWarnings("varargs") // kept, but only read
  private Fields(Function<Input, R> reader, Field<R, ?>... fields) {
    this.reader = reader;
    this.fields = fields;
  }

  /** A field with name and type name. */
  public static <R, T extends @Nullable Object> Field<R, T> field(@Nullable String name,
      Function<R, T> get, Codec<T> codec, @Nullable String typeName) {
    return new Field<>(name, get, codec, typeName);
  }

  /** No fields: always {@code value}. */
  public static <R> Fields<R> none(R value) {
    return new Fields<>(in -> value);
  }

  void write(R whole, Output out) {
    for (Field<R, ?> field : fields) {
      field.write(whole, out);
    }
  }

  R read(Input in) {
    return reader.apply(in);
  }

  int size(R whole) {
    int size = 0;
    for (Field<R, ?> field : fields) {
      size += field.size(whole);
    }
    return size;
  }

  List<Shape.Field> shapes() {
    return java.util.Arrays.stream(fields)
        .map(f -> new Shape.Field(f.name(), f.codec().shape(), f.typeName())).toList();
  }

  /** 1 field. */
  public static <A extends @Nullable Object, R> Fields<R> of(
      Function<A, R> make, Field<R, A> a) {
    return new Fields<>(in -> make.apply(a.codec.read(in)), a);
  }

  /** 2 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, R> Fields<R> of(
      Make2<A, B, R> make, Field<R, A> a, Field<R, B> b) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in)), a, b);
  }

  /** 3 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      R> Fields<R> of(
          Make3<A, B, C, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in)),
        a, b, c);
  }

  /** 4 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, R> Fields<R> of(
          Make4<A, B, C, D, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in)), a, b, c, d);
  }

  /** 5 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, R> Fields<R> of(
          Make5<A, B, C, D, E, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c, Field<R, D> d,
          Field<R, E> e) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in)), a, b, c, d, e);
  }

  /** 6 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      R> Fields<R> of(
          Make6<A, B, C, D, E, F, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c,
          Field<R, D> d, Field<R, E> e, Field<R, F> f) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in)), a, b, c, d, e, f);
  }

  /** 7 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, R> Fields<R> of(
          Make7<A, B, C, D, E, F, G, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c,
          Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in)), a, b, c, d,
        e, f, g);
  }

  /** 8 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, H extends @Nullable Object, R> Fields<R> of(
          Make8<A, B, C, D, E, F, G, H, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c,
          Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g, Field<R, H> h) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in),
        h.codec.read(in)), a, b, c, d, e, f, g, h);
  }

  /** 9 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
      R> Fields<R> of(
          Make9<A, B, C, D, E, F, G, H, I, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c,
          Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g, Field<R, H> h,
          Field<R, I> i) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in),
        h.codec.read(in), i.codec.read(in)), a, b, c, d, e, f, g, h, i);
  }

  /** 10 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
      J extends @Nullable Object, R> Fields<R> of(
          Make10<A, B, C, D, E, F, G, H, I, J, R> make, Field<R, A> a, Field<R, B> b, Field<R, C> c,
          Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g, Field<R, H> h,
          Field<R, I> i, Field<R, J> j) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in),
        h.codec.read(in), i.codec.read(in), j.codec.read(in)), a, b, c, d, e, f, g, h, i, j);
  }

  /** 11 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
      J extends @Nullable Object, K extends @Nullable Object, R> Fields<R> of(
          Make11<A, B, C, D, E, F, G, H, I, J, K, R> make, Field<R, A> a, Field<R, B> b,
          Field<R, C> c, Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g,
          Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in),
        h.codec.read(in), i.codec.read(in), j.codec.read(in), k.codec.read(in)), a, b, c, d,
        e, f, g, h, i, j, k);
  }

  /** 12 fields. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
      D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
      G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
      J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
      R> Fields<R> of(
          Make12<A, B, C, D, E, F, G, H, I, J, K, L, R> make, Field<R, A> a, Field<R, B> b,
          Field<R, C> c, Field<R, D> d, Field<R, E> e, Field<R, F> f, Field<R, G> g,
          Field<R, H> h, Field<R, I> i, Field<R, J> j, Field<R, K> k, Field<R, L> l) {
    return new Fields<>(in -> make.of(a.codec.read(in), b.codec.read(in), c.codec.read(in),
        d.codec.read(in), e.codec.read(in), f.codec.read(in), g.codec.read(in),
        h.codec.read(in), i.codec.read(in), j.codec.read(in), k.codec.read(in),
        l.codec.read(in)), a, b, c, d, e, f, g, h, i, j, k, l);
  }

  /** Makes an R of 2. */
  @FunctionalInterface
  public interface Make2<A extends @Nullable Object, B extends @Nullable Object, R> {
    R of(A a, B b);
  }

  /** Makes an R of 3. */
  @FunctionalInterface
  public interface Make3<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, R> {
    R of(A a, B b, C c);
  }

  /** Makes an R of 4. */
  @FunctionalInterface
  public interface Make4<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, R> {
    R of(A a, B b, C c, D d);
  }

  /** Makes an R of 5. */
  @FunctionalInterface
  public interface Make5<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e);
  }

  /** Makes an R of 6. */
  @FunctionalInterface
  public interface Make6<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f);
  }

  /** Makes an R of 7. */
  @FunctionalInterface
  public interface Make7<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Makes an R of 8. */
  @FunctionalInterface
  public interface Make8<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** Makes an R of 9. */
  @FunctionalInterface
  public interface Make9<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object,
      I extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }

  /** Makes an R of 10. */
  @FunctionalInterface
  public interface Make10<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object,
      I extends @Nullable Object, J extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
  }

  /** Makes an R of 11. */
  @FunctionalInterface
  public interface Make11<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object,
      I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
  }

  /** Makes an R of 12. */
  @FunctionalInterface
  public interface Make12<A extends @Nullable Object, B extends @Nullable Object,
      C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object,
      F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object,
      I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object,
      L extends @Nullable Object, R> {
    R of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
  }
}
