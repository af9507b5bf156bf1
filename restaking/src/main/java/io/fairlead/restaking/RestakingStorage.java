package io.fairlead.restaking;

import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorSnapshot;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The items of MultiAssetDelegation. */
public final class RestakingStorage {
  /** Operators by account; gone when they leave. */
  final StorageMap<AccountId, OperatorMetadata> operators;
  /** The round: the index of the session. */
  final StorageValue<Long> currentRound;
  /** Every operator at the start of every round; never pruned, never read here. */
  final StorageDoubleMap<Long, AccountId, OperatorSnapshot> atStake;
  /** Delegators by account; never removed. */
  final StorageMap<AccountId, DelegatorMetadata> delegators;

  /** Declares the items in {@code store}. */
  public RestakingStorage(Store store) {
    Key<AccountId> account = Key.blake2Concat(AccountId.CODEC);
    operators = StorageMap.optional(store, RestakingCall.PALLET, "Operators", account,
        OperatorMetadata.CODEC);
    currentRound =
        StorageValue.of(store, RestakingCall.PALLET, "CurrentRound", Codecs.U32, 0L);
    atStake = StorageDoubleMap.optional(store, RestakingCall.PALLET, "AtStake",
        Key.blake2Concat(Codecs.U32), account, OperatorSnapshot.CODEC);
    delegators = StorageMap.optional(store, RestakingCall.PALLET, "Delegators", account,
        DelegatorMetadata.CODEC);
  }

  /** The items in metadata order. */
  List<Item> items() {
    return List.of(operators, currentRound, atStake, delegators);
  }

  /** Operators by account, for genesis and for tests. */
  public StorageMap<AccountId, OperatorMetadata> operators() {
    return operators;
  }

  /** The round, for genesis and for tests. */
  public StorageValue<Long> currentRound() {
    return currentRound;
  }

  /** Snapshots by round and operator. */
  public StorageDoubleMap<Long, AccountId, OperatorSnapshot> atStake() {
    return atStake;
  }

  /** Delegators by account, for genesis and for tests. */
  public StorageMap<AccountId, DelegatorMetadata> delegators() {
    return delegators;
  }
}
