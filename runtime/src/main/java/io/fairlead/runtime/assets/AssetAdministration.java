package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.balances.BalancesEvent.BalanceStatus;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.balances.Reserves;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import org.jspecify.annotations.Nullable;

/** What an asset is, who looks after it and how it is shown. */
final class AssetAdministration {
  private final AssetsStorage storage;
  private final AssetLedger assets;
  private final Ledger ledger;
  private final Reserves reserves;
  private final AssetsConfig config;
  private final AccountLookup lookup;
  private final Block block;

  AssetAdministration(AssetsStorage storage, AssetLedger assets, Ledger ledger,
      AssetsConfig config, AccountLookup lookup, Block block) {
    this.storage = storage;
    this.assets = assets;
    this.ledger = ledger;
    this.reserves = new Reserves(ledger, block);
    this.config = config;
    this.lookup = lookup;
    this.block = block;
  }

  /** Refuses with InUse, MinBalanceZero, BadAssetId and what {@link Ledger#reserve} says. */
  void create(AssetId id, AccountId owner, AccountId admin, Balance minBalance) {
    assets.ensureCreatable(id, minBalance);
    ledger.reserve(owner, config.assetDeposit());
    storage.assets.put(id, new AssetDetails(owner, admin, admin, admin, Balance.ZERO,
        config.assetDeposit(), minBalance, false, 0, 0, 0, AssetDetails.Status.LIVE));
    block.deposit(new AssetsEvent.Created(id, owner, admin));
  }

  private AssetDetails liveOf(AssetId id, AccountId owner) {
    AssetDetails details = assets.live(id);
    Refusal.ensure(owner.equals(details.owner()), AssetsError.NO_PERMISSION);
    return details;
  }

  /** Refuses with Unknown, AssetNotLive, NoPermission and what {@link Reserves#repatriate} says. */
  void transferOwnership(AssetId id, AccountId owner, AccountId next) {
    AssetDetails details = liveOf(id, owner);
    if (next.equals(owner)) {
      return;
    }
    Balance deposit =
        details.deposit().saturatingPlus(storage.metadata.get(id).deposit());
    reserves.repatriate(owner, next, deposit, BalanceStatus.RESERVED);
    storage.assets.put(id, details.withOwner(next));
    block.deposit(new AssetsEvent.OwnerChanged(id, next));
  }

  /** Refuses with Unknown, AssetNotLive, NoPermission. */
  void setTeam(AssetId id, AccountId owner, AccountId issuer, AccountId admin,
      AccountId freezer) {
    storage.assets.put(id, liveOf(id, owner).withTeam(issuer, admin, freezer));
    block.deposit(new AssetsEvent.TeamChanged(id, issuer, admin, freezer));
  }

  /** Refuses with Unknown, AssetNotLive, NoPermission. */
  void freezeAsset(AssetId id, AccountId freezer) {
    AssetDetails details = assets.live(id);
    Refusal.ensure(freezer.equals(details.freezer()), AssetsError.NO_PERMISSION);
    storage.assets.put(id, details.withStatus(AssetDetails.Status.FROZEN));
    block.deposit(new AssetsEvent.AssetFrozen(id));
  }

  /** Refuses with Unknown, NoPermission, NotFrozen. */
  void thawAsset(AssetId id, AccountId admin) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(admin.equals(details.admin()), AssetsError.NO_PERMISSION);
    Refusal.ensure(details.status() == AssetDetails.Status.FROZEN, AssetsError.NOT_FROZEN);
    storage.assets.put(id, details.withStatus(AssetDetails.Status.LIVE));
    block.deposit(new AssetsEvent.AssetThawed(id));
  }

  /** Refuses with Unknown, AssetNotLive, CannotLookup. */
  void forceStatus(AssetsCall.ForceAssetStatus call) {
    AssetDetails details = storage.assets.orRefuse(call.id(), AssetsError.UNKNOWN);
    Refusal.ensure(details.status() != AssetDetails.Status.DESTROYING,
        AssetsError.ASSET_NOT_LIVE);
    AccountId owner = lookup.lookup(call.owner());
    AccountId issuer = lookup.lookup(call.issuer());
    AccountId admin = lookup.lookup(call.admin());
    AccountId freezer = lookup.lookup(call.freezer());
    storage.assets.put(call.id(),
        details.withOwner(owner).withTeam(issuer, admin, freezer)
            .withMinBalance(call.minBalance()).withSufficient(call.isSufficient())
            .withStatus(call.isFrozen() ? AssetDetails.Status.FROZEN : AssetDetails.Status.LIVE));
    block.deposit(new AssetsEvent.AssetStatusChanged(call.id()));
  }

  /** Refuses with Unknown, NoPermission (also of a sufficient asset, or a rise while anybody has it). */
  void setMinBalance(AssetId id, AccountId owner, Balance minBalance) {
    AssetDetails details = storage.assets.orRefuse(id, AssetsError.UNKNOWN);
    Refusal.ensure(
        owner.equals(details.owner()) && !details.isSufficient()
            && (minBalance.compareTo(details.minBalance()) < 0 || details.accounts() == 0),
        AssetsError.NO_PERMISSION);
    storage.assets.put(id, details.withMinBalance(minBalance));
    block.deposit(new AssetsEvent.AssetMinBalanceChanged(id, minBalance));
  }

  // --- how it is shown: without a deposit on both chains ---

  /** Refuses with BadMetadata, Unknown, AssetNotLive, NoPermission. */
  void setMetadata(AssetId id, AccountId owner, Bytes name, Bytes symbol, int decimals) {
    ensureShort(name, symbol);
    liveOf(id, owner);
    AssetMetadata before = storage.metadata.get(id);
    Refusal.ensure(!before.isFrozen(), AssetsError.NO_PERMISSION);
    ledger.unreserve(owner, before.deposit());
    put(id, new AssetMetadata(Balance.ZERO, name, symbol, decimals, false));
  }

  /** Refuses with BadMetadata, Unknown. */
  void forceSetMetadata(AssetsCall.ForceSetMetadata call) {
    ensureShort(call.name(), call.symbol());
    Refusal.ensure(storage.assets.contains(call.id()), AssetsError.UNKNOWN);
    put(call.id(), new AssetMetadata(storage.metadata.get(call.id()).deposit(), call.name(),
        call.symbol(), call.decimals(), call.isFrozen()));
  }

  private void put(AssetId id, AssetMetadata metadata) {
    storage.metadata.put(id, metadata);
    block.deposit(new AssetsEvent.MetadataSet(id, metadata.name(), metadata.symbol(),
        metadata.decimals(), metadata.isFrozen()));
  }

  private static void ensureShort(Bytes name, Bytes symbol) {
    Refusal.ensure(name.size() <= AssetsStorage.STRING_LIMIT
        && symbol.size() <= AssetsStorage.STRING_LIMIT, AssetsError.BAD_METADATA);
  }

  /**
   * Refuses with Unknown, also where nothing was set; for the owner in between with AssetNotLive,
   * NoPermission.
   *
   * @param owner who asks; null: force
   */
  void clearMetadata(AssetId id, @Nullable AccountId owner) {
    AssetDetails details = owner == null
        ? storage.assets.orRefuse(id, AssetsError.UNKNOWN) : liveOf(id, owner);
    Refusal.ensure(storage.metadata.contains(id), AssetsError.UNKNOWN);
    Balance deposit = storage.metadata.get(id).deposit();
    storage.metadata.remove(id);
    ledger.unreserve(details.owner(), deposit);
    block.deposit(new AssetsEvent.MetadataCleared(id));
  }
}
