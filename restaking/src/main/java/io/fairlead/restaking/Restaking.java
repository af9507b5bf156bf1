package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * The pallet MultiAssetDelegation: accounts become operators by a bond, others deposit assets and
 * delegate them to operators. No hooks: rounds change with the session, see {@link Rounds}.
 */
public final class Restaking implements Pallet<RestakingCall> {
  private static final DispatchInfo JOIN_OPERATORS =
      DispatchInfo.normal(Weight.of(291_223_000, 2304));
  private static final DispatchInfo DEPOSIT = DispatchInfo.normal(Weight.of(298_567_000, 2304));
  private static final DispatchInfo DELEGATE = DispatchInfo.normal(Weight.of(297_767_000, 4096));

  private final RestakingStorage storage;
  private final Block block;
  private final Currency currency;
  private final Deposits deposits;
  private final Delegations delegations;

  /** The pallet over {@code storage}; it tells Rewards what is delegated. */
  public Restaking(RestakingStorage storage, Block block, Currency currency, Fungibles fungibles,
      DelegationRewards rewards) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.deposits = new Deposits(storage, block, currency, fungibles, rewards);
    this.delegations = new Delegations(storage, block, rewards);
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return RestakingDeclaration.of(storage);
  }

  @Override
  public String name() {
    return RestakingCall.PALLET;
  }

  @Override
  public DispatchInfo info(RestakingCall call) {
    return switch (call) {
      case RestakingCall.JoinOperators join -> JOIN_OPERATORS;
      case RestakingCall.Deposit deposit -> DEPOSIT;
      case RestakingCall.Delegate delegate -> DELEGATE;
    };
  }

  @Override
  public PostDispatch dispatch(Origin origin, RestakingCall call) {
    switch (call) {
      case RestakingCall.JoinOperators join ->
          joinOperators(origin.ensureSigned(), join.bondAmount());
      case RestakingCall.Deposit deposit -> deposits.deposit(origin, deposit);
      case RestakingCall.Delegate delegate ->
          delegations.delegate(origin.ensureSigned(), delegate);
    }
    return PostDispatch.AS_DECLARED;
  }

  /** {@code join_operators}: AlreadyOperator, BondTooLow, errors of the reserve. */
  private void joinOperators(AccountId who, Balance bond) {
    ensure(!storage.operators.contains(who), RestakingError.ALREADY_OPERATOR);
    ensure(bond.compareTo(RestakingLimits.OPERATOR_BOND_MIN) >= 0, RestakingError.BOND_TOO_LOW);
    currency.reserve(who, bond);
    storage.operators.put(who, OperatorMetadata.joined(bond));
    block.deposit(new RestakingEvent.OperatorJoined(who));
  }
}
