package io.fairlead.runtime.staking;

import io.fairlead.runtime.balances.Locks;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What restaking asks about bonds, and its lock {@code delegate} on those who restake them. */
public final class RestakedBonds implements io.fairlead.restaking.Nominations {
  private static final Bytes LOCK = Bytes.of("delegate".getBytes(StandardCharsets.US_ASCII));

  private final StakingQueries staking;
  private final Locks locks;

  /** Answers from {@code staking}, locks in {@code locks}. */
  public RestakedBonds(StakingQueries staking, Locks locks) {
    this.staking = staking;
    this.locks = locks;
  }

  @Override
  public Optional<Bonded> bonded(AccountId stash) {
    return staking.bond(stash).map(bond -> new Bonded(bond.total(), bond.active()));
  }

  @Override
  public void lock(AccountId who, Balance amount) {
    locks.setAgainstTransfers(LOCK, who, amount);
  }

  @Override
  public void unlock(AccountId who) {
    locks.remove(LOCK, who);
  }
}
