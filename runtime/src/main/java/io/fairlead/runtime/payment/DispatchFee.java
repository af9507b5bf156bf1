package io.fairlead.runtime.payment;

import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * What a transaction would cost ({@code RuntimeDispatchInfo}).
 *
 * @param partialFee planck, without tip
 */
public record DispatchFee(Weight weight, DispatchClass dispatchClass, Balance partialFee) {
  /** As {@code TransactionPaymentApi_query_info} answers it. */
  public static final Codec<DispatchFee> CODEC =
      Codecs.struct("pallet_transaction_payment::types::RuntimeDispatchInfo",
          Fields.of(DispatchFee::new,
              Fields.field("weight", DispatchFee::weight, Weight.CODEC, "Weight"),
              Fields.field("class", DispatchFee::dispatchClass, DispatchClass.CODEC,
                  "DispatchClass"),
              Fields.field("partial_fee", DispatchFee::partialFee, Balance.CODEC, "Balance")),
          Shape.param("Balance", Balance.CODEC.shape()),
          Shape.param("Weight", Weight.CODEC.shape()));
}
