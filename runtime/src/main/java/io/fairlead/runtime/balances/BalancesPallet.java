package io.fairlead.runtime.balances;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
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

  private final BalancesStorage storage;
  private final Ledger ledger;
  private final AccountLookup lookup;

  /** The pallet over its items and the ledger. */
  public BalancesPallet(BalancesStorage storage, Ledger ledger, AccountLookup lookup) {
    this.storage = storage;
    this.ledger = ledger;
    this.lookup = lookup;
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
    };
  }

  /** Refuses with BadOrigin, CannotLookup and what {@link Ledger} says of transfers. */
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
