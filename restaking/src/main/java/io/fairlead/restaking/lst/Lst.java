package io.fairlead.restaking.lst;

import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;

/** The pallet Lst ({@code pallet_tangle_lst}): its calls. Without hooks. */
public final class Lst implements Pallet<LstCall> {
  private final LstStorage storage;
  private final Addresses addresses;
  private final Joining joining;
  private final Unbonding unbonding;
  private final Withdrawing withdrawing;
  private final Commissions commissions;
  private final PoolAdmin admin;

  /**
   * The pallet over its items; events go to {@code block}.
   *
   * @param metadataBytesMax bytes of a pool's description at most
   */
  public Lst(LstStorage storage, Block block, LstPorts ports, PoolManner manner,
      int metadataBytesMax) {
    this.storage = storage;
    this.addresses = ports.addresses();
    var pools = new Pools(storage, ports);
    var records = new RewardRecords(storage, ports, pools, manner);
    joining = new Joining(storage, ports, pools, records, block);
    unbonding = new Unbonding(storage, ports, pools, manner, block);
    withdrawing = new Withdrawing(storage, ports, pools, manner, block);
    commissions = new Commissions(storage, ports, pools, records, block);
    admin = new PoolAdmin(storage, ports, pools, manner, metadataBytesMax, block);
  }

  @Override
  public String name() {
    return LstCall.PALLET;
  }

  @Override
  public DispatchInfo info(LstCall call) {
    return LstWeights.of(call);
  }

  private AccountId lookup(MultiAddress address) {
    return addresses.lookup(address);
  }

  @Override
  public PostDispatch dispatch(Origin origin, LstCall call) {
    switch (call) {
      case LstCall.SetConfigs c -> {
        origin.ensureRoot();
        admin.setConfigs(c);
      }
      case LstCall.UpdateRoles c -> admin.updateRoles(origin, c);
      case LstCall.SetLastPoolId c -> {
        origin.ensureRoot();
        admin.setLastPoolId(c.poolId());
      }
      case LstCall.WithdrawUnbonded c -> {
        AccountId who = origin.ensureSigned();
        return withdrawing.withdraw(who, lookup(c.memberAccount()), c.poolId(),
            c.slashingSpans());
      }
      case LstCall.Join c -> joining.join(origin.ensureSigned(), c.amount(), c.poolId());
      case LstCall.BondExtra c -> {
        AccountId who = origin.ensureSigned();
        joining.bondExtra(who, who, c.poolId(), c.extra().amount());
      }
      case LstCall.BondExtraOther c -> {
        AccountId who = origin.ensureSigned();
        joining.bondExtra(who, lookup(c.member()), c.poolId(), c.extra().amount());
      }
      case LstCall.Unbond c -> {
        AccountId who = origin.ensureSigned();
        unbonding.unbond(who, lookup(c.memberAccount()), c.poolId(), c.unbondingPoints());
      }
      case LstCall.PoolWithdrawUnbonded c -> {
        origin.ensureSigned();
        admin.withdraw(c.poolId(), c.slashingSpans());
      }
      case LstCall.Create c -> joining.create(origin.ensureSigned(), c);
      case LstCall.CreateWithPoolId c -> joining.createWithPoolId(origin.ensureSigned(), c);
      case LstCall.Nominate c -> admin.nominate(origin.ensureSigned(), c);
      case LstCall.Chill c -> admin.chill(origin.ensureSigned(), c.poolId());
      case LstCall.SetState c -> admin.setState(origin.ensureSigned(), c.poolId(), c.state());
      case LstCall.SetMetadata c ->
          admin.setMetadata(origin.ensureSigned(), c.poolId(), c.metadata());
      case LstCall.SetCommission c ->
          commissions.set(origin.ensureSigned(), c.poolId(), c.newCommission());
      case LstCall.SetCommissionMax c ->
          commissions.setMax(origin.ensureSigned(), c.poolId(), c.maxCommission());
      case LstCall.SetCommissionChangeRate c ->
          commissions.setChangeRate(origin.ensureSigned(), c.poolId(), c.changeRate());
      case LstCall.ClaimCommission c -> commissions.claim(origin.ensureSigned(), c.poolId());
      case LstCall.AdjustPoolDeposit c -> admin.adjustDeposit(origin.ensureSigned(), c.poolId());
      case LstCall.SetCommissionClaimPermission c ->
          commissions.setClaimedBy(origin.ensureSigned(), c.poolId(), c.permission());
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return LstDeclaration.of(storage);
  }
}
