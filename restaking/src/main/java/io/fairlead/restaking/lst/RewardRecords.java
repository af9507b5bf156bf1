package io.fairlead.restaking.lst;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.Defect;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.RewardPool;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.math.BigInteger;

/** What pools know of their rewards ({@code RewardPool::update_records}). Amounts are planck. */
final class RewardRecords {
  private static final BigInteger FIXED_ONE = BigInteger.TEN.pow(18);

  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final PoolManner manner;

  RewardRecords(LstStorage storage, LstPorts ports, Pools pools, PoolManner manner) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.manner = manner;
  }

  /**
   * What is known of a pool's rewards after looking at its reward account, to be stored. Refuses with
   * Defensive(RewardPoolNotFound), OverflowRisk (also without any points).
   */
  RewardPool updated(long id, BondedPool pool) {
    RewardPool before =
        storage.rewardPools.orRefuse(id, Defect.REWARD_POOL_NOT_FOUND.error());
    Balance balance = ports.currency().free(LstAccounts.reward(id));
    Balance paid = before.rewardsClaimed().saturatingPlus(before.commissionClaimed());
    Balance fresh = balance.saturatingPlus(before.rewardsClaimed())
        .saturatingPlus(before.commissionClaimed()).saturatingMinus(before.recordedPayouts());
    Balance commission = effective(pool).mulFloor(fresh);
    Balance counter =
        grown(before.counter(), fresh.saturatingMinus(commission), pools.points(id));
    Refusal.ensure(balance.canAdd(paid), LstError.OVERFLOW_RISK);
    var after = new RewardPool(counter, before.recordedPayouts().max(balance.plus(paid)),
        before.rewardsClaimed(), before.commissionPending().saturatingPlus(commission),
        before.commissionClaimed());
    return switch (manner.rewards()) {
      case STRANDED -> after;
      case COMPOUNDED -> compounded(id, after);
    };
  }

  /** The part of rewards that is taken now, under the bound of all pools. */
  private Perbill effective(BondedPool pool) {
    Perbill part = pool.commission().part();
    Perbill most = storage.globalMaxCommission.orNull();
    return most == null || part.compareTo(most) <= 0 ? part : most;
  }

  private static Balance grown(Balance counter, Balance rewards, Balance points) {
    Refusal.ensure(!points.isZero(), LstError.OVERFLOW_RISK);
    BigInteger sum = rewards.toBigInteger().multiply(FIXED_ONE).divide(points.toBigInteger())
        .add(counter.toBigInteger());
    Refusal.ensure(sum.bitLength() <= 128, LstError.OVERFLOW_RISK);
    return Balance.of(sum);
  }

  /** Bonds what is neither commission nor the existential deposit. */
  private RewardPool compounded(long id, RewardPool pool) {
    AccountId reward = LstAccounts.reward(id);
    AccountId stash = LstAccounts.bonded(id);
    Balance rest = ports.currency().free(reward)
        .saturatingMinus(ports.accounts().existentialDeposit())
        .saturatingMinus(pool.commissionPending());
    if (rest.isZero()) {
      return pool;
    }
    ports.currency().transfer(reward, stash, rest, Currency.Existence.KEEP_ALIVE);
    ports.bonds().bondExtra(stash, rest);
    pools.locked(rest);
    return new RewardPool(pool.counter(), pool.recordedPayouts(),
        pool.rewardsClaimed().saturatingPlus(rest), pool.commissionPending(),
        pool.commissionClaimed());
  }
}
