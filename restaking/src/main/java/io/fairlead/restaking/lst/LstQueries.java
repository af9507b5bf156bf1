package io.fairlead.restaking.lst;

import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.PoolMember;
import io.fairlead.restaking.lst.wire.RewardPool;
import io.fairlead.restaking.lst.wire.SubPools;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What storage says of pools. Amounts are planck. */
public final class LstQueries {
  private final LstStorage storage;

  /** Questions to {@code storage}. */
  public LstQueries(LstStorage storage) {
    this.storage = storage;
  }

  /** The ids of all pools, ascending. */
  public List<Long> ids() {
    var ids = new ArrayList<Long>();
    storage.bondedPools.map().forEachInAnyOrder((id, pool) -> ids.add(id));
    Collections.sort(ids);
    return List.copyOf(ids);
  }

  /** A pool. */
  public Optional<BondedPool> pool(long id) {
    return Optional.ofNullable(storage.bondedPools.orNull(id));
  }

  /** What a pool knows of its rewards. */
  public Optional<RewardPool> rewards(long id) {
    return Optional.ofNullable(storage.rewardPools.orNull(id));
  }

  /** What leaves a pool. */
  public SubPools leaving(long id) {
    SubPools subPools = storage.subPools.orNull(id);
    return subPools == null ? SubPools.NONE : subPools;
  }

  /** What leaves pools for an account. */
  public PoolMember member(AccountId who) {
    PoolMember member = storage.unbondingMembers.orNull(who);
    return member == null ? PoolMember.NONE : member;
  }

  /** What all pools have, as Lst counts it. */
  public Balance totalValueLocked() {
    return storage.totalValueLocked.get();
  }
}
