package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Objects;

/** Holdings that are opened and closed by themselves, and what their holders may do. */
final class AssetHoldings {
  private final AssetsStorage storage;
  private final AssetLedger assets;
  private final Ledger ledger;
  private final AssetsConfig config;
  private final AccountLookup lookup;
  private final Block block;

  AssetHoldings(AssetsStorage storage, AssetLedger assets, Ledger ledger, AssetsConfig config,
      AccountLookup lookup, Block block) {
    this.storage = storage;
    this.assets = assets;
    this.ledger = ledger;
    this.config = config;
    this.lookup = lookup;
    this.block = block;
  }

  /**
   * Opens an empty holding for a deposit ({@code do_touch}). Refuses with AlreadyExists, Unknown,
   * AssetNotLive, with NoPermission where one who is neither admin nor freezer opens that of another,
   * and with what {@link Ledger#reserve} says.
   */
  void touch(AssetId id, AccountId who, AccountId depositor, boolean forAnother) {
    Refusal.ensure(storage.holdings.orNull(id, who) == null, AssetsError.ALREADY_EXISTS);
    AssetDetails details = assets.live(id);
    Refusal.ensure(
        !forAnother || depositor.equals(details.admin()) || depositor.equals(details.freezer()),
        AssetsError.NO_PERMISSION);
    Balance deposit = config.accountDeposit();
    ledger.reserve(depositor, deposit);
    storage.assets.put(id,
        details.withHolders(details.accounts() + 1, details.sufficients()));
    Holding.Reason reason = depositor.equals(who) ? new Holding.Reason.DepositHeld(deposit)
        : new Holding.Reason.DepositFrom(depositor, deposit);
    storage.holdings.put(id, who, new Holding(Balance.ZERO, Holding.Status.LIQUID, reason));
    block.deposit(new AssetsEvent.Touched(id, who, depositor));
  }

  /**
   * Closes a holding that stands on a deposit or on the account itself ({@code do_refund}); what is in
   * it is lost, and the supply stays. Refuses with NoDeposit, Unknown, IncorrectStatus, WouldBurn.
   */
  void refund(AssetId id, AccountId who, boolean allowBurn) {
    Holding holding = storage.holdings.orRefuse(id, who, AssetsError.NO_DEPOSIT);
    Refusal.ensure(holding.reason() instanceof Holding.Reason.Consumer
        || holding.reason() instanceof Holding.Reason.DepositHeld, AssetsError.NO_DEPOSIT);
    AssetDetails details = notEnding(id);
    Refusal.ensure(holding.balance().isZero() || allowBurn, AssetsError.WOULD_BURN);
    close(id, details, who, holding);
  }

  /**
   * Closes an empty holding that another account opened ({@code do_refund_other}). Refuses with
   * NoDeposit, Unknown, AssetNotLive, Frozen, with NoPermission for anybody but the depositor and the
   * admin, with WouldBurn.
   */
  void refundOther(AssetId id, AccountId who, AccountId caller) {
    Holding holding = storage.holdings.orRefuse(id, who, AssetsError.NO_DEPOSIT);
    if (!(holding
        .reason() instanceof Holding.Reason.DepositFrom(AccountId depositor, Balance deposit))) {
      throw AssetsError.NO_DEPOSIT.refusal();
    }
    AssetDetails details = assets.live(id);
    Refusal.ensure(!holding.status().isFrozen(), AssetsError.FROZEN);
    Refusal.ensure(caller.equals(depositor) || caller.equals(details.admin()),
        AssetsError.NO_PERMISSION);
    Refusal.ensure(holding.balance().isZero(), AssetsError.WOULD_BURN);
    close(id, details, who, holding);
  }

  private void close(AssetId id, AssetDetails details, AccountId who, Holding holding) {
    AssetDetails closed = closeForDeposit(details, who, holding.reason());
    storage.holdings.remove(id, who);
    storage.assets.put(id, closed);
  }

  /** Gives back what a holding stands on, the deposit too. The details are returned, not stored. */
  AssetDetails closeForDeposit(AssetDetails details, AccountId who, Holding.Reason reason) {
    Holding.Reason left = reason;
    if (reason instanceof Holding.Reason.DepositHeld(Balance deposit)) {
      ledger.unreserve(who, deposit);
      left = Holding.Reason.REFUNDED;
    } else if (reason instanceof Holding.Reason.DepositFrom(AccountId from, Balance deposit)) {
      ledger.unreserve(from, deposit);
      left = Holding.Reason.REFUNDED;
    }
    return Objects.requireNonNull(assets.close(details, who, left));
  }

  private AssetDetails notEnding(AssetId id) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(details.status() != AssetDetails.Status.DESTROYING,
        AssetsError.INCORRECT_STATUS);
    return details;
  }

  /** Stops an account from sending. Refuses as {@link #mark}; only the freezer may. */
  void freeze(AssetId id, MultiAddress whom, AccountId caller) {
    AccountId who = mark(id, whom, caller, notEnding(id).freezer(), Holding.Status.FROZEN);
    block.deposit(new AssetsEvent.Frozen(id, who));
  }

  /** Lets an account send and receive. Refuses as {@link #mark}; only the admin may. */
  void thaw(AssetId id, MultiAddress whom, AccountId caller) {
    AccountId who = mark(id, whom, caller, notEnding(id).admin(), Holding.Status.LIQUID);
    block.deposit(new AssetsEvent.Thawed(id, who));
  }

  /** Stops an account from sending and receiving. Refuses as {@link #mark}; only the freezer may. */
  void block(AssetId id, MultiAddress whom, AccountId caller) {
    AccountId who = mark(id, whom, caller, notEnding(id).freezer(), Holding.Status.BLOCKED);
    block.deposit(new AssetsEvent.Blocked(id, who));
  }

  /** Refuses, after Unknown and IncorrectStatus, with NoPermission, CannotLookup, NoAccount. */
  private AccountId mark(AssetId id, MultiAddress whom, AccountId caller, AccountId allowed,
      Holding.Status status) {
    Refusal.ensure(caller.equals(allowed), AssetsError.NO_PERMISSION);
    AccountId who = lookup.lookup(whom);
    Holding holding = storage.holdings.orRefuse(id, who, AssetsError.NO_ACCOUNT);
    storage.holdings.put(id, who, holding.withStatus(status));
    return who;
  }
}
