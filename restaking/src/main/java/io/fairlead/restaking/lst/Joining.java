package io.fairlead.restaking.lst;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.Commission;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.PoolMetadata;
import io.fairlead.restaking.lst.wire.PoolRoles;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.restaking.lst.wire.RewardPool;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;

/** Making pools and giving money to them. Amounts are planck. */
final class Joining {
  private static final long POOL_ID_MAX = 0xffff_ffffL;

  private final LstStorage storage;
  private final LstPorts ports;
  private final Pools pools;
  private final RewardRecords records;
  private final Block block;

  Joining(LstStorage storage, LstPorts ports, Pools pools, RewardRecords records, Block block) {
    this.storage = storage;
    this.ports = ports;
    this.pools = pools;
    this.records = records;
    this.block = block;
  }

  /**
   * {@code join}: MinimumBondNotMet, PoolNotFound, NotOpen, OverflowRisk,
   * Defensive(RewardPoolNotFound), the errors of the transfer, of Staking and of Assets.
   */
  void join(AccountId who, Balance amount, long id) {
    ensure(amount.compareTo(storage.minJoinBond.get()) >= 0, LstError.MINIMUM_BOND_NOT_MET);
    BondedPool pool = pools.get(id);
    pools.ensureCanBeJoined(id, pool);
    RewardPool rewards = records.updated(id, pool);
    pools.bondExtra(id, who, amount);
    block.deposit(new LstEvent.Bonded(who, id, amount, true));
    storage.rewardPools.put(id, rewards);
  }

  /**
   * {@code do_bond_extra}: DoesNotHavePermission, PoolNotFound, NotOpen, OverflowRisk before and
   * after, the errors of the transfer, of Staking and of Assets.
   */
  void bondExtra(AccountId signer, AccountId member, long id, Balance amount) {
    ensure(signer.equals(member) || storage.claimPermissions.get(member).canBondExtra(),
        LstError.DOES_NOT_HAVE_PERMISSION);
    BondedPool pool = pools.get(id);
    pools.ensureCanBeJoined(id, pool);
    pools.bondExtra(id, member, amount);
    pools.ensureCanBeOpen(id, pool);
    block.deposit(new LstEvent.Bonded(member, id, amount, false));
  }

  /** {@code create}: OverflowRisk when all ids are used, then as {@link #make}. */
  void create(AccountId who, LstCall.Create call) {
    long last = storage.lastPoolId.get();
    ensure(last < POOL_ID_MAX, LstError.OVERFLOW_RISK);
    storage.lastPoolId.put(last + 1);
    PoolRoles roles = roles(who, call.root(), call.nominator(), call.bouncer());
    make(who, last + 1, call.amount(), roles, new PoolMetadata(call.name(), call.icon()));
  }

  /** {@code create_with_pool_id}: PoolIdInUse, InvalidPoolId, then as {@link #make}. */
  void createWithPoolId(AccountId who, LstCall.CreateWithPoolId call) {
    ensure(!storage.bondedPools.contains(call.poolId()), LstError.POOL_ID_IN_USE);
    ensure(call.poolId() < storage.lastPoolId.get(), LstError.INVALID_POOL_ID);
    PoolRoles roles = roles(who, call.root(), call.nominator(), call.bouncer());
    make(who, call.poolId(), call.amount(), roles, new PoolMetadata(call.name(), call.icon()));
  }

  private PoolRoles roles(AccountId who, MultiAddress root, MultiAddress nominator,
      MultiAddress bouncer) {
    AccountId rootAccount = ports.addresses().lookup(root);
    AccountId nominatorAccount = ports.addresses().lookup(nominator);
    return new PoolRoles(who, rootAccount, nominatorAccount, ports.addresses().lookup(bouncer));
  }

  /**
   * {@code do_create}: PoolTokenCreationFailed, the errors of making an asset, MinimumBondNotMet,
   * MaxPools, the errors of transfers, of Staking and of Assets.
   */
  private void make(AccountId who, long id, Balance amount, PoolRoles roles,
      PoolMetadata metadata) {
    ensure(pools.points(id).isZero(), LstError.POOL_TOKEN_CREATION_FAILED);
    Bytes name = metadata.name();
    ports.tokens().create(id, LstAccounts.ADMIN, name == null ? Bytes.EMPTY : name);
    ensure(amount.compareTo(pools.depositorMinBond()) >= 0, LstError.MINIMUM_BOND_NOT_MET);
    Long most = storage.maxPools.orNull();
    ensure(most == null || storage.bondedPools.count() < most, LstError.MAX_POOLS);
    pools.bond(id, who, amount);
    ports.currency().transfer(who, LstAccounts.reward(id),
        ports.accounts().existentialDeposit(), Currency.Existence.KEEP_ALIVE);
    storage.rewardPools.put(id, RewardPool.NONE);
    storage.reversePoolIdLookup.put(LstAccounts.bonded(id), id);
    block.deposit(new LstEvent.Created(who, id));
    block.deposit(new LstEvent.Bonded(who, id, amount, true));
    storage.bondedPools.put(id,
        new BondedPool(Commission.NONE, roles, PoolState.OPEN, metadata));
  }
}
