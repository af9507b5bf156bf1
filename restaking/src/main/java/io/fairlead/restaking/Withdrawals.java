package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.DelegatorStatus;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/** How deposits go back ({@code functions/deposit.rs}). Every call: NotDelegator. */
final class Withdrawals {
  private final RestakingStorage storage;
  private final Block block;
  private final Currency currency;
  private final Fungibles fungibles;
  private final TokenWithdrawal tokens;
  private final EmptyWithdrawal empty;

  Withdrawals(RestakingStorage storage, Block block, Currency currency, Fungibles fungibles,
      TokenWithdrawal tokens, EmptyWithdrawal empty) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.fungibles = fungibles;
    this.tokens = tokens;
    this.empty = empty;
  }

  /**
   * {@code schedule_withdraw}, zero too; takes the amount out of the deposit at once.
   * InsufficientBalance where it is locked, delegated or not there; MaxWithdrawRequestsExceeded.
   */
  void schedule(AccountId who, RestakingCall.ScheduleWithdraw call) {
    DelegatorMetadata record = delegator(who);
    Deposit deposit = record.deposits().get(call.asset());
    if (deposit == null) {
      throw RestakingError.INSUFFICIENT_BALANCE.refusal();
    }
    Balance unlocked = deposit.amount().saturatingMinus(locked(deposit));
    ensure(unlocked.compareTo(call.amount()) >= 0, RestakingError.INSUFFICIENT_BALANCE);
    Balance left = deposit.amount().minus(call.amount());
    ensure(left.compareTo(deposit.delegatedAmount()) >= 0, RestakingError.INSUFFICIENT_BALANCE);
    List<WithdrawRequest> requests = record.withdrawRequests();
    ensure(requests.size() < RestakingLimits.WITHDRAW_REQUESTS_MAX,
        RestakingError.MAX_WITHDRAW_REQUESTS_EXCEEDED);
    long round = storage.currentRound.get();
    var next = new ArrayList<>(requests);
    next.add(new WithdrawRequest(call.asset(), call.amount(), round));
    storage.delegators.put(who, record
        .withDeposit(call.asset(), deposit.withAmounts(left, deposit.delegatedAmount()))
        .withWithdrawRequests(next));
    block.deposit(new RestakingEvent.ScheduledWithdraw(who, call.amount(), call.asset(),
        round + RestakingLimits.LEAVE_DELEGATORS_ROUNDS));
  }

  private Balance locked(Deposit deposit) {
    Balance sum = Balance.ZERO;
    List<LockInfo> locks = deposit.locks();
    if (locks != null) {
      for (LockInfo lock : locks) {
        if (lock.isLive(block.number())) {
          sum = sum.saturatingPlus(lock.amount());
        }
      }
    }
    return sum;
  }

  /**
   * {@code execute_withdraw}: pays what is ripe; BadOrigin, NoWithdrawRequests. What cannot be paid
   * stays, and is told like what was. Tokens of a contract are moved by the precompile before, which
   * acts as the pallet's account for an EVM address; without one the rule says what becomes of them.
   */
  void execute(Origin origin, RestakingCall.ExecuteWithdraw call) {
    AccountId who = call.evmAddress() == null ? origin.ensureSigned()
        : Deposits.mappedByPallet(origin, call.evmAddress());
    DelegatorMetadata record = delegator(who);
    ensure(!record.withdrawRequests().isEmpty(), RestakingError.NO_WITHDRAW_REQUESTS);
    long round = storage.currentRound.get();
    var kept = new ArrayList<WithdrawRequest>();
    for (WithdrawRequest request : record.withdrawRequests()) {
      boolean ripe =
          round >= request.requestedRound() + RestakingLimits.LEAVE_DELEGATORS_ROUNDS;
      if (!ripe || !paid(who, request, call.evmAddress() != null)) {
        kept.add(request);
      }
    }
    empty.check(kept.size() < record.withdrawRequests().size());
    storage.delegators.put(who, record.withWithdrawRequests(kept));
    block.deposit(new RestakingEvent.ExecutedWithdraw(who));
  }

  private boolean paid(AccountId who, WithdrawRequest request, boolean byPrecompile) {
    return switch (request.asset()) {
      // restaking.md 6.3: a transfer that fails leaves the request, its error is dropped
      case Asset.Custom(AssetId id) -> block.attempt(() -> {
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(RestakingAccounts.PALLET, who, request.amount(),
              Currency.Existence.ALLOW_DEATH);
        } else {
          fungibles.transfer(id, RestakingAccounts.PALLET, who, request.amount(),
              Fungibles.Preservation.EXPENDABLE);
        }
      }).isDone();
      case Asset.Erc20 token -> tokens.settles(byPrecompile);
    };
  }

  /** {@code cancel_withdraw}, without a lock: NoMatchingwithdrawRequest. */
  void cancel(AccountId who, RestakingCall.CancelWithdraw call) {
    DelegatorMetadata record = delegator(who);
    int index = indexOf(record.withdrawRequests(), call);
    ensure(index >= 0, RestakingError.NO_MATCHING_WITHDRAW_REQUEST);
    var next = new ArrayList<>(record.withdrawRequests());
    next.remove(index);
    Deposit held = record.deposits().get(call.asset());
    Deposit deposit = held == null ? new Deposit(call.amount(), Balance.ZERO, null)
        : held.withAmounts(held.amount().saturatingPlus(call.amount()), held.delegatedAmount());
    DelegatorStatus status =
        record.delegations().isEmpty() ? DelegatorStatus.ACTIVE : record.status();
    storage.delegators.put(who,
        record.withDeposit(call.asset(), deposit, record.delegations(), status)
            .withWithdrawRequests(next));
    block.deposit(new RestakingEvent.CancelledWithdraw(who, call.asset(), call.amount()));
  }

  private static int indexOf(List<WithdrawRequest> requests, RestakingCall.CancelWithdraw call) {
    for (int i = 0; i < requests.size(); i++) {
      WithdrawRequest request = requests.get(i);
      if (request.asset().equals(call.asset()) && request.amount().equals(call.amount())) {
        return i;
      }
    }
    return -1;
  }

  private DelegatorMetadata delegator(AccountId who) {
    return storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
  }
}
