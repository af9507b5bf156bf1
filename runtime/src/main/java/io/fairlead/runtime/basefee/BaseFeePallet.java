package io.fairlead.runtime.basefee;

import io.fairlead.runtime.system.BlockWeights;
import io.fairlead.runtime.system.PerDispatchClass;
import io.fairlead.runtime.system.SystemStorage;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;
import java.util.List;

/**
 * The pallet BaseFee ({@code pallet_base_fee}). After each block the fee moves by at most its
 * elasticity: up where more than half of the block was used, down where less was, and never below half
 * of what it began with.
 */
public final class BaseFeePallet implements Pallet<BaseFeeCall> {
  /** Weight of the hook at the end of a block, which its start declares. */
  public static final Weight ON_FINALIZE = Weight.ZERO.readsWrites(2, 1);

  private static final DispatchInfo SET = DispatchInfo.normal(Weight.of(100_010_000, 0));
  private static final long IDEAL = Permill.WHOLE / 2;
  private static final BigInteger WHOLE = BigInteger.valueOf(Permill.WHOLE);
  private static final int BITS_MAX = 256;

  private final BaseFeeStorage storage;
  private final SystemStorage system;
  private final BaseFeeConfig config;
  private final Block block;
  private final BigInteger lowest;

  /** The pallet over its items; the weight of a block is read from System. */
  public BaseFeePallet(BaseFeeStorage storage, SystemStorage system, BaseFeeConfig config,
      Block block) {
    this.storage = storage;
    this.system = system;
    this.config = config;
    this.block = block;
    lowest = config.initial().value().multiply(BigInteger.valueOf(IDEAL)).divide(WHOLE);
  }

  @Override
  public String name() {
    return BaseFeeCall.PALLET;
  }

  @Override
  public DispatchInfo info(BaseFeeCall call) {
    return SET;
  }

  /** Refuses with BadOrigin. */
  @Override
  public PostDispatch dispatch(Origin origin, BaseFeeCall call) {
    origin.ensureRoot();
    switch (call) {
      case BaseFeeCall.SetBaseFeePerGas(U256 fee) -> {
        storage.baseFeePerGas.put(fee);
        block.deposit(new BaseFeeEvent.NewBaseFeePerGas(fee));
      }
      case BaseFeeCall.SetElasticity(Permill elasticity) -> {
        storage.elasticity.put(elasticity);
        block.deposit(new BaseFeeEvent.NewElasticity(elasticity));
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What stands here before block 1. */
  public void genesis() {
    storage.baseFeePerGas.put(config.initial());
    storage.elasticity.put(config.elasticity());
  }

  /** Lets the fee follow how full the block was. */
  @Override
  public void onFinalize(long number) {
    follow(used());
  }

  /** What {@code blocks} blocks without extrinsics leave behind. */
  public void skip(long blocks) {
    boolean moves = true;
    for (long i = 0; i < blocks && moves; i++) {
      moves = follow(0);
    }
  }

  /** Whether the fee changed after a block of which {@code used} millionths were used. */
  private boolean follow(long used) {
    long elasticity = storage.elasticity.get().parts();
    if (elasticity == 0 || used == IDEAL) {
      return false;
    }
    BigInteger fee = storage.baseFeePerGas.get().value();
    long part = elasticity * (Math.abs(used - IDEAL) * 2) / Permill.WHOLE;
    BigInteger scaled = fee.multiply(BigInteger.valueOf(part));
    if (scaled.bitLength() > BITS_MAX) {
      block.deposit(new BaseFeeEvent.BaseFeeOverflow());
      return false;
    }
    BigInteger step = scaled.divide(WHOLE);
    BigInteger next = used > IDEAL ? saturated(fee.add(step)) : fee.subtract(step).max(lowest);
    if (next.equals(fee)) {
      return false;
    }
    storage.baseFeePerGas.put(new U256(next));
    return true;
  }

  private static BigInteger saturated(BigInteger sum) {
    return sum.bitLength() > BITS_MAX ? BigInteger.ONE.shiftLeft(BITS_MAX).subtract(BigInteger.ONE)
        : sum;
  }

  /** Millionths of the block's weight limit that were used, at most all. */
  private long used() {
    PerDispatchClass<Weight> weights = system.blockWeight.get();
    long total =
        weights.normal().plus(weights.operational()).plus(weights.mandatory()).refTime();
    long most = BlockWeights.TANGLE.maxBlock().refTime();
    return Long.compareUnsigned(total, most) >= 0 ? Permill.WHOLE
        : new Balance(0, total).mulDivFloor(Balance.of(Permill.WHOLE), Balance.of(most)).low();
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(BaseFeeCall.PALLET, BaseFeeCall.PALLET,
        List.of(storage.baseFeePerGas, storage.elasticity), BaseFeeCall.CODEC,
        BaseFeeEvent.CODEC, null, List.of());
  }
}
