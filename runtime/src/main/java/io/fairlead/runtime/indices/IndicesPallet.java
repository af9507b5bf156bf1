package io.fairlead.runtime.indices;

import io.fairlead.runtime.balances.BalancesEvent.BalanceStatus;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.balances.Reserves;
import io.fairlead.runtime.indices.IndicesStorage.Holder;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** The pallet Indices ({@code pallet_indices}). */
public final class IndicesPallet implements Pallet<IndicesCall> {
  /** Planck that an index costs while an account has it. */
  public static final Balance DEPOSIT = Balance.UNIT;

  private static final DispatchInfo CLAIM = normal(22_522_000, 3_534, 1);
  private static final DispatchInfo TRANSFER = normal(35_138_000, 3_593, 2);
  private static final DispatchInfo FREE = normal(24_247_000, 3_534, 1);
  private static final DispatchInfo FORCE_TRANSFER = normal(26_335_000, 3_593, 2);
  private static final DispatchInfo FREEZE = normal(25_425_000, 3_534, 1);

  private final IndicesStorage storage;
  private final Ledger ledger;
  private final Reserves reserves;
  private final AccountLookup lookup;
  private final Block block;

  /** The pallet over its item; deposits are reserved in {@code ledger}. */
  public IndicesPallet(IndicesStorage storage, Ledger ledger, AccountLookup lookup,
      Block block) {
    this.storage = storage;
    this.ledger = ledger;
    this.lookup = lookup;
    this.block = block;
    this.reserves = new Reserves(ledger, block);
  }

  private static DispatchInfo normal(long refTime, long proofSize, int accesses) {
    return DispatchInfo
        .normal(Weight.of(refTime, proofSize).readsWrites(accesses, accesses));
  }

  @Override
  public String name() {
    return IndicesCall.PALLET;
  }

  @Override
  public DispatchInfo info(IndicesCall call) {
    return switch (call) {
      case IndicesCall.Claim c -> CLAIM;
      case IndicesCall.Transfer c -> TRANSFER;
      case IndicesCall.Free c -> FREE;
      case IndicesCall.ForceTransfer c -> FORCE_TRANSFER;
      case IndicesCall.Freeze c -> FREEZE;
    };
  }

  /**
   * Refuses with BadOrigin, CannotLookup, and as each call says: {@code claim} with InUse and what
   * {@link Ledger#reserve} says, {@code transfer} with NotTransfer first and with what
   * {@link Reserves#repatriate} says last, it, {@code free} and {@code freeze} with NotAssigned,
   * Permanent, NotOwner.
   */
  @Override
  public PostDispatch dispatch(Origin origin, IndicesCall call) {
    switch (call) {
      case IndicesCall.Claim(long index) -> claim(origin.ensureSigned(), index);
      case IndicesCall.Transfer(MultiAddress to, long index) -> {
        AccountId who = origin.ensureSigned();
        transfer(who, lookup.lookup(to), index);
      }
      case IndicesCall.Free(long index) -> free(origin.ensureSigned(), index);
      case IndicesCall.ForceTransfer(MultiAddress to, long index, boolean freeze) -> {
        origin.ensureRoot();
        forceTransfer(lookup.lookup(to), index, freeze);
      }
      case IndicesCall.Freeze(long index) -> freeze(origin.ensureSigned(), index);
    }
    return PostDispatch.AS_DECLARED;
  }

  private void claim(AccountId who, long index) {
    Refusal.ensure(!storage.accounts.contains(index), IndicesError.IN_USE);
    ledger.reserve(who, DEPOSIT);
    assign(index, new Holder(who, DEPOSIT, false));
  }

  private void transfer(AccountId who, AccountId to, long index) {
    Refusal.ensure(!who.equals(to), IndicesError.NOT_TRANSFER);
    Holder holder = held(who, index);
    Balance moved = reserves.repatriate(who, to, holder.deposit(), BalanceStatus.RESERVED);
    assign(index, new Holder(to, moved, false));
  }

  private void free(AccountId who, long index) {
    ledger.unreserve(who, held(who, index).deposit());
    storage.accounts.remove(index);
    block.deposit(new IndicesEvent.IndexFreed(index));
  }

  private void forceTransfer(AccountId to, long index, boolean freeze) {
    Holder before = storage.accounts.orNull(index);
    if (before != null) {
      ledger.unreserve(before.account(), before.deposit());
    }
    assign(index, new Holder(to, Balance.ZERO, freeze));
  }

  private void freeze(AccountId who, long index) {
    reserves.slashReserved(who, held(who, index).deposit());
    storage.accounts.put(index, new Holder(who, Balance.ZERO, true));
    block.deposit(new IndicesEvent.IndexFrozen(index, who));
  }

  private Holder held(AccountId who, long index) {
    Holder holder = storage.accounts.orRefuse(index, IndicesError.NOT_ASSIGNED);
    Refusal.ensure(!holder.permanent(), IndicesError.PERMANENT);
    Refusal.ensure(holder.account().equals(who), IndicesError.NOT_OWNER);
    return holder;
  }

  private void assign(long index, Holder holder) {
    storage.accounts.put(index, holder);
    block.deposit(new IndicesEvent.IndexAssigned(holder.account(), index));
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(IndicesCall.PALLET, IndicesCall.PALLET,
        List.of(storage.accounts), IndicesCall.CODEC, IndicesEvent.CODEC, IndicesError.SHAPE,
        List.of(Constant.of("Deposit", Balance.CODEC, DEPOSIT)));
  }
}
