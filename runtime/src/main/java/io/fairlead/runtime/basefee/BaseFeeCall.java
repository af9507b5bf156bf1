package io.fairlead.runtime.basefee;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of BaseFee, for Root. */
public sealed interface BaseFeeCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "BaseFee";

  /** Sets the planck a unit of gas. */
  record SetBaseFeePerGas(U256 fee) implements BaseFeeCall {}

  /** Sets how much an empty or a full block changes. */
  record SetElasticity(Permill elasticity) implements BaseFeeCall {}

  /** One byte of index, then the argument. */
  EnumCodec<BaseFeeCall> CODEC =
      Codecs.enumOf("pallet_base_fee::pallet::Call", List.of(Shape.skipped("T")),
          variant(0, "set_base_fee_per_gas", SetBaseFeePerGas.class,
              Fields.of(SetBaseFeePerGas::new,
                  field("fee", SetBaseFeePerGas::fee, U256.CODEC, "U256"))),
          variant(1, "set_elasticity", SetElasticity.class, Fields.of(SetElasticity::new,
              field("elasticity", SetElasticity::elasticity, Permill.CODEC, "Permill"))));

  @Override
  default String pallet() {
    return PALLET;
  }
}
