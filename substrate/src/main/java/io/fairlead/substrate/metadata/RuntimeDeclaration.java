package io.fairlead.substrate.metadata;

import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything from which the metadata of a runtime is written.
 *
 * @param crate in which the runtime and its outer enums are defined, such as
 *     {@code tangle_testnet_runtime}
 * @param pallets ascending by index
 * @param extensions in wire order
 * @param apis in the order of metadata
 */
public record RuntimeDeclaration(String crate, List<IndexedPallet> pallets,
    List<SignedExtension> extensions, List<Api> apis) {

  /** How pallets below the runtime call its crate; the writer puts the real one in its place. */
  static final String CRATE_BELOW = "tangle_testnet_runtime";

  public RuntimeDeclaration {
    pallets =
        pallets.stream().sorted(Comparator.comparingInt(IndexedPallet::index)).toList();
    extensions = List.copyOf(extensions);
    apis = List.copyOf(apis);
  }

  /** A pallet with the index that the profile gives it. */
  public record IndexedPallet(int index, PalletDeclaration declaration) {}

  /** A runtime API. */
  public record Api(String name, List<Method> methods) {
    public Api {
      methods = List.copyOf(methods);
    }
  }

  /** A method of a runtime API. */
  public record Method(String name, List<Param> inputs, Shape output) {
    public Method {
      inputs = List.copyOf(inputs);
    }
  }

  /** An argument of a method. */
  public record Param(String name, Shape shape) {}

  /**
   * Stands for an outer enum of the runtime wherever a codec below the runtime contains one, such as
   * the call inside {@code Sudo.sudo}. The writer puts the enum itself in its place.
   *
   * @param name {@code RuntimeCall}, {@code RuntimeEvent} or {@code RuntimeError}
   */
  public static Shape.Variants reference(String crate, String name) {
    return new Shape.Variants(crate + "::" + name, List.of(), List.of());
  }

  /** {@code RuntimeCall}: a variant for each pallet with calls. */
  public Shape.Variants callShape() {
    return outer("RuntimeCall", d -> d.calls() == null ? null : d.calls().shape(),
        d -> "self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n"
            + "::CallableCallFor<" + d.name() + ", Runtime>");
  }

  /** {@code RuntimeEvent}: a variant for each pallet with events. */
  public Shape.Variants eventShape() {
    return outer("RuntimeEvent", d -> d.events() == null ? null : d.events().shape(),
        d -> crateOf(d.events() == null ? null : d.events().shape()) + "::Event<Runtime>");
  }

  /** {@code RuntimeError}: a variant for each pallet with errors. */
  public Shape.Variants errorShape() {
    return outer("RuntimeError", PalletDeclaration::errors,
        d -> crateOf(d.errors()) + "::Error<Runtime>");
  }

  private static String crateOf(@Nullable Shape shape) {
    return shape instanceof Shape.Variants v ? v.path().split("::")[0] : "";
  }

  private Shape.Variants outer(String name, Function<PalletDeclaration, @Nullable Shape> inner,
      Function<PalletDeclaration, String> typeName) {
    var cases = new ArrayList<Shape.Case>();
    for (IndexedPallet pallet : pallets) {
      Shape shape = inner.apply(pallet.declaration());
      if (shape != null) {
        cases.add(new Shape.Case(pallet.declaration().name(), pallet.index(),
            List.of(new Shape.Field(null, shape, typeName.apply(pallet.declaration())))));
      }
    }
    return new Shape.Variants(crate + "::" + name, List.of(), cases);
  }
}
