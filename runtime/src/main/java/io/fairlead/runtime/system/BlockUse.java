package io.fairlead.runtime.system;

import static io.fairlead.runtime.system.BlockWeights.exceeds;

import io.fairlead.runtime.system.BlockWeights.PerClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;

/** How much weight and length a block has used ({@code frame_system::CheckWeight}). */
public final class BlockUse {
  private static final BlockWeights LIMITS = BlockWeights.TANGLE;

  private final SystemStorage storage;
  private final PerDispatchClass<Long> length;

  /** What the block in {@code storage} has used of so many bytes. */
  public BlockUse(SystemStorage storage, PerDispatchClass<Long> length) {
    this.storage = storage;
    this.length = length;
  }

  /** Bytes of extrinsics that fit into a block. */
  public PerDispatchClass<Long> length() {
    return length;
  }

  /** Whether an extrinsic would fit into an empty block. */
  public boolean fitsAlone(DispatchInfo info, long bytes) {
    return bytes <= length.get(info.dispatchClass()) && isLightEnough(info);
  }

  private static boolean isLightEnough(DispatchInfo info) {
    return !exceeds(info.weight(), LIMITS.perClass().get(info.dispatchClass()).maxExtrinsic());
  }

  /** Counts an extrinsic; false, and nothing is counted, where it does not fit any more. */
  public boolean admit(DispatchInfo info, long bytes) {
    Long before = storage.allExtrinsicsLen.orNull();
    long used = (before == null ? 0 : before) + bytes;
    if (used > length.get(info.dispatchClass())) {
      return false;
    }
    PerClass limits = LIMITS.perClass().get(info.dispatchClass());
    PerDispatchClass<Weight> weights = storage.blockWeight.get();
    Weight added = info.weight().plus(limits.baseExtrinsic());
    boolean limited = limits.maxTotal() != null || limits.reserved() != null;
    if (limited && overflows(weights.get(info.dispatchClass()), added)) {
      return false;
    }
    Weight ofClass = weights.get(info.dispatchClass()).plus(added);
    PerDispatchClass<Weight> next = weights.with(info.dispatchClass(), ofClass);
    if (exceeds(ofClass, limits.maxTotal())
        || exceeds(total(next), LIMITS.maxBlock()) && exceeds(ofClass, limits.reserved())
        || !isLightEnough(info)) {
      return false;
    }
    storage.allExtrinsicsLen.put(used);
    storage.blockWeight.put(next);
    return true;
  }

  private static boolean overflows(Weight used, Weight added) {
    return Long.compareUnsigned(used.refTime() + added.refTime(), added.refTime()) < 0
        || Long.compareUnsigned(used.proofSize() + added.proofSize(), added.proofSize()) < 0;
  }

  private static Weight total(PerDispatchClass<Weight> used) {
    return used.normal().plus(used.operational()).plus(used.mandatory());
  }

  /** Gives back the weight that a call declared and did not use. */
  public void giveBack(DispatchInfo info, PostDispatch post) {
    if (post.actual() == null) {
      return;
    }
    Weight actual = SystemPallet.actualWeight(info, post);
    if (!actual.equals(info.weight())) {
      PerDispatchClass<Weight> used = storage.blockWeight.get();
      Weight now = used.get(info.dispatchClass());
      storage.blockWeight.put(used.with(info.dispatchClass(),
          Weight.of(
              minus(now.refTime(), info.weight().refTime() - actual.refTime()),
              minus(now.proofSize(), info.weight().proofSize() - actual.proofSize()))));
    }
  }

  private static long minus(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 0 : a - b;
  }
}
