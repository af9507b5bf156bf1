package io.fairlead.runtime;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A world beside its model, number by number. */
final class SequenceComparison {
  private final SequenceWorld world;
  private final SequenceModel model;
  private final List<String> differences = new ArrayList<>();

  private SequenceComparison(SequenceWorld world, SequenceModel model) {
    this.world = world;
    this.model = model;
  }

  /** The first thing that differs; empty: none. */
  static String difference(SequenceWorld world, SequenceModel model) {
    var comparison = new SequenceComparison(world, model);
    SequenceWorld.OPERATORS.forEach(comparison::operator);
    SequenceWorld.DELEGATORS.forEach(comparison::delegator);
    comparison.queue();
    SequenceWorld.ASSETS.forEach(comparison::money);
    return comparison.differences.isEmpty() ? "" : comparison.differences.getFirst();
  }

  private void same(Object who, String what, Object here, Object there) {
    if (!Objects.equals(here, there)) {
      differences.add(who + ": " + what + " is " + here + ", in the model " + there);
    }
  }

  static long planck(Balance amount) {
    if (amount.high() != 0 || amount.low() < 0) {
      throw new ArithmeticException(amount + " is no long");
    }
    return amount.low();
  }

  private void operator(AccountId who) {
    OperatorMetadata here = world.wiring.restakingItems.operators().orNull(who);
    SequenceModel.Operator there = model.operators.get(who);
    if (here == null || there == null) {
      same(who, "being an operator", here != null, there != null);
      same(who, "reserved", world.reserved(who), Balance.ZERO);
      return;
    }
    same(who, "stake", planck(here.stake()), there.stake);
    same(who, "reserved", planck(world.reserved(who)), there.stake);
    same(who, "status", status(here.status()), there.status);
    same(who, "wanted", here.request() == null ? -1 : planck(here.request().amount()),
        there.wanted);
    var entries = new TreeMap<String, Long>();
    for (DelegatorBond bond : here.delegations()) {
      entries.put(bond.delegator() + " " + bond.asset(), planck(bond.amount()));
    }
    var expected = new TreeMap<String, Long>();
    there.entries.forEach((holding, amount) -> expected.put(holding.who() + " " + holding.asset(),
        amount));
    same(who, "entries", entries, expected);
    same(who, "count", here.delegationCount(), (long) expected.size());
  }

  private static SequenceModel.Status status(OperatorStatus status) {
    return switch (status) {
      case OperatorStatus.Active active -> SequenceModel.Status.ACTIVE;
      case OperatorStatus.Inactive inactive -> SequenceModel.Status.INACTIVE;
      case OperatorStatus.Leaving leaving -> SequenceModel.Status.LEAVING;
    };
  }

  private void delegator(AccountId who) {
    DelegatorMetadata stored = world.wiring.restakingItems.delegators().orNull(who);
    DelegatorMetadata here = stored == null ? DelegatorMetadata.EMPTY : stored;
    for (Asset asset : SequenceWorld.ASSETS) {
      Deposit deposit = here.deposits().get(asset);
      SequenceModel.Deposit there =
          model.deposits.getOrDefault(new SequenceModel.Holding(who, asset),
              new SequenceModel.Deposit());
      same(who, asset + " deposited", deposit == null ? 0 : planck(deposit.amount()),
          there.amount);
      same(who, asset + " delegated", deposit == null ? 0 : planck(deposit.delegatedAmount()),
          there.delegated);
    }
    var delegations = new TreeMap<String, Long>();
    for (BondInfoDelegator held : here.delegations()) {
      delegations.put(held.operator() + " " + held.asset() + " " + held.blueprintSelection(),
          planck(held.amount()));
    }
    var expected = new TreeMap<String, Long>();
    model.delegations.stream().filter(each -> each.who.equals(who)).forEach(each -> expected
        .put(each.operator + " " + each.asset + " " + each.selection, each.amount));
    same(who, "delegations", delegations, expected);
    requests(who, here);
  }

  private void requests(AccountId who, DelegatorMetadata here) {
    var unstakes = new ArrayList<SequenceModel.Unstake>();
    for (BondLessRequest each : here.unstakeRequests()) {
      unstakes.add(new SequenceModel.Unstake(who, each.operator(), each.asset(),
          planck(each.amount()), each.requestedRound()));
    }
    same(who, "unstakes", unstakes,
        model.unstakes.stream().filter(each -> each.who().equals(who)).toList());
    var withdrawals = new ArrayList<SequenceModel.Withdrawal>();
    for (WithdrawRequest each : here.withdrawRequests()) {
      withdrawals.add(new SequenceModel.Withdrawal(who, each.asset(), planck(each.amount()),
          each.requestedRound()));
    }
    same(who, "withdrawals", withdrawals,
        model.withdrawals.stream().filter(each -> each.who().equals(who)).toList());
  }

  private void queue() {
    var here = new TreeSet<String>();
    for (UnappliedSlash each : world.queue()) {
      here.add(each.era() + " " + each.serviceId() + " " + each.operator() + " "
          + each.slashPercent().parts());
    }
    var there = new TreeSet<String>();
    for (SequenceModel.Slash each : model.slashes) {
      there.add(each.round() + " " + each.service() + " " + each.operator() + " "
          + each.percent());
    }
    same("queue", "content", here, there);
    same("queue", "length", world.queue().size(), model.slashes.size());
  }

  /** The pallet's account holds what was deposited and is being withdrawn, the treasury the cuts. */
  private void money(Asset asset) {
    long deposited = model.deposits.entrySet().stream()
        .filter(entry -> entry.getKey().asset().equals(asset)).map(Map.Entry::getValue)
        .mapToLong(each -> each.amount).sum();
    long leaving = model.withdrawals.stream().filter(each -> each.asset().equals(asset))
        .mapToLong(SequenceModel.Withdrawal::amount).sum();
    same("pallet", asset + "",
        planck(world.balance(RestakingAccounts.PALLET, asset)
            .minus(world.palletAtStart(asset))),
        deposited + leaving);
    same("treasury", asset + "",
        planck(world.balance(RestakingAccounts.SLASH_RECIPIENT, asset)
            .minus(world.treasuryAtStart(asset))),
        model.treasury.getOrDefault(asset, 0L));
  }
}
