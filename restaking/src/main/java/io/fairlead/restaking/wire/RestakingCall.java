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

  /** Becomes an operator with a bond of so many planck. */
  record JoinOperators(Balance bondAmount) implements RestakingCall {}

  /**
   * Deposits an asset, to delegate it.
   *
   * @param amount in the asset's smallest unit
   * @param evmAddress the EVM account that is meant; null: the signer
   * @param lockMultiplier how long the deposit stays locked; null: not at all
   */
  record Deposit(Asset asset, Balance amount, @Nullable EvmAddress evmAddress,
      @Nullable LockMultiplier lockMultiplier) implements RestakingCall {}

  /**
   * Delegates a part of a deposit to an operator.
   *
   * @param amount in the asset's smallest unit
   */
  record Delegate(AccountId operator, Asset asset, Balance amount,
      BlueprintSelection blueprintSelection) implements RestakingCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<RestakingCall> CODEC = Codecs.enumOf("pallet_multi_asset_delegation::pallet::Call",
      List.of(Shape.skipped("T")),
      variant(0, "join_operators", JoinOperators.class,
          Fields.of(JoinOperators::new,
              field("bond_amount", JoinOperators::bondAmount, Balance.CODEC, "BalanceOf<T>"))),
      variant(10, "deposit", Deposit.class,
          Fields.of(Deposit::new,
              field("asset", Deposit::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", Deposit::amount, Balance.CODEC, "BalanceOf<T>"),
              field("evm_address", Deposit::evmAddress, Codecs.option(EvmAddress.CODEC),
                  "Option<H160>"),
              field("lock_multiplier", Deposit::lockMultiplier,
                  Codecs.option(LockMultiplier.CODEC), "Option<LockMultiplier>"))),
      variant(14, "delegate", Delegate.class,
          Fields.of(Delegate::new,
              field("operator", Delegate::operator, AccountId.CODEC, "T::AccountId"),
              field("asset", Delegate::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", Delegate::amount, Balance.CODEC, "BalanceOf<T>"),
              field("blueprint_selection", Delegate::blueprintSelection, BlueprintSelection.CODEC,
                  "DelegatorBlueprintSelection<T::MaxDelegatorBlueprints>"))));

  @Override
  default String pallet() {
    return PALLET;
  }
}
