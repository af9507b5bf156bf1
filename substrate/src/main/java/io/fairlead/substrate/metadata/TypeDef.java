package io.fairlead.substrate.metadata;

import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a type is made of ({@code scale_info::TypeDef}). Numbers named after types are type ids. */
public sealed interface TypeDef {

  /** A struct. */
  record Composite(List<Field> fields) implements TypeDef {
    public Composite {
      fields = List.copyOf(fields);
    }
  }

  /** An enum. */
  record Variant(List<Case> cases) implements TypeDef {
    public Variant {
      cases = List.copyOf(cases);
    }
  }

  /** A length and that many elements. */
  record Sequence(int element) implements TypeDef {}

  /** {@code length} elements, u32. */
  record Array(long length, int element) implements TypeDef {}

  /** One after another. */
  record Tuple(List<Integer> elements) implements TypeDef {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** A primitive. */
  record Primitive(Shape.Kind kind) implements TypeDef {}

  /** The compact form. */
  record Compact(int inner) implements TypeDef {}

  /** Bits in words of type {@code store}, in the order that {@code order} names. */
  record BitSequence(int store, int order) implements TypeDef {}

  /** A field; without a name in tuple structs and tuple variants. */
  record Field(@Nullable String name, int type, @Nullable String typeName, List<String> docs) {
    public Field {
      docs = List.copyOf(docs);
    }
  }

  /** A variant with its index on the wire. */
  record Case(String name, List<Field> fields, int index, List<String> docs) {
    public Case {
      fields = List.copyOf(fields);
      docs = List.copyOf(docs);
    }
  }
}
