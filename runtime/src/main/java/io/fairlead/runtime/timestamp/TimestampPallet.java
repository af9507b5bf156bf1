package io.fairlead.runtime.timestamp;

import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The pallet Timestamp ({@code pallet_timestamp}). */
public final class TimestampPallet implements Pallet<TimestampCall> {
  /** Weight of the hook at the end of a block, which its start declares. */
  public static final Weight ON_FINALIZE = Weight.of(4_118_000, 0);

  private static final DispatchInfo SET = new DispatchInfo(
      Weight.of(8_684_000, 1_493).readsWrites(2, 1), DispatchClass.MANDATORY, true);

  private final TimestampStorage storage;
  private final long minimumPeriod;

  /**
   * The pallet over its items.
   *
   * @param minimumPeriod least distance between two blocks in milliseconds
   */
  public TimestampPallet(TimestampStorage storage, long minimumPeriod) {
    this.storage = storage;
    this.minimumPeriod = minimumPeriod;
  }

  @Override
  public String name() {
    return TimestampCall.PALLET;
  }

  @Override
  public DispatchInfo info(TimestampCall call) {
    return SET;
  }

  /** Refuses with BadOrigin; panics, as the chain does, on a second time or one that is too early. */
  @Override
  public PostDispatch dispatch(Origin origin, TimestampCall call) {
    origin.ensureNone();
    switch (call) {
      case TimestampCall.Set(long now) -> set(now);
    }
    return PostDispatch.AS_DECLARED;
  }

  private void set(long now) {
    if (storage.didUpdate.exists()) {
      throw new ChainPanic("Timestamp must be updated only once in the block");
    }
    long previous = storage.now.get();
    if (previous != 0 && Long.compareUnsigned(now, previous + minimumPeriod) < 0) {
      throw new ChainPanic("Timestamp must increment by at least " + minimumPeriod
          + " between sequential blocks: " + now + " after " + previous);
    }
    storage.now.put(now);
    storage.didUpdate.put(true);
  }

  /** A block that set no time panics. */
  @Override
  public void onFinalize(long number) {
    if (!storage.didUpdate.exists()) {
      throw new ChainPanic("Timestamp must be updated once in the block " + number);
    }
    storage.didUpdate.remove();
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(TimestampCall.PALLET, TimestampCall.PALLET,
        List.of(storage.now, storage.didUpdate), TimestampCall.CODEC, null, null,
        List.of(Constant.of("MinimumPeriod", Codecs.U64, minimumPeriod)));
  }
}
