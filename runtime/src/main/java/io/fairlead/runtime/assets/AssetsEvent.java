package io.fairlead.runtime.assets;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.Function;

/** The events of Assets. Amounts are in the asset's smallest unit. */
public sealed interface AssetsEvent extends Event {
  /** An asset was made by its owner. */
  record Created(AssetId assetId, AccountId creator, AccountId owner) implements AssetsEvent {}

  /** More of it was made. */
  record Issued(AssetId assetId, AccountId owner, Balance amount) implements AssetsEvent {}

  /** Some of it went from one account to another. */
  record Transferred(AssetId assetId, AccountId from, AccountId to, Balance amount)
      implements AssetsEvent {}

  /** Some of it was destroyed. */
  record Burned(AssetId assetId, AccountId owner, Balance balance) implements AssetsEvent {}

  /** Issuer, admin and freezer changed. */
  record TeamChanged(AssetId assetId, AccountId issuer, AccountId admin, AccountId freezer)
      implements AssetsEvent {}

  /** The owner changed. */
  record OwnerChanged(AssetId assetId, AccountId owner) implements AssetsEvent {}

  /** An account cannot send. */
  record Frozen(AssetId assetId, AccountId who) implements AssetsEvent {}

  /** An account can send again. */
  record Thawed(AssetId assetId, AccountId who) implements AssetsEvent {}

  /** Nobody can send. */
  record AssetFrozen(AssetId assetId) implements AssetsEvent {}

  /** All can send again. */
  record AssetThawed(AssetId assetId) implements AssetsEvent {}

  /** Holdings of an asset that ends were removed. */
  record AccountsDestroyed(AssetId assetId, long accountsDestroyed, long accountsRemaining)
      implements AssetsEvent {}

  /** Approvals of an asset that ends were removed. */
  record ApprovalsDestroyed(AssetId assetId, long approvalsDestroyed, long approvalsRemaining)
      implements AssetsEvent {}

  /** The asset is about to end. */
  record DestructionStarted(AssetId assetId) implements AssetsEvent {}

  /** The asset ended. */
  record Destroyed(AssetId assetId) implements AssetsEvent {}

  /** Root made an asset. */
  record ForceCreated(AssetId assetId, AccountId owner) implements AssetsEvent {}

  /** Name, symbol and decimals were set. */
  record MetadataSet(AssetId assetId, Bytes name, Bytes symbol, int decimals, boolean isFrozen)
      implements AssetsEvent {}

  /** Name, symbol and decimals were removed. */
  record MetadataCleared(AssetId assetId) implements AssetsEvent {}

  /** A delegate may send for an account. */
  record ApprovedTransfer(AssetId assetId, AccountId source, AccountId delegate, Balance amount)
      implements AssetsEvent {}

  /** A delegate may no longer send. */
  record ApprovalCancelled(AssetId assetId, AccountId owner, AccountId delegate)
      implements AssetsEvent {}

  /** A delegate sent for an account. */
  record TransferredApproved(AssetId assetId, AccountId owner, AccountId delegate,
      AccountId destination, Balance amount) implements AssetsEvent {}

  /** Root changed the asset. */
  record AssetStatusChanged(AssetId assetId) implements AssetsEvent {}

  /** The least holding changed. */
  record AssetMinBalanceChanged(AssetId assetId, Balance newMinBalance) implements AssetsEvent {}

  /** A holding was opened with a deposit. */
  record Touched(AssetId assetId, AccountId who, AccountId depositor) implements AssetsEvent {}

  /** An account can neither send nor receive. */
  record Blocked(AssetId assetId, AccountId who) implements AssetsEvent {}

  /** Some was put into an account. */
  record Deposited(AssetId assetId, AccountId who, Balance amount) implements AssetsEvent {}

  /** Some was taken out of an account. */
  record Withdrawn(AssetId assetId, AccountId who, Balance amount) implements AssetsEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<AssetsEvent> CODEC = codec();

  private static <E> Fields.Field<E, AssetId> id(Function<E, AssetId> get) {
    return field("asset_id", get, AssetId.CODEC, "T::AssetId");
  }

  private static <E> Fields.Field<E, AccountId> who(String name, Function<E, AccountId> get) {
    return field(name, get, AccountId.CODEC, "T::AccountId");
  }

  private static <E> Fields.Field<E, Balance> amount(String name, Function<E, Balance> get) {
    return field(name, get, Balance.CODEC, "T::Balance");
  }

  private static EnumCodec<AssetsEvent> codec() {
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    return Codecs.enumOf("pallet_assets::pallet::Event",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(0, "Created", Created.class,
            Fields.of(Created::new, id(Created::assetId), who("creator", Created::creator),
                who("owner", Created::owner))),
        variant(1, "Issued", Issued.class,
            Fields.of(Issued::new, id(Issued::assetId), who("owner", Issued::owner),
                amount("amount", Issued::amount))),
        variant(2, "Transferred", Transferred.class,
            Fields.of(Transferred::new, id(Transferred::assetId), who("from", Transferred::from),
                who("to", Transferred::to), amount("amount", Transferred::amount))),
        variant(3, "Burned", Burned.class,
            Fields.of(Burned::new, id(Burned::assetId), who("owner", Burned::owner),
                amount("balance", Burned::balance))),
        variant(4, "TeamChanged", TeamChanged.class,
            Fields.of(TeamChanged::new, id(TeamChanged::assetId),
                who("issuer", TeamChanged::issuer), who("admin", TeamChanged::admin),
                who("freezer", TeamChanged::freezer))),
        variant(5, "OwnerChanged", OwnerChanged.class,
            Fields.of(OwnerChanged::new, id(OwnerChanged::assetId),
                who("owner", OwnerChanged::owner))),
        variant(6, "Frozen", Frozen.class,
            Fields.of(Frozen::new, id(Frozen::assetId), who("who", Frozen::who))),
        variant(7, "Thawed", Thawed.class,
            Fields.of(Thawed::new, id(Thawed::assetId), who("who", Thawed::who))),
        variant(8, "AssetFrozen", AssetFrozen.class,
            Fields.of(AssetFrozen::new, id(AssetFrozen::assetId))),
        variant(9, "AssetThawed", AssetThawed.class,
            Fields.of(AssetThawed::new, id(AssetThawed::assetId))),
        variant(10, "AccountsDestroyed", AccountsDestroyed.class, Fields.of(AccountsDestroyed::new,
            id(AccountsDestroyed::assetId),
            field("accounts_destroyed", AccountsDestroyed::accountsDestroyed, Codecs.U32, "u32"),
            field("accounts_remaining", AccountsDestroyed::accountsRemaining, Codecs.U32, "u32"))),
        variant(11, "ApprovalsDestroyed", ApprovalsDestroyed.class, Fields.of(
            ApprovalsDestroyed::new, id(ApprovalsDestroyed::assetId),
            field("approvals_destroyed", ApprovalsDestroyed::approvalsDestroyed, Codecs.U32, "u32"),
            field("approvals_remaining", ApprovalsDestroyed::approvalsRemaining, Codecs.U32,
                "u32"))),
        variant(12, "DestructionStarted", DestructionStarted.class,
            Fields.of(DestructionStarted::new, id(DestructionStarted::assetId))),
        variant(13, "Destroyed", Destroyed.class,
            Fields.of(Destroyed::new, id(Destroyed::assetId))),
        variant(14, "ForceCreated", ForceCreated.class,
            Fields.of(ForceCreated::new, id(ForceCreated::assetId),
                who("owner", ForceCreated::owner))),
        variant(15, "MetadataSet", MetadataSet.class,
            Fields.of(MetadataSet::new, id(MetadataSet::assetId),
                field("name", MetadataSet::name, bytes, "Vec<u8>"),
                field("symbol", MetadataSet::symbol, bytes, "Vec<u8>"),
                field("decimals", MetadataSet::decimals, Codecs.U8, "u8"),
                field("is_frozen", MetadataSet::isFrozen, Codecs.BOOL, "bool"))),
        variant(16, "MetadataCleared", MetadataCleared.class,
            Fields.of(MetadataCleared::new, id(MetadataCleared::assetId))),
        variant(17, "ApprovedTransfer", ApprovedTransfer.class,
            Fields.of(ApprovedTransfer::new, id(ApprovedTransfer::assetId),
                who("source", ApprovedTransfer::source),
                who("delegate", ApprovedTransfer::delegate),
                amount("amount", ApprovedTransfer::amount))),
        variant(18, "ApprovalCancelled", ApprovalCancelled.class,
            Fields.of(ApprovalCancelled::new, id(ApprovalCancelled::assetId),
                who("owner", ApprovalCancelled::owner),
                who("delegate", ApprovalCancelled::delegate))),
        variant(19, "TransferredApproved", TransferredApproved.class,
            Fields.of(TransferredApproved::new, id(TransferredApproved::assetId),
                who("owner", TransferredApproved::owner),
                who("delegate", TransferredApproved::delegate),
                who("destination", TransferredApproved::destination),
                amount("amount", TransferredApproved::amount))),
        variant(20, "AssetStatusChanged", AssetStatusChanged.class,
            Fields.of(AssetStatusChanged::new, id(AssetStatusChanged::assetId))),
        variant(21, "AssetMinBalanceChanged", AssetMinBalanceChanged.class,
            Fields.of(AssetMinBalanceChanged::new, id(AssetMinBalanceChanged::assetId),
                amount("new_min_balance", AssetMinBalanceChanged::newMinBalance))),
        variant(22, "Touched", Touched.class,
            Fields.of(Touched::new, id(Touched::assetId), who("who", Touched::who),
                who("depositor", Touched::depositor))),
        variant(23, "Blocked", Blocked.class,
            Fields.of(Blocked::new, id(Blocked::assetId), who("who", Blocked::who))),
        variant(24, "Deposited", Deposited.class,
            Fields.of(Deposited::new, id(Deposited::assetId), who("who", Deposited::who),
                amount("amount", Deposited::amount))),
        variant(25, "Withdrawn", Withdrawn.class, Fields.of(Withdrawn::new, id(Withdrawn::assetId),
            who("who", Withdrawn::who), amount("amount", Withdrawn::amount))));
  }

  @Override
  default String pallet() {
    return AssetsCall.PALLET;
  }
}
