package io.fairlead.runtime.payment;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The event of TransactionPayment. */
public sealed interface PaymentEvent extends Event {
  /**
   * A transaction was paid for.
   *
   * @param actualFee planck after the refund, tip included
   * @param tip planck
   */
  record TransactionFeePaid(AccountId who, Balance actualFee, Balance tip)
      implements PaymentEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<PaymentEvent> CODEC = Codecs.enumOf("pallet_transaction_payment::pallet::Event",
      List.of(Shape.skipped("T")),
      variant(0, "TransactionFeePaid", TransactionFeePaid.class,
          Fields.of(TransactionFeePaid::new,
              field("who", TransactionFeePaid::who, AccountId.CODEC, "T::AccountId"),
              field("actual_fee", TransactionFeePaid::actualFee, Balance.CODEC, "BalanceOf<T>"),
              field("tip", TransactionFeePaid::tip, Balance.CODEC, "BalanceOf<T>"))));

  @Override
  default String pallet() {
    return PaymentStorage.PALLET;
  }
}
