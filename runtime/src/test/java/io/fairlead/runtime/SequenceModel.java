package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.services.wire.Limits;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operators, deposits, delegations, services and slashes as plainly as possible: lists that are
 * searched again at each step, numbers that fit a long. Restaking and services as deployed, slashes
 * as repaired.
 */
final class SequenceModel {
  private static final List<AccountId> OPERATORS = SequenceWorld.OPERATORS;

  enum Status {
    ACTIVE, INACTIVE, LEAVING
  }

  static final class Operator {
    long stake;
    Status status = Status.ACTIVE;
    long leavesIn;
    long wanted = -1;
    long wantedIn;
    /** Its list of delegators, which is empty again when it comes back after it left. */
    final Map<Holding, Long> entries = new HashMap<>();

    Operator(long stake) {
      this.stake = stake;
    }
  }

  record Holding(AccountId who, Asset asset) {}

  static final class Deposit {
    long amount;
    long delegated;
  }

  static final class Delegation {
    final AccountId who;
    final AccountId operator;
    final Asset asset;
    final BlueprintSelection selection;
    long amount;

    Delegation(AccountId who, AccountId operator, Asset asset, BlueprintSelection selection,
        long amount) {
      this.who = who;
      this.operator = operator;
      this.asset = asset;
      this.selection = selection;
      this.amount = amount;
    }
  }

  record Unstake(AccountId who, AccountId operator, Asset asset, long amount, long round) {}

  record Withdrawal(AccountId who, Asset asset, long amount, long round) {}

  record Slash(long round, long index, long service, long blueprint, AccountId operator,
      int percent) {}

  record Service(long blueprint, List<AccountId> operators) {}

  final Map<AccountId, Operator> operators = new HashMap<>();
  final Map<AccountId, Set<Long>> registered = new HashMap<>();
  final Map<Holding, Deposit> deposits = new HashMap<>();
  final List<Delegation> delegations = new ArrayList<>();
  final List<Unstake> unstakes = new ArrayList<>();
  final List<Withdrawal> withdrawals = new ArrayList<>();
  final Map<Long, Service> services = new LinkedHashMap<>();
  final List<Slash> slashes = new ArrayList<>();
  final Map<Asset, Long> treasury = new HashMap<>();
  long round = DevGenesis.FIRST_SESSION;
  long nextSlash;
  long block;

  SequenceModel(long block) {
    this.block = block;
    OPERATORS.forEach(each -> operators.put(each, new Operator(10_000)));
    OPERATORS.forEach(each -> registered.put(each, new HashSet<>()));
    OPERATORS.subList(0, 2).forEach(each -> registered.get(each).addAll(List.of(0L, 1L)));
  }

  // --- operators: each tells whether it may be done, and does it ---

  boolean join(AccountId who, long bond) {
    return bond >= 100 && operators.putIfAbsent(who, new Operator(bond)) == null;
  }

  boolean bondMore(AccountId who, long amount) {
    Operator operator = operators.get(who);
    if (operator == null) {
      return false;
    }
    operator.stake += amount;
    return true;
  }

  boolean unstake(AccountId who, long amount) {
    Operator operator = operators.get(who);
    if (operator == null || !isFree(who) || operator.wanted >= 0
        || operator.stake - amount < 100) {
      return false;
    }
    operator.wanted = amount;
    operator.wantedIn = round;
    return true;
  }

  boolean executeUnstake(AccountId who) {
    Operator operator = operators.get(who);
    if (operator == null || operator.wanted < 0 || round < operator.wantedIn + 5
        || operator.stake < operator.wanted) {
      return false;
    }
    operator.stake -= operator.wanted;
    operator.wanted = -1;
    return true;
  }

  boolean cancelUnstake(AccountId who) {
    Operator operator = operators.get(who);
    boolean done = operator != null && operator.wanted >= 0;
    if (done) {
      operator.wanted = -1;
    }
    return done;
  }

  boolean goes(AccountId who, Status from, Status to) {
    Operator operator = operators.get(who);
    boolean done = operator != null && operator.status == from
        && (to != Status.INACTIVE || services.values().stream()
            .noneMatch(service -> service.operators.contains(who)));
    if (done) {
      operator.status = to;
    }
    return done;
  }

  boolean leave(AccountId who) {
    Operator operator = operators.get(who);
    if (operator == null || operator.status == Status.LEAVING || !isFree(who)) {
      return false;
    }
    operator.status = Status.LEAVING;
    operator.leavesIn = round + 10;
    return true;
  }

  boolean executeLeave(AccountId who) {
    Operator operator = operators.get(who);
    if (operator == null || operator.status != Status.LEAVING || round < operator.leavesIn) {
      return false;
    }
    operators.remove(who);
    return true;
  }

  private boolean isFree(AccountId who) {
    return registered.get(who).isEmpty()
        && services.values().stream().noneMatch(service -> service.operators.contains(who));
  }

  boolean register(AccountId who, long blueprint) {
    Operator operator = operators.get(who);
    return operator != null && operator.status == Status.ACTIVE
        && registered.get(who).add(blueprint);
  }

  boolean unregister(AccountId who, long blueprint) {
    return services.values().stream().noneMatch(service -> service.blueprint == blueprint)
        && registered.get(who).remove(blueprint);
  }

  // --- delegators ---

  private Deposit deposit(AccountId who, Asset asset) {
    return deposits.computeIfAbsent(new Holding(who, asset), any -> new Deposit());
  }

  private @Nullable Delegation find(AccountId who, AccountId operator, Asset asset) {
    return delegations.stream().filter(each -> each.who.equals(who)
        && each.operator.equals(operator) && each.asset.equals(asset)).findFirst().orElse(null);
  }

  void deposited(AccountId who, Asset asset, long amount) {
    deposit(who, asset).amount += amount;
  }

  boolean delegate(AccountId who, AccountId operator, Asset asset, long amount,
      BlueprintSelection selection) {
    Operator target = operators.get(operator);
    Deposit deposit = deposit(who, asset);
    if (target == null || target.status != Status.ACTIVE
        || deposit.delegated + amount > deposit.amount) {
      return false;
    }
    deposit.delegated += amount;
    target.entries.merge(new Holding(who, asset), amount, Long::sum);
    Delegation held = find(who, operator, asset);
    if (held == null) {
      delegations.add(new Delegation(who, operator, asset, selection, amount));
    } else {
      held.amount += amount;
    }
    return true;
  }

  boolean undelegate(AccountId who, AccountId operator, Asset asset, long amount) {
    Delegation held = find(who, operator, asset);
    long pending = unstakes.stream().filter(each -> each.who.equals(who)
        && each.operator.equals(operator) && each.asset.equals(asset))
        .mapToLong(Unstake::amount).sum();
    if (held == null || Math.max(held.amount - pending, 0) < amount
        || unstakes.stream().filter(each -> each.who.equals(who)).count() == 5) {
      return false;
    }
    unstakes.add(new Unstake(who, operator, asset, amount, round));
    return true;
  }

  boolean executeUndelegate(AccountId who) {
    List<Unstake> ripe = unstakes.stream()
        .filter(each -> each.who.equals(who) && round >= each.round + 5).toList();
    var sums = new LinkedHashMap<Delegation, Long>();
    for (Unstake unstake : ripe) {
      Delegation held = find(who, unstake.operator, unstake.asset);
      if (held == null || !operators.containsKey(unstake.operator)) {
        return false;
      }
      sums.merge(held, unstake.amount, Long::sum);
    }
    if (ripe.isEmpty() || sums.entrySet().stream().anyMatch(e -> e.getKey().amount < e.getValue()
        || entry(e.getKey()) > 0 && entry(e.getKey()) < e.getValue())) {
      return false;
    }
    sums.forEach((held, amount) -> {
      held.amount -= amount;
      lessen(held, amount);
      deposit(who, held.asset).delegated -= amount;
    });
    delegations.removeIf(each -> sums.containsKey(each) && each.amount == 0);
    unstakes.removeAll(ripe);
    return true;
  }

  private long entry(Delegation held) {
    return operators.get(held.operator).entries.getOrDefault(new Holding(held.who, held.asset),
        0L);
  }

  private void lessen(Delegation held, long amount) {
    operators.get(held.operator).entries.computeIfPresent(new Holding(held.who, held.asset),
        (key, entry) -> entry <= amount ? null : Long.valueOf(entry - amount));
  }

  boolean cancelUndelegate(AccountId who, AccountId operator, Asset asset, long amount) {
    return unstakes.stream()
        .filter(each -> each.who.equals(who) && each.operator.equals(operator)
            && each.asset.equals(asset) && each.amount == amount)
        .findFirst().map(unstakes::remove).orElse(false);
  }

  boolean withdraw(AccountId who, Asset asset, long amount) {
    Deposit deposit = deposit(who, asset);
    if (deposit.amount - amount < deposit.delegated
        || withdrawals.stream().filter(each -> each.who.equals(who)).count() == 5) {
      return false;
    }
    deposit.amount -= amount;
    withdrawals.add(new Withdrawal(who, asset, amount, round));
    return true;
  }

  boolean executeWithdraw(AccountId who) {
    boolean any = withdrawals.stream().anyMatch(each -> each.who.equals(who));
    withdrawals.removeIf(each -> each.who.equals(who) && round >= each.round + 10);
    return any;
  }

  boolean cancelWithdraw(AccountId who, Asset asset, long amount) {
    return withdrawals.stream().filter(each -> each.who.equals(who) && each.asset.equals(asset)
        && each.amount == amount).findFirst().map(each -> {
          deposit(who, asset).amount += amount;
          return withdrawals.remove(each);
        }).orElse(false);
  }

  // --- slashes ---

  boolean slash(AccountId operator, long number, int percent) {
    Service service = services.get(number);
    if (service == null || !service.operators.contains(operator)
        || !operators.containsKey(operator)) {
      return false;
    }
    slashes.add(new Slash(round, nextSlash++, number, service.blueprint, operator,
        Math.min(percent, SequenceWorld.EXPOSED)));
    return true;
  }

  /** The slash at a place of the queue, modulo its length and one for none. */
  boolean dispute(int place) {
    int index = place % (slashes.size() + 1);
    return index < slashes.size() && round < slashes.get(index).round + 7
        && slashes.remove(slashes.get(index));
  }

  /** The hook of the next block, in a new round or not. */
  void nextBlock(boolean newRound) {
    block++;
    round += newRound ? 1 : 0;
    List<Slash> due = slashes.stream().filter(each -> each.round + 7 <= round)
        .sorted(Comparator.comparingLong(Slash::round).thenComparingLong(Slash::index))
        .limit(Limits.SLASHES_PER_BLOCK_MAX).toList();
    due.forEach(this::take);
    slashes.removeAll(due);
  }

  private void take(Slash slash) {
    Operator operator = operators.get(slash.operator);
    if (operator == null) {
      return;
    }
    long cut = operator.stake * slash.percent / 100;
    operator.stake -= cut;
    treasury.merge(Asset.NATIVE, cut, Long::sum);
    for (Delegation held : delegations) {
      if (held.operator.equals(slash.operator) && held.selection.contains(slash.blueprint)
          && entry(held) > 0) {
        long part = held.amount * slash.percent / 100;
        held.amount -= part;
        lessen(held, part);
        deposit(held.who, held.asset).amount -= part;
        deposit(held.who, held.asset).delegated -= part;
        treasury.merge(held.asset, part, Long::sum);
      }
    }
    delegations.removeIf(held -> held.amount == 0);
  }
}
