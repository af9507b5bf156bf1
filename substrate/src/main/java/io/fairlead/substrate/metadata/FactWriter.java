package io.fairlead.substrate.metadata;

import io.fairlead.substrate.metadata.PalletMetadata.Entry;
import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.metadata.PalletMetadata.Modifier;
import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.scale.Decoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the facts of metadata: first the pallets, then what they are made of. */
final class FactWriter {
  private final Metadata metadata;
  private final TypeText text;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Deque<Integer> toDefine = new ArrayDeque<>();
  private final Set<Integer> met = new HashSet<>();

  FactWriter(Metadata metadata) {
    this.metadata = metadata;
    this.text = new TypeText(metadata);
  }

  Map<String, String> write(Collection<String> pallets, Collection<String> apis) {
    extrinsic();
    for (PalletMetadata pallet : metadata.pallets()) {
      if (pallets.contains(pallet.name())) {
        pallet(pallet);
      }
    }
    for (RuntimeApi api : metadata.apis()) {
      if (apis.contains(api.name())) {
        api(api);
      }
    }
    types();
    return facts;
  }

  private String ref(int type) {
    if (met.add(type)) {
      toDefine.add(type);
    }
    return text.ref(type);
  }

  private void extrinsic() {
    ExtrinsicMetadata extrinsic = metadata.extrinsic();
    facts.put("extrinsic.version", Integer.toString(extrinsic.version()));
    facts.put("extrinsic.address", ref(extrinsic.address()));
    facts.put("extrinsic.signature", ref(extrinsic.signature()));
    facts.put("extrinsic.call", ref(extrinsic.call()));
    for (int i = 0; i < extrinsic.extensions().size(); i++) {
      ExtrinsicMetadata.Extension x = extrinsic.extensions().get(i);
      facts.put("extrinsic.extension." + i,
          x.identifier() + ", sends " + ref(x.type()) + ", signs " + ref(x.additional()));
    }
    facts.put("runtime", text.ref(metadata.runtimeType()));
  }

  private void pallet(PalletMetadata p) {
    String name = p.name();
    facts.put(name, "index " + p.index()
        + (p.storage() == null ? "" : ", storage " + p.storage().prefix()));
    cases(name, "call", p.calls());
    cases(name, "event", p.events());
    cases(name, "error", p.errors());
    if (p.storage() != null) {
      p.storage().entries().forEach(e -> entry(name, e));
    }
    for (PalletMetadata.Constant c : p.constants()) {
      boolean version = name.equals("System") && c.name().equals("Version");
      facts.put(name + ".constant." + c.name(),
          ref(c.type()) + " " + (version ? withoutApis(c) : c.value()));
    }
  }

  /** The list of APIs in a runtime's version names only what it serves. */
  private String withoutApis(PalletMetadata.Constant version) {
    return new DynamicCodec(metadata, version.type()).decode(
        version.value().array()) instanceof Decoded.Value<DynamicValue>(DynamicValue value)
            ? TypeText.join(
                value.fields().stream().filter(m -> !"apis".equals(m.name())).toList(), "{", "}",
                m -> m.name() + ": " + scalar(m.value()))
            : version.value().toString();
  }

  private static String scalar(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Number(var number) -> number.toString();
      case DynamicValue.Text(String string) -> string;
      case DynamicValue other -> other.toString();
    };
  }

  private void cases(String pallet, String what, @Nullable Integer type) {
    if (type == null) {
      return;
    }
    facts.put(pallet + "." + what + "s", text.ref(type) + paramNames(metadata.type(type)));
    for (TypeDef.Case c : metadata.cases(type)) {
      facts.put(pallet + "." + what + "." + c.name(), c.index() + fields(c.fields()));
    }
  }

  private String fields(List<TypeDef.Field> fields) {
    fields.forEach(f -> ref(f.type()));
    return fields.isEmpty() ? "" : " " + text.fields(fields);
  }

  private static String paramNames(Type type) {
    return type.params().isEmpty() ? ""
        : " with " + TypeText.join(type.params(), "<", ">", Type.Param::name);
  }

  private void entry(String pallet, Entry e) {
    String keys = switch (e.type()) {
      case EntryType.Plain plain -> "";
      case EntryType.Keyed keyed -> ", " + keys(keyed) + " to";
    };
    facts.put(pallet + ".storage." + e.name(),
        (e.modifier() == Modifier.OPTIONAL ? "optional" : "default " + e.fallback()) + keys + " "
            + ref(e.type().value()));
  }

  private String keys(EntryType.Keyed keyed) {
    List<Integer> types = StorageKeys.keyTypes(metadata, keyed);
    var keys = new ArrayList<String>();
    for (int i = 0; i < keyed.hashers().size(); i++) {
      keys.add(hasher(keyed.hashers().get(i)) + "("
          + (i < types.size() ? ref(types.get(i)) : "nothing") + ")");
    }
    return String.join(" ", keys);
  }

  private static String hasher(StorageHasher hasher) {
    return switch (hasher) {
      case BLAKE2_128 -> "Blake2_128";
      case BLAKE2_256 -> "Blake2_256";
      case BLAKE2_128_CONCAT -> "Blake2_128Concat";
      case TWOX_128 -> "Twox128";
      case TWOX_256 -> "Twox256";
      case TWOX_64_CONCAT -> "Twox64Concat";
      case IDENTITY -> "Identity";
    };
  }

  private void api(RuntimeApi api) {
    for (RuntimeApi.Method m : api.methods()) {
      facts.put("api." + api.name() + "." + m.name(), TypeText.join(m.inputs(), "(", ")",
          p -> p.name() + ": " + ref(p.type())) + " to " + ref(m.output()));
    }
  }

  /** A line for each named type that was met, sorted by name, and for those that they mention. */
  private void types() {
    var defined = new TreeMap<String, String>();
    while (!toDefine.isEmpty()) {
      int id = toDefine.remove();
      if (text.isOpaque(id)) {
        continue;
      }
      Type type = metadata.type(id);
      inner(type.def());
      type.params().stream().map(Type.Param::type).forEach(p -> {
        if (p != null) {
          ref(p);
        }
      });
      if (!type.path().isEmpty()) {
        String name = "type " + text.ref(id);
        String def = text.def(id) + paramNames(type);
        while (!def.equals(defined.getOrDefault(name, def))) {
          name += "'";
        }
        defined.put(name, def);
      }
    }
    facts.putAll(defined);
  }

  private void inner(TypeDef def) {
    switch (def) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> fields.forEach(f -> ref(f.type()));
      case TypeDef.Variant(List<TypeDef.Case> cases) ->
          cases.forEach(c -> c.fields().forEach(f -> ref(f.type())));
      case TypeDef.Sequence(int element) -> ref(element);
      case TypeDef.Array(long length, int element) -> ref(element);
      case TypeDef.Tuple(List<Integer> elements) -> elements.forEach(this::ref);
      case TypeDef.Primitive p -> {
      }
      case TypeDef.Compact(int inner) -> ref(inner);
      case TypeDef.BitSequence(int store, int order) -> {
        ref(store);
        ref(order);
      }
    }
  }
}
