package io.fairlead.runtime.balances;

import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Locks on accounts ({@code LockableCurrency} of {@code pallet_balances}): the largest lock or freeze
 * is what is frozen of an account.
 */
public final class Locks {
  private final BalancesStorage storage;
  private final Ledger ledger;
  private final Block block;

  /** The locks over the items of Balances; accounts change through {@code ledger}. */
  public Locks(BalancesStorage storage, Ledger ledger, Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.block = block;
  }

  /**
   * Puts a lock on {@code who} or changes it in its place; zero removes it ({@code set_lock}, for all
   * reasons).
   *
   * @param id eight bytes
   */
  public void set(Bytes id, AccountId who, Balance amount) {
    set(id, who, amount, BalanceLock.Reasons.ALL);
  }

  /** As {@link #set}, but fees may still be paid ({@code WithdrawReasons::TRANSFER}). */
  public void setAgainstTransfers(Bytes id, AccountId who, Balance amount) {
    set(id, who, amount, BalanceLock.Reasons.MISC);
  }

  private void set(Bytes id, AccountId who, Balance amount, BalanceLock.Reasons reasons) {
    if (amount.isZero()) {
      remove(id, who);
      return;
    }
    var lock = new BalanceLock(id, amount, reasons);
    var locks = new ArrayList<BalanceLock>();
    boolean there = false;
    for (BalanceLock each : storage.locks.get(who)) {
      boolean same = each.id().equals(id);
      if (!same) {
        locks.add(each);
      } else if (!there) {
        locks.add(lock);
      }
      there |= same;
    }
    if (!there) {
      locks.add(lock);
    }
    update(who, locks);
  }

  /** Takes a lock off; without one the account is only looked through ({@code remove_lock}). */
  public void remove(Bytes id, AccountId who) {
    update(who,
        storage.locks.get(who).stream().filter(each -> !each.id().equals(id)).toList());
  }

  /** Planck that the lock {@code id} keeps at {@code who} ({@code balance_locked}). */
  public Balance locked(Bytes id, AccountId who) {
    return storage.locks.get(who).stream().filter(each -> each.id().equals(id))
        .map(BalanceLock::amount).reduce(Balance.ZERO, Balance::saturatingPlus);
  }

  /** {@code update_locks}: events Locked or Unlocked with the change of what is frozen. */
  private void update(AccountId who, List<BalanceLock> locks) {
    Balance frozen = Balance.ZERO;
    for (BalanceLock lock : locks) {
      frozen = frozen.max(lock.amount());
    }
    for (BalancesStorage.ReasonAmount freeze : storage.freezes.get(who)) {
      frozen = frozen.max(freeze.amount());
    }
    Balance before = ledger.freeze(who, frozen);
    if (locks.isEmpty()) {
      storage.locks.remove(who);
    } else {
      storage.locks.put(who, List.copyOf(locks));
    }
    int order = frozen.compareTo(before);
    if (order > 0) {
      block.deposit(new BalancesEvent.Locked(who, frozen.minus(before)));
    } else if (order < 0) {
      block.deposit(new BalancesEvent.Unlocked(who, before.minus(frozen)));
    }
  }
}
