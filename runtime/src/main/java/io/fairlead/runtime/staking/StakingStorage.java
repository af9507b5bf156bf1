package io.fairlead.runtime.staking;

import io.fairlead.substrate.pallet.CountedMap;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;

/** The items of Staking. Those of elections, payouts and slashes are in {@link StakingHistory}. */
public final class StakingStorage {
  private static final String P = StakingCall.PALLET;

  /** Controller by stash: today always the stash itself. */
  final StorageMap<AccountId, AccountId> bonded;
  /** Least active planck of a nominator. */
  final StorageValue<Balance> minNominatorBond;
  /** Least active planck of a validator. */
  final StorageValue<Balance> minValidatorBond;
  /** Bonds by controller. */
  final StorageMap<AccountId, StakingLedger> ledger;
  /** Where rewards go, by stash. */
  final StorageMap<AccountId, RewardDestination> payee;
  /** Validators by stash. */
  final CountedMap<AccountId, ValidatorPrefs> validators;
  /** Nominators by stash. */
  final CountedMap<AccountId, Nominations> nominators;
  /** So many nominators there may be; absent: any number. */
  final StorageValue<Long> maxNominatorsCount;
  /** The era that is planned or runs. */
  final StorageValue<Long> currentEra;
  /** The era that runs. */
  final StorageValue<ActiveEra> activeEra;

  private final List<Item> items;

  /** Declares the items in {@code store}. */
  public StakingStorage(Store store) {
    Key<AccountId> account = Key.twox64Concat(AccountId.CODEC);
    var validatorCount = StorageValue.of(store, P, "ValidatorCount", Codecs.U32, 0L);
    var minimumValidatorCount =
        StorageValue.of(store, P, "MinimumValidatorCount", Codecs.U32, 0L);
    var invulnerables = StorageValue.of(store, P, "Invulnerables",
        Codecs.list(AccountId.CODEC), List.of());
    bonded = StorageMap.optional(store, P, "Bonded", account, AccountId.CODEC);
    minNominatorBond = planck(store, "MinNominatorBond");
    minValidatorBond = planck(store, "MinValidatorBond");
    var minimumActiveStake = planck(store, "MinimumActiveStake");
    var minCommission =
        StorageValue.of(store, P, "MinCommission", Perbill.CODEC, new Perbill(0));
    ledger = StorageMap.optional(store, P, "Ledger", Key.blake2Concat(AccountId.CODEC),
        StakingLedger.CODEC);
    payee = StorageMap.optional(store, P, "Payee", account, RewardDestination.CODEC);
    validators = CountedMap.of(store, P, "Validators", account, ValidatorPrefs.CODEC,
        ValidatorPrefs.NONE);
    var maxValidatorsCount =
        StorageValue.optional(store, P, "MaxValidatorsCount", Codecs.U32);
    nominators = CountedMap.optional(store, P, "Nominators", account, Nominations.CODEC);
    CountedMap<AccountId, Boolean> virtualStakers = CountedMap.optional(store, P,
        "VirtualStakers", account, Codecs.unit(true));
    maxNominatorsCount = StorageValue.optional(store, P, "MaxNominatorsCount", Codecs.U32);
    currentEra = StorageValue.optional(store, P, "CurrentEra", Codecs.U32);
    activeEra = StorageValue.optional(store, P, "ActiveEra", ActiveEra.CODEC);
    var all = new ArrayList<Item>(List.of(validatorCount, minimumValidatorCount, invulnerables,
        bonded, minNominatorBond, minValidatorBond, minimumActiveStake, minCommission, ledger,
        payee));
    all.addAll(validators.items());
    all.add(maxValidatorsCount);
    all.addAll(nominators.items());
    all.addAll(virtualStakers.items());
    all.addAll(List.of(maxNominatorsCount, currentEra, activeEra));
    all.addAll(StakingHistory.items(store));
    items = List.copyOf(all);
  }

  private static StorageValue<Balance> planck(Store store, String name) {
    return StorageValue.of(store, P, name, Balance.CODEC, Balance.ZERO);
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }

  /** The era, for genesis and for those who drive eras. */
  public void enter(long era, long startMillis) {
    currentEra.put(era);
    activeEra.put(new ActiveEra(era, startMillis));
  }
}
