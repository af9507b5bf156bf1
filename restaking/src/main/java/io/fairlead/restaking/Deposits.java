package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code deposit}. Deposits do not count for rewards; only delegating does. */
final class Deposits {
  private final RestakingStorage storage;
  private final Block block;
  private final Currency currency;
  private final Fungibles fungibles;
  private final DelegationRewards rewards;
  private final FullLocks fullLocks;

  Deposits(RestakingStorage storage, Block block, Currency currency, Fungibles fungibles,
      DelegationRewards rewards, FullLocks fullLocks) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.fungibles = fungibles;
    this.rewards = rewards;
    this.fullLocks = fullLocks;
  }

  /**
   * Credits the deposit to whom it belongs. NotAuthorized, BadOrigin, DepositExceedsCapForAsset,
   * BondTooLow, errors of the transfer, InsufficientBalance for one lock too many.
   */
  void deposit(Origin origin, RestakingCall.Deposit call) {
    Asset asset = call.asset();
    Balance amount = call.amount();
    AccountId who = credited(origin, asset, call.evmAddress());
    // a vault that is missing or not configured has no cap
    Optional<Balance> remaining = rewards.depositCapRemaining(asset);
    ensure(remaining.isEmpty() || amount.compareTo(remaining.get()) <= 0,
        RestakingError.DEPOSIT_EXCEEDS_CAP_FOR_ASSET);
    ensure(amount.compareTo(RestakingLimits.DEPOSIT_MIN) >= 0, RestakingError.BOND_TOO_LOW);
    toPallet(who, asset, amount);
    DelegatorMetadata record = storage.delegators.orNull(who);
    if (record == null) {
      record = DelegatorMetadata.EMPTY;
    }
    Deposit held = record.deposits().get(asset);
    storage.delegators.put(who,
        record.withDeposit(asset, increased(held, amount, call.lockMultiplier())));
    block.deposit(new RestakingEvent.Deposited(who, amount, asset));
  }

  /**
   * Whose deposit it is. Tokens of a contract were moved before by the precompile, which acts as the
   * pallet's account.
   */
  private static AccountId credited(Origin origin, Asset asset, @Nullable EvmAddress evm) {
    if (asset instanceof Asset.Erc20) {
      if (evm == null) {
        throw RestakingError.NOT_AUTHORIZED.refusal();
      }
      return mappedByPallet(origin, evm);
    }
    AccountId who = origin.ensureSigned();
    ensure(evm == null || RestakingAccounts.mapped(evm).equals(who), DispatchError.BAD_ORIGIN);
    return who;
  }

  /** The account of {@code evm}, for which only the pallet's own account acts: BadOrigin. */
  static AccountId mappedByPallet(Origin origin, EvmAddress evm) {
    ensure(origin.ensureSigned().equals(RestakingAccounts.PALLET), DispatchError.BAD_ORIGIN);
    return RestakingAccounts.mapped(evm);
  }

  private void toPallet(AccountId who, Asset asset, Balance amount) {
    switch (asset) {
      case Asset.Custom(AssetId id) -> {
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(who, RestakingAccounts.PALLET, amount,
              Currency.Existence.ALLOW_DEATH);
        } else {
          fungibles.transfer(id, who, RestakingAccounts.PALLET, amount,
              Fungibles.Preservation.EXPENDABLE);
        }
      }
      case Asset.Erc20 moved -> {
        // by the precompile
      }
    }
  }

  private Deposit increased(@Nullable Deposit held, Balance amount,
      @Nullable LockMultiplier multiplier) {
    Deposit base = held == null ? new Deposit(Balance.ZERO, Balance.ZERO, null) : held;
    Balance sum = base.amount().saturatingPlus(amount);
    if (multiplier == null) {
      return base.withAmounts(sum, base.delegatedAmount());
    }
    List<LockInfo> locks = base.locks() == null ? List.of() : base.locks();
    var next = new ArrayList<>(fullLocks.withRoom(locks, block.number()));
    next.add(new LockInfo(amount, multiplier, block.number() + multiplier.blocks()));
    return new Deposit(sum, base.delegatedAmount(), next);
  }
}
