package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.DelegatorStatus;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the mended pallet should do, told as simply as possible: plain numbers, no lists of
 * operators. What an operator's record lists is the sum of what delegators have with it. Each method
 * says whether the call is granted and, if so, does it.
 */
final class NaiveRestaking {
  /** An operator; round -1: not leaving, request -1: none. */
  static final class Operator {
    long stake;
    boolean offline;
    long leavingRound = -1;
    long request = -1;
    long requestRound;

    boolean isActive() {
      return !offline && leavingRound < 0;
    }
  }

  /** A deposit. */
  static final class Held {
    long amount;
    long delegated;
    @Nullable List<LockInfo> locks;
  }

  /** A delegator. */
  static final class Delegator {
    final Map<Asset, Held> deposits = new TreeMap<>();
    final List<WithdrawRequest> withdrawals = new ArrayList<>();
    final List<BondInfoDelegator> delegations = new ArrayList<>();
    final List<BondLessRequest> requests = new ArrayList<>();

    DelegatorMetadata record() {
      var sorted = new TreeMap<Asset, Deposit>();
      deposits.forEach((asset, held) -> sorted.put(asset,
          new Deposit(Balance.of(held.amount), Balance.of(held.delegated), held.locks)));
      return new DelegatorMetadata(sorted, withdrawals, delegations, requests,
          DelegatorStatus.ACTIVE);
    }

    long restaked() {
      return delegations.stream().filter(BondInfoDelegator::isNomination)
          .mapToLong(held -> number(held.amount())).sum();
    }
  }

  final Map<AccountId, Operator> operators = new TreeMap<>();
  final Map<AccountId, Delegator> delegators = new TreeMap<>();
  final Map<AccountId, Long> bonds = new TreeMap<>();
  final Set<AccountId> registered = new HashSet<>();
  final Set<AccountId> serving = new HashSet<>();
  final Set<AccountId> reported = new HashSet<>();
  long round;
  long block = 1;

  static long number(Balance amount) {
    return amount.low();
  }

  private boolean canExit(AccountId who) {
    return !registered.contains(who) && !serving.contains(who);
  }

  /** What {@code who} has with {@code operator} in {@code asset}, nominations too. */
  long with(AccountId who, AccountId operator, Asset asset) {
    Delegator delegator = delegators.get(who);
    return delegator == null ? 0
        : delegator.delegations.stream()
            .filter(held -> held.operator().equals(operator) && held.asset().equals(asset))
            .mapToLong(held -> number(held.amount())).sum();
  }

  // --- operators ---

  boolean join(AccountId who, long bond, long free) {
    if (operators.containsKey(who) || bond < 100 || free < bond) {
      return false;
    }
    var operator = new Operator();
    operator.stake = bond;
    operators.put(who, operator);
    return true;
  }

  boolean scheduleLeave(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || it.leavingRound >= 0 || !canExit(who)) {
      return false;
    }
    it.leavingRound = round + 10;
    return true;
  }

  boolean cancelLeave(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || it.leavingRound < 0) {
      return false;
    }
    it.leavingRound = -1;
    it.offline = false;
    return true;
  }

  boolean executeLeave(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || it.leavingRound < 0 || round < it.leavingRound || reported.contains(who)) {
      return false;
    }
    operators.remove(who);
    for (var entry : delegators.entrySet()) {
      Delegator delegator = entry.getValue();
      var ended = new HashSet<Asset>();
      delegator.delegations.stream().filter(held -> held.operator().equals(who))
          .filter(held -> with(entry.getKey(), who, held.asset()) > 0)
          .forEach(held -> ended.add(held.asset()));
      delegator.delegations.stream()
          .filter(held -> held.operator().equals(who) && !held.isNomination())
          .forEach(held -> delegator.deposits.get(held.asset()).delegated -=
              number(held.amount()));
      delegator.delegations
          .removeIf(held -> held.operator().equals(who) && ended.contains(held.asset()));
      delegator.requests
          .removeIf(held -> held.operator().equals(who) && ended.contains(held.asset()));
    }
    return true;
  }

  boolean bondMore(AccountId who, long more, long free) {
    Operator it = operators.get(who);
    if (it == null || free < more) {
      return false;
    }
    it.stake += more;
    return true;
  }

  boolean scheduleUnstake(AccountId who, long amount) {
    Operator it = operators.get(who);
    if (it == null || !canExit(who) || it.request >= 0 || it.stake - amount < 100) {
      return false;
    }
    it.request = amount;
    it.requestRound = round;
    return true;
  }

  boolean executeUnstake(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || it.request < 0 || round < it.requestRound + 5 || reported.contains(who)) {
      return false;
    }
    it.stake -= Math.min(it.request, Math.max(0, it.stake - 100));
    it.request = -1;
    return true;
  }

  boolean cancelUnstake(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || it.request < 0) {
      return false;
    }
    it.request = -1;
    return true;
  }

  boolean goOffline(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || !it.isActive() || serving.contains(who)) {
      return false;
    }
    it.offline = true;
    return true;
  }

  boolean goOnline(AccountId who) {
    Operator it = operators.get(who);
    if (it == null || !it.offline || it.leavingRound >= 0) {
      return false;
    }
    it.offline = false;
    return true;
  }

  // --- deposits ---

  boolean deposit(AccountId who, Asset asset, long amount, @Nullable LockMultiplier lock,
      long free) {
    if (amount < 1 || free < amount) {
      return false;
    }
    Held held = delegators.computeIfAbsent(who, it -> new Delegator()).deposits
        .computeIfAbsent(asset, it -> new Held());
    held.amount += amount;
    if (lock != null) {
      var locks = new ArrayList<>(held.locks == null ? List.of() : held.locks);
      locks.add(new LockInfo(Balance.of(amount), lock, block + lock.blocks()));
      held.locks = locks;
    }
    return true;
  }

  boolean scheduleWithdraw(AccountId who, Asset asset, long amount) {
    Delegator it = delegators.get(who);
    Held held = it == null ? null : it.deposits.get(asset);
    if (held == null || it.withdrawals.size() == 5 || held.amount - amount < held.delegated) {
      return false;
    }
    long locked = held.locks == null ? 0
        : held.locks.stream().filter(lock -> lock.expiryBlock() > block)
            .mapToLong(lock -> number(lock.amount())).sum();
    if (Math.max(0, held.amount - locked) < amount) {
      return false;
    }
    held.amount -= amount;
    it.withdrawals.add(new WithdrawRequest(asset, Balance.of(amount), round));
    return true;
  }

  /** What is paid out; null where it is refused. */
  @Nullable List<WithdrawRequest> executeWithdraw(AccountId who, boolean byPrecompile) {
    Delegator it = delegators.get(who);
    if (it == null || it.withdrawals.isEmpty()) {
      return null;
    }
    var paid = new ArrayList<WithdrawRequest>();
    it.withdrawals.stream()
        .filter(wanted -> round >= wanted.requestedRound() + 10
            && (byPrecompile || wanted.asset() instanceof Asset.Custom))
        .forEach(paid::add);
    it.withdrawals.removeIf(wanted -> round >= wanted.requestedRound() + 10
        && (byPrecompile || wanted.asset() instanceof Asset.Custom));
    return paid.isEmpty() ? null : paid;
  }

  boolean cancelWithdraw(AccountId who, Asset asset, long amount) {
    Delegator it = delegators.get(who);
    for (int i = 0; it != null && i < it.withdrawals.size(); i++) {
      WithdrawRequest wanted = it.withdrawals.get(i);
      if (wanted.asset().equals(asset) && number(wanted.amount()) == amount) {
        it.withdrawals.remove(i);
        it.deposits.get(asset).amount += amount;
        return true;
      }
    }
    return false;
  }

  // --- slashes ---

  /** What each delegation loses, told by asset; the operator's own loss is returned. */
  long slash(AccountId who, long blueprint, int percent, Map<Asset, Long> taken) {
    Operator it = operators.get(who);
    if (it == null || !it.isActive()) {
      return -1;
    }
    long own = it.stake * percent / 100;
    it.stake -= own;
    delegators.forEach((delegator, record) -> {
      for (BondInfoDelegator held : List.copyOf(record.delegations)) {
        if (held.operator().equals(who) && held.blueprintSelection().contains(blueprint)
            && with(delegator, who, held.asset()) > 0) {
          long cut = number(held.amount()) * percent / 100;
          NaiveDelegations.take(record, held, cut, held.isNomination());
          if (held.isNomination()) {
            bonds.merge(delegator, -cut, Long::sum);
          } else {
            record.deposits.get(held.asset()).amount -= cut;
            record.deposits.get(held.asset()).delegated -= cut;
            taken.merge(held.asset(), cut, Long::sum);
          }
        }
      }
    });
    return own;
  }
}
