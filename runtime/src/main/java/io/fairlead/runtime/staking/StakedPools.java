package io.fairlead.runtime.staking;

import io.fairlead.restaking.lst.PoolBonds;
import io.fairlead.restaking.lst.PoolNominations;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** Bonds and nominations of pools ({@code StakingInterface} of {@code pallet_staking}). */
public final class StakedPools implements PoolBonds, PoolNominations {
  private static final PalletError NOT_STASH = StakingError.NOT_STASH;

  private final StakingStorage storage;
  private final Bonds bonds;
  private final Voters voters;

  /** Bonds of pools among all others. */
  public StakedPools(StakingStorage storage, Bonds bonds, Voters voters) {
    this.storage = storage;
    this.bonds = bonds;
    this.voters = voters;
  }

  private AccountId controller(AccountId stash) {
    return storage.bonded.orRefuse(stash, NOT_STASH);
  }

  @Override
  public long bondingEras() {
    return StakingLimits.BONDING_ERAS;
  }

  @Override
  public void bond(AccountId stash, Balance amount, AccountId payee) {
    bonds.bond(stash, amount, new RewardDestination.Account(payee));
  }

  @Override
  public void bondExtra(AccountId stash, Balance amount) {
    bonds.bondExtra(stash, amount);
  }

  @Override
  public void unbond(AccountId stash, Balance amount) {
    bonds.unbond(controller(stash), amount);
  }

  @Override
  public boolean withdrawUnbonded(AccountId stash, long slashingSpans) {
    AccountId controller = controller(stash);
    bonds.withdrawUnbonded(controller, slashingSpans);
    return !storage.ledger.contains(controller);
  }

  @Override
  public void nominate(AccountId stash, List<AccountId> targets) {
    voters.nominate(controller(stash), targets.stream().map(MultiAddress::of).toList());
  }

  @Override
  public void chill(AccountId stash) {
    voters.chill(controller(stash));
  }
}
