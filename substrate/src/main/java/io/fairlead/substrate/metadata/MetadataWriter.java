package io.fairlead.substrate.metadata;

import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.MultiSignature;
import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes metadata from declarations, in one walk over the pallets in the order of their indices. */
public final class MetadataWriter {
  private final RuntimeDeclaration runtime;
  private final Shape calls;
  private final Shape events;
  private final Shape errors;
  private final TypeTable table;

  private MetadataWriter(RuntimeDeclaration runtime) {
    this.runtime = runtime;
    Shape.Variants callShape = runtime.callShape();
    Shape.Variants eventShape = runtime.eventShape();
    Shape.Variants errorShape = runtime.errorShape();
    this.calls = callShape;
    this.events = eventShape;
    this.errors = errorShape;
    this.table = new TypeTable(Map.of(callShape.path(), callShape, eventShape.path(), eventShape,
        errorShape.path(), errorShape), runtime.crate());
  }

  /** Metadata V14 of {@code runtime}: without runtime APIs and outer enums. */
  public static Metadata v14(RuntimeDeclaration runtime) {
    return new MetadataWriter(runtime).write(14);
  }

  /** Metadata V15 of {@code runtime}. */
  public static Metadata v15(RuntimeDeclaration runtime) {
    return new MetadataWriter(runtime).write(15);
  }

  private Metadata write(int version) {
    List<PalletMetadata> pallets = runtime.pallets().stream().map(this::pallet).toList();
    ExtrinsicMetadata extrinsic = extrinsic(version);
    int self = table.id(new Shape.Composite(runtime.crate() + "::Runtime", List.of(), List.of()));
    if (version == 14) {
      return table.merged(new Metadata(14, List.of(), pallets, extrinsic, self, List.of(), null,
          List.of()));
    }
    List<RuntimeApi> apis = runtime.apis().stream().map(this::api).toList();
    var outer = new Metadata.OuterEnums(table.id(calls), table.id(events), table.id(errors));
    return table.merged(
        new Metadata(15, List.of(), pallets, extrinsic, self, apis, outer, List.of()));
  }

  private PalletMetadata pallet(RuntimeDeclaration.IndexedPallet pallet) {
    PalletDeclaration d = pallet.declaration();
    String prefix = d.storagePrefix();
    var storage = prefix == null ? null
        : new PalletMetadata.Storage(prefix, d.items().stream().map(this::entry).toList());
    Integer callType = d.calls() == null ? null : idOf(d.calls().shape());
    Integer eventType = d.events() == null ? null : idOf(d.events().shape());
    var constants = d.constants().stream().map(c -> new PalletMetadata.Constant(c.name(),
        table.id(c.shape()), Bytes.of(c.value()), List.of())).toList();
    return new PalletMetadata(d.name(), storage, callType, eventType, constants,
        idOf(d.errors()), pallet.index(), List.of());
  }

  private @Nullable Integer idOf(@Nullable Shape shape) {
    return shape == null ? null : (Integer) table.id(shape);
  }

  private PalletMetadata.Entry entry(Item item) {
    Item.Entry e = Objects.requireNonNull(item.entry(), item + " is not in metadata");
    Shape key = e.key();
    PalletMetadata.EntryType type;
    if (key == null) {
      type = new PalletMetadata.EntryType.Plain(table.id(e.value()));
    } else {
      int keyType = table.id(key);
      type = new PalletMetadata.EntryType.Keyed(e.hashers(), keyType, table.id(e.value()));
    }
    return new PalletMetadata.Entry(e.name(),
        e.optional() ? PalletMetadata.Modifier.OPTIONAL : PalletMetadata.Modifier.DEFAULT, type,
        Bytes.of(e.fallback()), List.of());
  }

  private ExtrinsicMetadata extrinsic(int version) {
    Integer whole = version == 14
        ? (Integer) table.id(ExtrinsicCodec.shape(calls, runtime.extensions())) : null;
    return new ExtrinsicMetadata(ExtrinsicCodec.VERSION, whole,
        table.id(MultiAddress.CODEC.shape()), table.id(calls),
        table.id(MultiSignature.CODEC.shape()),
        table.id(SignedExtension.extraShape(runtime.extensions())),
        runtime.extensions().stream().map(x -> new ExtrinsicMetadata.Extension(x.identifier(),
            table.id(x.extra()), table.id(x.additional()))).toList());
  }

  private RuntimeApi api(RuntimeDeclaration.Api api) {
    return new RuntimeApi(api.name(), api.methods().stream()
        .map(m -> new RuntimeApi.Method(m.name(),
            m.inputs().stream()
                .map(p -> new RuntimeApi.Param(p.name(), table.id(p.shape()))).toList(),
            table.id(m.output()), List.of()))
        .toList(), List.of());
  }
}
