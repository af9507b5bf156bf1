package io.fairlead.runtime.basefee;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** The events of BaseFee. */
public sealed interface BaseFeeEvent extends Event {
  /** Root set the fee. */
  record NewBaseFeePerGas(U256 fee) implements BaseFeeEvent {}

  /** The fee is so high that it cannot be changed in 256 bits; it stays. */
  record BaseFeeOverflow() implements BaseFeeEvent {}

  /** Root set the elasticity. */
  record NewElasticity(Permill elasticity) implements BaseFeeEvent {}

  /** One byte of index, then the field. */
  EnumCodec<BaseFeeEvent> CODEC = Codecs.enumOf("pallet_base_fee::pallet::Event", List.of(),
      variant(0, "NewBaseFeePerGas", NewBaseFeePerGas.class,
          Fields.of(NewBaseFeePerGas::new,
              field("fee", NewBaseFeePerGas::fee, U256.CODEC, "U256"))),
      variant(1, "BaseFeeOverflow", BaseFeeOverflow.class, new BaseFeeOverflow()),
      variant(2, "NewElasticity", NewElasticity.class, Fields.of(NewElasticity::new,
          field("elasticity", NewElasticity::elasticity, Permill.CODEC, "Permill"))));

  @Override
  default String pallet() {
    return BaseFeeCall.PALLET;
  }
}
