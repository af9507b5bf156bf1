package io.fairlead.restaking.lst;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Fungibles.Preservation;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.Defect;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.LstLimits;
import io.fairlead.restaking.lst.wire.PoolMember;
import io.fairlead.restaking.lst.wire.PoolMember.Leaving;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.restaking.lst.wire.SubPools;
import io.fairlead.restaking.lst.wire.UnbondPool;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Giving tokens of a pool back ({@code unbond}). */
final class Unbonding {

  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final PoolManner manner;
  private final Block block;

  Unbonding(LstStorage storage, LstPorts ports, Pools pools, PoolManner manner, Block block) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.manner = manner;
    this.block = block;
  }

  /**
   * Burns {@code points} tokens of {@code member}. Refuses with PoolNotFound, NoBalanceToUnbond, what
   * {@link #ensureMay} says, the errors of Assets and Staking,
   * Defensive(NotEnoughSpaceInUnbondPool), MaxUnbondingLimit.
   */
  void unbond(AccountId caller, AccountId member, long id, Balance points) {
    BondedPool pool = pools.get(id);
    Balance held = ports.tokens().balance(id, member);
    ensure(held.compareTo(points) >= 0, LstError.NO_BALANCE_TO_UNBOND);
    ensureMay(caller, member, id, pool, held, points);
    Balance all = pools.points(id);
    ports.tokens().burn(id, member, points, switch (manner.burning()) {
      case KEEP_LAST_UNIT -> Preservation.PRESERVE;
      case TO_THE_END -> Preservation.EXPENDABLE;
    });
    long now = ports.stakes().era();
    long era = Math.min(ports.bonds().bondingEras() + now, 0xffff_ffffL);
    Balance amount = PoolShares.fundsFor(points, pools.active(id), switch (manner.unbondPrice()) {
      case AFTER_BURN -> pools.points(id);
      case BEFORE_BURN -> all;
    });
    ports.bonds().unbond(LstAccounts.bonded(id), amount);
    SubPools subPools = subPools(id).merged(now);
    UnbondPool before = subPools.withEra().get(era);
    ensure(before != null || subPools.withEra().size() < LstLimits.SUB_POOLS_MAX,
        Defect.NOT_ENOUGH_SPACE_IN_UNBOND_POOL.error());
    before = before == null ? UnbondPool.NONE : before;
    Balance issued = PoolShares.pointsFor(amount, before.balance(), before.points());
    note(member, id, era, issued);
    block.deposit(new LstEvent.Unbonded(member, id, amount, issued, era));
    storage.subPools.put(id, subPools.with(era, before.plus(new UnbondPool(issued, amount))));
  }

  private SubPools subPools(long id) {
    SubPools stored = storage.subPools.orNull(id);
    return stored == null ? SubPools.NONE : stored;
  }

  /**
   * {@code ok_to_unbond_with}: PartialUnbondNotAllowedPermissionlessly, MinimumBondNotMet,
   * NotKickerOrDestroying, DoesNotHavePermission.
   */
  private void ensureMay(AccountId caller, AccountId member, long id, BondedPool pool,
      Balance held, Balance points) {
    boolean own = caller.equals(member);
    boolean depositor = member.equals(pool.roles().depositor());
    boolean full = points.equals(held);
    Balance left = held.saturatingMinus(points);
    ensure(own || full, LstError.PARTIAL_UNBOND_NOT_ALLOWED_PERMISSIONLESSLY);
    ensure(full || left.compareTo(
        depositor ? pools.depositorMinBond() : storage.minJoinBond.get()) >= 0,
        LstError.MINIMUM_BOND_NOT_MET);
    if (own) {
      ensure(!depositor || !full || depositorMayLeave(member, id, pool, held, left),
          LstError.MINIMUM_BOND_NOT_MET);
    } else {
      ensure(depositor || pool.state() == PoolState.DESTROYING
          || pool.state() == PoolState.BLOCKED && pool.roles().mayBlock(caller),
          LstError.NOT_KICKER_OR_DESTROYING);
      ensure(!depositor, LstError.DOES_NOT_HAVE_PERMISSION);
    }
  }

  private boolean depositorMayLeave(AccountId depositor, long id, BondedPool pool, Balance held,
      Balance left) {
    if (pool.state() != PoolState.DESTROYING) {
      return false;
    }
    return switch (manner.depositorExit()) {
      case NEVER -> pools.points(id).equals(left);
      case WHEN_LAST -> pools.points(id).equals(held)
          && subPools(id).points().equals(leaving(depositor, id));
    };
  }

  private Balance leaving(AccountId member, long id) {
    PoolMember entry = storage.unbondingMembers.orNull(member);
    return entry == null ? Balance.ZERO
        : entry.unbonding().values().stream().filter(it -> it.pool() == id).map(Leaving::points)
            .reduce(Balance.ZERO, Balance::saturatingPlus);
  }

  /** Writes down who gets the points; MaxUnbondingLimit. */
  private void note(AccountId who, long id, long era, Balance points) {
    PoolMember stored = storage.unbondingMembers.orNull(who);
    PoolMember member = stored == null ? PoolMember.NONE : stored;
    Leaving there = member.unbonding().get(era);
    ensure(there != null || member.unbonding().size() < LstLimits.UNBONDING_ERAS_MAX,
        LstError.MAX_UNBONDING_LIMIT);
    Leaving next = new Leaving(id, points);
    storage.unbondingMembers.put(who, member.with(era, switch (manner.sameEra()) {
      case OVERWRITE -> next;
      case ADD -> there == null ? next : sum(there, next);
    }));
  }

  private static Leaving sum(Leaving there, Leaving more) {
    ensure(there.pool() == more.pool(), LstError.MAX_UNBONDING_LIMIT);
    return new Leaving(there.pool(), there.points().saturatingPlus(more.points()));
  }
}
