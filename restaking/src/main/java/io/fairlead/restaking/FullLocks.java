package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingLimits;
import java.util.List;

/** Rule {@code restaking.fullLocks}: what a deposit with fifty locks does with one more. */
public enum FullLocks {
  /** It is refused, even when all of the others have expired. */
  REFUSED,
  /** Expired locks go first. */
  EXPIRED_MAKE_ROOM;

  /** {@code locks} with room for one more at block {@code now}. InsufficientBalance. */
  List<LockInfo> withRoom(List<LockInfo> locks, long now) {
    List<LockInfo> kept = switch (this) {
      case REFUSED -> locks;
      case EXPIRED_MAKE_ROOM -> locks.size() < RestakingLimits.DELEGATIONS_MAX ? locks
          : locks.stream().filter(lock -> lock.isLive(now)).toList();
    };
    ensure(kept.size() < RestakingLimits.DELEGATIONS_MAX, RestakingError.INSUFFICIENT_BALANCE);
    return kept;
  }
}
