package io.fairlead.substrate.metadata;

import io.fairlead.substrate.scale.Input;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The type ids in metadata: to visit them and to give the types other ids. */
final class TypeReferences {
  private TypeReferences() {}

  /** Every type id must be the place of a type. */
  static void check(Metadata m, Input in) {
    int count = m.types().size();
    IntConsumer known = id -> {
      if (id >= count) {
        throw in.malformed("one of " + count + " types", "type id " + id);
      }
    };
    // the visitor is a renumbering that changes nothing
    renumber(m, id -> {
      known.accept(id);
      return id;
    });
  }

  /** The same pallets, extrinsic, APIs with other type ids; the registry is {@code types}. */
  static Metadata renumber(Metadata m, List<Type> types, IntUnaryOperator ids) {
    Metadata.OuterEnums outer = m.outerEnums();
    return new Metadata(m.version(), types, m.pallets().stream().map(p -> pallet(p, ids)).toList(),
        extrinsic(m.extrinsic(), ids), ids.applyAsInt(m.runtimeType()),
        m.apis().stream().map(api -> api(api, ids)).toList(),
        outer == null ? null
            : new Metadata.OuterEnums(ids.applyAsInt(outer.call()), ids.applyAsInt(outer.event()),
                ids.applyAsInt(outer.error())),
        m.custom().stream()
            .map(c -> new Metadata.Custom(c.name(), ids.applyAsInt(c.type()), c.value()))
            .toList());
  }

  private static void renumber(Metadata m, IntUnaryOperator ids) {
    m.types().forEach(type -> renumber(type, ids));
    renumber(m, m.types(), ids);
  }

  /** The same type made of types with other ids. */
  static Type renumber(Type type, IntUnaryOperator ids) {
    return new Type(type.path(),
        type.params().stream().map(p -> new Type.Param(p.name(), orNull(p.type(), ids))).toList(),
        renumber(type.def(), ids), type.docs());
  }

  private static TypeDef renumber(TypeDef def, IntUnaryOperator ids) {
    return switch (def) {
      case TypeDef.Composite(List<TypeDef.Field> fields) ->
          new TypeDef.Composite(fields(fields, ids));
      case TypeDef.Variant(List<TypeDef.Case> cases) -> new TypeDef.Variant(cases.stream()
          .map(c -> new TypeDef.Case(c.name(), fields(c.fields(), ids), c.index(), c.docs()))
          .toList());
      case TypeDef.Sequence(int element) -> new TypeDef.Sequence(ids.applyAsInt(element));
      case TypeDef.Array(long length, int element) ->
          new TypeDef.Array(length, ids.applyAsInt(element));
      case TypeDef.Tuple(List<Integer> elements) ->
          new TypeDef.Tuple(elements.stream().map(ids::applyAsInt).toList());
      case TypeDef.Primitive primitive -> primitive;
      case TypeDef.Compact(int inner) -> new TypeDef.Compact(ids.applyAsInt(inner));
      case TypeDef.BitSequence(int store, int order) ->
          new TypeDef.BitSequence(ids.applyAsInt(store), ids.applyAsInt(order));
    };
  }

  private static List<TypeDef.Field> fields(List<TypeDef.Field> fields, IntUnaryOperator ids) {
    return fields.stream().map(
        f -> new TypeDef.Field(f.name(), ids.applyAsInt(f.type()), f.typeName(), f.docs()))
        .toList();
  }

  private static PalletMetadata pallet(PalletMetadata p, IntUnaryOperator ids) {
    PalletMetadata.Storage storage = p.storage();
    return new PalletMetadata(p.name(),
        storage == null ? null
            : new PalletMetadata.Storage(storage.prefix(),
                storage.entries().stream().map(e -> entry(e, ids)).toList()),
        orNull(p.calls(), ids), orNull(p.events(), ids),
        p.constants().stream().map(c -> new PalletMetadata.Constant(c.name(),
            ids.applyAsInt(c.type()), c.value(), c.docs())).toList(),
        orNull(p.errors(), ids), p.index(), p.docs());
  }

  private static PalletMetadata.Entry entry(PalletMetadata.Entry e, IntUnaryOperator ids) {
    PalletMetadata.EntryType type = switch (e.type()) {
      case PalletMetadata.EntryType.Plain(int value) ->
          new PalletMetadata.EntryType.Plain(ids.applyAsInt(value));
      case PalletMetadata.EntryType.Keyed keyed -> new PalletMetadata.EntryType.Keyed(
          keyed.hashers(), ids.applyAsInt(keyed.key()), ids.applyAsInt(keyed.value()));
    };
    return new PalletMetadata.Entry(e.name(), e.modifier(), type, e.fallback(), e.docs());
  }

  private static ExtrinsicMetadata extrinsic(ExtrinsicMetadata e, IntUnaryOperator ids) {
    return new ExtrinsicMetadata(e.version(), orNull(e.type(), ids), ids.applyAsInt(e.address()),
        ids.applyAsInt(e.call()), ids.applyAsInt(e.signature()), ids.applyAsInt(e.extra()),
        e.extensions().stream().map(x -> new ExtrinsicMetadata.Extension(x.identifier(),
            ids.applyAsInt(x.type()), ids.applyAsInt(x.additional()))).toList());
  }

  private static RuntimeApi api(RuntimeApi api, IntUnaryOperator ids) {
    return new RuntimeApi(api.name(), api.methods().stream()
        .map(m -> new RuntimeApi.Method(m.name(),
            m.inputs().stream()
                .map(p -> new RuntimeApi.Param(p.name(), ids.applyAsInt(p.type()))).toList(),
            ids.applyAsInt(m.output()), m.docs()))
        .toList(), api.docs());
  }

  private static @Nullable Integer orNull(@Nullable Integer id, IntUnaryOperator ids) {
    return id == null ? null : (Integer) ids.applyAsInt(id);
  }
}
