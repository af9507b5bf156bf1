package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Free money in the store, so that a rollback takes it back; the issuance is what a test says. */
public final class FakePurse implements Currency {
  public Balance issuance = Balance.ZERO;
  private final StorageMap<AccountId, Balance> free;

  /** Nobody has any. */
  public FakePurse(Store store) {
    free = StorageMap.of(store, "FakePurse", "Free", Key.identity(AccountId.CODEC), Balance.CODEC,
        Balance.ZERO);
  }

  /** Makes {@code amount} planck for {@code who}. */
  public void mint(AccountId who, Balance amount) {
    free.put(who, free.get(who).plus(amount));
  }

  @Override
  public void reserve(AccountId who, Balance amount) {
    throw new UnsupportedOperationException("Rewards never reserves");
  }

  @Override
  public void unreserve(AccountId who, Balance amount) {
    throw new UnsupportedOperationException("Rewards never unreserves");
  }

  @Override
  public void transfer(AccountId from, AccountId to, Balance amount, Existence existence) {
    if (amount.isZero() || from.equals(to)) {
      return;
    }
    Balance held = free.get(from);
    boolean enough = held.compareTo(amount) > 0
        || existence == Existence.ALLOW_DEATH && held.equals(amount);
    ensure(enough, DispatchError.Token.FUNDS_UNAVAILABLE);
    free.put(from, held.minus(amount));
    mint(to, amount);
  }

  @Override
  public Balance free(AccountId who) {
    return free.get(who);
  }

  @Override
  public Balance totalIssuance() {
    return issuance;
  }
}
