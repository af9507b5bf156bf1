package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Shape;
import java.util.Arrays;
import java.util.List;

/** An error of a pallet; implemented by one enum a pallet, whose constants keep their refusal. */
public interface PalletError {
  /** Name of the pallet in the runtime, such as {@code Services}. */
  String pallet();

  /** Index of the variant on the wire. */
  int index();

  /** Name of the variant on chain. */
  String chainName();

  /** The preallocated refusal of this error. */
  Refusal refusal();

  /**
   * The first three bytes of the encoded fields of the variant, little-endian, padded with zeros: a
   * module error has four bytes on the wire, the index and these. Errors without fields have zero.
   */
  default int detail() {
    return 0;
  }

  /** Metadata of an error enum at {@code path}. */
  static Shape shape(String path, List<Shape.Param> params, PalletError[] values) {
    return new Shape.Variants(path, params, Arrays.stream(values)
        .map(e -> new Shape.Case(e.chainName(), e.index(), List.of())).toList());
  }
}
