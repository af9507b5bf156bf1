package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Money in the store, so that a rollback takes it back too: no existential deposit, no events. */
final class FakeLedger implements Currency, Fungibles {
  private final StorageMap<AccountId, Balance> free;
  private final StorageMap<AccountId, Balance> reserved;
  private final StorageDoubleMap<AssetId, AccountId, Balance> assets;

  FakeLedger(Store store) {
    free = StorageMap.of(store, "FakeLedger", "Free", Key.identity(AccountId.CODEC), Balance.CODEC,
        Balance.ZERO);
    reserved = StorageMap.of(store, "FakeLedger", "Reserved", Key.identity(AccountId.CODEC),
        Balance.CODEC, Balance.ZERO);
    assets = StorageDoubleMap.of(store, "FakeLedger", "Assets", Key.identity(AssetId.CODEC),
        Key.identity(AccountId.CODEC), Balance.CODEC, Balance.ZERO);
  }

  void mint(AccountId who, Balance amount) {
    free.put(who, free.get(who).plus(amount));
  }

  void mint(AssetId asset, AccountId who, Balance amount) {
    assets.put(asset, who, assets.get(asset, who).plus(amount));
  }

  Balance reserved(AccountId who) {
    return reserved.get(who);
  }

  @Override
  public void reserve(AccountId who, Balance amount) {
    take(who, amount);
    reserved.put(who, reserved.get(who).plus(amount));
  }

  @Override
  public void unreserve(AccountId who, Balance amount) {
    Balance moved = amount.min(reserved.get(who));
    reserved.put(who, reserved.get(who).minus(moved));
    mint(who, moved);
  }

  @Override
  public void transfer(AccountId from, AccountId to, Balance amount, Existence existence) {
    take(from, amount);
    mint(to, amount);
  }

  private void take(AccountId who, Balance amount) {
    ensure(free.get(who).compareTo(amount) >= 0, DispatchError.Token.FUNDS_UNAVAILABLE);
    free.put(who, free.get(who).minus(amount));
  }

  @Override
  public Balance free(AccountId who) {
    return free.get(who);
  }

  @Override
  public Balance totalIssuance() {
    return free.sortedByKeyBytes().stream().map(java.util.Map.Entry::getValue)
        .reduce(Balance.ZERO, Balance::plus);
  }

  @Override
  public void transfer(AssetId asset, AccountId from, AccountId to, Balance amount,
      Preservation preservation) {
    ensure(assets.get(asset, from).compareTo(amount) >= 0, DispatchError.Arithmetic.UNDERFLOW);
    assets.put(asset, from, assets.get(asset, from).minus(amount));
    mint(asset, to, amount);
  }

  @Override
  public Balance balance(AssetId asset, AccountId who) {
    return assets.get(asset, who);
  }

  @Override
  public boolean exists(AssetId asset) {
    return !asset.equals(AssetId.NATIVE);
  }
}
