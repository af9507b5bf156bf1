package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.metadata.MetadataParts.APIS;
import static io.fairlead.substrate.metadata.MetadataParts.CUSTOM;
import static io.fairlead.substrate.metadata.MetadataParts.EXTENSIONS;
import static io.fairlead.substrate.metadata.MetadataParts.EXTRINSIC_15;
import static io.fairlead.substrate.metadata.MetadataParts.OUTER;
import static io.fairlead.substrate.metadata.MetadataParts.PALLETS_14;
import static io.fairlead.substrate.metadata.MetadataParts.PALLETS_15;
import static io.fairlead.substrate.metadata.MetadataParts.TYPE_ID;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.Objects;

/** Both versions. A type id that no type has is malformed, so that later code can trust ids. */
final class MetadataCodec implements Codec<Metadata> {
  /** {@code meta} as a little-endian number. */
  private static final long MAGIC = 0x6174656d;

  @Override
  public void write(Metadata m, Output out) {
    out.u32(MAGIC);
    out.u8(m.version());
    TypeCodecs.REGISTRY.write(m.types(), out);
    if (m.version() == 14) {
      PALLETS_14.write(m.pallets(), out);
      TYPE_ID.write(Objects.requireNonNull(m.extrinsic().type(), "V14 has an extrinsic type"),
          out);
      out.u8(m.extrinsic().version());
      EXTENSIONS.write(m.extrinsic().extensions(), out);
      TYPE_ID.write(m.runtimeType(), out);
    } else {
      PALLETS_15.write(m.pallets(), out);
      EXTRINSIC_15.write(m.extrinsic(), out);
      TYPE_ID.write(m.runtimeType(), out);
      APIS.write(m.apis(), out);
      OUTER.write(Objects.requireNonNull(m.outerEnums(), "V15 has outer enums"), out);
      CUSTOM.write(m.custom(), out);
    }
  }

  @Override
  public Metadata read(Input in) {
    if (in.u32() != MAGIC) {
      throw in.malformed("the magic number of metadata", "another");
    }
    int version = in.u8();
    if (version != 14 && version != 15) {
      throw in.malformed("metadata version 14 or 15", Integer.toString(version));
    }
    List<Type> types = TypeCodecs.REGISTRY.read(in);
    Metadata metadata = version == 14 ? read14(in, types) : read15(in, types);
    TypeReferences.check(metadata, in);
    return metadata;
  }

  private static Metadata read14(Input in, List<Type> types) {
    List<PalletMetadata> pallets = PALLETS_14.read(in);
    int type = TYPE_ID.read(in);
    int format = in.u8();
    List<ExtrinsicMetadata.Extension> extensions = EXTENSIONS.read(in);
    var extrinsic = new ExtrinsicMetadata(format, type, param(in, types, type, "Address"),
        param(in, types, type, "Call"), param(in, types, type, "Signature"),
        param(in, types, type, "Extra"), extensions);
    return new Metadata(14, types, pallets, extrinsic, TYPE_ID.read(in), List.of(), null,
        List.of());
  }

  private static Metadata read15(Input in, List<Type> types) {
    return new Metadata(15, types, PALLETS_15.read(in), EXTRINSIC_15.read(in), TYPE_ID.read(in),
        APIS.read(in), OUTER.read(in), CUSTOM.read(in));
  }

  private static int param(Input in, List<Type> types, int type, String name) {
    if (type < types.size()) {
      for (Type.Param param : types.get(type).params()) {
        Integer id = param.type();
        if (param.name().equals(name) && id != null) {
          return id;
        }
      }
    }
    throw in.malformed("an extrinsic type with parameter " + name, "type " + type);
  }

  @Override
  public int size(Metadata m) {
    int size = 5 + TypeCodecs.REGISTRY.size(m.types()) + TYPE_ID.size(m.runtimeType());
    if (m.version() == 14) {
      return size + PALLETS_14.size(m.pallets())
          + TYPE_ID.size(Objects.requireNonNull(m.extrinsic().type())) + 1
          + EXTENSIONS.size(m.extrinsic().extensions());
    }
    return size + PALLETS_15.size(m.pallets()) + EXTRINSIC_15.size(m.extrinsic())
        + APIS.size(m.apis()) + OUTER.size(Objects.requireNonNull(m.outerEnums()))
        + CUSTOM.size(m.custom());
  }

  /** Metadata does not describe itself: runtime APIs give it as opaque bytes. */
  @Override
  public Shape shape() {
    return new Shape.Composite("sp_core::OpaqueMetadata", List.of(), List.of(
        new Shape.Field(null, new Shape.Sequence(new Shape.Primitive(Shape.Kind.U8)), "Vec<u8>")));
  }
}
