package io.fairlead.runtime.staking;

import io.fairlead.restaking.lst.PoolStakes;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What storage says of bonds, nominations and eras ({@code StakingInterface} of
 * {@code pallet_staking}). Amounts are planck.
 */
public final class StakingQueries implements PoolStakes {
  private final StakingStorage storage;

  /** Questions to {@code storage}. */
  public StakingQueries(StakingStorage storage) {
    this.storage = storage;
  }

  /** The bond of {@code stash}; none where it is not bonded or its items contradict each other. */
  public Optional<StakingLedger> bond(AccountId stash) {
    AccountId controller = storage.bonded.orNull(stash);
    StakingLedger ledger = controller == null ? null : storage.ledger.orNull(controller);
    return ledger != null && ledger.stash().equals(stash) ? Optional.of(ledger)
        : Optional.empty();
  }

  /** The stash that {@code controller} controls ({@code StashOf}); null where it controls none. */
  public @Nullable AccountId stashOf(AccountId controller) {
    StakingLedger ledger = storage.ledger.orNull(controller);
    return ledger != null && controller.equals(storage.bonded.orNull(ledger.stash()))
        ? ledger.stash() : null;
  }

  @Override
  public Balance active(AccountId stash) {
    return bond(stash).map(StakingLedger::active).orElse(Balance.ZERO);
  }

  @Override
  public Balance total(AccountId stash) {
    return bond(stash).map(StakingLedger::total).orElse(Balance.ZERO);
  }

  /** Whom {@code stash} nominates; none where it does not. */
  public Optional<Nominations> nominations(AccountId stash) {
    return Optional.ofNullable(storage.nominators.orNull(stash));
  }

  /** {@inheritDoc} 0 before the first. */
  @Override
  public long era() {
    @Nullable Long era = storage.currentEra.orNull();
    return era == null ? 0 : era;
  }

  @Override
  public Balance minNominatorBond() {
    return storage.minNominatorBond.get();
  }
}
