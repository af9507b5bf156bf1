package io.fairlead.restaking;

import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What accounts have bonded because a test says so; locks in the store. */
final class FakeNominations implements Nominations {
  final Map<AccountId, Bonded> bonded = new HashMap<>();
  private final StorageMap<AccountId, Balance> locks;

  FakeNominations(Store store) {
    locks = StorageMap.of(store, "FakeNominations", "Locks", Key.identity(AccountId.CODEC),
        Balance.CODEC, Balance.ZERO);
  }

  /** Planck locked; zero without a lock. */
  Balance locked(AccountId who) {
    return locks.get(who);
  }

  /** What a slash takes of a bond; the lock follows. */
  void slash(AccountId stash, Balance amount) {
    locks.put(stash, locks.get(stash).saturatingMinus(amount));
    bonded.computeIfPresent(stash, (who, held) -> new Bonded(
        held.total().saturatingMinus(amount), held.active().saturatingMinus(amount)));
  }

  @Override
  public Optional<Bonded> bonded(AccountId stash) {
    return Optional.ofNullable(bonded.get(stash));
  }

  @Override
  public void lock(AccountId who, Balance amount) {
    locks.put(who, amount);
  }

  @Override
  public void unlock(AccountId who) {
    locks.remove(who);
  }
}
