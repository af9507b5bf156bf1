package io.fairlead.restaking.lst;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.ConfigOp;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.PoolRoles;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;

/** State, roles, description, nominations and deposit of pools, and what holds for all of them. */
final class PoolAdmin {
  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final PoolManner manner;
  private final int metadataBytesMax;
  private final Block block;

  PoolAdmin(LstStorage storage, LstPorts ports, Pools pools, PoolManner manner,
      int metadataBytesMax, Block block) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.manner = manner;
    this.metadataBytesMax = metadataBytesMax;
    this.block = block;
  }

  /** {@code pool_withdraw_unbonded}: PoolNotFound, NotDestroying, the errors of Staking. */
  void withdraw(long id, long spans) {
    BondedPool pool = pools.get(id);
    // the chain's own sense: a pool that is being destroyed is refused
    ensure(pool.state() != PoolState.DESTROYING, LstError.NOT_DESTROYING);
    pools.withdrawFromStaking(id, spans);
  }

  /** {@code nominate}: PoolNotFound, NotNominator, the errors of Staking. */
  void nominate(AccountId who, LstCall.Nominate call) {
    ensureNominator(who, call.poolId());
    ports.nominations().nominate(LstAccounts.bonded(call.poolId()), call.validators());
  }

  /** {@code chill}: PoolNotFound, NotNominator, the errors of Staking. */
  void chill(AccountId who, long id) {
    ensureNominator(who, id);
    ports.nominations().chill(LstAccounts.bonded(id));
  }

  private void ensureNominator(AccountId who, long id) {
    ensure(pools.get(id).roles().mayNominate(who), LstError.NOT_NOMINATOR);
  }

  /** {@code set_state}: PoolNotFound, CanNotChangeState. Anybody may end a pool that lost too much. */
  void setState(AccountId who, long id, PoolState state) {
    BondedPool pool = pools.get(id);
    ensure(pool.state() != PoolState.DESTROYING, LstError.CAN_NOT_CHANGE_STATE);
    ensure(pool.roles().mayBlock(who) || !pools.isSound(id) && state == PoolState.DESTROYING,
        LstError.CAN_NOT_CHANGE_STATE);
    if (pool.state() != state) {
      block.deposit(new LstEvent.StateChanged(id, state));
    }
    storage.bondedPools.put(id, pool.with(state));
  }

  /** {@code set_metadata}: MetadataExceedsMaxLen, PoolNotFound, DoesNotHavePermission. */
  void setMetadata(AccountId who, long id, Bytes metadata) {
    ensure(metadata.size() <= metadataBytesMax, LstError.METADATA_EXCEEDS_MAX_LEN);
    ensure(pools.get(id).roles().mayBlock(who), LstError.DOES_NOT_HAVE_PERMISSION);
    storage.metadata.put(id, metadata);
  }

  /** {@code set_configs}. */
  void setConfigs(LstCall.SetConfigs call) {
    set(storage.minJoinBond, call.minJoinBond());
    set(storage.minCreateBond, call.minCreateBond());
    set(storage.maxPools, call.maxPools());
    set(storage.globalMaxCommission, call.globalMaxCommission());
  }

  private static <T> void set(StorageValue<T> item, ConfigOp<T> op) {
    switch (op) {
      case ConfigOp.Noop<T>() -> {
        // left as it is, stored or not
      }
      case ConfigOp.Set<T>(T value) -> item.put(value);
      case ConfigOp.Remove<T>() -> item.remove();
    }
  }

  /** {@code update_roles}, by Root or the pool's root: PoolNotFound, DoesNotHavePermission. */
  void updateRoles(Origin origin, LstCall.UpdateRoles call) {
    BondedPool pool;
    if (origin instanceof Origin.Root) {
      pool = pools.get(call.poolId());
    } else {
      AccountId who = origin.ensureSigned();
      pool = pools.get(call.poolId());
      ensure(pool.roles().isRoot(who), LstError.DOES_NOT_HAVE_PERMISSION);
    }
    PoolRoles old = pool.roles();
    var roles = new PoolRoles(old.depositor(), call.newRoot().applied(old.root()),
        call.newNominator().applied(old.nominator()), call.newBouncer().applied(old.bouncer()));
    block.deposit(
        new LstEvent.RolesUpdated(roles.root(), roles.bouncer(), roles.nominator()));
    storage.bondedPools.put(call.poolId(), pool.with(roles));
  }

  /** {@code set_last_pool_id}. */
  void setLastPoolId(long id) {
    storage.lastPoolId.put(id);
    block.deposit(new LstEvent.LastPoolIdUpdated(id));
  }

  /**
   * {@code do_adjust_pool_deposit}: PoolNotFound, NothingToAdjust, the errors of reserving and of the
   * transfer.
   */
  void adjustDeposit(AccountId who, long id) {
    pools.get(id);
    AccountId reward = LstAccounts.reward(id);
    Balance wanted = ports.accounts().existentialDeposit();
    Balance reserved = ports.accounts().reserved(reward);
    ensure(!reserved.equals(wanted), LstError.NOTHING_TO_ADJUST);
    Balance excess = reserved.saturatingMinus(wanted);
    Balance deficit = wanted.saturatingMinus(reserved);
    switch (manner.depositOrder()) {
      case RESERVED_FIRST -> {
        ports.currency().reserve(reward, wanted);
        ports.currency().transfer(reward, who, excess, Currency.Existence.KEEP_ALIVE);
        ports.currency().transfer(who, reward, deficit, Currency.Existence.KEEP_ALIVE);
      }
      case PULLED_FIRST -> {
        ports.currency().transfer(who, reward, deficit, Currency.Existence.KEEP_ALIVE);
        ports.currency().reserve(reward, deficit);
        ports.currency().unreserve(reward, excess);
        ports.currency().transfer(reward, who, excess, Currency.Existence.KEEP_ALIVE);
      }
    }
    block.deposit(excess.isZero() ? new LstEvent.MinBalanceDeficitAdjusted(id, deficit)
        : new LstEvent.MinBalanceExcessAdjusted(id, excess));
  }
}
