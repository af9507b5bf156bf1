package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The pallet Assets ({@code pallet_assets}, Instance1): its calls over the {@link AssetLedger}. */
public final class AssetsPallet implements Pallet<AssetsCall> {
  private static final DispatchInfo FORCE_CREATE = normal(136_624_000, 3_675);
  private static final DispatchInfo MINT = normal(273_273_000, 3_675);
  private static final DispatchInfo TRANSFER = normal(544_794_000, 6_208);

  private final AssetsStorage storage;
  private final AssetLedger ledger;
  private final AccountLookup lookup;

  /** The pallet over its items and the ledger. */
  public AssetsPallet(AssetsStorage storage, AssetLedger ledger, AccountLookup lookup) {
    this.storage = storage;
    this.ledger = ledger;
    this.lookup = lookup;
  }

  private static DispatchInfo normal(long refTime, long proofSize) {
    return DispatchInfo.normal(Weight.of(refTime, proofSize));
  }

  @Override
  public String name() {
    return AssetsCall.PALLET;
  }

  @Override
  public DispatchInfo info(AssetsCall call) {
    return switch (call) {
      case AssetsCall.ForceCreate c -> FORCE_CREATE;
      case AssetsCall.Mint c -> MINT;
      case AssetsCall.Transfer c -> TRANSFER;
    };
  }

  /** Refuses with BadOrigin, CannotLookup and what {@link AssetLedger} says. */
  @Override
  public PostDispatch dispatch(Origin origin, AssetsCall call) {
    switch (call) {
      case AssetsCall.ForceCreate(AssetId id, MultiAddress owner, boolean sufficient, Balance minBalance) -> {
        origin.ensureRoot();
        ledger.forceCreate(id, lookup.lookup(owner), sufficient, minBalance);
      }
      case AssetsCall.Mint(AssetId id, MultiAddress beneficiary, Balance amount) -> {
        AccountId issuer = origin.ensureSigned();
        ledger.mint(id, lookup.lookup(beneficiary), amount, issuer);
      }
      case AssetsCall.Transfer(AssetId id, MultiAddress target, Balance amount) -> {
        AccountId from = origin.ensureSigned();
        ledger.transferAll(id, from, lookup.lookup(target), amount);
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What metadata tells of the pallet; the deposits are those of the testnet, in planck. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(AssetsCall.PALLET, AssetsCall.PALLET, storage.items(),
        AssetsCall.CODEC, AssetsEvent.CODEC, AssetsError.SHAPE,
        List.of(Constant.of("RemoveItemsLimit", Codecs.U32, 1_000L),
            Constant.of("AssetDeposit", Balance.CODEC, Balance.tnt(10)),
            Constant.of("AssetAccountDeposit", Balance.CODEC, Balance.tnt(10)),
            Constant.of("MetadataDepositBase", Balance.CODEC, Balance.ZERO),
            Constant.of("MetadataDepositPerByte", Balance.CODEC, Balance.ZERO),
            Constant.of("ApprovalDeposit", Balance.CODEC, Balance.of(10_000_000_000L)),
            Constant.of("StringLimit", Codecs.U32, (long) AssetsStorage.STRING_LIMIT)));
  }
}
