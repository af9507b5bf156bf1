package io.fairlead.runtime.balances;

import io.fairlead.runtime.balances.BalancesEvent.BalanceStatus;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What becomes of reserved money besides going back ({@code ReservableCurrency}). Planck. */
public final class Reserves {
  private final Ledger ledger;
  private final Block block;

  /** The reserves of {@code ledger}; events go to {@code block}. */
  public Reserves(Ledger ledger, Block block) {
    this.ledger = ledger;
    this.block = block;
  }

  /**
   * Destroys what is reserved, as far as it goes ({@code slash_reserved}, the imbalance dropped);
   * event Slashed. Where the account must live by it, nothing happens.
   */
  public void slashReserved(AccountId who, Balance amount) {
    if (amount.isZero() || ledger.data(who).total().isZero()) {
      return;
    }
    AccountInfo info = ledger.upgraded(who);
    AccountData data = info.data();
    Balance taken = data.reserved().min(amount);
    if (ledger.settled(who, info, data.with(data.free(), data.reserved().minus(taken)))) {
      block.deposit(new BalancesEvent.Slashed(who, taken));
      ledger.burn(taken);
    }
  }

  /**
   * Moves what is reserved to another account, as far as it goes ({@code repatriate_reserved}).
   * Refuses with DeadAccount, Arithmetic(Overflow), and with what follows for reference counts.
   *
   * @return what was moved
   */
  public Balance repatriate(AccountId from, AccountId to, Balance amount,
      BalanceStatus status) {
    AccountData data = ledger.data(from);
    Balance most = data.reserved().saturatingMinus(data.frozen().saturatingMinus(data.free()));
    return move(from, to, amount, amount.min(most), status);
  }

  /**
   * Moves what is reserved to what another account has free, as far as it goes and whatever locks
   * lie on it. Refuses like {@link #repatriate}. No call of the chain does so.
   */
  public void seize(AccountId from, AccountId to, Balance amount) {
    move(from, to, amount, amount.min(ledger.data(from).reserved()), BalanceStatus.FREE);
  }

  private Balance move(AccountId from, AccountId to, Balance amount, Balance moved,
      BalanceStatus status) {
    if (amount.isZero()) {
      return amount;
    }
    boolean toFree = status == BalanceStatus.FREE;
    if (from.equals(to)) {
      if (toFree) {
        ledger.unreserve(from, moved);
      }
      return moved;
    }
    AccountInfo target = ledger.upgraded(to);
    AccountData there = target.data();
    Refusal.ensure(!there.isNone(), BalancesError.DEAD_ACCOUNT);
    AccountInfo source = ledger.upgraded(from);
    Refusal.ensure((toFree ? there.free() : there.reserved()).canAdd(moved),
        DispatchError.Arithmetic.OVERFLOW);
    AccountData here = source.data();
    ledger.settle(from, source, here.with(here.free(), here.reserved().saturatingMinus(moved)));
    ledger.settle(to, target, toFree ? there.withFree(there.free().plus(moved))
        : there.with(there.free(), there.reserved().plus(moved)));
    block.deposit(new BalancesEvent.ReserveRepatriated(from, to, moved, status));
    return moved;
  }
}
