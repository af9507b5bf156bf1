package io.fairlead.runtime.payment;

import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.system.BlockWeights;
import io.fairlead.runtime.system.NoCall;
import io.fairlead.runtime.system.PerDispatchClass;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.runtime.system.SystemStorage;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The pallet TransactionPayment ({@code pallet_transaction_payment}) with Tangle's prices: a fee is
 * base, 10^15 planck a byte, the weight's picoseconds times a multiplier, and the tip. Four fifths of
 * the fee go to the treasury; a fifth and the tip would be the author's, and are burnt as there is
 * none. Without calls.
 */
public final class PaymentPallet implements Pallet<NoCall> {
  /** {@code modlpy/trsry} and zeroes. */
  public static final AccountId TREASURY =
      AccountId.of(Arrays.copyOf("modlpy/trsry".getBytes(StandardCharsets.US_ASCII), 32));

  /** Planck a byte of the extrinsic. */
  private static final long BYTE_FEE = 1_000_000_000_000_000L;
  private static final long BASE_FEE = 107_074_000;
  /** Longest extrinsic whose fee without tip surely fits into 63 bits. */
  private static final long SHORT_BYTES = 8_000;
  private static final int TREASURY_PERCENT = 80;
  private static final int OPERATIONAL_FEE_MULTIPLIER = 5;
  private static final long MAX_REF_TIME = BlockWeights.TANGLE.maxBlock().refTime();

  private final PaymentStorage storage;
  private final SystemStorage system;
  private final Ledger ledger;
  private final Block block;

  /** The pallet over its items; the weight of a block is read from System. */
  public PaymentPallet(PaymentStorage storage, SystemStorage system, Ledger ledger,
      Block block) {
    this.storage = storage;
    this.system = system;
    this.ledger = ledger;
    this.block = block;
  }

  @Override
  public String name() {
    return PaymentStorage.PALLET;
  }

  @Override
  public DispatchInfo info(NoCall call) {
    throw new IllegalStateException("TransactionPayment has no calls");
  }

  @Override
  public PostDispatch dispatch(Origin origin, NoCall call) {
    throw new IllegalStateException("TransactionPayment has no calls");
  }

  /** What stands here before block 1. */
  public void genesis() {
    storage.nextFeeMultiplier.put(Multiplier.ONE);
    storage.storageVersion.put(PaymentStorage.Release.V2);
  }

  /** Lets the multiplier follow how full the block was. */
  @Override
  public void onFinalize(long number) {
    Multiplier before = storage.nextFeeMultiplier.get();
    storage.nextFeeMultiplier
        .put(FeeAdjustment.next(before, system.blockWeight.get().normal()));
  }

  // --- how much ---

  /**
   * The fee of an extrinsic of {@code bytes} bytes, tip included ({@code compute_fee}).
   *
   * @param weight that counts: declared before dispatch, actual after it
   * @param pays false where only the tip is due
   */
  public Balance fee(long bytes, Weight weight, boolean pays, Balance tip) {
    if (!pays) {
      return tip;
    }
    Balance weightFee = weightFee(weight);
    if (bytes <= SHORT_BYTES && weightFee.high() == 0 && weightFee.low() >>> 48 == 0) {
      var fee = new Balance(0, BASE_FEE + bytes * BYTE_FEE + weightFee.low());
      return tip.isZero() ? fee : fee.saturatingPlus(tip);
    }
    return details(bytes, weight, true, tip).finalFee();
  }

  /** The parts of the fee ({@code compute_fee_details}). */
  public FeeDetails details(long bytes, Weight weight, boolean pays, Balance tip) {
    return new FeeDetails(pays ? new FeeDetails.InclusionFee(Balance.of(BASE_FEE),
        lengthToFee(bytes), weightFee(weight)) : null, tip);
  }

  private Balance weightFee(Weight weight) {
    return storage.nextFeeMultiplier.get()
        .times(unsignedMin(weight.refTime(), MAX_REF_TIME));
  }

  /** {@code query_info}; an unsigned extrinsic costs nothing. */
  public DispatchFee queryInfo(DispatchInfo info, long bytes, boolean signed) {
    return new DispatchFee(info.weight(), info.dispatchClass(),
        fee(bytes, info.weight(), signed && info.pays(), Balance.ZERO));
  }

  /** {@code query_fee_details}; an unsigned extrinsic costs nothing. */
  public FeeDetails queryFeeDetails(DispatchInfo info, long bytes, boolean signed) {
    return details(bytes, info.weight(), signed && info.pays(), Balance.ZERO);
  }

  /** {@code query_weight_to_fee}: without multiplier. */
  public static Balance weightToFee(Weight weight) {
    return new Balance(0, unsignedMin(weight.refTime(), MAX_REF_TIME));
  }

  /** {@code query_length_to_fee}. */
  public static Balance lengthToFee(long bytes) {
    return Balance.of(BYTE_FEE).times(bytes);
  }

  /**
   * Priority in the pool, unsigned ({@code ChargeTransactionPayment::get_priority}): the tip times how
   * many such extrinsics fit into a block; the fee counts five times more for operational calls.
   */
  public static long priority(PerDispatchClass<Long> length, DispatchInfo info, long bytes,
      Balance tip, Balance fee) {
    long lengthMax = length.get(info.dispatchClass());
    long byLength = lengthMax / Math.max(1, Math.min(bytes, lengthMax));
    Weight most = BlockWeights.TANGLE.maxBlock();
    long byWeight = unsignedMin(timesIn(info.weight().refTime(), most.refTime()),
        timesIn(info.weight().proofSize(), most.proofSize()));
    var perBlock = new Balance(0, unsignedMin(byLength, byWeight));
    Balance scaled = tip.saturatingPlus(Balance.of(1)).saturatingTimes(perBlock);
    if (info.dispatchClass() == DispatchClass.OPERATIONAL) {
      Balance virtual = fee.saturatingTimes(Balance.of(OPERATIONAL_FEE_MULTIPLIER));
      scaled = scaled.saturatingPlus(virtual.saturatingTimes(perBlock));
    }
    return scaled.high() == 0 ? scaled.low() : -1;
  }

  private static long timesIn(long part, long whole) {
    return Long.divideUnsigned(whole, part == 0 ? 1 : unsignedMin(part, whole));
  }

  private static long unsignedMin(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  // --- who pays, who gets ---

  /**
   * After dispatch: gives back what was withdrawn too much, distributes the rest, tells of it
   * ({@code post_dispatch}). Events Deposit for the refund, Deposit for the treasury,
   * TransactionFeePaid.
   *
   * @param withdrawn planck taken from {@code who} before dispatch
   */
  public void settle(AccountId who, DispatchInfo info, PostDispatch post, long bytes, Balance tip,
      Balance withdrawn) {
    Balance actual = fee(bytes, SystemPallet.actualWeight(info, post),
        info.pays() && post.pays(), tip);
    if (!withdrawn.isZero()) {
      Balance refunded = ledger.refund(who, withdrawn.saturatingMinus(actual));
      Balance paid = withdrawn.minus(refunded);
      Balance fee = paid.saturatingMinus(tip);
      Balance share = fee.mulDivFloor(TREASURY_PERCENT, 100);
      Balance given = ledger.depositCreating(TREASURY, share);
      ledger.burn(paid.minus(given));
    }
    block.deposit(new PaymentEvent.TransactionFeePaid(who, actual, tip));
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(PaymentStorage.PALLET, PaymentStorage.PALLET,
        List.of(storage.nextFeeMultiplier, storage.storageVersion), null, PaymentEvent.CODEC, null,
        List.of(Constant.of("OperationalFeeMultiplier", Codecs.U8, OPERATIONAL_FEE_MULTIPLIER)));
  }
}
