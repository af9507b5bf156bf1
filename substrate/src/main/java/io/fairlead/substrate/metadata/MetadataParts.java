package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.scale.Codecs.COMPACT_U32;
import static io.fairlead.substrate.scale.Codecs.STRING;
import static io.fairlead.substrate.scale.Codecs.U8;
import static io.fairlead.substrate.scale.Codecs.list;
import static io.fairlead.substrate.scale.Codecs.option;
import static io.fairlead.substrate.scale.Codecs.plainEnum;
import static io.fairlead.substrate.scale.Codecs.struct;
import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.metadata.ExtrinsicMetadata.Extension;
import io.fairlead.substrate.metadata.PalletMetadata.Constant;
import io.fairlead.substrate.metadata.PalletMetadata.Entry;
import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.metadata.PalletMetadata.Modifier;
import io.fairlead.substrate.metadata.PalletMetadata.Storage;
import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Everything in metadata but the registry, in the words of {@code frame_metadata}. */
final class MetadataParts {
  private MetadataParts() {}

  /** No runtime has nearly so many types. */
  static final int TYPES_MAX = 1 << 20;

  static final Codec<Integer> TYPE_ID = new TypeId();
  static final Codec<List<String>> DOCS = list(STRING);
  private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  private static final Codec<StorageHasher> HASHER =
      plainEnum("StorageHasher", StorageHasher.values(), StorageHasher::ordinal, Enum::name);
  private static final Codec<Modifier> MODIFIER =
      plainEnum("StorageEntryModifier", Modifier.values(), Modifier::ordinal, Enum::name);

  private static final Codec<EntryType> ENTRY_TYPE = Codecs.enumOf("StorageEntryType", List.of(),
      variant(0, "Plain", EntryType.Plain.class,
          Fields.of(EntryType.Plain::new, field(null, EntryType.Plain::value, TYPE_ID, null))),
      variant(1, "Map", EntryType.Keyed.class,
          Fields.of(EntryType.Keyed::new,
              field("hashers", EntryType.Keyed::hashers, list(HASHER), null),
              field("key", EntryType.Keyed::key, TYPE_ID, null),
              field("value", EntryType.Keyed::value, TYPE_ID, null))));

  private static final Codec<Entry> ENTRY = struct("StorageEntryMetadata",
      Fields.of(Entry::new, field("name", Entry::name, STRING, null),
          field("modifier", Entry::modifier, MODIFIER, null),
          field("ty", Entry::type, ENTRY_TYPE, null),
          field("default", Entry::fallback, BYTES, null), field("docs", Entry::docs, DOCS, null)));

  private static final Codec<Storage> STORAGE = struct("PalletStorageMetadata",
      Fields.of(Storage::new, field("prefix", Storage::prefix, STRING, null),
          field("entries", Storage::entries, list(ENTRY), null)));

  private static final Codec<Constant> CONSTANT = struct("PalletConstantMetadata",
      Fields.of(Constant::new, field("name", Constant::name, STRING, null),
          field("ty", Constant::type, TYPE_ID, null), field("value", Constant::value, BYTES, null),
          field("docs", Constant::docs, DOCS, null)));

  static final Codec<List<PalletMetadata>> PALLETS_14 = list(struct("v14::PalletMetadata",
      Fields.of((name, storage, calls, events, constants, errors,
          index) -> new PalletMetadata(name, storage, calls, events, constants, errors, index,
              List.of()),
          field("name", PalletMetadata::name, STRING, null),
          field("storage", PalletMetadata::storage, option(STORAGE), null),
          field("calls", PalletMetadata::calls, option(TYPE_ID), null),
          field("event", PalletMetadata::events, option(TYPE_ID), null),
          field("constants", PalletMetadata::constants, list(CONSTANT), null),
          field("error", PalletMetadata::errors, option(TYPE_ID), null),
          field("index", PalletMetadata::index, U8, null))));

  static final Codec<List<PalletMetadata>> PALLETS_15 = list(struct("v15::PalletMetadata",
      Fields.of(PalletMetadata::new, field("name", PalletMetadata::name, STRING, null),
          field("storage", PalletMetadata::storage, option(STORAGE), null),
          field("calls", PalletMetadata::calls, option(TYPE_ID), null),
          field("event", PalletMetadata::events, option(TYPE_ID), null),
          field("constants", PalletMetadata::constants, list(CONSTANT), null),
          field("error", PalletMetadata::errors, option(TYPE_ID), null),
          field("index", PalletMetadata::index, U8, null),
          field("docs", PalletMetadata::docs, DOCS, null))));

  static final Codec<List<Extension>> EXTENSIONS = list(struct("SignedExtensionMetadata",
      Fields.of(Extension::new, field("identifier", Extension::identifier, STRING, null),
          field("ty", Extension::type, TYPE_ID, null),
          field("additional_signed", Extension::additional, TYPE_ID, null))));

  static final Codec<ExtrinsicMetadata> EXTRINSIC_15 = struct("v15::ExtrinsicMetadata",
      Fields.of((version, address, call, signature, extra,
          extensions) -> new ExtrinsicMetadata(version, null, address, call, signature, extra,
              extensions),
          field("version", ExtrinsicMetadata::version, U8, null),
          field("address_ty", ExtrinsicMetadata::address, TYPE_ID, null),
          field("call_ty", ExtrinsicMetadata::call, TYPE_ID, null),
          field("signature_ty", ExtrinsicMetadata::signature, TYPE_ID, null),
          field("extra_ty", ExtrinsicMetadata::extra, TYPE_ID, null),
          field("signed_extensions", ExtrinsicMetadata::extensions, EXTENSIONS, null)));

  private static final Codec<RuntimeApi.Param> API_PARAM = struct("RuntimeApiMethodParamMetadata",
      Fields.of(RuntimeApi.Param::new, field("name", RuntimeApi.Param::name, STRING, null),
          field("ty", RuntimeApi.Param::type, TYPE_ID, null)));

  private static final Codec<RuntimeApi.Method> API_METHOD = struct("RuntimeApiMethodMetadata",
      Fields.of(RuntimeApi.Method::new, field("name", RuntimeApi.Method::name, STRING, null),
          field("inputs", RuntimeApi.Method::inputs, list(API_PARAM), null),
          field("output", RuntimeApi.Method::output, TYPE_ID, null),
          field("docs", RuntimeApi.Method::docs, DOCS, null)));

  static final Codec<List<RuntimeApi>> APIS = list(struct("RuntimeApiMetadata",
      Fields.of(RuntimeApi::new, field("name", RuntimeApi::name, STRING, null),
          field("methods", RuntimeApi::methods, list(API_METHOD), null),
          field("docs", RuntimeApi::docs, DOCS, null))));

  static final Codec<Metadata.OuterEnums> OUTER = struct("OuterEnums",
      Fields.of(Metadata.OuterEnums::new,
          field("call_enum_ty", Metadata.OuterEnums::call, TYPE_ID, null),
          field("event_enum_ty", Metadata.OuterEnums::event, TYPE_ID, null),
          field("error_enum_ty", Metadata.OuterEnums::error, TYPE_ID, null)));

  static final Codec<List<Metadata.Custom>> CUSTOM = list(struct("CustomValueMetadata",
      Fields.of(Metadata.Custom::new, field("name", Metadata.Custom::name, STRING, null),
          field("ty", Metadata.Custom::type, TYPE_ID, null),
          field("value", Metadata.Custom::value, BYTES, null))));

  private record TypeId() implements Codec<Integer> {
    @Override
    public void write(Integer id, Output out) {
      out.compact(id);
    }

    @Override
    public Integer read(Input in) {
      long id = in.compactU32();
      if (id >= TYPES_MAX) {
        throw in.malformed("a type id", Long.toString(id));
      }
      return (int) id;
    }

    @Override
    public int size(Integer id) {
      return Output.compactSize(id);
    }

    @Override
    public Shape shape() {
      return COMPACT_U32.shape();
    }
  }
}
