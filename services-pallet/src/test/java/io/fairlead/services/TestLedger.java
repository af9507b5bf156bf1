package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.Fungibles;
import io.fairlead.restaking.TokenContracts;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;

/**
 * Money, assets 1 to 99 and tokens, kept in the store so that a rollback takes them back too. Keep
 * alive means that one unit stays; there are no events.
 */
public final class TestLedger implements Currency, Fungibles, TokenContracts {
  /** A token whose contract answers false. */
  public static final EvmAddress FALSE_TOKEN = EvmAddress.hex("0x" + "f0".repeat(20));
  /** A token whose call the EVM's runner refuses. */
  public static final EvmAddress REFUSED_TOKEN = EvmAddress.hex("0x" + "f1".repeat(20));

  private final StorageMap<AccountId, Balance> free;
  private final StorageMap<AccountId, Balance> reserved;
  private final StorageDoubleMap<AssetId, AccountId, Balance> assets;
  private final StorageDoubleMap<EvmAddress, EvmAddress, Balance> tokens;

  public TestLedger(Store store) {
    Key<AccountId> who = Key.identity(AccountId.CODEC);
    Key<EvmAddress> address = Key.identity(EvmAddress.CODEC);
    free = StorageMap.of(store, "TestLedger", "Free", who, Balance.CODEC, Balance.ZERO);
    reserved = StorageMap.of(store, "TestLedger", "Reserved", who, Balance.CODEC, Balance.ZERO);
    assets = StorageDoubleMap.of(store, "TestLedger", "Assets", Key.identity(AssetId.CODEC), who,
        Balance.CODEC, Balance.ZERO);
    tokens = StorageDoubleMap.of(store, "TestLedger", "Tokens", address, address, Balance.CODEC,
        Balance.ZERO);
  }

  public void mint(AccountId who, Balance amount) {
    free.put(who, free.get(who).plus(amount));
  }

  public void mint(AssetId asset, AccountId who, Balance amount) {
    assets.put(asset, who, assets.get(asset, who).plus(amount));
  }

  public void mint(EvmAddress token, EvmAddress who, Balance amount) {
    tokens.put(token, who, tokens.get(token, who).plus(amount));
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
    if (amount.isZero()) {
      return;
    }
    take(from, amount);
    ensure(existence == Existence.ALLOW_DEATH || !free.get(from).isZero(),
        DispatchError.Token.NOT_EXPENDABLE);
    mint(to, amount);
  }

  private void take(AccountId who, Balance amount) {
    ensure(free.get(who).compareTo(amount) >= 0, DispatchError.Token.FUNDS_UNAVAILABLE);
    free.put(who, free.get(who).minus(amount));
  }

  public Balance reserved(AccountId who) {
    return reserved.get(who);
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
    ensure(exists(asset), DispatchError.Token.UNKNOWN_ASSET);
    ensure(assets.get(asset, from).compareTo(amount) >= 0, DispatchError.Token.FUNDS_UNAVAILABLE);
    assets.put(asset, from, assets.get(asset, from).minus(amount));
    mint(asset, to, amount);
  }

  @Override
  public boolean exists(AssetId asset) {
    return asset.high() == 0 && asset.low() > 0 && asset.low() < 100;
  }

  @Override
  public Balance balance(AssetId asset, AccountId who) {
    return assets.get(asset, who);
  }

  public Balance balance(EvmAddress token, EvmAddress who) {
    return tokens.get(token, who);
  }

  @Override
  public boolean transfer(EvmAddress from, EvmAddress token, EvmAddress to, Balance amount) {
    ensure(!token.equals(REFUSED_TOKEN), DispatchError.Plain.OTHER);
    if (token.equals(FALSE_TOKEN) || tokens.get(token, from).compareTo(amount) < 0) {
      return false;
    }
    tokens.put(token, from, tokens.get(token, from).minus(amount));
    mint(token, to, amount);
    return true;
  }

  @Override
  public void onSlash(EvmAddress from, EvmAddress token, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {}
}
