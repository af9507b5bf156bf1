package io.fairlead.operator.plan;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * Whether fields have the types that a job declares, as Tangle's pallet checks them
 * ({@code tangle_primitives::services::jobs::type_checker}): an answer that the chain would refuse
 * is not sent.
 */
public final class ResultTypes {
  private ResultTypes() {}

  /** Why {@code fields} do not match {@code types}, in one line; empty when they do. */
  public static Optional<String> mismatch(List<FieldType> types, List<Field> fields) {
    if (types.size() != fields.size()) {
      return Optional.of("expected " + types.size() + " fields, found " + fields.size());
    }
    for (int i = 0; i < types.size(); i++) {
      if (!matches(types.get(i), fields.get(i))) {
        return Optional
            .of("field " + i + ": expected " + types.get(i) + ", found "
                + described(fields.get(i)));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(FieldType type, Field field) {
    return switch (field) {
      case Field.Bool f -> type instanceof FieldType.Bool;
      case Field.Uint8 f -> type instanceof FieldType.Uint8;
      case Field.Int8 f -> type instanceof FieldType.Int8;
      case Field.Uint16 f -> type instanceof FieldType.Uint16;
      case Field.Int16 f -> type instanceof FieldType.Int16;
      case Field.Uint32 f -> type instanceof FieldType.Uint32;
      case Field.Int32 f -> type instanceof FieldType.Int32;
      case Field.Uint64 f -> type instanceof FieldType.Uint64;
      case Field.Int64 f -> type instanceof FieldType.Int64;
      case Field.Text f -> type instanceof FieldType.Text;
      case Field.Account f -> type instanceof FieldType.Account;
      case Field.Optional f -> type instanceof FieldType.Optional expected
          && f.type().equals(expected.inner())
          && (f.value() == null || matches(expected.inner(), f.value()));
      case Field.Array f -> type instanceof FieldType.Array expected
          && f.type().equals(expected.element()) && f.elements().size() == expected.length()
          && allMatch(expected.element(), f.elements());
      case Field.Sequence f -> type instanceof FieldType.Sequence expected
          && f.type().equals(expected.element()) && allMatch(expected.element(), f.elements());
      case Field.Struct f -> type instanceof FieldType.Struct expected
          && membersMatch(expected.members(), f.members());
    };
  }

  private static boolean allMatch(FieldType type, List<Field> elements) {
    for (Field element : elements) {
      if (!matches(type, element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean membersMatch(List<FieldType> types, List<Field.Member> members) {
    if (types.size() != members.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!matches(types.get(i), members.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private static String described(Field field) {
    String text = field.toString();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
