package io.fairlead.restaking.lst;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.ChangeRate;
import io.fairlead.restaking.lst.wire.ClaimedBy;
import io.fairlead.restaking.lst.wire.Commission;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.RewardPool;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import org.jspecify.annotations.Nullable;

/** What pools take of their rewards. All but claiming is for the root of a pool. */
final class Commissions {
  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final RewardRecords records;
  private final Block block;

  Commissions(LstStorage storage, LstPorts ports, Pools pools, RewardRecords records,
      Block block) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.records = records;
    this.block = block;
  }

  private BondedPool ofRoot(AccountId who, long id) {
    BondedPool pool = pools.get(id);
    ensure(pool.roles().isRoot(who), LstError.DOES_NOT_HAVE_PERMISSION);
    return pool;
  }

  /** The bound of all pools; the whole without one. */
  private Perbill globalMax() {
    Perbill most = storage.globalMaxCommission.orNull();
    return most == null ? new Perbill(Perbill.ONE) : most;
  }

  /**
   * {@code set_commission}: PoolNotFound, DoesNotHavePermission, those of the records,
   * CommissionChangeThrottled, CommissionExceedsGlobalMaximum, CommissionExceedsMaximum.
   */
  void set(AccountId who, long id, Commission.@Nullable Current next) {
    BondedPool pool = ofRoot(who, id);
    storage.rewardPools.put(id, records.updated(id, pool));
    Commission now = pool.commission();
    Commission.Current stored = next;
    if (next != null) {
      ensure(!isThrottled(now, next.part()), LstError.COMMISSION_CHANGE_THROTTLED);
      ensure(next.part().compareTo(globalMax()) <= 0,
          LstError.COMMISSION_EXCEEDS_GLOBAL_MAXIMUM);
      Perbill max = now.max();
      ensure(max == null || next.part().compareTo(max) <= 0,
          LstError.COMMISSION_EXCEEDS_MAXIMUM);
      stored = next.part().parts() == 0 ? null : next;
    }
    storage.bondedPools.put(id, pool.with(now.withCurrent(stored, block.number())));
    block.deposit(new LstEvent.PoolCommissionUpdated(id, next));
  }

  /** {@code throttling}: only raises are slowed. */
  private boolean isThrottled(Commission now, Perbill to) {
    ChangeRate rate = now.changeRate();
    int raise = to.parts() - now.part().parts();
    if (rate == null || raise <= 0) {
      return false;
    }
    Long from = now.throttleFrom();
    if (raise > rate.maxIncrease().parts() || from == null) {
      return true;
    }
    return rate.minDelay() != 0
        && Long.compareUnsigned(Math.max(block.number() - from, 0), rate.minDelay()) < 0;
  }

  /**
   * {@code set_commission_max}: PoolNotFound, DoesNotHavePermission,
   * CommissionExceedsGlobalMaximum, MaxCommissionRestricted. A larger commission falls to the bound.
   */
  void setMax(AccountId who, long id, Perbill max) {
    BondedPool pool = ofRoot(who, id);
    ensure(max.compareTo(globalMax()) <= 0, LstError.COMMISSION_EXCEEDS_GLOBAL_MAXIMUM);
    Perbill old = pool.commission().max();
    ensure(old == null || max.compareTo(old) <= 0, LstError.MAX_COMMISSION_RESTRICTED);
    Commission next = pool.commission().withMax(max);
    Commission.Current current = next.current();
    if (current != null && current.part().compareTo(max) > 0) {
      var lowered = new Commission.Current(max, current.payee());
      block.deposit(new LstEvent.PoolCommissionUpdated(id, lowered));
      next = next.withCurrent(lowered, block.number());
    }
    storage.bondedPools.put(id, pool.with(next));
    block.deposit(new LstEvent.PoolMaxCommissionUpdated(id, max));
  }

  /**
   * {@code set_commission_change_rate}: PoolNotFound, DoesNotHavePermission,
   * CommissionChangeRateNotAllowed for what is less strict.
   */
  void setChangeRate(AccountId who, long id, ChangeRate rate) {
    BondedPool pool = ofRoot(who, id);
    Commission now = pool.commission();
    ChangeRate old = now.changeRate();
    ensure(old == null || rate.maxIncrease().compareTo(old.maxIncrease()) <= 0
        && Long.compareUnsigned(rate.minDelay(), old.minDelay()) >= 0,
        LstError.COMMISSION_CHANGE_RATE_NOT_ALLOWED);
    Long from = old == null ? Long.valueOf(block.number()) : now.throttleFrom();
    storage.bondedPools.put(id, pool.with(now.withChangeRate(rate, from)));
    block.deposit(new LstEvent.PoolCommissionChangeRateUpdated(id, rate));
  }

  /** {@code set_commission_claim_permission}: PoolNotFound, DoesNotHavePermission. */
  void setClaimedBy(AccountId who, long id, @Nullable ClaimedBy by) {
    BondedPool pool = ofRoot(who, id);
    storage.bondedPools.put(id, pool.with(pool.commission().withClaimedBy(by)));
    block.deposit(new LstEvent.PoolCommissionClaimPermissionUpdated(id, by));
  }

  /**
   * {@code do_claim_commission}: PoolNotFound, DoesNotHavePermission, those of the records,
   * NoPendingCommission, NoCommissionCurrentSet, the errors of the transfer.
   */
  void claim(AccountId who, long id) {
    BondedPool pool = pools.get(id);
    ensure(mayClaim(pool, who), LstError.DOES_NOT_HAVE_PERMISSION);
    RewardPool rewards = records.updated(id, pool);
    Balance commission = rewards.commissionPending();
    ensure(!commission.isZero(), LstError.NO_PENDING_COMMISSION);
    Commission.Current current = pool.commission().current();
    if (current == null) {
      throw LstError.NO_COMMISSION_CURRENT_SET.refusal();
    }
    ports.currency().transfer(LstAccounts.reward(id), current.payee(), commission,
        Currency.Existence.KEEP_ALIVE);
    storage.rewardPools.put(id,
        new RewardPool(rewards.counter(), rewards.recordedPayouts(), rewards.rewardsClaimed(),
            Balance.ZERO, rewards.commissionClaimed().saturatingPlus(commission)));
    block.deposit(new LstEvent.PoolCommissionClaimed(id, commission));
  }

  private static boolean mayClaim(BondedPool pool, AccountId who) {
    return switch (pool.commission().claimedBy()) {
      case null -> pool.roles().isRoot(who);
      case ClaimedBy.Anybody anybody -> true;
      case ClaimedBy.Account(AccountId account) ->
          account.equals(who) || pool.roles().isRoot(who);
    };
  }
}
