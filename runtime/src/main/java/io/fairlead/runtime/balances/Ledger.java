package io.fairlead.runtime.balances;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.PoolAccounts;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * The native currency: what {@code pallet_balances} does to accounts. Amounts are planck. An account
 * whose free planck reach the existential deposit has a provider, one with something reserved or
 * frozen has a consumer; what is left below the existential deposit is lost as dust.
 */
public final class Ledger implements Currency, PoolAccounts {
  /** Least free planck of an account of its own. */
  public static final Balance EXISTENTIAL_DEPOSIT = Balance.of(10_000_000_000L);

  private final BalancesStorage storage;
  private final Accounts accounts;
  private final Block block;

  /** The ledger over its items and the accounts of System; events go to {@code block}. */
  public Ledger(BalancesStorage storage, Accounts accounts, Block block) {
    this.storage = storage;
    this.accounts = accounts;
    this.block = block;
  }

  /** Gives a genesis account its first money, without events. */
  public void endow(AccountId who, Balance free) {
    accounts.put(who, new AccountInfo(0, 0, 1, 0, AccountData.of(free)));
    storage.totalIssuance.put(totalIssuance().plus(free));
  }

  @Override
  public Balance free(AccountId who) {
    return accounts.get(who).data().free();
  }

  @Override
  public Balance totalIssuance() {
    return storage.totalIssuance.get();
  }

  // --- transfers ---

  @Override
  public void transfer(AccountId from, AccountId to, Balance amount, Existence existence) {
    if (!amount.isZero() && !from.equals(to)) {
      move(from, to, amount, existence == Existence.KEEP_ALIVE);
    }
  }

  /**
   * Moves free planck ({@code fungible::Mutate::transfer}). Refuses with Arithmetic(Underflow),
   * Token(FundsUnavailable, Frozen, NotExpendable) for the sender, with Arithmetic(Overflow) and
   * Token(BelowMinimum) for the receiver.
   */
  void move(AccountId from, AccountId to, Balance amount, boolean preserve) {
    ensureCanWithdraw(accounts.get(from), amount, preserve);
    ensureCanDeposit(accounts.get(to).data(), amount);
    if (from.equals(to)) {
      return;
    }
    AccountInfo source = accounts.get(from);
    Balance taken = amount.min(reducible(source, preserve));
    Balance left = source.data().free().minus(taken);
    source = upgraded(from);
    settle(from, source, source.data().withFree(left));
    increase(to, amount);
    block.deposit(new BalancesEvent.Transfer(from, to, amount));
  }

  private void increase(AccountId who, Balance amount) {
    Balance grown = free(who).saturatingPlus(amount);
    if (provides(grown) && !amount.isZero()) {
      AccountInfo info = upgraded(who);
      settle(who, info, info.data().withFree(grown));
    }
  }

  private void ensureCanWithdraw(AccountInfo info, Balance amount, boolean preserve) {
    if (amount.isZero()) {
      return;
    }
    AccountData data = info.data();
    ensure(totalIssuance().compareTo(amount) >= 0, DispatchError.Arithmetic.UNDERFLOW);
    ensure(data.free().compareTo(amount) >= 0, DispatchError.Token.FUNDS_UNAVAILABLE);
    ensure(amount.compareTo(reducible(info, false)) <= 0, DispatchError.Token.FROZEN);
    // what can be reduced leaves the last provider and the frozen part: the chain's further checks
    // of both (OnlyProvider, Frozen) cannot fire
    ensure(!preserve || provides(data.free().minus(amount)), DispatchError.Token.NOT_EXPENDABLE);
  }

  private static void ensureCanDeposit(AccountData data, Balance amount) {
    if (amount.isZero()) {
      return;
    }
    ensure(data.free().canAdd(amount), DispatchError.Arithmetic.OVERFLOW);
    Balance grown = data.free().plus(amount);
    ensure(provides(grown), DispatchError.Token.BELOW_MINIMUM);
    ensure(data.reserved().canAdd(grown), DispatchError.Arithmetic.OVERFLOW);
  }

  /** What {@code who} can spend ({@code reducible_balance}, polite); {@code preserve}: and live on. */
  public Balance reducible(AccountId who, boolean preserve) {
    return reducible(accounts.get(who), preserve);
  }

  private static Balance reducible(AccountInfo info, boolean preserve) {
    AccountData data = info.data();
    Balance untouchable = data.frozen().saturatingMinus(data.reserved());
    if (preserve || !data.free().isZero() && !Accounts.canDecProvider(info)) {
      untouchable = untouchable.max(EXISTENTIAL_DEPOSIT);
    }
    return data.free().saturatingMinus(untouchable);
  }

  /**
   * {@code Currency::ensure_can_withdraw}: LiquidityRestrictions where less than the frozen part would
   * stay free.
   *
   * @param amount at most what is free
   */
  public void ensureLiquid(AccountId who, Balance amount) {
    AccountData data = accounts.get(who).data();
    Refusal.ensure(
        amount.isZero() || data.free().minus(amount).compareTo(data.frozen()) >= 0,
        BalancesError.LIQUIDITY_RESTRICTIONS);
  }

  // --- reserves ---

  /**
   * {@inheritDoc} Refuses with InsufficientBalance, Arithmetic(Overflow), LiquidityRestrictions,
   * ConsumerRemaining (less than the existential deposit would be free) or TooManyConsumers.
   */
  @Override
  public void reserve(AccountId who, Balance amount) {
    if (amount.isZero()) {
      return;
    }
    AccountInfo info = upgraded(who);
    AccountData data = info.data();
    Refusal.ensure(data.free().compareTo(amount) >= 0, BalancesError.INSUFFICIENT_BALANCE);
    ensure(data.reserved().canAdd(amount), DispatchError.Arithmetic.OVERFLOW);
    Balance left = data.free().minus(amount);
    Refusal.ensure(left.compareTo(data.frozen()) >= 0, BalancesError.LIQUIDITY_RESTRICTIONS);
    settle(who, info, data.with(left, data.reserved().plus(amount)));
    block.deposit(new BalancesEvent.Reserved(who, amount));
  }

  @Override
  public void unreserve(AccountId who, Balance amount) {
    if (amount.isZero() || accounts.get(who).data().total().isZero()) {
      return;
    }
    AccountInfo info = upgraded(who);
    AccountData data = info.data();
    Balance moved = data.reserved().min(amount);
    AccountData next =
        data.with(data.free().saturatingPlus(moved), data.reserved().minus(moved));
    if (settled(who, info, next)) {
      block.deposit(new BalancesEvent.Unreserved(who, moved));
    }
  }

  /** The money of {@code who} as it is. */
  AccountData data(AccountId who) {
    return accounts.get(who).data();
  }

  @Override
  public Balance existentialDeposit() {
    return EXISTENTIAL_DEPOSIT;
  }

  @Override
  public Balance reserved(AccountId who) {
    return accounts.get(who).data().reserved();
  }

  // --- what is frozen ---

  /**
   * Freezes {@code frozen} planck of an account, neither more nor less. Where the account cannot get
   * the consumer that this needs it stays as it is ({@code update_locks} drops the error).
   *
   * @return what was frozen before
   */
  Balance freeze(AccountId who, Balance frozen) {
    AccountInfo info = upgraded(who);
    settled(who, info, info.data().withFrozen(frozen));
    return info.data().frozen();
  }

  /**
   * {@inheritDoc} Event BalanceSet. The issuance follows even where the account cannot change, since
   * it has consumers: the chain drops the error with the imbalance. Nothing happens for no account
   * and less than the existential deposit.
   */
  @Override
  public void makeFree(AccountId who, Balance free) {
    AccountInfo info = upgraded(who);
    AccountData data = info.data();
    if (data.isNone() && !provides(free)) {
      return;
    }
    block.deposit(new BalancesEvent.BalanceSet(who, free));
    settled(who, info, data.withFree(free));
    Balance issuance = totalIssuance();
    storage.totalIssuance.put(free.compareTo(data.free()) >= 0
        ? issuance.saturatingPlus(free.minus(data.free()))
        : issuance.saturatingMinus(data.free().minus(free)));
  }

  // --- fees ---

  /**
   * Takes a fee out of free planck and of no account's money yet ({@code Currency::withdraw},
   * KeepAlive): event Withdraw. What was withdrawn must be {@linkplain #refund refunded},
   * {@linkplain #depositCreating deposited} or {@linkplain #burn burnt}.
   *
   * @return false, and nothing happens, where the money is not there or the account would end
   */
  public boolean withdraw(AccountId who, Balance amount) {
    return amount.isZero() || withdraw(who, accounts.get(who), amount);
  }

  /**
   * As {@link #withdraw(AccountId, Balance)}, from an account that is about to be stored anyhow: it
   * is stored once.
   *
   * @param info the account of {@code who}, with what else is to change in it
   */
  public boolean withdraw(AccountId who, AccountInfo info, Balance amount) {
    if (!canWithdraw(info.data(), amount)) {
      return false;
    }
    if (amount.isZero()) {
      accounts.put(who, info);
      return true;
    }
    AccountData data = info.data();
    if (data.isNewLogic()) {
      AccountData next = data.withFree(data.free().minus(amount));
      block.deposit(new BalancesEvent.Withdraw(who, amount));
      if (settledSimply(who, info, next)) {
        return true;
      }
      accounts.put(who, info);
      return settled(who, info, next);
    }
    accounts.put(who, info);
    return withdraw(who, upgraded(who), amount);
  }

  /** Whether {@link #withdraw} would be granted. Changes nothing. */
  public boolean canWithdraw(AccountId who, Balance amount) {
    return canWithdraw(accounts.get(who).data(), amount);
  }

  private static boolean canWithdraw(AccountData data, Balance amount) {
    if (amount.isZero() || data.free().compareTo(amount) < 0) {
      return amount.isZero();
    }
    Balance left = data.free().minus(amount);
    return (provides(left) || !provides(data.free())) && left.compareTo(data.frozen()) >= 0;
  }

  /**
   * Gives withdrawn planck back to an account that is still there ({@code deposit_into_existing}):
   * event Deposit.
   *
   * @return what was given back: all or nothing
   */
  public Balance refund(AccountId who, Balance amount) {
    if (amount.isZero()) {
      return Balance.ZERO;
    }
    AccountInfo info = upgraded(who);
    AccountData data = info.data();
    if (data.isNone() || !data.free().canAdd(amount)) {
      return Balance.ZERO;
    }
    block.deposit(new BalancesEvent.Deposit(who, amount));
    return settled(who, info, data.withFree(data.free().plus(amount))) ? amount : Balance.ZERO;
  }

  /**
   * Gives withdrawn planck to an account that need not exist ({@code deposit_creating}): events
   * Deposit and, for a new account, NewAccount and Endowed.
   *
   * @return what was given: nothing where a new account would get less than the existential deposit
   */
  public Balance depositCreating(AccountId who, Balance amount) {
    if (amount.isZero()) {
      return Balance.ZERO;
    }
    AccountInfo info = upgraded(who);
    AccountData data = info.data();
    if (data.isNone() && !provides(amount) || !data.free().canAdd(amount)) {
      return Balance.ZERO;
    }
    block.deposit(new BalancesEvent.Deposit(who, amount));
    return settled(who, info, data.withFree(data.free().plus(amount))) ? amount : Balance.ZERO;
  }

  /** Takes planck that no account has any more out of the issuance; without an event. */
  public void burn(Balance amount) {
    if (!amount.isZero()) {
      storage.totalIssuance.put(totalIssuance().saturatingMinus(amount));
    }
  }

  // --- what every change of an account goes through ---

  private static boolean provides(Balance free) {
    return free.compareTo(EXISTENTIAL_DEPOSIT) >= 0;
  }

  private static void ensure(boolean condition, DispatchError error) {
    Refusal.ensure(condition, error);
  }

  /** The account, brought to the new logic first ({@code ensure_upgraded}). */
  AccountInfo upgraded(AccountId who) {
    AccountInfo info = accounts.get(who);
    return info.data().isNewLogic() ? info : upgrade(who, info);
  }

  private AccountInfo upgrade(AccountId who, AccountInfo info) {
    AccountData data = info.data().newLogic();
    if (!data.reserved().isZero() && data.frozen().isZero()) {
      if (info.providers() == 0) {
        data = data.withFree(data.free().max(EXISTENTIAL_DEPOSIT));
        accounts.incProviders(who);
      }
      accounts.incConsumersWithoutLimit(who);
    }
    accounts.storeData(who, data);
    block.deposit(new BalancesEvent.Upgraded(who));
    return accounts.get(who);
  }

  /** {@link #settle} where the chain drops the error ({@code impl_currency}); whether it went. */
  boolean settled(AccountId who, AccountInfo info, AccountData next) {
    return settledSimply(who, info, next)
        || block.attempt(() -> settle(who, info, next)).isDone();
  }

  /** The common case of {@link #settle}: no reference count changes. */
  private boolean settledSimply(AccountId who, AccountInfo info, AccountData next) {
    AccountData old = info.data();
    boolean consumes = next.consumes();
    if (provides(old.free()) && provides(next.free()) && info.isAlive()
        && old.consumes() == consumes && (!consumes || info.consumers() > 0)) {
      accounts.put(who, info.withData(next));
      return true;
    }
    return false;
  }

  /**
   * Stores {@code next} for an account that is {@code info}, with what follows for its reference
   * counts, events and dust ({@code try_mutate_account_handling_dust}).
   */
  void settle(AccountId who, AccountInfo info, AccountData next) {
    if (settledSimply(who, info, next)) {
      return;
    }
    AccountData old = info.data();
    boolean consumed = old.consumes();
    boolean consumes = next.consumes();
    if (!provides(old.free()) && provides(next.free())) {
      accounts.incProviders(who);
    }
    if (consumed && !consumes) {
      accounts.decConsumers(who);
    } else if (!consumed && consumes) {
      accounts.incConsumers(who);
    }
    if (consumes && accounts.get(who).consumers() == 0) {
      accounts.incConsumers(who);
    }
    if (provides(old.free()) && !provides(next.free())) {
      loseProvider(who, consumed, consumes);
    }
    boolean gone = !provides(next.free()) && next.reserved().isZero();
    accounts.storeData(who, gone ? null : next);
    if (old.isNone()) {
      block.deposit(new BalancesEvent.Endowed(who, next.free()));
    }
    if (gone && !next.free().isZero()) {
      block.deposit(new BalancesEvent.DustLost(who, next.free()));
      burn(next.free());
    }
  }

  private void loseProvider(AccountId who, boolean consumed, boolean consumes) {
    AccountInfo info = accounts.get(who);
    if (info.providers() <= 1 && info.consumers() > 0) {
      // the consumer reference goes back before the error leaves
      if (!consumed && consumes) {
        accounts.decConsumers(who);
      }
      throw DispatchError.Plain.CONSUMER_REMAINING.refusal();
    }
    accounts.decProviders(who);
  }
}
