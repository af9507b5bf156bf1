package io.fairlead.runtime;

import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code sp_runtime::DispatchError} with the pallet indices of a profile. An error of a pallet is its
 * index and four bytes: the index of the error and what fits of its fields.
 */
public final class DispatchErrors implements Codec<DispatchError> {
  private static final int MODULE = 3;
  private static final int TOKEN = 7;
  private static final int ARITHMETIC = 8;
  private static final int TRANSACTIONAL = 9;
  private static final int MODULE_ERROR_BYTES = 4;

  private static final DispatchError.Token[] TOKENS = DispatchError.Token.values();
  private static final DispatchError.Arithmetic[] ARITHMETICS = DispatchError.Arithmetic.values();
  private static final DispatchError.Transactional[] TRANSACTIONALS =
      DispatchError.Transactional.values();
  private static final DispatchError.@Nullable Plain[] PLAINS = plains();
  private static final Shape SHAPE = shapeOfAll();

  private final Profile profile;
  private final DispatchError.@Nullable Module[] @Nullable [] modules =
      new DispatchError.Module[256][];

  /** The codec for {@code profile}, knowing the errors of each of {@code pallets}. */
  public DispatchErrors(Profile profile, List<? extends PalletError[]> pallets) {
    this.profile = profile;
    for (PalletError[] errors : pallets) {
      var byIndex = new DispatchError.Module[256];
      for (PalletError error : errors) {
        byIndex[error.index()] = new DispatchError.Module(error);
      }
      modules[profile.index(errors[0].pallet())] = byIndex;
    }
  }

  @Override
  public void write(DispatchError error, Output out) {
    switch (error) {
      case DispatchError.Module(PalletError of) -> {
        out.u8(MODULE);
        out.u8(profile.index(of.pallet()));
        out.u32(of.index() | (long) of.detail() << 8);
      }
      case DispatchError.Plain plain -> out.u8(plain.index());
      case DispatchError.Token token -> {
        out.u8(TOKEN);
        out.u8(token.ordinal());
      }
      case DispatchError.Arithmetic arithmetic -> {
        out.u8(ARITHMETIC);
        out.u8(arithmetic.ordinal());
      }
      case DispatchError.Transactional transactional -> {
        out.u8(TRANSACTIONAL);
        out.u8(transactional.ordinal());
      }
    }
  }

  @Override
  public DispatchError read(Input in) {
    int tag = in.u8();
    return switch (tag) {
      case MODULE -> module(in);
      case TOKEN -> pick(TOKENS, in);
      case ARITHMETIC -> pick(ARITHMETICS, in);
      case TRANSACTIONAL -> pick(TRANSACTIONALS, in);
      default -> {
        DispatchError.Plain plain = tag < PLAINS.length ? PLAINS[tag] : null;
        if (plain == null) {
          throw in.malformed("variant of sp_runtime::DispatchError", "index " + tag);
        }
        yield plain;
      }
    };
  }

  private DispatchError module(Input in) {
    int pallet = in.u8();
    int index = in.u8();
    int detail = in.u16() | in.u8() << 16;
    DispatchError.@Nullable Module @Nullable [] errors = modules[pallet];
    DispatchError.Module found = errors == null ? null : errors[index];
    if (found == null) {
      throw in.malformed("an error of pallet " + pallet, "index " + index);
    }
    return detail == 0 ? found : new DispatchError.Module(new Detailed(found.error(), detail));
  }

  /** An error read back with what the wire kept of its fields. */
  private record Detailed(PalletError of, int detail) implements PalletError {
    @Override
    public String pallet() {
      return of.pallet();
    }

    @Override
    public int index() {
      return of.index();
    }

    @Override
    public String chainName() {
      return of.chainName();
    }

    @Override
    public Refusal refusal() {
      return new Refusal(new DispatchError.Module(this));
    }
  }

  private static <E extends DispatchError> E pick(E[] values, Input in) {
    int tag = in.u8();
    if (tag >= values.length) {
      throw in.malformed("an index below " + values.length, Integer.toString(tag));
    }
    return values[tag];
  }

  @Override
  public int size(DispatchError error) {
    return switch (error) {
      case DispatchError.Module module -> 2 + MODULE_ERROR_BYTES;
      case DispatchError.Plain plain -> 1;
      case DispatchError.Token token -> 2;
      case DispatchError.Arithmetic arithmetic -> 2;
      case DispatchError.Transactional transactional -> 2;
    };
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  private static DispatchError.@Nullable Plain[] plains() {
    var byIndex = new DispatchError.Plain[16];
    for (var plain : DispatchError.Plain.values()) {
      byIndex[plain.index()] = plain;
    }
    return byIndex;
  }

  private static Shape shapeOfAll() {
    var cases = new ArrayList<Shape.Case>();
    for (var plain : DispatchError.Plain.values()) {
      cases.add(new Shape.Case(plain.toString(), plain.index(), List.of()));
    }
    Shape module = new Shape.Composite("sp_runtime::ModuleError", List.of(),
        List.of(new Shape.Field("index", Codecs.U8.shape(), "u8"),
            new Shape.Field("error", Codecs.rawBytes(MODULE_ERROR_BYTES).shape(),
                "[u8; MAX_MODULE_ERROR_ENCODED_SIZE]")));
    cases.add(of("Module", MODULE, module, "ModuleError"));
    cases.add(of("Token", TOKEN, names("sp_runtime::TokenError",
        Arrays.stream(TOKENS).map(DispatchError.Token::chainName).toList()), "TokenError"));
    cases.add(of("Arithmetic", ARITHMETIC,
        names("sp_arithmetic::ArithmeticError",
            Arrays.stream(ARITHMETICS).map(DispatchError.Arithmetic::chainName).toList()),
        "ArithmeticError"));
    cases.add(of("Transactional", TRANSACTIONAL,
        names("sp_runtime::TransactionalError",
            Arrays.stream(TRANSACTIONALS).map(DispatchError.Transactional::chainName).toList()),
        "TransactionalError"));
    cases.sort(Comparator.comparingInt(Shape.Case::index));
    return new Shape.Variants("sp_runtime::DispatchError", List.of(), cases);
  }

  private static Shape.Case of(String name, int index, Shape inner, String typeName) {
    return new Shape.Case(name, index, List.of(new Shape.Field(null, inner, typeName)));
  }

  private static Shape names(String path, List<String> names) {
    var cases = new ArrayList<Shape.Case>();
    for (String name : names) {
      cases.add(new Shape.Case(name, cases.size(), List.of()));
    }
    return new Shape.Variants(path, List.of(), cases);
  }
}
