package io.fairlead.substrate.scale;

import io.fairlead.substrate.scale.Shape.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The codecs of SCALE's own types and the ways to combine codecs. */
public final class Codecs {
  private Codecs() {}

  /** Limit for collections whose type has none: what an input can hold bounds them. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  public static final Codec<Boolean> BOOL = new Fixed<>(1, primitive(Kind.BOOL),
      (v, out) -> out.u8(v ? 1 : 0), Input::bool);
  public static final Codec<Integer> U8 =
      new Fixed<>(1, primitive(Kind.U8), (v, out) -> out.u8(v), Input::u8);
  public static final Codec<Integer> U16 =
      new Fixed<>(2, primitive(Kind.U16), (v, out) -> out.u16(v), Input::u16);
  /** Unsigned, 0 to 2^32 − 1. */
  public static final Codec<Long> U32 =
      new Fixed<>(4, primitive(Kind.U32), (v, out) -> out.u32(v), Input::u32);
  /** Unsigned: from 2^63 on the long is negative. */
  public static final Codec<Long> U64 =
      new Fixed<>(8, primitive(Kind.U64), (v, out) -> out.u64(v), Input::u64);
  public static final Codec<Byte> I8 =
      new Fixed<>(1, primitive(Kind.I8), (v, out) -> out.u8(v), in -> (byte) in.u8());
  public static final Codec<Short> I16 =
      new Fixed<>(2, primitive(Kind.I16), (v, out) -> out.u16(v), in -> (short) in.u16());
  public static final Codec<Integer> I32 =
      new Fixed<>(4, primitive(Kind.I32), (v, out) -> out.u32(v), in -> (int) in.u32());
  public static final Codec<Long> I64 =
      new Fixed<>(8, primitive(Kind.I64), (v, out) -> out.u64(v), Input::u64);

  public static final Codec<Long> COMPACT_U32 = new Sized<>(compactOf(U32.shape()),
      (v, out) -> out.compact(v), Input::compactU32, v -> Output.compactSize(v));
  public static final Codec<Long> COMPACT_U64 = new Sized<>(compactOf(U64.shape()),
      (v, out) -> out.compact(v), Input::compactU64, v -> Output.compactSize(v));
  /** Compact of a byte: at most 255. */
  public static final Codec<Integer> COMPACT_U8 =
      new Sized<>(compactOf(U8.shape()), (v, out) -> out.compact(v), in -> {
        int at = in.position();
        long value = in.compactU32();
        if (value > 255) {
          throw in.malformed("compact u8 at byte " + at, Long.toString(value));
        }
        return (int) value;
      }, v -> Output.compactSize(v));

  /** The unit: no bytes, the given value. */
  public static <T> Codec<T> unit(T value) {
    return new Fixed<>(0, Shape.UNIT, (v, out) -> {
    }, in -> value);
  }

  /** {@code String}, UTF-8. */
  public static final Codec<String> STRING = string(UNBOUNDED);

  /** UTF-8 text of at most {@code limit} bytes. */
  public static Codec<String> string(int limit) {
    return new Sized<>(primitive(Kind.STR), (v, out) -> {
      byte[] utf8 = v.getBytes(StandardCharsets.UTF_8);
      out.compact(utf8.length);
      out.raw(utf8);
    }, in -> text(in, limit), v -> {
      int length = utf8Length(v);
      return Output.compactSize(length) + length;
    });
  }

  private static String text(Input in, int limit) {
    byte[] raw = in.raw(in.length(limit, 1));
    String text = new String(raw, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0 && !Arrays.equals(raw, text.getBytes(StandardCharsets.UTF_8))) {
      throw in.malformed("UTF-8", "other bytes");
    }
    return text;
  }

  private static int utf8Length(String s) {
    int length = s.length();
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        return s.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return length;
  }

  /** Exactly {@code length} bytes. Shape {@code [u8; length]}. */
  public static Codec<byte[]> rawBytes(int length) {
    return new Fixed<>(length, new Shape.Array(length, U8.shape()), (v, out) -> out.raw(v),
        in -> in.raw(length));
  }

  /** {@code Vec<u8>} of at most {@code limit} bytes. */
  public static Codec<byte[]> byteVec(int limit) {
    return new Sized<>(new Shape.Sequence(U8.shape()), (v, out) -> {
      out.compact(v.length);
      out.raw(v);
    }, in -> in.raw(in.length(limit, 1)), v -> Output.compactSize(v.length) + v.length);
  }

  /** {@code Option<T>}; absent is null. */
  public static <T> Codec<@Nullable T> option(Codec<T> inner) {
    Shape shape = new Shape.Variants("Option", List.of(Shape.param("T", inner.shape())),
        List.of(new Shape.Case("None", 0, List.of()), new Shape.Case("Some", 1,
            List.of(new Shape.Field(null, inner.shape(), null)))));
    return new Sized<@Nullable T>(shape, (v, out) -> {
      if (v == null) {
        out.u8(0);
      } else {
        out.u8(1);
        inner.write(v, out);
      }
    }, in -> {
      int tag = in.u8();
      if (tag > 1) {
        throw in.malformed("option tag 0 or 1", Integer.toString(tag));
      }
      return tag == 0 ? null : inner.read(in);
    }, v -> v == null ? 1 : 1 + inner.size(v));
  }

  /** {@code Vec<T>} of at most {@code limit} elements; shape {@code Vec<T>}. */
  public static <T> Codec<List<T>> list(Codec<T> element, int limit) {
    return new Elements<>(element, limit);
  }

  /** {@code Vec<T>} without a limit of its own. */
  public static <T> Codec<List<T>> list(Codec<T> element) {
    return list(element, UNBOUNDED);
  }

  /** {@code BoundedVec<T, S>}. */
  public static <T> Codec<List<T>> boundedVec(Codec<T> element, int limit) {
    return list(element, limit)
        .shaped(bounded("bounded_collections::bounded_vec::BoundedVec", element.shape(), "Vec<T>"));
  }

  /** {@code BoundedVec<u8, S>}. */
  public static Codec<byte[]> boundedBytes(int limit) {
    return byteVec(limit)
        .shaped(bounded("bounded_collections::bounded_vec::BoundedVec", U8.shape(), "Vec<T>"));
  }

  /** The shape of a bounded or weakly bounded vector at {@code path}. */
  public static Shape bounded(String path, Shape element, String typeName) {
    return new Shape.Composite(path, List.of(Shape.param("T", element), Shape.skipped("S")),
        List.of(new Shape.Field(null, new Shape.Sequence(element), typeName)));
  }

  /** {@code BTreeSet<T>}: ascending, written in that order; duplicates in the input collapse. */
  public static <T extends Comparable<T>> Codec<SortedSet<T>> set(Codec<T> element, int limit) {
    Shape shape = new Shape.Composite("BTreeSet", List.of(Shape.param("T", element.shape())),
        List.of(new Shape.Field(null, new Shape.Sequence(element.shape()), null)));
    Function<List<T>, SortedSet<T>> from =
        items -> Collections.unmodifiableSortedSet(new TreeSet<>(items));
    return new Mapped<>(list(element, limit), from, List::copyOf, shape);
  }

  /** {@code BoundedBTreeSet<T, S>}. */
  public static <T extends Comparable<T>> Codec<SortedSet<T>> boundedSet(Codec<T> element,
      int limit) {
    Codec<SortedSet<T>> inner = set(element, limit);
    return inner
        .shaped(new Shape.Composite("bounded_collections::bounded_btree_set::BoundedBTreeSet",
            List.of(Shape.param("T", element.shape()), Shape.skipped("S")),
            List.of(new Shape.Field(null, inner.shape(), "BTreeSet<T>"))));
  }

  /** {@code BTreeMap<K, V>}: ascending by key; a key that comes twice keeps the later value. */
  public static <K extends Comparable<K>, V> Codec<SortedMap<K, V>> map(Codec<K> key,
      Codec<V> value, int limit) {
    Codec<List<java.util.Map.Entry<K, V>>> entries =
        list(pair(key, value, java.util.Map::entry, java.util.Map.Entry::getKey,
            java.util.Map.Entry::getValue), limit);
    Shape shape = new Shape.Composite("BTreeMap",
        List.of(Shape.param("K", key.shape()), Shape.param("V", value.shape())),
        List.of(new Shape.Field(null, entries.shape(), null)));
    Function<List<java.util.Map.Entry<K, V>>, SortedMap<K, V>> from = items -> {
      var map = new TreeMap<K, V>();
      items.forEach(e -> map.put(e.getKey(), e.getValue()));
      return Collections.unmodifiableSortedMap(map);
    };
    return new Mapped<>(entries, from, map -> new ArrayList<>(map.entrySet()), shape);
  }

  /** {@code BoundedBTreeMap<K, V, S>}. */
  public static <K extends Comparable<K>, V> Codec<SortedMap<K, V>> boundedMap(Codec<K> key,
      Codec<V> value, int limit) {
    Codec<SortedMap<K, V>> inner = map(key, value, limit);
    return inner
        .shaped(new Shape.Composite("bounded_collections::bounded_btree_map::BoundedBTreeMap",
            List.of(Shape.param("K", key.shape()), Shape.param("V", value.shape()),
                Shape.skipped("S")),
            List.of(new Shape.Field(null, inner.shape(), "BTreeMap<K, V>"))));
  }

  /** A tuple of two. */
  public static <A, B, R> Codec<R> pair(Codec<A> a, Codec<B> b, Fields.Make2<A, B, R> make,
      Function<R, A> first, Function<R, B> second) {
    Fields<R> fields =
        Fields.of(make, Fields.field(null, first, a, null), Fields.field(null, second, b, null));
    return new StructCodec<>(fields, new Shape.Tuple(List.of(a.shape(), b.shape())));
  }

  /** A tuple of three. */
  public static <A, B, C, R> Codec<R> triple(Codec<A> a, Codec<B> b, Codec<C> c,
      Fields.Make3<A, B, C, R> make, Function<R, A> first, Function<R, B> second,
      Function<R, C> third) {
    Fields<R> fields = Fields.of(make, Fields.field(null, first, a, null),
        Fields.field(null, second, b, null), Fields.field(null, third, c, null));
    return new StructCodec<>(fields, new Shape.Tuple(List.of(a.shape(), b.shape(), c.shape())));
  }

  /** A struct at {@code path}. */
  public static <R> Codec<R> struct(String path, Fields<R> fields, Shape.Param... params) {
    return new StructCodec<>(fields,
        new Shape.Composite(path, List.of(params), fields.shapes()));
  }

  /** An enum at {@code path} whose variants are classes. */
  @SafeVarargs
  @SuppressWarnings("varargs") // copied at once
  public static <T> EnumCodec<T> enumOf(String path, List<Shape.Param> params,
      EnumCodec.Variant<? extends T>... variants) {
    return new EnumCodec<>(path, params, List.of(variants));
  }

  /** A Java enum of variants without fields, each with index and chain name. */
  public static <E extends Enum<E>> Codec<E> plainEnum(String path, E[] values,
      java.util.function.ToIntFunction<E> index, Function<E, String> name) {
    var cases = new ArrayList<Shape.Case>();
    var byIndex = new java.util.HashMap<Integer, E>();
    for (E value : values) {
      cases.add(new Shape.Case(name.apply(value), index.applyAsInt(value), List.of()));
      byIndex.put(index.applyAsInt(value), value);
    }
    return new Fixed<>(1, new Shape.Variants(path, List.of(), cases),
        (v, out) -> out.u8(index.applyAsInt(v)), in -> {
          int tag = in.u8();
          E value = byIndex.get(tag);
          if (value == null) {
            throw in.malformed("variant of " + path, "index " + tag);
          }
          return value;
        });
  }

  /** A codec made when first used: for types that contain themselves. Counts nesting. */
  public static <T> Codec<T> lazy(Supplier<Codec<T>> target) {
    return new Lazily<>(target);
  }

  /** Compact form of a shape. */
  public static Shape compactOf(Shape inner) {
    return new Shape.Compact(inner);
  }

  static Shape primitive(Kind kind) {
    return new Shape.Primitive(kind);
  }
}
