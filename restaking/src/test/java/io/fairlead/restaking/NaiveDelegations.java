package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link NaiveRestaking} that delegates, nominates, ends and selects. */
final class NaiveDelegations {
  private final NaiveRestaking model;

  NaiveDelegations(NaiveRestaking model) {
    this.model = model;
  }

  private static @Nullable BondInfoDelegator find(NaiveRestaking.Delegator it, AccountId operator,
      Asset asset,
      boolean nomination) {
    return it.delegations.stream().filter(held -> held.operator().equals(operator)
        && held.asset().equals(asset) && held.isNomination() == nomination).findFirst()
        .orElse(null);
  }

  private static void add(NaiveRestaking.Delegator it, AccountId operator, Asset asset, long amount,
      BlueprintSelection named, boolean nomination) {
    BondInfoDelegator held = find(it, operator, asset, nomination);
    if (held == null) {
      it.delegations.add(
          new BondInfoDelegator(operator, Balance.of(amount), asset, named, nomination));
      return;
    }
    BlueprintSelection merged = BlueprintSelection.ALL;
    if (held.blueprintSelection() instanceof BlueprintSelection.Fixed(List<Long> before)
        && named instanceof BlueprintSelection.Fixed(List<Long> more)) {
      var all = new ArrayList<>(before);
      more.stream().filter(id -> !all.contains(id)).forEach(all::add);
      merged = new BlueprintSelection.Fixed(all);
    }
    it.delegations.set(it.delegations.indexOf(held), new BondInfoDelegator(operator,
        Balance.of(NaiveRestaking.number(held.amount()) + amount), asset, merged, nomination));
  }

  static void take(NaiveRestaking.Delegator it, BondInfoDelegator held, long amount,
      boolean keepEmpty) {
    long left = NaiveRestaking.number(held.amount()) - amount;
    int index = it.delegations.indexOf(held);
    if (left == 0 && !keepEmpty) {
      it.delegations.remove(index);
    } else {
      it.delegations.set(index, held.withAmount(Balance.of(left)));
    }
  }

  boolean delegate(AccountId who, AccountId operator, Asset asset, long amount,
      BlueprintSelection named) {
    NaiveRestaking.Operator to = model.operators.get(operator);
    NaiveRestaking.Delegator it = model.delegators.get(who);
    NaiveRestaking.Held held = it == null ? null : it.deposits.get(asset);
    if (to == null || !to.isActive() || amount == 0 || held == null
        || held.delegated + amount > held.amount) {
      return false;
    }
    held.delegated += amount;
    add(it, operator, asset, amount, named, false);
    return true;
  }

  boolean nominate(AccountId who, AccountId operator, long amount, BlueprintSelection named) {
    NaiveRestaking.Operator to = model.operators.get(operator);
    if (to == null || !to.isActive() || amount == 0) {
      return false;
    }
    NaiveRestaking.Delegator it =
        model.delegators.getOrDefault(who, new NaiveRestaking.Delegator());
    if (it.restaked() + amount > model.bonds.getOrDefault(who, 0L)) {
      return false;
    }
    model.delegators.put(who, it);
    add(it, operator, Asset.NATIVE, amount, named, true);
    return true;
  }

  /** Wants to end a delegation or, of {@code Custom(0)} and with selection, a nomination. */
  boolean scheduleEnd(AccountId who, AccountId operator, Asset asset, long amount,
      @Nullable BlueprintSelection ofNomination) {
    boolean nomination = ofNomination != null;
    NaiveRestaking.Delegator it = model.delegators.get(who);
    BondInfoDelegator held = it == null ? null : find(it, operator, asset, nomination);
    if (held == null || amount == 0 || it.requests.size() == 5
        || nomination && !model.operators.containsKey(operator)) {
      return false;
    }
    long pending = it.requests.stream()
        .filter(wanted -> wanted.operator().equals(operator) && wanted.asset().equals(asset)
            && wanted.isNomination() == nomination)
        .mapToLong(wanted -> NaiveRestaking.number(wanted.amount())).sum();
    if (NaiveRestaking.number(held.amount()) - pending < amount) {
      return false;
    }
    it.requests.add(new BondLessRequest(operator, asset, Balance.of(amount), model.round,
        nomination ? ofNomination : held.blueprintSelection(), nomination));
    return true;
  }

  boolean cancelEnd(AccountId who, AccountId operator, Asset asset, long amount) {
    NaiveRestaking.Delegator it = model.delegators.get(who);
    for (int i = 0; it != null && i < it.requests.size(); i++) {
      BondLessRequest wanted = it.requests.get(i);
      if (!wanted.isNomination() && wanted.operator().equals(operator)
          && wanted.asset().equals(asset) && NaiveRestaking.number(wanted.amount()) == amount) {
        it.requests.remove(i);
        return amount > 0;
      }
    }
    return false;
  }

  boolean executeEnds(AccountId who) {
    NaiveRestaking.Delegator it = model.delegators.get(who);
    if (it == null) {
      return false;
    }
    List<BondLessRequest> ripe = it.requests.stream()
        .filter(wanted -> !wanted.isNomination() && model.round >= wanted.requestedRound() + 5
            && !model.reported.contains(wanted.operator()))
        .toList();
    for (BondLessRequest wanted : ripe) {
      BondInfoDelegator held = find(it, wanted.operator(), wanted.asset(), false);
      if (held != null) {
        long amount =
            Math.min(NaiveRestaking.number(wanted.amount()), NaiveRestaking.number(held.amount()));
        take(it, held, amount, false);
        it.deposits.get(wanted.asset()).delegated -= amount;
      }
      it.requests.remove(wanted);
    }
    return !ripe.isEmpty();
  }

  private static int oldest(NaiveRestaking.@Nullable Delegator it, AccountId operator) {
    for (int i = 0; it != null && i < it.requests.size(); i++) {
      if (it.requests.get(i).isNomination() && it.requests.get(i).operator().equals(operator)) {
        return i;
      }
    }
    return -1;
  }

  boolean executeNominationEnd(AccountId who, AccountId operator) {
    NaiveRestaking.Delegator it = model.delegators.get(who);
    int index = oldest(it, operator);
    if (index < 0 || it.requests.get(index).requestedRound() + 5 > model.round
        || model.reported.contains(operator) || !model.operators.containsKey(operator)) {
      return false;
    }
    BondInfoDelegator held = find(it, operator, Asset.NATIVE, true);
    if (held == null) {
      return false;
    }
    take(it, held,
        Math.min(NaiveRestaking.number(it.requests.get(index).amount()),
            NaiveRestaking.number(held.amount())),
        false);
    it.requests.remove(index);
    return true;
  }

  boolean cancelNominationEnd(AccountId who, AccountId operator) {
    NaiveRestaking.Delegator it = model.delegators.get(who);
    int index = oldest(it, operator);
    if (index < 0) {
      return false;
    }
    it.requests.remove(index);
    return true;
  }

  boolean select(AccountId who, long blueprint, boolean adds) {
    NaiveRestaking.Delegator it = model.delegators.get(who);
    if (it == null) {
      return false;
    }
    for (BondInfoDelegator held : it.delegations) {
      if (!(held.blueprintSelection() instanceof BlueprintSelection.Fixed(List<Long> ids))
          || ids.contains(blueprint) == adds || !adds && model.reported.contains(held.operator())) {
        return false;
      }
    }
    it.delegations.replaceAll(held -> {
      var ids =
          new ArrayList<>(((BlueprintSelection.Fixed) held.blueprintSelection()).blueprintIds());
      if (adds) {
        ids.add(blueprint);
      } else {
        ids.remove(blueprint);
      }
      return held.withSelection(new BlueprintSelection.Fixed(ids));
    });
    return true;
  }
}
