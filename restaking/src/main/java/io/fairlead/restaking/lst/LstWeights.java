package io.fairlead.restaking.lst;

import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;

/** Weights of Lst's calls, as both networks have them. */
final class LstWeights {
  private static final Weight JOIN = Weight.of(188_860_000, 8_877).readsWrites(20, 13);
  private static final Weight BOND_EXTRA = Weight.of(227_569_000, 8_877).readsWrites(18, 14);
  private static final Weight UNBOND = Weight.of(174_950_000, 27_847).readsWrites(20, 13);
  private static final Weight WITHDRAW = Weight.of(241_694_316, 27_847).readsWrites(24, 20);
  private static final Weight CREATE = Weight.of(176_478_000, 8_538).readsWrites(23, 17);
  private static final Weight SET_STATE = Weight.of(33_955_000, 4_556).readsWrites(3, 1);
  private static final Weight SET_CONFIGS = Weight.of(4_935_000, 0).readsWrites(0, 6);
  private static final Weight UPDATE_ROLES = Weight.of(17_346_000, 3_719).readsWrites(1, 1);
  private static final Weight CHILL = Weight.of(63_738_000, 4_556).readsWrites(9, 5);
  private static final Weight COMMISSION = Weight.of(33_190_000, 3_719).readsWrites(4, 2);
  private static final Weight COMMISSION_MAX = Weight.of(17_733_000, 3_719).readsWrites(2, 1);
  private static final Weight CHANGE_RATE = Weight.of(17_563_000, 3_719).readsWrites(1, 1);
  private static final Weight CLAIM = Weight.of(63_965_000, 3_719).readsWrites(4, 2);
  private static final Weight ADJUST = Weight.of(67_250_000, 4_764).readsWrites(4, 2);
  private static final Weight PERMISSION = Weight.of(17_022_000, 3_719).readsWrites(1, 1);
  private static final Weight LAST_POOL_ID = Weight.of(67_250_000, 4_764).readsWrites(1, 1);

  private LstWeights() {}

  static DispatchInfo of(LstCall call) {
    return DispatchInfo.normal(switch (call) {
      case LstCall.Join c -> JOIN;
      case LstCall.BondExtra c -> BOND_EXTRA;
      case LstCall.BondExtraOther c -> BOND_EXTRA;
      case LstCall.Unbond c -> UNBOND;
      case LstCall.PoolWithdrawUnbonded c ->
          Weight.of(72_312_887 + 41_679 * c.slashingSpans(), 4_764).readsWrites(7, 3);
      case LstCall.WithdrawUnbonded c -> WITHDRAW;
      case LstCall.Create c -> CREATE;
      case LstCall.CreateWithPoolId c -> CREATE;
      case LstCall.Nominate c -> nominate(c.validators().size());
      case LstCall.SetState c -> SET_STATE;
      case LstCall.SetMetadata c ->
          Weight.of(14_770_006 + 1_900L * c.metadata().size(), 3_735).readsWrites(3, 2);
      case LstCall.SetConfigs c -> SET_CONFIGS;
      case LstCall.UpdateRoles c -> UPDATE_ROLES;
      case LstCall.Chill c -> CHILL;
      case LstCall.SetCommission c -> COMMISSION;
      case LstCall.SetCommissionMax c -> COMMISSION_MAX;
      case LstCall.SetCommissionChangeRate c -> CHANGE_RATE;
      case LstCall.ClaimCommission c -> CLAIM;
      case LstCall.AdjustPoolDeposit c -> ADJUST;
      case LstCall.SetCommissionClaimPermission c -> PERMISSION;
      case LstCall.SetLastPoolId c -> LAST_POOL_ID;
    });
  }

  private static Weight nominate(int validators) {
    return Weight.of(64_930_584 + 1_595_779L * validators, 4_556 + 2_520L * validators)
        .readsWrites(12 + validators, 5);
  }

  /** A withdrawal after which the pool goes on. */
  static Weight withdrawUpdate(long spans) {
    return Weight.of(136_595_971 + 52_351 * spans, 27_847).readsWrites(11, 9);
  }
}
