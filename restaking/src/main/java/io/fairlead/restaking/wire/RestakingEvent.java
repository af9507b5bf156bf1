package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * The events of MultiAssetDelegation. Amounts are in the asset's smallest unit, rounds and eras u32,
 * service and blueprint ids u64.
 */
public sealed interface RestakingEvent extends Event {
  /** {@code Vec<u8>}. */
  Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  /** {@code who} is an operator now. */
  record OperatorJoined(AccountId who) implements RestakingEvent {}

  /** {@code who} wants to leave. */
  record OperatorLeavingScheduled(AccountId who) implements RestakingEvent {}

  /** {@code who} stays. */
  record OperatorLeaveCancelled(AccountId who) implements RestakingEvent {}

  /** {@code who} is an operator no more. */
  record OperatorLeaveExecuted(AccountId who) implements RestakingEvent {}

  /** {@code who} bonded so many planck more. */
  record OperatorBondMore(AccountId who, Balance additionalBond) implements RestakingEvent {}

  /** {@code who} wants so many planck of stake back. */
  record OperatorBondLessScheduled(AccountId who, Balance unstakeAmount)
      implements RestakingEvent {}

  /** {@code who} got its stake back. */
  record OperatorBondLessExecuted(AccountId who) implements RestakingEvent {}

  /** {@code who} leaves its stake where it is. */
  record OperatorBondLessCancelled(AccountId who) implements RestakingEvent {}

  /** {@code who} takes no delegations. */
  record OperatorWentOffline(AccountId who) implements RestakingEvent {}

  /** {@code who} takes delegations again. */
  record OperatorWentOnline(AccountId who) implements RestakingEvent {}

  /** So much of an asset was deposited. */
  record Deposited(AccountId who, Balance amount, Asset asset) implements RestakingEvent {}

  /** So much of a deposit is wanted back in round {@code when}. */
  record ScheduledWithdraw(AccountId who, Balance amount, Asset asset, long when)
      implements RestakingEvent {}

  /** The ripe withdraw requests of {@code who} were paid. */
  record ExecutedWithdraw(AccountId who) implements RestakingEvent {}

  /** A withdraw request was taken back. */
  record CancelledWithdraw(AccountId who, Asset asset, Balance amount) implements RestakingEvent {}

  /** So much of an asset was delegated; the chain tells it twice. */
  record Delegated(AccountId who, AccountId operator, Balance amount, Asset asset)
      implements RestakingEvent {}

  /** So much of a delegation ends in round {@code when}. */
  record DelegatorUnstakeScheduled(AccountId who, AccountId operator, Asset asset, Balance amount,
      long when) implements RestakingEvent {}

  /** So much of a delegation ended. */
  record DelegatorUnstakeExecuted(AccountId who, AccountId operator, Asset asset, Balance amount)
      implements RestakingEvent {}

  /** An unstake request was taken back. */
  record DelegatorUnstakeCancelled(AccountId who, AccountId operator, Asset asset, Balance amount)
      implements RestakingEvent {}

  /** So many planck were cut from an operator's stake. */
  record OperatorSlashed(AccountId operator, Balance amount, long serviceId, long blueprintId,
      long era) implements RestakingEvent {}

  /** So much was cut from a delegation. */
  record DelegatorSlashed(AccountId delegator, Balance amount, Asset asset, long serviceId,
      long blueprintId, long era) implements RestakingEvent {}

  /** Never emitted. */
  record NominatedSlash(AccountId delegator, AccountId operator, Balance amount, long serviceId,
      long blueprintId, long era) implements RestakingEvent {}

  /** A contract call reverted. */
  record EvmReverted(EvmAddress from, EvmAddress to, Bytes data, Bytes reason)
      implements RestakingEvent {}

  /** So many planck of a nomination were restaked. */
  record NominationDelegated(AccountId who, AccountId operator, Balance amount)
      implements RestakingEvent {}

  /** So much of a restaked nomination ends in round {@code when}. */
  record NominationUnstakeScheduled(AccountId who, AccountId operator, Balance amount, long when)
      implements RestakingEvent {}

  /** So much of a restaked nomination ended. */
  record NominationUnstakeExecuted(AccountId who, AccountId operator, Balance amount)
      implements RestakingEvent {}

  /** The request to end a restaked nomination was taken back. */
  record NominationUnstakeCancelled(AccountId who, AccountId operator, Balance amount)
      implements RestakingEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<RestakingEvent> CODEC = Codecs.enumOf("pallet_multi_asset_delegation::pallet::Event",
      List.of(Shape.skipped("T")),
      variant(0, "OperatorJoined", OperatorJoined.class,
          Fields.of(OperatorJoined::new,
              field("who", OperatorJoined::who, AccountId.CODEC, "T::AccountId"))),
      variant(1, "OperatorLeavingScheduled", OperatorLeavingScheduled.class,
          Fields.of(OperatorLeavingScheduled::new,
              field("who", OperatorLeavingScheduled::who, AccountId.CODEC, "T::AccountId"))),
      variant(2, "OperatorLeaveCancelled", OperatorLeaveCancelled.class,
          Fields.of(OperatorLeaveCancelled::new,
              field("who", OperatorLeaveCancelled::who, AccountId.CODEC, "T::AccountId"))),
      variant(3, "OperatorLeaveExecuted", OperatorLeaveExecuted.class,
          Fields.of(OperatorLeaveExecuted::new,
              field("who", OperatorLeaveExecuted::who, AccountId.CODEC, "T::AccountId"))),
      variant(4, "OperatorBondMore", OperatorBondMore.class,
          Fields.of(OperatorBondMore::new,
              field("who", OperatorBondMore::who, AccountId.CODEC, "T::AccountId"),
              field("additional_bond", OperatorBondMore::additionalBond, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(5, "OperatorBondLessScheduled", OperatorBondLessScheduled.class,
          Fields.of(OperatorBondLessScheduled::new,
              field("who", OperatorBondLessScheduled::who, AccountId.CODEC, "T::AccountId"),
              field("unstake_amount", OperatorBondLessScheduled::unstakeAmount, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(6, "OperatorBondLessExecuted", OperatorBondLessExecuted.class,
          Fields.of(OperatorBondLessExecuted::new,
              field("who", OperatorBondLessExecuted::who, AccountId.CODEC, "T::AccountId"))),
      variant(7, "OperatorBondLessCancelled", OperatorBondLessCancelled.class,
          Fields.of(OperatorBondLessCancelled::new,
              field("who", OperatorBondLessCancelled::who, AccountId.CODEC, "T::AccountId"))),
      variant(8, "OperatorWentOffline", OperatorWentOffline.class,
          Fields.of(OperatorWentOffline::new,
              field("who", OperatorWentOffline::who, AccountId.CODEC, "T::AccountId"))),
      variant(9, "OperatorWentOnline", OperatorWentOnline.class,
          Fields.of(OperatorWentOnline::new,
              field("who", OperatorWentOnline::who, AccountId.CODEC, "T::AccountId"))),
      variant(10, "Deposited", Deposited.class,
          Fields.of(Deposited::new,
              field("who", Deposited::who, AccountId.CODEC, "T::AccountId"),
              field("amount", Deposited::amount, Balance.CODEC, "BalanceOf<T>"),
              field("asset", Deposited::asset, Asset.CODEC, "Asset<T::AssetId>"))),
      variant(11, "ScheduledWithdraw", ScheduledWithdraw.class,
          Fields.of(ScheduledWithdraw::new,
              field("who", ScheduledWithdraw::who, AccountId.CODEC, "T::AccountId"),
              field("amount", ScheduledWithdraw::amount, Balance.CODEC, "BalanceOf<T>"),
              field("asset", ScheduledWithdraw::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("when", ScheduledWithdraw::when, Codecs.U32, "RoundIndex"))),
      variant(12, "ExecutedWithdraw", ExecutedWithdraw.class,
          Fields.of(ExecutedWithdraw::new,
              field("who", ExecutedWithdraw::who, AccountId.CODEC, "T::AccountId"))),
      variant(13, "CancelledWithdraw", CancelledWithdraw.class,
          Fields.of(CancelledWithdraw::new,
              field("who", CancelledWithdraw::who, AccountId.CODEC, "T::AccountId"),
              field("asset", CancelledWithdraw::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", CancelledWithdraw::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(14, "Delegated", Delegated.class,
          Fields.of(Delegated::new,
              field("who", Delegated::who, AccountId.CODEC, "T::AccountId"),
              field("operator", Delegated::operator, AccountId.CODEC, "T::AccountId"),
              field("amount", Delegated::amount, Balance.CODEC, "BalanceOf<T>"),
              field("asset", Delegated::asset, Asset.CODEC, "Asset<T::AssetId>"))),
      variant(15, "DelegatorUnstakeScheduled", DelegatorUnstakeScheduled.class,
          Fields.of(DelegatorUnstakeScheduled::new,
              field("who", DelegatorUnstakeScheduled::who, AccountId.CODEC, "T::AccountId"),
              field("operator", DelegatorUnstakeScheduled::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("asset", DelegatorUnstakeScheduled::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", DelegatorUnstakeScheduled::amount, Balance.CODEC, "BalanceOf<T>"),
              field("when", DelegatorUnstakeScheduled::when, Codecs.U32, "RoundIndex"))),
      variant(16, "DelegatorUnstakeExecuted", DelegatorUnstakeExecuted.class,
          Fields.of(DelegatorUnstakeExecuted::new,
              field("who", DelegatorUnstakeExecuted::who, AccountId.CODEC, "T::AccountId"),
              field("operator", DelegatorUnstakeExecuted::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("asset", DelegatorUnstakeExecuted::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", DelegatorUnstakeExecuted::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(17, "DelegatorUnstakeCancelled", DelegatorUnstakeCancelled.class,
          Fields.of(DelegatorUnstakeCancelled::new,
              field("who", DelegatorUnstakeCancelled::who, AccountId.CODEC, "T::AccountId"),
              field("operator", DelegatorUnstakeCancelled::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("asset", DelegatorUnstakeCancelled::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", DelegatorUnstakeCancelled::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(18, "OperatorSlashed", OperatorSlashed.class,
          Fields.of(OperatorSlashed::new,
              field("operator", OperatorSlashed::operator, AccountId.CODEC, "T::AccountId"),
              field("amount", OperatorSlashed::amount, Balance.CODEC, "BalanceOf<T>"),
              field("service_id", OperatorSlashed::serviceId, Codecs.U64, "u64"),
              field("blueprint_id", OperatorSlashed::blueprintId, Codecs.U64, "u64"),
              field("era", OperatorSlashed::era, Codecs.U32, "u32"))),
      variant(19, "DelegatorSlashed", DelegatorSlashed.class,
          Fields.of(DelegatorSlashed::new,
              field("delegator", DelegatorSlashed::delegator, AccountId.CODEC, "T::AccountId"),
              field("amount", DelegatorSlashed::amount, Balance.CODEC, "BalanceOf<T>"),
              field("asset", DelegatorSlashed::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("service_id", DelegatorSlashed::serviceId, Codecs.U64, "u64"),
              field("blueprint_id", DelegatorSlashed::blueprintId, Codecs.U64, "u64"),
              field("era", DelegatorSlashed::era, Codecs.U32, "u32"))),
      variant(20, "NominatedSlash", NominatedSlash.class,
          Fields.of(NominatedSlash::new,
              field("delegator", NominatedSlash::delegator, AccountId.CODEC, "T::AccountId"),
              field("operator", NominatedSlash::operator, AccountId.CODEC, "T::AccountId"),
              field("amount", NominatedSlash::amount, Balance.CODEC, "BalanceOf<T>"),
              field("service_id", NominatedSlash::serviceId, Codecs.U64, "u64"),
              field("blueprint_id", NominatedSlash::blueprintId, Codecs.U64, "u64"),
              field("era", NominatedSlash::era, Codecs.U32, "u32"))),
      variant(21, "EvmReverted", EvmReverted.class,
          Fields.of(EvmReverted::new,
              field("from", EvmReverted::from, EvmAddress.CODEC, "H160"),
              field("to", EvmReverted::to, EvmAddress.CODEC, "H160"),
              field("data", EvmReverted::data, BYTES, "Vec<u8>"),
              field("reason", EvmReverted::reason, BYTES, "Vec<u8>"))),
      variant(22, "NominationDelegated", NominationDelegated.class,
          Fields.of(NominationDelegated::new,
              field("who", NominationDelegated::who, AccountId.CODEC, "T::AccountId"),
              field("operator", NominationDelegated::operator, AccountId.CODEC, "T::AccountId"),
              field("amount", NominationDelegated::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(23, "NominationUnstakeScheduled", NominationUnstakeScheduled.class,
          Fields.of(NominationUnstakeScheduled::new,
              field("who", NominationUnstakeScheduled::who, AccountId.CODEC, "T::AccountId"),
              field("operator", NominationUnstakeScheduled::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("amount", NominationUnstakeScheduled::amount, Balance.CODEC, "BalanceOf<T>"),
              field("when", NominationUnstakeScheduled::when, Codecs.U32, "RoundIndex"))),
      variant(24, "NominationUnstakeExecuted", NominationUnstakeExecuted.class,
          Fields.of(NominationUnstakeExecuted::new,
              field("who", NominationUnstakeExecuted::who, AccountId.CODEC, "T::AccountId"),
              field("operator", NominationUnstakeExecuted::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("amount", NominationUnstakeExecuted::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(25, "NominationUnstakeCancelled", NominationUnstakeCancelled.class,
          Fields.of(NominationUnstakeCancelled::new,
              field("who", NominationUnstakeCancelled::who, AccountId.CODEC, "T::AccountId"),
              field("operator", NominationUnstakeCancelled::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("amount", NominationUnstakeCancelled::amount, Balance.CODEC, "BalanceOf<T>"))));

  @Override
  default String pallet() {
    return RestakingCall.PALLET;
  }
}
