package io.fairlead.runtime.assets;

import io.fairlead.restaking.Fungibles.Preservation;
import io.fairlead.restaking.lst.PoolTokens;
import io.fairlead.restaking.lst.wire.LstLimits;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;

/**
 * Pool tokens as assets: the id of the asset is that of the pool ({@code fungibles::Create},
 * {@code Mutate} and {@code metadata::Mutate} of {@code pallet_assets}).
 */
public final class PoolTokenLedger implements PoolTokens {
  private final AssetsStorage storage;
  private final AssetLedger ledger;
  private final Block block;

  /** Pool tokens among all assets; events go to {@code block}. */
  public PoolTokenLedger(AssetsStorage storage, AssetLedger ledger, Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.block = block;
  }

  @Override
  public Balance issuance(long pool) {
    AssetDetails details = storage.assets.orNull(AssetId.of(pool));
    return details == null ? Balance.ZERO : details.supply();
  }

  @Override
  public Balance balance(long pool, AccountId who) {
    return ledger.balance(AssetId.of(pool), who);
  }

  /**
   * {@inheritDoc} Refuses with InUse or BadAssetId, then with BadMetadata for a name of more than
   * {@link AssetsStorage#STRING_LIMIT} bytes. Deposits for names are zero on both networks.
   */
  @Override
  public void create(long pool, AccountId admin, Bytes name) {
    AssetId id = AssetId.of(pool);
    ledger.forceCreate(id, admin, false, Balance.of(1));
    Refusal.ensure(name.size() <= AssetsStorage.STRING_LIMIT, AssetsError.BAD_METADATA);
    Refusal.ensure(!storage.metadata.get(id).isFrozen(), AssetsError.NO_PERMISSION);
    storage.metadata.put(id,
        new AssetMetadata(Balance.ZERO, name, name, LstLimits.TOKEN_DECIMALS, false));
    block.deposit(
        new AssetsEvent.MetadataSet(id, name, name, LstLimits.TOKEN_DECIMALS, false));
  }

  /**
   * {@inheritDoc} Refuses with Arithmetic(Overflow), Token(UnknownAsset, Blocked, BelowMinimum,
   * CannotCreate), AssetNotLive, UnavailableConsumer.
   */
  @Override
  public void mint(long pool, AccountId who, Balance amount) {
    AssetId id = AssetId.of(pool);
    Refusal.ensure(issuance(pool).canAdd(amount), DispatchError.Arithmetic.OVERFLOW);
    if (!amount.isZero()) {
      AssetDetails grown = ledger.credit(id, ledger.increasable(id, who, amount), who, amount);
      storage.assets.put(id, grown.withSupply(grown.supply().saturatingPlus(amount)));
    }
    block.deposit(new AssetsEvent.Issued(id, who, amount));
  }

  /** {@inheritDoc} Refuses with Token(FundsUnavailable). */
  @Override
  public void burn(long pool, AccountId who, Balance amount, Preservation preservation) {
    AssetId id = AssetId.of(pool);
    boolean keep = preservation == Preservation.PRESERVE;
    Refusal.ensure(reducible(id, who, keep).compareTo(amount) >= 0,
        DispatchError.Token.FUNDS_UNAVAILABLE);
    if (!amount.isZero()) {
      Balance taken = ledger.debit(id, who, amount, keep, true);
      AssetDetails less = ledger.takeFrom(id, storage.assets.get(id), who, taken);
      storage.assets.put(id, less.withSupply(less.supply().saturatingMinus(taken)));
    }
    block.deposit(new AssetsEvent.Burned(id, who, amount));
  }

  private Balance reducible(AssetId id, AccountId who, boolean keep) {
    AssetDetails details = storage.assets.orNull(id);
    Holding holding = storage.holdings.orNull(id, who);
    if (details == null || details.status() != AssetDetails.Status.LIVE || holding == null
        || holding.status().isFrozen()) {
      return Balance.ZERO;
    }
    Balance most = keep ? holding.balance().saturatingMinus(details.minBalance())
        : holding.balance();
    return most.min(details.supply());
  }
}
