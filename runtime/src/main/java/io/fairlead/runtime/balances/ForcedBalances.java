package io.fairlead.runtime.balances;

import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** Money that comes from nowhere or goes there by a call. Planck. */
final class ForcedBalances {
  private final BalancesStorage storage;
  private final Ledger ledger;
  private final Block block;

  ForcedBalances(BalancesStorage storage, Ledger ledger, Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.block = block;
  }

  /**
   * Sets free planck; less than the existential deposit is none. Refuses with ConsumerRemaining where
   * the account would end and must not.
   */
  void set(AccountId who, Balance wanted) {
    Balance free =
        wanted.compareTo(Ledger.EXISTENTIAL_DEPOSIT) < 0 ? Balance.ZERO : wanted;
    AccountInfo info = ledger.upgraded(who);
    AccountData data = info.data();
    ledger.settle(who, info, data.withFree(free));
    if (free.compareTo(data.free()) > 0) {
      storage.totalIssuance
          .put(ledger.totalIssuance().saturatingPlus(free.minus(data.free())));
    } else {
      ledger.burn(data.free().minus(free));
    }
    block.deposit(new BalancesEvent.BalanceSet(who, free));
  }

  /** Refuses with DeltaZero, then with IssuanceDeactivated below what is inactive. */
  void adjustIssuance(BalancesCall.Direction direction, Balance delta) {
    Refusal.ensure(!delta.isZero(), BalancesError.DELTA_ZERO);
    Balance old = ledger.totalIssuance();
    Balance next = switch (direction) {
      case INCREASE -> old.saturatingPlus(delta);
      case DECREASE -> old.saturatingMinus(delta);
    };
    Refusal.ensure(storage.inactiveIssuance.get().compareTo(next) <= 0,
        BalancesError.ISSUANCE_DEACTIVATED);
    storage.totalIssuance.put(next);
    block.deposit(new BalancesEvent.TotalIssuanceForced(old, next));
  }

  /**
   * Destroys free planck ({@code fungible::Mutate::burn_from}, exact). Refuses with
   * Token(FundsUnavailable), and with Arithmetic(Overflow) above the issuance.
   */
  void burn(AccountId who, Balance amount, boolean keepAlive) {
    Refusal.ensure(amount.compareTo(ledger.reducible(who, keepAlive)) <= 0,
        DispatchError.Token.FUNDS_UNAVAILABLE);
    Refusal.ensure(ledger.totalIssuance().compareTo(amount) >= 0,
        DispatchError.Arithmetic.OVERFLOW);
    AccountInfo info = ledger.upgraded(who);
    ledger.settle(who, info, info.data().withFree(info.data().free().minus(amount)));
    ledger.burn(amount);
    block.deposit(new BalancesEvent.Burned(who, amount));
  }

  /** Brings accounts to the new logic; whether nine of ten, or more, needed it. */
  boolean upgrade(List<AccountId> accounts) {
    long upgraded = 0;
    for (AccountId who : accounts) {
      boolean old = !ledger.data(who).isNewLogic();
      ledger.upgraded(who);
      upgraded += old ? 1 : 0;
    }
    return !accounts.isEmpty() && upgraded * 10 >= accounts.size() * 9L;
  }
}
