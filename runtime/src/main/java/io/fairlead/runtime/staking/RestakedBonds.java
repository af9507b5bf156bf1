package io.fairlead.runtime.staking;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.runtime.balances.Locks;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What restaking asks about bonds, its lock {@code delegate} on those who restake them, and what a
 * slash takes of them.
 */
public final class RestakedBonds implements io.fairlead.restaking.Nominations {
  private static final Bytes LOCK = Bytes.of("delegate".getBytes(StandardCharsets.US_ASCII));

  private final StakingQueries staking;
  private final Locks locks;
  private final Bonds bonds;

  /** Answers from {@code staking}, locks in {@code locks}, takes from {@code bonds}. */
  public RestakedBonds(StakingQueries staking, Locks locks, Bonds bonds) {
    this.staking = staking;
    this.locks = locks;
    this.bonds = bonds;
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

  /** Takes up to {@code amount} planck of a bond for the slash recipient; the lock follows. */
  public void slash(AccountId stash, Balance amount) {
    if (!amount.isZero()) {
      locks.setAgainstTransfers(LOCK, stash, locks.locked(LOCK, stash).saturatingMinus(amount));
      bonds.slash(stash, amount, RestakingAccounts.SLASH_RECIPIENT);
    }
  }
}
