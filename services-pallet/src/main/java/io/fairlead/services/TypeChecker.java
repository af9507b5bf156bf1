package io.fairlead.services;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.Refusal;
import java.util.List;

/** Whether fields fit their types ({@code tangle_primitives::services::field::type_checker}). */
final class TypeChecker {
  private TypeChecker() {}

  private static final int ARGUMENT_TYPE_MISMATCH = 0;
  private static final int NOT_ENOUGH_ARGUMENTS = 1;

  /**
   * Refuses with {@code TypeCheck} unless {@code fields} are as many as {@code types} and each fits.
   * The error tells the first that does not, and of its expected type only the outermost kind.
   */
  static void ensureFits(List<FieldType> types, List<Field> fields) {
    int count = types.size();
    if (fields.size() != count) {
      throw refusal(NOT_ENOUGH_ARGUMENTS, count, fields.size());
    }
    for (int i = 0; i < count; i++) {
      FieldType type = types.get(i);
      Field field = fields.get(i);
      if (!fits(field, type)) {
        typeOf(field);
        throw refusal(ARGUMENT_TYPE_MISMATCH, i, FieldType.CODEC.variantOf(type).index());
      }
    }
  }

  private static Refusal refusal(int kind, int second, int third) {
    int detail = kind | (second & 0xff) << 8 | (third & 0xff) << 16;
    return new DetailedError(ServicesError.TYPE_CHECK, detail).refusal();
  }

  /** Whether {@code field} is a value of {@code type}; none is one of {@code Void}. */
  static boolean fits(Field field, FieldType type) {
    return switch (field) {
      case Field.Uint64 f -> type instanceof FieldType.Uint64;
      case Field.Optional f -> type instanceof FieldType.Optional(FieldType inner)
          && f.type().equals(inner) && (f.value() == null || fits(f.value(), inner));
      case Field.Bool f -> type instanceof FieldType.Bool;
      case Field.Uint8 f -> type instanceof FieldType.Uint8;
      case Field.Int8 f -> type instanceof FieldType.Int8;
      case Field.Uint16 f -> type instanceof FieldType.Uint16;
      case Field.Int16 f -> type instanceof FieldType.Int16;
      case Field.Uint32 f -> type instanceof FieldType.Uint32;
      case Field.Int32 f -> type instanceof FieldType.Int32;
      case Field.Int64 f -> type instanceof FieldType.Int64;
      case Field.Text f -> type instanceof FieldType.Text;
      case Field.Account f -> type instanceof FieldType.Account;
      case Field.Array f -> type instanceof FieldType.Array(long length, FieldType element)
          && f.type().equals(element) && f.elements().size() == length
          && allFit(f.elements(), element);
      case Field.Sequence f -> type instanceof FieldType.Sequence(FieldType element)
          && f.type().equals(element) && allFit(f.elements(), element);
      case Field.Struct f -> type instanceof FieldType.Struct(List<FieldType> members)
          && membersFit(f.members(), members);
    };
  }

  private static boolean allFit(List<Field> fields, FieldType type) {
    for (Field field : fields) {
      if (!fits(field, type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean membersFit(List<Field.Member> members, List<FieldType> types) {
    if (members.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!fits(members.get(i).value(), types.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The type that the chain derives from a value for its error ({@code From<Field> for FieldType}).
   * A struct of more than 32 members panics.
   */
  static FieldType typeOf(Field field) {
    return switch (field) {
      case Field.Optional(FieldType inner, var value) -> inner;
      case Field.Bool f -> FieldType.BOOL;
      case Field.Uint8 f -> FieldType.UINT8;
      case Field.Int8 f -> FieldType.INT8;
      case Field.Uint16 f -> FieldType.UINT16;
      case Field.Int16 f -> FieldType.INT16;
      case Field.Uint32 f -> FieldType.UINT32;
      case Field.Int32 f -> FieldType.INT32;
      case Field.Uint64 f -> FieldType.UINT64;
      case Field.Int64 f -> FieldType.INT64;
      case Field.Text f -> FieldType.TEXT;
      case Field.Account f -> FieldType.ACCOUNT;
      case Field.Array(var type, List<Field> elements) ->
          new FieldType.Array(elements.size(), typeOfFirst(elements));
      case Field.Sequence(var type, List<Field> elements) ->
          new FieldType.Sequence(typeOfFirst(elements));
      case Field.Struct(var name, List<Field.Member> members) -> {
        List<FieldType> types =
            members.stream().map(member -> typeOf(member.value())).toList();
        if (types.size() > Limits.STRUCT_MEMBERS_MAX) {
          throw new ChainPanic("a struct of " + types.size() + " members has no type");
        }
        yield new FieldType.Struct(types);
      }
    };
  }

  private static FieldType typeOfFirst(List<Field> elements) {
    return elements.isEmpty() ? FieldType.VOID : typeOf(elements.getFirst());
  }
}
