package io.fairlead.restaking.wire;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The bounds of MultiAssetDelegation, and the type parameters by which metadata names them. */
public final class RestakingLimits {
  private RestakingLimits() {}

  /** Blueprints in the fixed selection of one delegation. */
  public static final int DELEGATOR_BLUEPRINTS_MAX = 50;
  /** Blueprints in an operator's record; the list is never written. */
  public static final int OPERATOR_BLUEPRINTS_MAX = 50;
  /** Withdraw requests of one delegator. */
  public static final int WITHDRAW_REQUESTS_MAX = 5;
  /** Delegations of one delegator, entries of one operator, and locks of one deposit. */
  public static final int DELEGATIONS_MAX = 50;
  /** Unstake requests of one delegator, of both kinds together. */
  public static final int UNSTAKE_REQUESTS_MAX = 5;
  /** Least bond of an operator: 100 planck. */
  public static final Balance OPERATOR_BOND_MIN = Balance.of(100);
  /** Least deposit: 1 of the asset's smallest unit. */
  public static final Balance DEPOSIT_MIN = Balance.of(1);
  /** Rounds until an operator may leave. */
  public static final long LEAVE_OPERATORS_ROUNDS = 10;
  /** Rounds until an operator's unstake is ripe. */
  public static final long OPERATOR_BOND_LESS_ROUNDS = 5;
  /** Rounds until a withdraw request is ripe. */
  public static final long LEAVE_DELEGATORS_ROUNDS = 10;
  /** Rounds until a delegator's unstake is ripe. */
  public static final long DELEGATION_BOND_LESS_ROUNDS = 5;

  static final Shape.Param ACCOUNT_ID =
      Shape.param("AccountId", io.fairlead.substrate.primitive.AccountId.CODEC.shape());
  static final Shape.Param BALANCE = Shape.param("Balance", Balance.CODEC.shape());
  static final Shape.Param ASSET_ID = Shape.param("AssetId", AssetId.CODEC.shape());
  static final Shape.Param BLOCK_NUMBER =
      Shape.param("BlockNumber", io.fairlead.substrate.scale.Codecs.U64.shape());

  static final Shape MAX_DELEGATIONS = bound("MaxDelegations");
  static final Shape MAX_OPERATOR_BLUEPRINTS = bound("MaxOperatorBlueprints");
  static final Shape MAX_DELEGATOR_BLUEPRINTS = bound("MaxDelegatorBlueprints");
  static final Shape MAX_WITHDRAW_REQUESTS = bound("MaxWithdrawRequests");
  static final Shape MAX_UNSTAKE_REQUESTS = bound("MaxUnstakeRequests");

  private static Shape bound(String name) {
    return new Shape.Composite("tangle_testnet_runtime::" + name, List.of(), List.of());
  }
}
