package io.fairlead.restaking.lst;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.Defect;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.PoolMember;
import io.fairlead.restaking.lst.wire.PoolMember.Leaving;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.restaking.lst.wire.SubPools;
import io.fairlead.restaking.lst.wire.UnbondPool;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Paying out what has left a pool, and ending pools ({@code withdraw_unbonded}). */
final class Withdrawing {

  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final PoolManner manner;
  private final Block block;

  Withdrawing(LstStorage storage, LstPorts ports, Pools pools, PoolManner manner, Block block) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.manner = manner;
    this.block = block;
  }

  /**
   * Pays to {@code member} what is ripe. Refuses with PoolMemberNotFound, PoolNotFound,
   * Defensive(PoolNotFound), SubPoolsNotFound, NotKickerOrDestroying, CannotWithdrawAny, the errors of
   * Staking, Defensive(BondedStashKilledPrematurely), the errors of the transfer.
   */
  PostDispatch withdraw(AccountId caller, AccountId member, long id, long spans) {
    PoolMember entry =
        storage.unbondingMembers.orRefuse(member, LstError.POOL_MEMBER_NOT_FOUND);
    long now = ports.stakes().era();
    ensure(isRipe(entry, id, now), LstError.POOL_NOT_FOUND);
    BondedPool pool = storage.bondedPools.orRefuse(id, Defect.POOL_NOT_FOUND.error());
    SubPools subPools = storage.subPools.orRefuse(id, LstError.SUB_POOLS_NOT_FOUND);
    ensure(caller.equals(member) || pool.state() == PoolState.DESTROYING
        || pool.state() == PoolState.BLOCKED && pool.roles().mayBlock(caller),
        LstError.NOT_KICKER_OR_DESTROYING);
    SortedMap<Long, Leaving> taken = taken(entry, id, now);
    ensure(!taken.isEmpty(), LstError.CANNOT_WITHDRAW_ANY);
    boolean ended = pools.withdrawFromStaking(id, spans);
    AccountId depositor = pool.roles().depositor();
    ensure(!ended || caller.equals(depositor),
        Defect.BONDED_STASH_KILLED_PREMATURELY.error());
    Balance points = Balance.ZERO;
    Balance amount = Balance.ZERO;
    for (Map.Entry<Long, Leaving> leaving : taken.entrySet()) {
      Balance part = leaving.getValue().points();
      points = points.saturatingPlus(part);
      Dissolved dissolved = dissolve(subPools, leaving.getKey(), part);
      amount = amount.saturatingPlus(dissolved.amount);
      subPools = dissolved.left;
    }
    Balance paid = amount.min(pools.transferable(id));
    ports.currency().transfer(LstAccounts.bonded(id), member, paid,
        Currency.Existence.ALLOW_DEATH);
    block.deposit(new LstEvent.Withdrawn(member, id, paid, points));
    boolean gone = forget(member, id, entry, taken);
    if (isOver(member, id, pool, subPools, gone)) {
      dissolve(id, pool);
      return PostDispatch.AS_DECLARED;
    }
    storage.subPools.put(id, subPools);
    return new PostDispatch(LstWeights.withdrawUpdate(spans), true);
  }

  private boolean isRipe(PoolMember entry, long id, long now) {
    return switch (manner.maturity()) {
      case EXACT_ERA -> {
        Leaving leaving = entry.unbonding().get(now);
        yield leaving != null && leaving.pool() == id;
      }
      case DUE -> entry.unbonding().headMap(now + 1).values().stream()
          .anyMatch(leaving -> leaving.pool() == id);
    };
  }

  private SortedMap<Long, Leaving> taken(PoolMember entry, long id, long now) {
    var ripe = new TreeMap<>(entry.unbonding().headMap(now + 1));
    switch (manner.takenEntries()) {
      case ALL_POOLS -> {
        // the others' points are worth what this pool's are
      }
      case OWN_POOL -> ripe.values().removeIf(leaving -> leaving.pool() != id);
    }
    return ripe;
  }

  private record Dissolved(Balance amount, SubPools left) {}

  private static Dissolved dissolve(SubPools subPools, long era, Balance points) {
    UnbondPool withEra = subPools.withEra().get(era);
    UnbondPool pool = withEra == null ? subPools.noEra() : withEra;
    Balance amount = PoolShares.fundsFor(points, pool.balance(), pool.points());
    UnbondPool left = pool.minus(new UnbondPool(points, amount));
    return new Dissolved(amount, withEra == null ? subPools.withNoEra(left)
        : left.points().isZero() ? subPools.without(era) : subPools.with(era, left));
  }

  /** Takes the entries of a member away; whether nothing is left of it: event MemberRemoved. */
  private boolean forget(AccountId who, long id, PoolMember entry,
      SortedMap<Long, Leaving> taken) {
    var rest = new TreeMap<>(entry.unbonding());
    rest.keySet().removeAll(taken.keySet());
    var left = new PoolMember(rest);
    boolean gone = left.points().isZero();
    if (gone) {
      storage.unbondingMembers.remove(who);
      block.deposit(new LstEvent.MemberRemoved(id, who));
    } else {
      storage.unbondingMembers.put(who, left);
    }
    return gone;
  }

  private boolean isOver(AccountId member, long id, BondedPool pool, SubPools subPools,
      boolean gone) {
    return switch (manner.dissolution()) {
      case WITH_DEPOSITOR -> gone && member.equals(pool.roles().depositor());
      case WHEN_EMPTY -> pool.state() == PoolState.DESTROYING && pools.points(id).isZero()
          && subPools.points().isZero();
    };
  }

  /** {@code dissolve_pool}: event Destroyed. What refuses on the way is dropped. */
  private void dissolve(long id, BondedPool pool) {
    AccountId reward = LstAccounts.reward(id);
    AccountId stash = LstAccounts.bonded(id);
    storage.reversePoolIdLookup.remove(stash);
    storage.rewardPools.remove(id);
    storage.subPools.remove(id);
    ports.currency().unreserve(reward, ports.accounts().existentialDeposit());
    // Pallet::dissolve_pool drops the error of this transfer
    block.attempt(() -> ports.currency().transfer(reward, pool.roles().depositor(),
        ports.currency().free(reward), Currency.Existence.ALLOW_DEATH));
    ports.accounts().makeFree(reward, Balance.ZERO);
    ports.accounts().makeFree(stash, Balance.ZERO);
    block.deposit(new LstEvent.Destroyed(id));
    storage.metadata.remove(id);
    storage.bondedPools.remove(id);
  }
}
