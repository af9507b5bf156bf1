package io.fairlead.runtime.balances;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
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

/** The pallet Balances ({@code pallet_balances}): its calls over the {@link Ledger}. */
public final class BalancesPallet implements Pallet<BalancesCall> {
  static final int LOCKS_MAX = 50;
  static final int RESERVES_MAX = 50;
  static final int FREEZES_MAX = 50;

  private static final DispatchInfo TRANSFER_ALLOW_DEATH = normal(173_363_000, 3_593);
  private static final DispatchInfo FORCE_TRANSFER = normal(299_944_000, 6_196);
  private static final DispatchInfo TRANSFER_KEEP_ALIVE = normal(163_159_000, 3_593);
  private static final DispatchInfo TRANSFER_ALL = normal(172_385_000, 3_593);
  private static final DispatchInfo FORCE_UNRESERVE = normal(142_233_000, 3_593);
  private static final DispatchInfo FORCE_SET_BALANCE = normal(144_929_000, 3_593);
  private static final DispatchInfo FORCE_ADJUST_TOTAL_ISSUANCE = normal(6_594_000, 0);
  private static final DispatchInfo BURN_ALLOW_DEATH = normal(30_968_000, 0);
  private static final DispatchInfo BURN_KEEP_ALIVE = normal(20_711_000, 0);

  private final BalancesStorage storage;
  private final Ledger ledger;
  private final AccountLookup lookup;
  private final ForcedBalances forced;

  /** The pallet over its items and the ledger; events go to {@code block}. */
  public BalancesPallet(BalancesStorage storage, Ledger ledger, AccountLookup lookup,
      Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.lookup = lookup;
    this.forced = new ForcedBalances(storage, ledger, block);
  }

  private static DispatchInfo normal(long refTime, long proofSize) {
    return DispatchInfo.normal(Weight.of(refTime, proofSize));
  }

  @Override
  public String name() {
    return BalancesCall.PALLET;
  }

  @Override
  public DispatchInfo info(BalancesCall call) {
    return switch (call) {
      case BalancesCall.TransferAllowDeath c -> TRANSFER_ALLOW_DEATH;
      case BalancesCall.ForceTransfer c -> FORCE_TRANSFER;
      case BalancesCall.TransferKeepAlive c -> TRANSFER_KEEP_ALIVE;
      case BalancesCall.TransferAll c -> TRANSFER_ALL;
      case BalancesCall.ForceUnreserve c -> FORCE_UNRESERVE;
      case BalancesCall.UpgradeAccounts(List<AccountId> who) ->
          normal(16_588_000 + (13_973_659 + 125_000_000L) * who.size(), 990 + 2_603L * who.size());
      case BalancesCall.ForceSetBalance c -> FORCE_SET_BALANCE;
      case BalancesCall.ForceAdjustTotalIssuance c -> FORCE_ADJUST_TOTAL_ISSUANCE;
      // by the weights of the chain, the other way round
      case BalancesCall.Burn(Balance value, boolean keepAlive) ->
          keepAlive ? BURN_ALLOW_DEATH : BURN_KEEP_ALIVE;
    };
  }

  /** Refuses with BadOrigin, CannotLookup and what {@link Ledger} and {@link ForcedBalances} say. */
  @Override
  public PostDispatch dispatch(Origin origin, BalancesCall call) {
    switch (call) {
      case BalancesCall.TransferAllowDeath(MultiAddress dest, Balance value) ->
          ledger.move(origin.ensureSigned(), lookup.lookup(dest), value, false);
      case BalancesCall.ForceTransfer(MultiAddress source, MultiAddress dest, Balance value) -> {
        origin.ensureRoot();
        ledger.move(lookup.lookup(source), lookup.lookup(dest), value, false);
      }
      case BalancesCall.TransferKeepAlive(MultiAddress dest, Balance value) ->
          ledger.move(origin.ensureSigned(), lookup.lookup(dest), value, true);
      case BalancesCall.TransferAll(MultiAddress dest, boolean keepAlive) -> {
        AccountId from = origin.ensureSigned();
        Balance all = ledger.reducible(from, keepAlive);
        ledger.move(from, lookup.lookup(dest), all, keepAlive);
      }
      case BalancesCall.ForceUnreserve(MultiAddress who, Balance amount) -> {
        origin.ensureRoot();
        ledger.unreserve(lookup.lookup(who), amount);
      }
      case BalancesCall.UpgradeAccounts(List<AccountId> who) -> {
        origin.ensureSigned();
        return forced.upgrade(who) ? PostDispatch.FREE : PostDispatch.AS_DECLARED;
      }
      case BalancesCall.ForceSetBalance(MultiAddress who, Balance newFree) -> {
        origin.ensureRoot();
        forced.set(lookup.lookup(who), newFree);
      }
      case BalancesCall.ForceAdjustTotalIssuance(var direction, Balance delta) -> {
        origin.ensureRoot();
        forced.adjustIssuance(direction, delta);
      }
      case BalancesCall.Burn(Balance value, boolean keepAlive) ->
          forced.burn(origin.ensureSigned(), value, keepAlive);
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(BalancesCall.PALLET, BalancesCall.PALLET, storage.items(),
        BalancesCall.CODEC, BalancesEvent.CODEC, BalancesError.SHAPE,
        List.of(
            Constant.of("ExistentialDeposit", Balance.CODEC, Ledger.EXISTENTIAL_DEPOSIT),
            Constant.of("MaxLocks", Codecs.U32, (long) LOCKS_MAX),
            Constant.of("MaxReserves", Codecs.U32, (long) RESERVES_MAX),
            Constant.of("MaxFreezes", Codecs.U32, (long) FREEZES_MAX)));
  }
}
