package io.fairlead.runtime.staking;

import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who nominates whom, and the list of voters by weight. */
public final class Voters {
  private final StakingStorage storage;
  private final StakingQueries queries;
  private final VoterList list;
  private final Ledger ledger;
  private final AccountLookup lookup;
  private final Block block;

  /** Nominators over the items of Staking, kept sorted in {@code list}. */
  public Voters(StakingStorage storage, StakingQueries queries, VoterList list, Ledger ledger,
      AccountLookup lookup, Block block) {
    this.storage = storage;
    this.queries = queries;
    this.list = list;
    this.ledger = ledger;
    this.lookup = lookup;
    this.block = block;
  }

  /**
   * The bond of {@code controller} nominates {@code targets}. Refuses with NotController, BadState,
   * InsufficientBond, TooManyNominators, EmptyTargets, TooManyTargets, CannotLookup, BadTarget.
   */
  public void nominate(AccountId controller, List<MultiAddress> targets) {
    StakingLedger bond = bondOf(controller);
    Refusal.ensure(bond.active().compareTo(storage.minNominatorBond.get()) >= 0,
        StakingError.INSUFFICIENT_BOND);
    AccountId stash = bond.stash();
    Nominations old = storage.nominators.orNull(stash);
    @Nullable Long most = storage.maxNominatorsCount.orNull();
    Refusal.ensure(old != null || most == null || storage.nominators.count() < most,
        StakingError.TOO_MANY_NOMINATORS);
    Refusal.ensure(!targets.isEmpty(), StakingError.EMPTY_TARGETS);
    Refusal.ensure(targets.size() <= StakingLimits.NOMINATIONS_MAX,
        StakingError.TOO_MANY_TARGETS);
    var accepted = new ArrayList<AccountId>();
    for (MultiAddress target : targets) {
      AccountId validator = lookup.lookup(target);
      Refusal.ensure(old != null && old.targets().contains(validator)
          || !storage.validators.get(validator).blocked(), StakingError.BAD_TARGET);
      accepted.add(validator);
    }
    if (storage.validators.contains(stash)) {
      storage.validators.remove(stash);
      list.remove(stash);
    }
    if (old == null) {
      list.insert(stash, weightOf(stash));
    }
    storage.nominators.put(stash, new Nominations(accepted, queries.era(), false));
  }

  /** {@code chill}: event Chilled if it did anything. Refuses with NotController, BadState. */
  public void chill(AccountId controller) {
    AccountId stash = bondOf(controller).stash();
    if (remove(stash)) {
      block.deposit(new StakingEvent.Chilled(stash));
    }
  }

  /** Neither nominates nor validates any more; whether it did. */
  boolean remove(AccountId stash) {
    boolean validated = storage.validators.contains(stash);
    boolean nominated = storage.nominators.contains(stash);
    storage.validators.remove(stash);
    storage.nominators.remove(stash);
    if (validated || nominated) {
      list.remove(stash);
    }
    return validated || nominated;
  }

  /** The stash has another active stake now. */
  void reweigh(AccountId stash) {
    if (list.contains(stash)) {
      list.update(stash, weightOf(stash));
    }
  }

  /** The bond of a controller. Refuses with NotController, BadState. */
  StakingLedger bondOf(AccountId controller) {
    StakingLedger bond = storage.ledger.orRefuse(controller, StakingError.NOT_CONTROLLER);
    Refusal.ensure(controller.equals(storage.bonded.orNull(bond.stash())),
        StakingError.BAD_STATE);
    return bond;
  }

  /** Votes of a stash, unsigned: its active planck in 64 bits ({@code U128CurrencyToVote}). */
  public long weightOf(AccountId stash) {
    Balance factor = ledger.totalIssuance().divideFloor(new Balance(0, -1)).max(Balance.of(1));
    Balance votes = queries.active(stash).divideFloor(factor);
    return votes.high() == 0 ? votes.low() : -1;
  }
}
