package io.fairlead.restaking.lst;

import io.fairlead.restaking.lst.wire.BondedPool;
import io.fairlead.restaking.lst.wire.ClaimPermission;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.PoolMember;
import io.fairlead.restaking.lst.wire.RewardPool;
import io.fairlead.restaking.lst.wire.SubPools;
import io.fairlead.substrate.pallet.CountedMap;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;

/** The items of Lst. Amounts are planck. */
public final class LstStorage {
  private static final String P = LstCall.PALLET;

  /** What all pools have, bonded or leaving. */
  final StorageValue<Balance> totalValueLocked;
  /** Least amount to join with. */
  final StorageValue<Balance> minJoinBond;
  /** Least amount to make a pool with. */
  final StorageValue<Balance> minCreateBond;
  /** So many pools there may be, u32; absent: any number. */
  final StorageValue<Long> maxPools;
  /** No pool takes a larger part of its rewards; absent: no such bound. */
  final StorageValue<Perbill> globalMaxCommission;
  /** Pools by id. */
  final CountedMap<Long, BondedPool> bondedPools;
  /** Rewards of pools by id. */
  final CountedMap<Long, RewardPool> rewardPools;
  /** What leaves pools, by id. */
  final CountedMap<Long, SubPools> subPools;
  /** Descriptions of pools by id. */
  final CountedMap<Long, Bytes> metadata;
  /** The highest id that was used, u32. */
  final StorageValue<Long> lastPoolId;
  /** What leaves pools for members, by account. */
  final CountedMap<AccountId, PoolMember> unbondingMembers;
  /** Pools by the account that is bonded. */
  final CountedMap<AccountId, Long> reversePoolIdLookup;
  /** What others may do for members; no call writes it. */
  final StorageMap<AccountId, ClaimPermission> claimPermissions;

  private final List<Item> items;

  /**
   * Declares the items in {@code store}.
   *
   * @param metadataBytesMax bytes of a description at most, which differs between the networks
   */
  public LstStorage(Store store, int metadataBytesMax) {
    Key<Long> pool = Key.twox64Concat(Codecs.U32);
    Key<AccountId> account = Key.twox64Concat(AccountId.CODEC);
    totalValueLocked =
        StorageValue.of(store, P, "TotalValueLocked", Balance.CODEC, Balance.ZERO);
    minJoinBond = StorageValue.of(store, P, "MinJoinBond", Balance.CODEC, Balance.ZERO);
    minCreateBond = StorageValue.of(store, P, "MinCreateBond", Balance.CODEC, Balance.ZERO);
    maxPools = StorageValue.optional(store, P, "MaxPools", Codecs.U32);
    globalMaxCommission =
        StorageValue.optional(store, P, "GlobalMaxCommission", Perbill.CODEC);
    bondedPools = CountedMap.optional(store, P, "BondedPools", pool, BondedPool.CODEC);
    rewardPools = CountedMap.optional(store, P, "RewardPools", pool, RewardPool.CODEC);
    subPools = CountedMap.optional(store, P, "SubPoolsStorage", pool, SubPools.CODEC);
    metadata = CountedMap.of(store, P, "Metadata", pool,
        Bytes.codec(Codecs.boundedBytes(metadataBytesMax)), Bytes.EMPTY);
    lastPoolId = StorageValue.of(store, P, "LastPoolId", Codecs.U32, 0L);
    unbondingMembers =
        CountedMap.optional(store, P, "UnbondingMembers", account, PoolMember.CODEC);
    reversePoolIdLookup =
        CountedMap.optional(store, P, "ReversePoolIdLookup", account, Codecs.U32);
    claimPermissions = StorageMap.of(store, P, "ClaimPermissions", account,
        ClaimPermission.CODEC, ClaimPermission.PERMISSIONED);
    var all = new ArrayList<Item>(List.of(totalValueLocked, minJoinBond, minCreateBond, maxPools,
        globalMaxCommission));
    for (CountedMap<?, ?> map : List.of(bondedPools, rewardPools, subPools, metadata)) {
      all.addAll(map.items());
    }
    all.add(lastPoolId);
    all.addAll(unbondingMembers.items());
    all.addAll(reversePoolIdLookup.items());
    all.add(claimPermissions);
    items = List.copyOf(all);
  }

  /** The items in metadata order. */
  List<Item> items() {
    return items;
  }

  /** Writes what the chain's genesis has by default: at most 16 pools, no least bonds. */
  public void genesis() {
    minJoinBond.put(Balance.ZERO);
    minCreateBond.put(Balance.ZERO);
    maxPools.put(16L);
  }
}
