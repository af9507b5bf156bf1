package io.fairlead.runtime.payment;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a fee, in planck ({@code pallet_transaction_payment::FeeDetails}).
 *
 * @param inclusionFee null where none is due
 */
public record FeeDetails(@Nullable InclusionFee inclusionFee, Balance tip) {

  /**
   * What inclusion costs.
   *
   * @param baseFee of any extrinsic
   * @param lenFee of its bytes
   * @param adjustedWeightFee of its weight times the multiplier
   */
  public record InclusionFee(Balance baseFee, Balance lenFee, Balance adjustedWeightFee) {
    static final Codec<InclusionFee> CODEC =
        Codecs.struct("pallet_transaction_payment::types::InclusionFee",
            Fields.of(InclusionFee::new,
                Fields.field("base_fee", InclusionFee::baseFee, Balance.CODEC, "Balance"),
                Fields.field("len_fee", InclusionFee::lenFee, Balance.CODEC, "Balance"),
                Fields.field("adjusted_weight_fee", InclusionFee::adjustedWeightFee,
                    Balance.CODEC, "Balance")),
            Shape.param("Balance", Balance.CODEC.shape()));

    /** All parts together. */
    public Balance sum() {
      return baseFee.saturatingPlus(lenFee).saturatingPlus(adjustedWeightFee);
    }
  }

  /** As {@code TransactionPaymentApi_query_fee_details} answers it. */
  public static final Codec<FeeDetails> CODEC =
      Codecs.struct("pallet_transaction_payment::types::FeeDetails",
          Fields.of(FeeDetails::new,
              Fields.field("inclusion_fee", FeeDetails::inclusionFee,
                  Codecs.option(InclusionFee.CODEC), "Option<InclusionFee<Balance>>"),
              Fields.field("tip", FeeDetails::tip, Balance.CODEC, "Balance")),
          Shape.param("Balance", Balance.CODEC.shape()));

  /** The whole fee, tip included. */
  public Balance finalFee() {
    return inclusionFee == null ? tip : inclusionFee.sum().saturatingPlus(tip);
  }
}
