package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The pallet Assets ({@code pallet_assets}, Instance1): its calls over the {@link AssetLedger}. */
public final class AssetsPallet implements Pallet<AssetsCall> {
  private final AssetsStorage storage;
  private final AssetLedger ledger;
  private final AccountLookup lookup;
  private final AssetsConfig config;
  private final AssetApprovals approvals;
  private final AssetHoldings holdings;
  private final AssetDestruction destruction;
  private final AssetAdministration administration;

  /** The pallet over its items and the ledger; deposits are reserved in {@code balances}. */
  public AssetsPallet(AssetsStorage storage, AssetLedger ledger, Ledger balances,
      AccountLookup lookup, AssetsConfig config, Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.lookup = lookup;
    this.config = config;
    approvals = new AssetApprovals(storage, ledger, balances, config, block);
    holdings = new AssetHoldings(storage, ledger, balances, config, lookup, block);
    destruction = new AssetDestruction(storage, holdings, balances, block);
    administration =
        new AssetAdministration(storage, ledger, balances, config, lookup, block);
  }

  @Override
  public String name() {
    return AssetsCall.PALLET;
  }

  @Override
  public DispatchInfo info(AssetsCall call) {
    return DispatchInfo.normal(AssetWeights.of(call));
  }

  /**
   * Refuses with BadOrigin, CannotLookup and what the classes say that do it. Removing holdings or
   * approvals tells the weight of as many as went.
   */
  @Override
  public PostDispatch dispatch(Origin origin, AssetsCall call) {
    return switch (call) {
      case AssetsCall.Life life -> dispatch(origin, life);
      case AssetsCall.Money money -> {
        dispatch(origin, money);
        yield PostDispatch.AS_DECLARED;
      }
      case AssetsCall.Holder holder -> {
        dispatch(origin, holder);
        yield PostDispatch.AS_DECLARED;
      }
      case AssetsCall.Team team -> {
        dispatch(origin, team);
        yield PostDispatch.AS_DECLARED;
      }
    };
  }

  private PostDispatch dispatch(Origin origin, AssetsCall.Life call) {
    AssetId id = call.id();
    switch (call) {
      case AssetsCall.Create c -> {
        AccountId owner = origin.ensureSigned();
        Refusal.ensure(owner.equals(config.creator()), DispatchError.BAD_ORIGIN);
        administration.create(id, owner, lookup.lookup(c.admin()), c.minBalance());
      }
      case AssetsCall.ForceCreate c -> {
        ensureForce(origin);
        ledger.forceCreate(id, lookup.lookup(c.owner()), c.isSufficient(), c.minBalance());
      }
      case AssetsCall.StartDestroy c ->
          destruction.start(id, isForce(origin) ? null : origin.ensureSigned());
      case AssetsCall.DestroyAccounts c -> {
        origin.ensureSigned();
        return weighing(AssetWeights.destroyAccounts(destruction.accounts(id)));
      }
      case AssetsCall.DestroyApprovals c -> {
        origin.ensureSigned();
        return weighing(AssetWeights.destroyApprovals(destruction.approvals(id)));
      }
      case AssetsCall.FinishDestroy c -> {
        origin.ensureSigned();
        destruction.finish(id);
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  private void dispatch(Origin origin, AssetsCall.Money call) {
    AssetId id = call.id();
    if (call instanceof AssetsCall.ForceCancelApproval c) {
      AssetDetails details = ledger.live(id);
      Refusal.ensure(isForce(origin) || origin.ensureSigned().equals(details.admin()),
          AssetsError.NO_PERMISSION);
      AccountId owner = lookup.lookup(c.owner());
      approvals.cancel(id, owner, lookup.lookup(c.delegate()));
      return;
    }
    AccountId signer = origin.ensureSigned();
    switch (call) {
      case AssetsCall.Mint c -> ledger.mint(id, lookup.lookup(c.beneficiary()), c.amount(), signer);
      case AssetsCall.Burn c -> ledger.burn(id, lookup.lookup(c.who()), c.amount(), signer);
      case AssetsCall.Transfer c ->
          ledger.transferAll(id, signer, lookup.lookup(c.target()), c.amount(), false, null);
      case AssetsCall.TransferKeepAlive c ->
          ledger.transferAll(id, signer, lookup.lookup(c.target()), c.amount(), true, null);
      case AssetsCall.ForceTransfer c -> {
        AccountId from = lookup.lookup(c.source());
        ledger.transferAll(id, from, lookup.lookup(c.dest()), c.amount(), false, signer);
      }
      case AssetsCall.ApproveTransfer c ->
          approvals.approve(id, signer, lookup.lookup(c.delegate()), c.amount());
      case AssetsCall.CancelApproval c -> {
        AccountId delegate = lookup.lookup(c.delegate());
        ledger.live(id);
        approvals.cancel(id, signer, delegate);
      }
      case AssetsCall.ForceCancelApproval c -> throw new IllegalStateException("above");
      case AssetsCall.TransferApproved c -> {
        AccountId owner = lookup.lookup(c.owner());
        approvals.transfer(id, owner, signer, lookup.lookup(c.destination()), c.amount());
      }
    }
  }

  private void dispatch(Origin origin, AssetsCall.Holder call) {
    AssetId id = call.id();
    AccountId signer = origin.ensureSigned();
    switch (call) {
      case AssetsCall.Freeze c -> holdings.freeze(id, c.who(), signer);
      case AssetsCall.Thaw c -> holdings.thaw(id, c.who(), signer);
      case AssetsCall.Block c -> holdings.block(id, c.who(), signer);
      case AssetsCall.Touch c -> holdings.touch(id, signer, signer, false);
      case AssetsCall.TouchOther c -> holdings.touch(id, lookup.lookup(c.who()), signer, true);
      case AssetsCall.Refund c -> holdings.refund(id, signer, c.allowBurn());
      case AssetsCall.RefundOther c -> holdings.refundOther(id, lookup.lookup(c.who()), signer);
    }
  }

  private void dispatch(Origin origin, AssetsCall.Team call) {
    AssetId id = call.id();
    switch (call) {
      case AssetsCall.FreezeAsset c -> administration.freezeAsset(id, origin.ensureSigned());
      case AssetsCall.ThawAsset c -> administration.thawAsset(id, origin.ensureSigned());
      case AssetsCall.TransferOwnership c -> {
        AccountId owner = origin.ensureSigned();
        administration.transferOwnership(id, owner, lookup.lookup(c.owner()));
      }
      case AssetsCall.SetTeam c -> {
        AccountId owner = origin.ensureSigned();
        administration.setTeam(id, owner, lookup.lookup(c.issuer()), lookup.lookup(c.admin()),
            lookup.lookup(c.freezer()));
      }
      case AssetsCall.SetMetadata c -> administration.setMetadata(id, origin.ensureSigned(),
          c.name(), c.symbol(), c.decimals());
      case AssetsCall.ClearMetadata c ->
          administration.clearMetadata(id, origin.ensureSigned());
      case AssetsCall.ForceSetMetadata c -> {
        ensureForce(origin);
        administration.forceSetMetadata(c);
      }
      case AssetsCall.ForceClearMetadata c -> {
        ensureForce(origin);
        administration.clearMetadata(id, null);
      }
      case AssetsCall.ForceAssetStatus c -> {
        ensureForce(origin);
        administration.forceStatus(c);
      }
      case AssetsCall.SetMinBalance c ->
          administration.setMinBalance(id, origin.ensureSigned(), c.minBalance());
    }
  }

  private boolean isForce(Origin origin) {
    return config.force().test(origin);
  }

  private void ensureForce(Origin origin) {
    Refusal.ensure(isForce(origin), DispatchError.BAD_ORIGIN);
  }

  private static PostDispatch weighing(Weight weight) {
    return new PostDispatch(weight, true);
  }

  /** What metadata tells of the pallet; deposits in planck. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(AssetsCall.PALLET, AssetsCall.PALLET, storage.items(),
        AssetsCall.CODEC, AssetsEvent.CODEC, AssetsError.SHAPE,
        List.of(
            Constant.of("RemoveItemsLimit", Codecs.U32, (long) AssetDestruction.ITEMS_MAX),
            Constant.of("AssetDeposit", Balance.CODEC, config.assetDeposit()),
            Constant.of("AssetAccountDeposit", Balance.CODEC, config.accountDeposit()),
            Constant.of("MetadataDepositBase", Balance.CODEC, Balance.ZERO),
            Constant.of("MetadataDepositPerByte", Balance.CODEC, Balance.ZERO),
            Constant.of("ApprovalDeposit", Balance.CODEC, config.approvalDeposit()),
            Constant.of("StringLimit", Codecs.U32, (long) AssetsStorage.STRING_LIMIT)));
  }
}
