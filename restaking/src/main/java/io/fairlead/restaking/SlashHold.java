package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;

/**
 * Whether a slash that waits holds what is bonded, by the rules {@code slashPending} and
 * {@code deselection}. It holds for the seven rounds that a slash is deferred, so that one that is
 * never taken does not hold for ever.
 */
final class SlashHold {
  /** Rounds from the report of a slash to the one in which it is due. */
  private static final long DEFER_ROUNDS = 7;

  private final RestakingStorage storage;
  private final PendingSlashes slashes;
  private final SlashPending pending;
  private final Deselection deselection;

  SlashHold(RestakingStorage storage, PendingSlashes slashes, SlashPending pending,
      Deselection deselection) {
    this.storage = storage;
    this.slashes = slashes;
    this.pending = pending;
    this.deselection = deselection;
  }

  private long since() {
    return Math.max(0, storage.currentRound.get() - DEFER_ROUNDS);
  }

  /** Whether what is bonded with {@code operator} must stay. */
  boolean holds(AccountId operator) {
    return switch (pending) {
      case LETS_GO -> false;
      case HOLDS -> slashes.waits(operator, since());
    };
  }

  /** Whether {@code delegations} may drop a blueprint. LockViolation. */
  void ensureMayDrop(List<BondInfoDelegator> delegations, long blueprintId) {
    switch (deselection) {
      case EVADES -> {
        // whenever they like
      }
      case WAITS -> ensure(
          delegations.stream()
              .noneMatch(held -> slashes.waits(held.operator(), blueprintId, since())),
          RestakingError.LOCK_VIOLATION);
    }
  }
}
