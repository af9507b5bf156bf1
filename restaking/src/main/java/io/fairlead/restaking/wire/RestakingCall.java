package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of MultiAssetDelegation. Amounts are not compact, accounts have no address form. */
public sealed interface RestakingCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "MultiAssetDelegation";

  /** A call that its signer makes for itself. */
  sealed interface OfSigner extends RestakingCall {}

  /** Becomes an operator with a bond of so many planck. */
  record JoinOperators(Balance bondAmount) implements OfSigner {}

  /** Wants to stop being an operator. */
  record ScheduleLeaveOperators() implements OfSigner {}

  /** Stays an operator after all. */
  record CancelLeaveOperators() implements OfSigner {}

  /** Leaves with the whole stake. */
  record ExecuteLeaveOperators() implements OfSigner {}

  /** Bonds so many planck more. */
  record OperatorBondMore(Balance additionalBond) implements OfSigner {}

  /** Wants so many planck of the stake back. */
  record ScheduleOperatorUnstake(Balance unstakeAmount) implements OfSigner {}

  /** Takes back what was wanted. */
  record ExecuteOperatorUnstake() implements OfSigner {}

  /** Wants nothing of the stake back after all. */
  record CancelOperatorUnstake() implements OfSigner {}

  /** Takes no more delegations. */
  record GoOffline() implements OfSigner {}

  /** Takes delegations again. */
  record GoOnline() implements OfSigner {}

  /**
   * Deposits an asset, to delegate it.
   *
   * @param amount in the asset's smallest unit
   * @param evmAddress the EVM account that is meant; null: the signer
   * @param lockMultiplier how long the deposit stays locked; null: not at all
   */
  record Deposit(Asset asset, Balance amount, @Nullable EvmAddress evmAddress,
      @Nullable LockMultiplier lockMultiplier) implements RestakingCall {}

  /** Wants so much of a deposit back, in the asset's smallest unit. */
  record ScheduleWithdraw(Asset asset, Balance amount) implements OfSigner {}

  /**
   * Takes back what was wanted long enough ago.
   *
   * @param evmAddress the EVM account whose requests are meant; null: the signer's
   */
  record ExecuteWithdraw(@Nullable EvmAddress evmAddress) implements RestakingCall {}

  /** Takes the request for exactly so much back. */
  record CancelWithdraw(Asset asset, Balance amount) implements OfSigner {}

  /**
   * Delegates a part of a deposit to an operator.
   *
   * @param amount in the asset's smallest unit
   */
  record Delegate(AccountId operator, Asset asset, Balance amount,
      BlueprintSelection blueprintSelection) implements OfSigner {}

  /** Wants to end so much of a delegation, in the asset's smallest unit. */
  record ScheduleDelegatorUnstake(AccountId operator, Asset asset, Balance amount)
      implements OfSigner {}

  /** Ends what was wanted long enough ago. */
  record ExecuteDelegatorUnstake() implements OfSigner {}

  /** Takes the request for exactly so much back. */
  record CancelDelegatorUnstake(AccountId operator, Asset asset, Balance amount)
      implements OfSigner {}

  /** Restakes so many planck of what the signer has bonded in Staking. */
  record DelegateNomination(AccountId operator, Balance amount,
      BlueprintSelection blueprintSelection) implements OfSigner {}

  /**
   * Wants to end so many planck of a restaked nomination.
   *
   * @param blueprintSelection goes into the request and has no effect
   */
  record ScheduleNominationUnstake(AccountId operator, Balance amount,
      BlueprintSelection blueprintSelection) implements OfSigner {}

  /** Ends what the oldest request for the operator wanted. */
  record ExecuteNominationUnstake(AccountId operator) implements OfSigner {}

  /** Takes the oldest request for the operator back. */
  record CancelNominationUnstake(AccountId operator) implements OfSigner {}

  /** Lets each delegation of the signer bear slashes of one more blueprint, u64. */
  record AddBlueprintId(long blueprintId) implements OfSigner {}

  /** Takes a blueprint, u64, out of the selection of each delegation of the signer. */
  record RemoveBlueprintId(long blueprintId) implements OfSigner {}

  /** One byte of index, then the arguments. */
  EnumCodec<RestakingCall> CODEC = Codecs.enumOf("pallet_multi_asset_delegation::pallet::Call",
      List.of(Shape.skipped("T")),
      variant(0, "join_operators", JoinOperators.class,
          Fields.of(JoinOperators::new,
              field("bond_amount", JoinOperators::bondAmount, Balance.CODEC, "BalanceOf<T>"))),
      variant(1, "schedule_leave_operators", ScheduleLeaveOperators.class,
          new ScheduleLeaveOperators()),
      variant(2, "cancel_leave_operators", CancelLeaveOperators.class, new CancelLeaveOperators()),
      variant(3, "execute_leave_operators", ExecuteLeaveOperators.class,
          new ExecuteLeaveOperators()),
      variant(4, "operator_bond_more", OperatorBondMore.class,
          Fields.of(OperatorBondMore::new,
              field("additional_bond", OperatorBondMore::additionalBond, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(5, "schedule_operator_unstake", ScheduleOperatorUnstake.class,
          Fields.of(ScheduleOperatorUnstake::new,
              field("unstake_amount", ScheduleOperatorUnstake::unstakeAmount, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(6, "execute_operator_unstake", ExecuteOperatorUnstake.class,
          new ExecuteOperatorUnstake()),
      variant(7, "cancel_operator_unstake", CancelOperatorUnstake.class,
          new CancelOperatorUnstake()),
      variant(8, "go_offline", GoOffline.class, new GoOffline()),
      variant(9, "go_online", GoOnline.class, new GoOnline()),
      variant(10, "deposit", Deposit.class,
          Fields.of(Deposit::new,
              field("asset", Deposit::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", Deposit::amount, Balance.CODEC, "BalanceOf<T>"),
              field("evm_address", Deposit::evmAddress, Codecs.option(EvmAddress.CODEC),
                  "Option<H160>"),
              field("lock_multiplier", Deposit::lockMultiplier,
                  Codecs.option(LockMultiplier.CODEC), "Option<LockMultiplier>"))),
      variant(11, "schedule_withdraw", ScheduleWithdraw.class,
          Fields.of(ScheduleWithdraw::new,
              field("asset", ScheduleWithdraw::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", ScheduleWithdraw::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(12, "execute_withdraw", ExecuteWithdraw.class,
          Fields.of(ExecuteWithdraw::new,
              field("evm_address", ExecuteWithdraw::evmAddress, Codecs.option(EvmAddress.CODEC),
                  "Option<H160>"))),
      variant(13, "cancel_withdraw", CancelWithdraw.class,
          Fields.of(CancelWithdraw::new,
              field("asset", CancelWithdraw::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", CancelWithdraw::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(14, "delegate", Delegate.class,
          Fields.of(Delegate::new,
              field("operator", Delegate::operator, AccountId.CODEC, "T::AccountId"),
              field("asset", Delegate::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", Delegate::amount, Balance.CODEC, "BalanceOf<T>"),
              field("blueprint_selection", Delegate::blueprintSelection, BlueprintSelection.CODEC,
                  "DelegatorBlueprintSelection<T::MaxDelegatorBlueprints>"))),
      variant(15, "schedule_delegator_unstake", ScheduleDelegatorUnstake.class,
          Fields.of(ScheduleDelegatorUnstake::new,
              field("operator", ScheduleDelegatorUnstake::operator, AccountId.CODEC,
                  "T::AccountId"),
              field("asset", ScheduleDelegatorUnstake::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", ScheduleDelegatorUnstake::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(16, "execute_delegator_unstake", ExecuteDelegatorUnstake.class,
          new ExecuteDelegatorUnstake()),
      variant(17, "cancel_delegator_unstake", CancelDelegatorUnstake.class,
          Fields.of(CancelDelegatorUnstake::new,
              field("operator", CancelDelegatorUnstake::operator, AccountId.CODEC, "T::AccountId"),
              field("asset", CancelDelegatorUnstake::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", CancelDelegatorUnstake::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(18, "delegate_nomination", DelegateNomination.class, Fields.of(
          DelegateNomination::new,
          field("operator", DelegateNomination::operator, AccountId.CODEC, "T::AccountId"),
          field("amount", DelegateNomination::amount, Balance.CODEC, "BalanceOf<T>"),
          field("blueprint_selection", DelegateNomination::blueprintSelection,
              BlueprintSelection.CODEC, "DelegatorBlueprintSelection<T::MaxDelegatorBlueprints>"))),
      variant(19, "schedule_nomination_unstake", ScheduleNominationUnstake.class, Fields.of(
          ScheduleNominationUnstake::new,
          field("operator", ScheduleNominationUnstake::operator, AccountId.CODEC, "T::AccountId"),
          field("amount", ScheduleNominationUnstake::amount, Balance.CODEC, "BalanceOf<T>"),
          field("blueprint_selection", ScheduleNominationUnstake::blueprintSelection,
              BlueprintSelection.CODEC, "DelegatorBlueprintSelection<T::MaxDelegatorBlueprints>"))),
      variant(20, "execute_nomination_unstake", ExecuteNominationUnstake.class,
          Fields.of(ExecuteNominationUnstake::new,
              field("operator", ExecuteNominationUnstake::operator, AccountId.CODEC,
                  "T::AccountId"))),
      variant(21, "cancel_nomination_unstake", CancelNominationUnstake.class,
          Fields.of(CancelNominationUnstake::new,
              field("operator", CancelNominationUnstake::operator, AccountId.CODEC,
                  "T::AccountId"))),
      variant(22, "add_blueprint_id", AddBlueprintId.class,
          Fields.of(AddBlueprintId::new,
              field("blueprint_id", AddBlueprintId::blueprintId, Codecs.U64, "BlueprintId"))),
      variant(23, "remove_blueprint_id", RemoveBlueprintId.class, Fields.of(RemoveBlueprintId::new,
          field("blueprint_id", RemoveBlueprintId::blueprintId, Codecs.U64, "BlueprintId"))));

  @Override
  default String pallet() {
    return PALLET;
  }
}
