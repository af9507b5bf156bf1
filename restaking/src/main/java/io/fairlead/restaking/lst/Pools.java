package io.fairlead.restaking.lst;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstLimits;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What all calls ask of a pool and do with its stake ({@code BondedPool}). Amounts are planck. */
final class Pools {
  private final LstStorage storage;
  private final LstPorts ports;

  Pools(LstStorage storage, LstPorts ports) {
    this.storage = storage;
    this.ports = ports;
  }

  /** A pool; none is refused with PoolNotFound. */
  BondedPool get(long id) {
    return storage.bondedPools.orRefuse(id, LstError.POOL_NOT_FOUND);
  }

  /** Tokens of a pool. */
  Balance points(long id) {
    return ports.tokens().issuance(id);
  }

  /** Active planck of a pool. */
  Balance active(long id) {
    return ports.stakes().active(LstAccounts.bonded(id));
  }

  /** What a depositor must keep in a pool. */
  Balance depositorMinBond() {
    return ports.stakes().minNominatorBond().max(storage.minCreateBond.get())
        .max(storage.minJoinBond.get()).max(ports.accounts().existentialDeposit());
  }

  /** Refuses with CanNotChangeState or OverflowRisk a pool that may not be open. */
  void ensureCanBeOpen(long id, BondedPool pool) {
    Refusal.ensure(pool.state() != PoolState.DESTROYING, LstError.CAN_NOT_CHANGE_STATE);
    Refusal.ensure(isSound(id), LstError.OVERFLOW_RISK);
  }

  /** Refuses with NotOpen or OverflowRisk a pool that takes nothing. */
  void ensureCanBeJoined(long id, BondedPool pool) {
    Refusal.ensure(pool.state() == PoolState.OPEN, LstError.NOT_OPEN);
    ensureCanBeOpen(id, pool);
  }

  /** Whether a pool that is not being destroyed could be open. */
  boolean isSound(long id) {
    Balance active = active(id);
    return !active.isZero() && points(id).divideFloor(active)
        .compareTo(Balance.of(LstLimits.POINTS_TO_BALANCE_MAX)) < 0;
  }

  /** Moves {@code amount} of {@code who} into a new pool ({@code BondType::Create}). */
  void bond(long id, AccountId who, Balance amount) {
    AccountId stash = LstAccounts.bonded(id);
    ports.currency().transfer(who, stash, amount, Currency.Existence.KEEP_ALIVE);
    Balance points = PoolShares.pointsFor(amount, active(id), points(id));
    ports.bonds().bond(stash, amount, LstAccounts.reward(id));
    locked(amount);
    ports.tokens().mint(id, who, points);
  }

  /** Moves {@code amount} of {@code who} into a pool at the price of before. */
  void bondExtra(long id, AccountId who, Balance amount) {
    AccountId stash = LstAccounts.bonded(id);
    ports.currency().transfer(who, stash, amount, Currency.Existence.ALLOW_DEATH);
    Balance points = PoolShares.pointsFor(amount, active(id), points(id));
    ports.bonds().bondExtra(stash, amount);
    locked(amount);
    ports.tokens().mint(id, who, points);
  }

  /** So much more is in pools. */
  void locked(Balance amount) {
    storage.totalValueLocked.put(storage.totalValueLocked.get().saturatingPlus(amount));
  }

  /** Frees what left the bond of a pool; whether the bond ended. */
  boolean withdrawFromStaking(long id, long spans) {
    AccountId stash = LstAccounts.bonded(id);
    Balance before = ports.stakes().total(stash);
    boolean ended = ports.bonds().withdrawUnbonded(stash, spans);
    Balance freed = before.saturatingMinus(ports.stakes().total(stash));
    storage.totalValueLocked.put(storage.totalValueLocked.get().saturatingMinus(freed));
    return ended;
  }

  /** Planck of a pool that are not bonded. */
  Balance transferable(long id) {
    return ports.currency().free(LstAccounts.bonded(id)).saturatingMinus(active(id));
  }
}
