package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.metadata.MetadataParts.DOCS;
import static io.fairlead.substrate.metadata.MetadataParts.TYPE_ID;
import static io.fairlead.substrate.scale.Codecs.STRING;
import static io.fairlead.substrate.scale.Codecs.U32;
import static io.fairlead.substrate.scale.Codecs.U8;
import static io.fairlead.substrate.scale.Codecs.list;
import static io.fairlead.substrate.scale.Codecs.option;
import static io.fairlead.substrate.scale.Codecs.plainEnum;
import static io.fairlead.substrate.scale.Codecs.struct;
import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;

/** The registry of types, in the words of {@code scale_info}. */
final class TypeCodecs {
  private TypeCodecs() {}

  private static final Codec<Shape.Kind> KIND =
      plainEnum("TypeDefPrimitive", Shape.Kind.values(), Shape.Kind::ordinal, Enum::name);

  private static final Codec<TypeDef.Field> FIELD = struct("Field",
      Fields.of(TypeDef.Field::new, field("name", TypeDef.Field::name, option(STRING), null),
          field("type", TypeDef.Field::type, TYPE_ID, null),
          field("type_name", TypeDef.Field::typeName, option(STRING), null),
          field("docs", TypeDef.Field::docs, DOCS, null)));

  private static final Codec<TypeDef.Case> CASE = struct("Variant",
      Fields.of(TypeDef.Case::new, field("name", TypeDef.Case::name, STRING, null),
          field("fields", TypeDef.Case::fields, list(FIELD), null),
          field("index", TypeDef.Case::index, U8, null),
          field("docs", TypeDef.Case::docs, DOCS, null)));

  private static final Codec<TypeDef> DEF = Codecs.enumOf("TypeDef", List.of(),
      variant(0, "Composite", TypeDef.Composite.class,
          Fields.of(TypeDef.Composite::new,
              field("fields", TypeDef.Composite::fields, list(FIELD), null))),
      variant(1, "Variant", TypeDef.Variant.class,
          Fields.of(TypeDef.Variant::new,
              field("variants", TypeDef.Variant::cases, list(CASE), null))),
      variant(2, "Sequence", TypeDef.Sequence.class,
          Fields.of(TypeDef.Sequence::new,
              field("type_param", TypeDef.Sequence::element, TYPE_ID, null))),
      variant(3, "Array", TypeDef.Array.class,
          Fields.of(TypeDef.Array::new, field("len", TypeDef.Array::length, U32, null),
              field("type_param", TypeDef.Array::element, TYPE_ID, null))),
      variant(4, "Tuple", TypeDef.Tuple.class,
          Fields.of(TypeDef.Tuple::new,
              field("fields", TypeDef.Tuple::elements, list(TYPE_ID), null))),
      variant(5, "Primitive", TypeDef.Primitive.class,
          Fields.of(TypeDef.Primitive::new, field(null, TypeDef.Primitive::kind, KIND, null))),
      variant(6, "Compact", TypeDef.Compact.class,
          Fields.of(TypeDef.Compact::new,
              field("type_param", TypeDef.Compact::inner, TYPE_ID, null))),
      variant(7, "BitSequence", TypeDef.BitSequence.class,
          Fields.of(TypeDef.BitSequence::new,
              field("bit_store_type", TypeDef.BitSequence::store, TYPE_ID, null),
              field("bit_order_type", TypeDef.BitSequence::order, TYPE_ID, null))));

  private static final Codec<Type.Param> PARAM = struct("TypeParameter",
      Fields.of(Type.Param::new, field("name", Type.Param::name, STRING, null),
          field("type", Type.Param::type, option(TYPE_ID), null)));

  private static final Codec<Type> TYPE = struct("Type",
      Fields.of(Type::new, field("path", Type::path, list(STRING), null),
          field("type_params", Type::params, list(PARAM), null),
          field("type_def", Type::def, DEF, null), field("docs", Type::docs, DOCS, null)));

  /** Types with their ids in front, which must be their places. */
  static final Codec<List<Type>> REGISTRY = new Registry();

  private record Registry() implements Codec<List<Type>> {
    @Override
    public void write(List<Type> types, Output out) {
      out.compact(types.size());
      for (int id = 0; id < types.size(); id++) {
        TYPE_ID.write(id, out);
        TYPE.write(types.get(id), out);
      }
    }

    @Override
    public List<Type> read(Input in) {
      int count = in.length(MetadataParts.TYPES_MAX, 6);
      var types = new ArrayList<Type>(Math.min(count, 2048));
      for (int place = 0; place < count; place++) {
        int id = TYPE_ID.read(in);
        if (id != place) {
          throw in.malformed("type id " + place, Integer.toString(id));
        }
        types.add(TYPE.read(in));
      }
      return types;
    }

    @Override
    public int size(List<Type> types) {
      int size = Output.compactSize(types.size());
      for (int id = 0; id < types.size(); id++) {
        size += TYPE_ID.size(id) + TYPE.size(types.get(id));
      }
      return size;
    }

    @Override
    public Shape shape() {
      return new Shape.Sequence(TYPE.shape());
    }
  }
}
