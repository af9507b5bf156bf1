package io.fairlead.runtime.assets;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.assets.AssetsCall.ApproveTransfer;
import io.fairlead.runtime.assets.AssetsCall.Block;
import io.fairlead.runtime.assets.AssetsCall.Burn;
import io.fairlead.runtime.assets.AssetsCall.CancelApproval;
import io.fairlead.runtime.assets.AssetsCall.ClearMetadata;
import io.fairlead.runtime.assets.AssetsCall.Create;
import io.fairlead.runtime.assets.AssetsCall.DestroyAccounts;
import io.fairlead.runtime.assets.AssetsCall.DestroyApprovals;
import io.fairlead.runtime.assets.AssetsCall.FinishDestroy;
import io.fairlead.runtime.assets.AssetsCall.ForceAssetStatus;
import io.fairlead.runtime.assets.AssetsCall.ForceCancelApproval;
import io.fairlead.runtime.assets.AssetsCall.ForceClearMetadata;
import io.fairlead.runtime.assets.AssetsCall.ForceCreate;
import io.fairlead.runtime.assets.AssetsCall.ForceSetMetadata;
import io.fairlead.runtime.assets.AssetsCall.ForceTransfer;
import io.fairlead.runtime.assets.AssetsCall.Freeze;
import io.fairlead.runtime.assets.AssetsCall.FreezeAsset;
import io.fairlead.runtime.assets.AssetsCall.Mint;
import io.fairlead.runtime.assets.AssetsCall.Refund;
import io.fairlead.runtime.assets.AssetsCall.RefundOther;
import io.fairlead.runtime.assets.AssetsCall.SetMetadata;
import io.fairlead.runtime.assets.AssetsCall.SetMinBalance;
import io.fairlead.runtime.assets.AssetsCall.SetTeam;
import io.fairlead.runtime.assets.AssetsCall.StartDestroy;
import io.fairlead.runtime.assets.AssetsCall.Thaw;
import io.fairlead.runtime.assets.AssetsCall.ThawAsset;
import io.fairlead.runtime.assets.AssetsCall.Touch;
import io.fairlead.runtime.assets.AssetsCall.TouchOther;
import io.fairlead.runtime.assets.AssetsCall.Transfer;
import io.fairlead.runtime.assets.AssetsCall.TransferApproved;
import io.fairlead.runtime.assets.AssetsCall.TransferKeepAlive;
import io.fairlead.runtime.assets.AssetsCall.TransferOwnership;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.Function;

/** The calls of Assets as bytes. Ids are compact; amounts too, but two. */
final class AssetsCallCodec {
  private AssetsCallCodec() {}

  private static <C> Fields.Field<C, AssetId> id(Function<C, AssetId> get) {
    return field("id", get, AssetId.COMPACT, "T::AssetIdParameter");
  }

  private static <C> Fields.Field<C, MultiAddress> address(String name,
      Function<C, MultiAddress> get) {
    return field(name, get, MultiAddress.CODEC, "AccountIdLookupOf<T>");
  }

  private static <C> Fields.Field<C, Balance> amount(String name, Function<C, Balance> get) {
    return field(name, get, Balance.COMPACT, "T::Balance");
  }

  private static <C> Fields.Field<C, Balance> plain(String name, Function<C, Balance> get) {
    return field(name, get, Balance.CODEC, "T::Balance");
  }

  private static <C> Fields.Field<C, Boolean> flag(String name, Function<C, Boolean> get) {
    return field(name, get, Codecs.BOOL, "bool");
  }

  private static <C> Fields.Field<C, Bytes> bytes(String name, Function<C, Bytes> get) {
    return field(name, get, Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>");
  }

  private static <C> Fields.Field<C, Integer> byteOf(String name, Function<C, Integer> get) {
    return field(name, get, Codecs.U8, "u8");
  }

  static EnumCodec<AssetsCall> codec() {
    return Codecs.enumOf("pallet_assets::pallet::Call",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(0, "create", Create.class,
            Fields.of(Create::new, id(Create::id), address("admin", Create::admin),
                plain("min_balance", Create::minBalance))),
        variant(1, "force_create", ForceCreate.class,
            Fields.of(ForceCreate::new, id(ForceCreate::id), address("owner", ForceCreate::owner),
                flag("is_sufficient", ForceCreate::isSufficient),
                amount("min_balance", ForceCreate::minBalance))),
        variant(2, "start_destroy", StartDestroy.class,
            Fields.of(StartDestroy::new, id(StartDestroy::id))),
        variant(3, "destroy_accounts", DestroyAccounts.class,
            Fields.of(DestroyAccounts::new, id(DestroyAccounts::id))),
        variant(4, "destroy_approvals", DestroyApprovals.class,
            Fields.of(DestroyApprovals::new, id(DestroyApprovals::id))),
        variant(5, "finish_destroy", FinishDestroy.class,
            Fields.of(FinishDestroy::new, id(FinishDestroy::id))),
        variant(6, "mint", Mint.class,
            Fields.of(Mint::new, id(Mint::id), address("beneficiary", Mint::beneficiary),
                amount("amount", Mint::amount))),
        variant(7, "burn", Burn.class,
            Fields.of(Burn::new, id(Burn::id), address("who", Burn::who),
                amount("amount", Burn::amount))),
        variant(8, "transfer", Transfer.class,
            Fields.of(Transfer::new, id(Transfer::id), address("target", Transfer::target),
                amount("amount", Transfer::amount))),
        variant(9, "transfer_keep_alive", TransferKeepAlive.class,
            Fields.of(TransferKeepAlive::new, id(TransferKeepAlive::id),
                address("target", TransferKeepAlive::target),
                amount("amount", TransferKeepAlive::amount))),
        variant(10, "force_transfer", ForceTransfer.class,
            Fields.of(ForceTransfer::new, id(ForceTransfer::id),
                address("source", ForceTransfer::source), address("dest", ForceTransfer::dest),
                amount("amount", ForceTransfer::amount))),
        variant(11, "freeze", Freeze.class,
            Fields.of(Freeze::new, id(Freeze::id), address("who", Freeze::who))),
        variant(12, "thaw", Thaw.class,
            Fields.of(Thaw::new, id(Thaw::id), address("who", Thaw::who))),
        variant(13, "freeze_asset", FreezeAsset.class,
            Fields.of(FreezeAsset::new, id(FreezeAsset::id))),
        variant(14, "thaw_asset", ThawAsset.class,
            Fields.of(ThawAsset::new, id(ThawAsset::id))),
        variant(15, "transfer_ownership", TransferOwnership.class,
            Fields.of(TransferOwnership::new, id(TransferOwnership::id),
                address("owner", TransferOwnership::owner))),
        variant(16, "set_team", SetTeam.class,
            Fields.of(SetTeam::new, id(SetTeam::id), address("issuer", SetTeam::issuer),
                address("admin", SetTeam::admin), address("freezer", SetTeam::freezer))),
        variant(17, "set_metadata", SetMetadata.class,
            Fields.of(SetMetadata::new, id(SetMetadata::id), bytes("name", SetMetadata::name),
                bytes("symbol", SetMetadata::symbol), byteOf("decimals", SetMetadata::decimals))),
        variant(18, "clear_metadata", ClearMetadata.class,
            Fields.of(ClearMetadata::new, id(ClearMetadata::id))),
        variant(19, "force_set_metadata", ForceSetMetadata.class,
            Fields.of(ForceSetMetadata::new, id(ForceSetMetadata::id),
                bytes("name", ForceSetMetadata::name), bytes("symbol", ForceSetMetadata::symbol),
                byteOf("decimals", ForceSetMetadata::decimals),
                flag("is_frozen", ForceSetMetadata::isFrozen))),
        variant(20, "force_clear_metadata", ForceClearMetadata.class,
            Fields.of(ForceClearMetadata::new, id(ForceClearMetadata::id))),
        variant(21, "force_asset_status", ForceAssetStatus.class,
            Fields.of(ForceAssetStatus::new, id(ForceAssetStatus::id),
                address("owner", ForceAssetStatus::owner),
                address("issuer", ForceAssetStatus::issuer),
                address("admin", ForceAssetStatus::admin),
                address("freezer", ForceAssetStatus::freezer),
                amount("min_balance", ForceAssetStatus::minBalance),
                flag("is_sufficient", ForceAssetStatus::isSufficient),
                flag("is_frozen", ForceAssetStatus::isFrozen))),
        variant(22, "approve_transfer", ApproveTransfer.class,
            Fields.of(ApproveTransfer::new, id(ApproveTransfer::id),
                address("delegate", ApproveTransfer::delegate),
                amount("amount", ApproveTransfer::amount))),
        variant(23, "cancel_approval", CancelApproval.class,
            Fields.of(CancelApproval::new, id(CancelApproval::id),
                address("delegate", CancelApproval::delegate))),
        variant(24, "force_cancel_approval", ForceCancelApproval.class,
            Fields.of(ForceCancelApproval::new, id(ForceCancelApproval::id),
                address("owner", ForceCancelApproval::owner),
                address("delegate", ForceCancelApproval::delegate))),
        variant(25, "transfer_approved", TransferApproved.class,
            Fields.of(TransferApproved::new, id(TransferApproved::id),
                address("owner", TransferApproved::owner),
                address("destination", TransferApproved::destination),
                amount("amount", TransferApproved::amount))),
        variant(26, "touch", Touch.class,
            Fields.of(Touch::new, id(Touch::id))),
        variant(27, "refund", Refund.class,
            Fields.of(Refund::new, id(Refund::id), flag("allow_burn", Refund::allowBurn))),
        variant(28, "set_min_balance", SetMinBalance.class,
            Fields.of(SetMinBalance::new, id(SetMinBalance::id),
                plain("min_balance", SetMinBalance::minBalance))),
        variant(29, "touch_other", TouchOther.class,
            Fields.of(TouchOther::new, id(TouchOther::id), address("who", TouchOther::who))),
        variant(30, "refund_other", RefundOther.class,
            Fields.of(RefundOther::new, id(RefundOther::id), address("who", RefundOther::who))),
        variant(31, "block", Block.class,
            Fields.of(Block::new, id(Block::id), address("who", Block::who))));
  }
}
