package io.fairlead.runtime;

import io.fairlead.restaking.RestakingQueries;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a slash would take if it were due now: the rule's own routine runs on a copy of the state, and
 * the stakes and delegations before and after are compared.
 *
 * @param stake what the operator's own stake loses, in planck
 * @param cuts what each delegation to it loses, in the operator's order; those that lose nothing too
 * @param totals what all lose of each asset, stake included
 * @param refusal why nothing can be taken; empty when the routine ran to its end
 * @param changes every storage change that taking makes
 */
public record SlashPreview(Balance stake, List<Cut> cuts, SortedMap<Asset, Balance> totals,
    Optional<String> refusal, List<Store.Change> changes) {

  /**
   * What one delegation loses.
   *
   * @param before the delegation's amount, in the asset's smallest unit
   * @param loss what it loses of that
   */
  public record Cut(AccountId delegator, Asset asset, boolean isNomination, Balance before,
      Balance loss) {}

  public SlashPreview {
    cuts = List.copyOf(cuts);
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    changes = List.copyOf(changes);
  }

  /** Takes {@code slash} from a copy of {@code state}, which is only read, under {@code rules}. */
  public static SlashPreview of(RuntimeTypes types, Rules rules, Store.Source state,
      UnappliedSlash slash) {
    var wiring = new Wiring(types, rules);
    wiring.store.attach(state);
    RestakingQueries stakes = wiring.stakes;
    Optional<OperatorMetadata> before = stakes.operator(slash.operator());
    var holdings = new LinkedHashMap<AccountId, Optional<DelegatorMetadata>>();
    before.ifPresent(record -> record.delegations()
        .forEach(bond -> holdings.computeIfAbsent(bond.delegator(), stakes::delegator)));
    int mark = wiring.store.mark();

    Outcome outcome = wiring.block.attempt(() -> wiring.slasher.slash(slash));

    Balance stake = before.map(OperatorMetadata::stake).orElse(Balance.ZERO)
        .saturatingMinus(stakes.stake(slash.operator()));
    var cuts = new ArrayList<Cut>();
    holdings.forEach((who, then) -> then.ifPresent(record -> cuts(slash.operator(), who, record,
        stakes.delegator(who).orElse(record), cuts)));
    return new SlashPreview(stake, cuts, totals(stake, cuts),
        outcome instanceof Outcome.Refused refused ? Optional.of(refused.error().toString())
            : Optional.empty(),
        wiring.store.changesSince(mark));
  }

  /** A delegation that was cut to nothing may be gone. */
  private static void cuts(AccountId operator, AccountId who, DelegatorMetadata before,
      DelegatorMetadata after, List<Cut> cuts) {
    for (BondInfoDelegator then : before.delegations()) {
      if (then.operator().equals(operator)) {
        Balance left = after.delegations().stream().filter(now -> isSame(then, now))
            .map(BondInfoDelegator::amount).findFirst().orElse(Balance.ZERO);
        cuts.add(new Cut(who, then.asset(), then.isNomination(), then.amount(),
            then.amount().saturatingMinus(left)));
      }
    }
  }

  /** A delegator has one delegation of an asset to an operator, and one nomination. */
  private static boolean isSame(BondInfoDelegator then, BondInfoDelegator now) {
    return now.operator().equals(then.operator()) && now.asset().equals(then.asset())
        && now.isNomination() == then.isNomination();
  }

  private static SortedMap<Asset, Balance> totals(Balance stake, List<Cut> cuts) {
    var totals = new TreeMap<Asset, Balance>();
    totals.put(Asset.NATIVE, stake);
    cuts.forEach(cut -> totals.merge(cut.asset(), cut.loss(), Balance::plus));
    return totals;
  }
}
