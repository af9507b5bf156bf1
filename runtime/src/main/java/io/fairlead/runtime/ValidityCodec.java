package io.fairlead.runtime;

import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;

/** {@code TransactionValidity}: {@code Result<ValidTransaction, TransactionValidityError>}. */
final class ValidityCodec implements Codec<Validity> {
  static final ValidityCodec INSTANCE = new ValidityCodec();

  private static final String MODULE = "sp_runtime::transaction_validity::";
  private static final Codec<List<Bytes>> TAGS =
      Codecs.list(Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)));
  private static final Validity.Kind[] KINDS = Validity.Kind.values();
  private static final int UNKNOWN_CUSTOM = 2;

  private ValidityCodec() {}

  @Override
  public void write(Validity value, Output out) {
    switch (value) {
      case Validity.Valid(long priority, List<Bytes> requires, List<Bytes> provides, long longevity, boolean propagate) -> {
        out.u8(0);
        out.u64(priority);
        TAGS.write(requires, out);
        TAGS.write(provides, out);
        out.u64(longevity);
        out.u8(propagate ? 1 : 0);
      }
      case Validity.Invalid(Validity.Kind kind, int custom) -> {
        out.u8(1);
        out.u8(0);
        out.u8(kind.ordinal());
        if (kind == Validity.Kind.CUSTOM) {
          out.u8(custom);
        }
      }
      case Validity.Unknown(int index) -> {
        out.u8(1);
        out.u8(1);
        out.u8(index);
        if (index == UNKNOWN_CUSTOM) {
          out.u8(0);
        }
      }
    }
  }

  @Override
  public Validity read(Input in) {
    if (!in.bool()) {
      return new Validity.Valid(in.u64(), TAGS.read(in), TAGS.read(in), in.u64(), in.bool());
    }
    boolean unknown = in.bool();
    int index = in.u8();
    if (unknown) {
      if (index > UNKNOWN_CUSTOM) {
        throw in.malformed("variant of UnknownTransaction", "index " + index);
      }
      if (index == UNKNOWN_CUSTOM) {
        in.u8();
      }
      return new Validity.Unknown(index);
    }
    if (index >= KINDS.length) {
      throw in.malformed("variant of InvalidTransaction", "index " + index);
    }
    Validity.Kind kind = KINDS[index];
    return new Validity.Invalid(kind, kind == Validity.Kind.CUSTOM ? in.u8() : 0);
  }

  @Override
  public int size(Validity value) {
    return switch (value) {
      case Validity.Valid valid ->
          1 + 8 + TAGS.size(valid.requires()) + TAGS.size(valid.provides()) + 8 + 1;
      case Validity.Invalid(Validity.Kind kind, int custom) ->
          kind == Validity.Kind.CUSTOM ? 4 : 3;
      case Validity.Unknown(int index) -> index == UNKNOWN_CUSTOM ? 4 : 3;
    };
  }

  @Override
  public Shape shape() {
    return Results.shape(validShape(), errorShape());
  }

  private static Shape validShape() {
    Shape u64 = Codecs.U64.shape();
    return new Shape.Composite(MODULE + "ValidTransaction", List.of(),
        List.of(new Shape.Field("priority", u64, "TransactionPriority"),
            new Shape.Field("requires", TAGS.shape(), "Vec<TransactionTag>"),
            new Shape.Field("provides", TAGS.shape(), "Vec<TransactionTag>"),
            new Shape.Field("longevity", u64, "TransactionLongevity"),
            new Shape.Field("propagate", Codecs.BOOL.shape(), "bool")));
  }

  private static Shape errorShape() {
    var invalid = new ArrayList<Shape.Case>();
    List<String> names = List.of("Call", "Payment", "Future", "Stale", "BadProof",
        "AncientBirthBlock", "ExhaustsResources", "Custom", "BadMandatory", "MandatoryValidation",
        "BadSigner");
    List<Shape.Field> custom = List.of(new Shape.Field(null, Codecs.U8.shape(), "u8"));
    for (Validity.Kind kind : KINDS) {
      invalid.add(new Shape.Case(names.get(kind.ordinal()), kind.ordinal(),
          kind == Validity.Kind.CUSTOM ? custom : List.of()));
    }
    Shape unknown = new Shape.Variants(MODULE + "UnknownTransaction", List.of(),
        List.of(new Shape.Case("CannotLookup", Validity.Unknown.CANNOT_LOOKUP, List.of()),
            new Shape.Case("NoUnsignedValidator", Validity.Unknown.NO_UNSIGNED_VALIDATOR,
                List.of()),
            new Shape.Case("Custom", UNKNOWN_CUSTOM, custom)));
    return new Shape.Variants(MODULE + "TransactionValidityError", List.of(),
        List.of(
            new Shape.Case("Invalid", 0,
                List.of(new Shape.Field(null,
                    new Shape.Variants(MODULE + "InvalidTransaction", List.of(), invalid),
                    "InvalidTransaction"))),
            new Shape.Case("Unknown", 1,
                List.of(new Shape.Field(null, unknown, "UnknownTransaction")))));
  }
}
