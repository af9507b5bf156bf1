package io.fairlead.runtime.assets;

import io.fairlead.restaking.Fungibles;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import org.jspecify.annotations.Nullable;

/**
 * Who has how much of which asset: what {@code pallet_assets} does in its functions. Amounts are in
 * the asset's smallest unit.
 */
public final class AssetLedger implements Fungibles {
  private final AssetsStorage storage;
  private final Accounts accounts;
  private final Block block;

  /** The ledger over its items and the accounts of System; events go to {@code block}. */
  public AssetLedger(AssetsStorage storage, Accounts accounts, Block block) {
    this.storage = storage;
    this.accounts = accounts;
    this.block = block;
  }

  @Override
  public Balance balance(AssetId asset, AccountId who) {
    Holding holding = storage.holdings.orNull(asset, who);
    return holding == null ? Balance.ZERO : holding.balance();
  }

  @Override
  public boolean exists(AssetId asset) {
    return storage.assets.contains(asset);
  }

  /** Makes an asset. Refuses with InUse, MinBalanceZero, BadAssetId. */
  void forceCreate(AssetId id, AccountId owner, boolean isSufficient, Balance minBalance) {
    ensureCreatable(id, minBalance);
    storage.assets.put(id, new AssetDetails(owner, owner, owner, owner, Balance.ZERO, Balance.ZERO,
        minBalance, isSufficient, 0, 0, 0, AssetDetails.Status.LIVE));
    block.deposit(new AssetsEvent.ForceCreated(id, owner));
  }

  /** Refuses with InUse, MinBalanceZero, BadAssetId. */
  void ensureCreatable(AssetId id, Balance minBalance) {
    Refusal.ensure(!storage.assets.contains(id), AssetsError.IN_USE);
    Refusal.ensure(!minBalance.isZero(), AssetsError.MIN_BALANCE_ZERO);
    AssetId next = storage.nextAssetId.orNull();
    Refusal.ensure(next == null || next.equals(id), AssetsError.BAD_ASSET_ID);
  }

  /**
   * Makes more of an asset ({@code do_mint}). Refuses with what {@link #ensureCanIncrease} says, then
   * AssetNotLive, NoPermission, UnavailableConsumer.
   */
  void mint(AssetId id, AccountId beneficiary, Balance amount, AccountId issuer) {
    if (!amount.isZero()) {
      AssetDetails details = increasable(id, beneficiary, amount);
      Refusal.ensure(issuer.equals(details.issuer()), AssetsError.NO_PERMISSION);
      AssetDetails grown = details.withSupply(details.supply().saturatingPlus(amount));
      storage.assets.put(id, credit(id, grown, beneficiary, amount));
    }
    block.deposit(new AssetsEvent.Issued(id, beneficiary, amount));
  }

  /**
   * Destroys what an account has, as far as it goes ({@code do_burn}); what would be left below the
   * least holding goes too. Refuses with Unknown, IncorrectStatus, AssetNotLive, NoAccount, Frozen,
   * NoPermission.
   */
  void burn(AssetId id, AccountId who, Balance amount, AccountId admin) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(details.status() != AssetDetails.Status.DESTROYING,
        AssetsError.INCORRECT_STATUS);
    Balance burnt = Balance.ZERO;
    if (!amount.isZero()) {
      live(id);
      burnt = debit(id, who, amount, false, true);
      Refusal.ensure(admin.equals(details.admin()), AssetsError.NO_PERMISSION);
      AssetDetails less = details.withSupply(details.supply().saturatingMinus(burnt));
      storage.assets.put(id, takeFrom(id, less, who, burnt));
    }
    block.deposit(new AssetsEvent.Burned(id, who, burnt));
  }

  /**
   * Moves some of an asset ({@code do_transfer}); what would be left below the least holding goes too,
   * or, with {@code keepAlive}, must not be below. Refuses with Unknown, AssetNotLive, NoAccount,
   * Frozen, BalanceLow for the sender, then as {@link #ensureCanIncrease}, then NoPermission,
   * UnavailableConsumer.
   *
   * @param admin who moves what is another's, must be the admin; null: the owner moves it
   */
  void transferAll(AssetId id, AccountId from, AccountId to, Balance amount, boolean keepAlive,
      @Nullable AccountId admin) {
    if (amount.isZero()) {
      return;
    }
    AssetDetails before = live(id);
    Balance debit = debit(id, from, amount, keepAlive, false);
    ensureCanIncrease(id, to, debit, false);
    Refusal.ensure(admin == null || admin.equals(before.admin()), AssetsError.NO_PERMISSION);
    if (!from.equals(to)) {
      AssetDetails details = credit(id, storage.assets.get(id), to, debit);
      storage.assets.put(id, takeFrom(id, details, from, debit));
    }
    block.deposit(new AssetsEvent.Transferred(id, from, to, debit));
  }

  /**
   * {@inheritDoc} Refuses with Token(UnknownAsset, Frozen, FundsUnavailable, NotExpendable),
   * Arithmetic(Underflow) for the sender, as {@link #ensureCanIncrease} for the receiver, then with
   * AssetNotLive. With EXPENDABLE, what would be left below the least holding is lost.
   */
  @Override
  public void transfer(AssetId asset, AccountId from, AccountId to, Balance amount,
      Preservation preservation) {
    boolean keep = preservation == Preservation.PRESERVE;
    withdrawable(asset, from, amount, keep);
    ensureCanIncrease(asset, to, amount, false);
    if (from.equals(to)) {
      return;
    }
    if (!amount.isZero()) {
      live(asset);
      Balance debit = debit(asset, from, amount, keep, true);
      storage.assets.put(asset, takeFrom(asset, storage.assets.get(asset), from, debit));
      // the chain drops the error of increase_balance: fungibles::Mutate::transfer
      block.attempt(() -> {
        AssetDetails details = increasable(asset, to, amount);
        storage.assets.put(asset, credit(asset, details, to, amount));
      });
    }
    block.deposit(new AssetsEvent.Transferred(asset, from, to, amount));
  }

  /** Refuses with Unknown, AssetNotLive. */
  AssetDetails live(AssetId id) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(details.status() == AssetDetails.Status.LIVE, AssetsError.ASSET_NOT_LIVE);
    return details;
  }

  /** An asset of which {@code who} can get {@code amount} more that are made. */
  AssetDetails increasable(AssetId id, AccountId who, Balance amount) {
    ensureCanIncrease(id, who, amount, true);
    return live(id);
  }

  /**
   * Whether {@code who} can get {@code amount} ({@code can_increase}); refuses with
   * Token(UnknownAsset, Blocked, BelowMinimum, CannotCreate) or Arithmetic(Overflow).
   */
  private void ensureCanIncrease(AssetId id, AccountId who, Balance amount, boolean newSupply) {
    AssetDetails details = storage.assets.orNull(id);
    if (details == null || details.status() == AssetDetails.Status.DESTROYING) {
      throw DispatchError.Token.UNKNOWN_ASSET.refusal();
    }
    Refusal.ensure(!newSupply || details.supply().canAdd(amount),
        DispatchError.Arithmetic.OVERFLOW);
    Holding holding = storage.holdings.orNull(id, who);
    if (holding != null) {
      Refusal.ensure(holding.status() != Holding.Status.BLOCKED, DispatchError.Token.BLOCKED);
      Refusal.ensure(holding.balance().canAdd(amount), DispatchError.Arithmetic.OVERFLOW);
    } else {
      Refusal.ensure(amount.compareTo(details.minBalance()) >= 0,
          DispatchError.Token.BELOW_MINIMUM);
      Refusal.ensure(details.isSufficient() || accounts.canAccrueConsumers(who, 2),
          DispatchError.Token.CANNOT_CREATE);
    }
  }

  /**
   * Whether {@code who} can give {@code amount} ({@code can_decrease} and its result).
   *
   * @return what is left below the least holding and goes too
   */
  private Balance withdrawable(AssetId id, AccountId who, Balance amount, boolean keep) {
    AssetDetails details = storage.assets.orNull(id);
    if (details == null) {
      throw DispatchError.Token.UNKNOWN_ASSET.refusal();
    }
    Refusal.ensure(details.supply().compareTo(amount) >= 0, DispatchError.Arithmetic.UNDERFLOW);
    Refusal.ensure(details.status() != AssetDetails.Status.FROZEN, DispatchError.Token.FROZEN);
    Refusal.ensure(details.status() != AssetDetails.Status.DESTROYING,
        DispatchError.Token.UNKNOWN_ASSET);
    if (amount.isZero()) {
      return Balance.ZERO;
    }
    Holding holding = storage.holdings.orNull(id, who);
    if (holding == null) {
      throw DispatchError.Token.FUNDS_UNAVAILABLE.refusal();
    }
    Refusal.ensure(!holding.status().isFrozen(), DispatchError.Token.FROZEN);
    Refusal.ensure(holding.balance().compareTo(amount) >= 0,
        DispatchError.Token.FUNDS_UNAVAILABLE);
    Balance rest = holding.balance().minus(amount);
    if (rest.compareTo(details.minBalance()) >= 0) {
      return Balance.ZERO;
    }
    Refusal.ensure(!keep, DispatchError.Token.NOT_EXPENDABLE);
    return rest;
  }

  /** What is really taken for {@code amount} ({@code prep_debit}): more by what would be dust. */
  Balance debit(AssetId id, AccountId who, Balance amount, boolean keepAlive,
      boolean bestEffort) {
    AssetDetails details = live(id);
    Holding holding = storage.holdings.orNull(id, who);
    if (holding == null) {
      throw AssetsError.NO_ACCOUNT.refusal();
    }
    Refusal.ensure(!holding.status().isFrozen(), AssetsError.FROZEN);
    Balance most = holding.balance();
    if (keepAlive) {
      most = most.saturatingMinus(details.minBalance());
    }
    Balance actual = most.min(details.supply()).min(amount);
    Refusal.ensure(bestEffort || actual.compareTo(amount) >= 0, AssetsError.BALANCE_LOW);
    return actual.saturatingPlus(withdrawable(id, who, actual, keepAlive));
  }

  /** Adds to a holding, opening it if need be. The details are returned, not stored. */
  AssetDetails credit(AssetId id, AssetDetails details, AccountId who, Balance amount) {
    Holding holding = storage.holdings.orNull(id, who);
    if (holding != null) {
      storage.holdings.put(id, who,
          holding.withBalance(holding.balance().saturatingPlus(amount)));
      return details;
    }
    Holding.Reason reason;
    long sufficients = details.sufficients();
    if (details.isSufficient()) {
      accounts.incSufficients(who);
      sufficients++;
      reason = Holding.Reason.SUFFICIENT;
    } else {
      takeConsumer(who);
      reason = Holding.Reason.CONSUMER;
    }
    storage.holdings.put(id, who, new Holding(amount, Holding.Status.LIQUID, reason));
    return details.withHolders(details.accounts() + 1, sufficients);
  }

  /** A consumer for a holding, of which one more must still fit ({@code new_account}). */
  private void takeConsumer(AccountId who) {
    if (!accounts.canIncConsumer(who)) {
      throw AssetsError.UNAVAILABLE_CONSUMER.refusal();
    }
    accounts.incConsumers(who);
    if (!accounts.canIncConsumer(who)) {
      accounts.decConsumers(who);
      throw AssetsError.UNAVAILABLE_CONSUMER.refusal();
    }
  }

  /** Takes from a holding, closing it below the least holding. The details are returned. */
  AssetDetails takeFrom(AssetId id, AssetDetails details, AccountId who, Balance amount) {
    Holding holding = storage.holdings.orRefuse(id, who, AssetsError.NO_ACCOUNT);
    Balance left = holding.balance().saturatingMinus(amount);
    if (left.compareTo(details.minBalance()) < 0) {
      AssetDetails closed = close(details, who, holding.reason());
      if (closed != null) {
        storage.holdings.remove(id, who);
        return closed;
      }
    }
    storage.holdings.put(id, who, holding.withBalance(left));
    return details;
  }

  /** Gives back what a holding stood on ({@code dead_account}); null when it must stay. */
  @Nullable AssetDetails close(AssetDetails details, AccountId who,
      Holding.Reason reason) {
    long sufficients = details.sufficients();
    switch (reason) {
      case Holding.Reason.Consumer consumer -> accounts.decConsumers(who);
      case Holding.Reason.Sufficient sufficient -> {
        sufficients = Math.max(sufficients - 1, 0);
        accounts.decSufficients(who);
      }
      case Holding.Reason.DepositRefunded refunded -> {
        // nothing stands behind it
      }
      case Holding.Reason.DepositHeld held -> {
        return null;
      }
      case Holding.Reason.DepositFrom from -> {
        return null;
      }
    }
    return details.withHolders(Math.max(details.accounts() - 1, 0), sufficients);
  }
}
