package io.fairlead.runtime.staking;

import io.fairlead.restaking.Currency;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.balances.Locks;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bonds, their ledgers and their locks. A stash is its own controller. Amounts are planck.
 */
public final class Bonds {
  private static final Bytes LOCK =
      Bytes.of("staking ".getBytes(StandardCharsets.US_ASCII));

  private final StakingStorage storage;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Locks locks;
  private final Voters voters;
  private final Block block;

  /** Bonds over the items of Staking; money is locked, events go to {@code block}. */
  public Bonds(StakingStorage storage, Accounts accounts, Ledger ledger, Locks locks,
      Voters voters, Block block) {
    this.storage = storage;
    this.accounts = accounts;
    this.ledger = ledger;
    this.locks = locks;
    this.voters = voters;
    this.block = block;
  }

  /**
   * Bonds up to {@code value} of what {@code stash} has free. Refuses with AlreadyBonded,
   * AlreadyPaired, InsufficientBond, BadState (no provider, or too many consumers).
   */
  public void bond(AccountId stash, Balance value, RewardDestination payee) {
    Refusal.ensure(!storage.bonded.contains(stash), StakingError.ALREADY_BONDED);
    Refusal.ensure(!storage.ledger.contains(stash), StakingError.ALREADY_PAIRED);
    Refusal.ensure(value.compareTo(Ledger.EXISTENTIAL_DEPOSIT) >= 0,
        StakingError.INSUFFICIENT_BOND);
    Refusal.ensure(accounts.canIncConsumer(stash), StakingError.BAD_STATE);
    accounts.incConsumers(stash);
    Balance taken = value.min(ledger.free(stash));
    block.deposit(new StakingEvent.Bonded(stash, taken));
    storage.payee.put(stash, payee);
    storage.bonded.put(stash, stash);
    update(stash, StakingLedger.of(stash, taken));
  }

  /**
   * Bonds up to {@code most} more. Refuses with NotStash, NotController, BadState,
   * Arithmetic(Overflow) (less is free than is bonded), InsufficientBond.
   */
  public void bondExtra(AccountId stash, Balance most) {
    AccountId controller = storage.bonded.orRefuse(stash, StakingError.NOT_STASH);
    StakingLedger bond = of(controller);
    Refusal.ensure(bond.stash().equals(stash), StakingError.BAD_STATE);
    Balance free = ledger.free(stash);
    Refusal.ensure(free.compareTo(bond.total()) >= 0, DispatchError.Arithmetic.OVERFLOW);
    Balance extra = most.min(free.minus(bond.total()));
    StakingLedger next = bond.bonded(extra);
    Refusal.ensure(next.active().compareTo(Ledger.EXISTENTIAL_DEPOSIT) >= 0,
        StakingError.INSUFFICIENT_BOND);
    update(controller, next);
    voters.reweigh(stash);
    block.deposit(new StakingEvent.Bonded(stash, extra));
  }

  /**
   * Starts to take up to {@code value} out of the bond; what would be left below the existential
   * deposit goes too. When all chunks are used it first withdraws. Refuses with NotController,
   * BadState, what {@link #withdrawUnbonded} refuses, NoMoreChunks, InsufficientBond.
   *
   * @return weight after dispatch
   */
  public Weight unbond(AccountId controller, Balance value) {
    Weight used = StakingWeights.UNBOND;
    if (of(controller).unlocking().size() == StakingLimits.UNLOCKING_CHUNKS_MAX) {
      used = used.plus(withdrawUnbonded(controller, 0));
    }
    StakingLedger bond = of(controller);
    Refusal.ensure(bond.unlocking().size() < StakingLimits.UNLOCKING_CHUNKS_MAX,
        StakingError.NO_MORE_CHUNKS);
    Balance taken = value.min(bond.active());
    if (taken.isZero()) {
      return used;
    }
    if (bond.active().minus(taken).compareTo(Ledger.EXISTENTIAL_DEPOSIT) < 0) {
      taken = bond.active();
    }
    AccountId stash = bond.stash();
    Refusal.ensure(bond.active().minus(taken).compareTo(leastActive(stash)) >= 0,
        StakingError.INSUFFICIENT_BOND);
    update(controller, bond.unbonded(taken, era() + StakingLimits.BONDING_ERAS));
    voters.reweigh(stash);
    block.deposit(new StakingEvent.Unbonded(stash, taken));
    return used;
  }

  private Balance leastActive(AccountId stash) {
    return storage.nominators.contains(stash) ? storage.minNominatorBond.get()
        : storage.validators.contains(stash) ? storage.minValidatorBond.get() : Balance.ZERO;
  }

  private long era() {
    @Nullable Long era = storage.currentEra.orNull();
    return era == null ? 0 : era;
  }

  /**
   * Frees what left the bond in this era or before; a bond of which nothing is left ends. Refuses
   * with NotController, BadState. Nobody slashes stakers here, so there are no spans to clear.
   *
   * @param spans declared by the caller; only the weight depends on it
   * @return weight after dispatch
   */
  public Weight withdrawUnbonded(AccountId controller, long spans) {
    StakingLedger before = of(controller);
    StakingLedger bond =
        storage.currentEra.exists() ? before.consolidated(era()) : before;
    AccountId stash = bond.stash();
    Weight used;
    if (bond.unlocking().isEmpty()
        && bond.active().compareTo(Ledger.EXISTENTIAL_DEPOSIT) < 0) {
      kill(controller, stash);
      used = StakingWeights.withdrawKill(spans);
    } else {
      update(controller, bond);
      used = StakingWeights.withdrawUpdate(spans);
    }
    if (bond.total().compareTo(before.total()) < 0) {
      block.deposit(new StakingEvent.Withdrawn(stash, before.total().minus(bond.total())));
    }
    return used;
  }

  /** {@code kill_stash}. */
  private void kill(AccountId controller, AccountId stash) {
    storage.ledger.remove(controller);
    storage.bonded.remove(stash);
    storage.payee.remove(stash);
    locks.remove(LOCK, stash);
    voters.remove(stash);
    accounts.decConsumers(stash);
  }

  /**
   * Makes up to {@code value} of what leaves active again, the latest first. Refuses with
   * NotController, BadState, NoUnlockChunk, InsufficientBond.
   *
   * @return weight after dispatch
   */
  public Weight rebond(AccountId controller, Balance value) {
    StakingLedger before = of(controller);
    Refusal.ensure(!before.unlocking().isEmpty(), StakingError.NO_UNLOCK_CHUNK);
    StakingLedger bond = before.rebonded(value);
    Refusal.ensure(bond.active().compareTo(Ledger.EXISTENTIAL_DEPOSIT) >= 0,
        StakingError.INSUFFICIENT_BOND);
    AccountId stash = bond.stash();
    block.deposit(new StakingEvent.Bonded(stash, bond.active().minus(before.active())));
    update(controller, bond);
    voters.reweigh(stash);
    return StakingWeights.rebond(
        1 + before.unlocking().size() - (long) bond.unlocking().size());
  }

  /**
   * Takes up to {@code amount} out of the active part of a bond and gives it to {@code recipient}; no
   * bond, nothing. The chain has no such thing: only a rule of restaking asks for it.
   */
  void slash(AccountId stash, Balance amount, AccountId recipient) {
    AccountId controller = storage.bonded.orNull(stash);
    if (controller == null) {
      return;
    }
    StakingLedger bond = storage.ledger.orNull(controller);
    if (bond == null) {
      return;
    }
    Balance taken = amount.min(bond.active());
    update(controller, bond.slashed(taken));
    voters.reweigh(stash);
    block.attempt(
        () -> ledger.transfer(stash, recipient, taken, Currency.Existence.ALLOW_DEATH));
    block.deposit(new StakingEvent.Slashed(stash, taken));
  }

  /** Sends rewards elsewhere. Refuses with NotController, BadState, ControllerDeprecated. */
  public void setPayee(AccountId controller, RewardDestination payee) {
    StakingLedger bond = of(controller);
    Refusal.ensure(!payee.equals(RewardDestination.CONTROLLER),
        StakingError.CONTROLLER_DEPRECATED);
    storage.payee.put(bond.stash(), payee);
  }

  /** The bond of a controller. Refuses with NotController, BadState. */
  StakingLedger of(AccountId controller) {
    return voters.bondOf(controller);
  }

  /** {@code StakingLedger::update}: what is bonded is locked. */
  private void update(AccountId controller, StakingLedger bond) {
    locks.set(LOCK, bond.stash(), bond.total());
    storage.ledger.put(controller, bond);
  }
}
