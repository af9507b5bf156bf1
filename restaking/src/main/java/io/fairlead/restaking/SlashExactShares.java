package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;

/**
 * The repaired taking. The operator's stake and each of its delegations whose selection contains the
 * blueprint lose their floored share once, in their own asset. Deposit, operator entry and Rewards
 * follow; native deposits move to the recipient like others. A {@link BondSlasher} takes what a restaked
 * nomination loses. Exposure is not looked at.
 */
public final class SlashExactShares implements StakeSlasher {
  private final RestakingStorage storage;
  private final Block block;
  private final Currency currency;
  private final Fungibles fungibles;
  private final TokenContracts contracts;
  private final DelegationRewards rewards;
  private final SlashReach reach;
  private final BondSlasher bonds;
  private final SlashedBond bond;

  /** Slashes what stands in {@code storage} within {@code reach} and tells {@code rewards}. */
  public SlashExactShares(RestakingStorage storage, Block block, Currency currency,
      Fungibles fungibles, TokenContracts contracts, DelegationRewards rewards,
      SlashReach reach, BondSlasher bonds, SlashedBond bond) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.fungibles = fungibles;
    this.contracts = contracts;
    this.rewards = rewards;
    this.reach = reach;
    this.bonds = bonds;
    this.bond = bond;
  }

  @Override
  public void slash(UnappliedSlash slash) {
    OperatorMetadata record = SlashedOperator.find(storage, reach, slash);
    Balance amount = slash.slashPercent().mulFloor(record.stake());
    SlashedOperator.take(block, bond, slash, amount);
    var left = new ArrayList<DelegatorBond>(record.delegations().size());
    for (DelegatorBond entry : record.delegations()) {
      Balance taken = taken(slash, entry);
      Balance rest = entry.amount().saturatingMinus(taken);
      if (!rest.isZero()) {
        left.add(taken.isZero() ? entry
            : new DelegatorBond(entry.delegator(), rest, entry.asset()));
      }
    }
    long gone = record.delegations().size() - (long) left.size();
    storage.operators.put(slash.operator(), record.withStake(record.stake().minus(amount))
        .withDelegations(left, Math.max(0, record.delegationCount() - gone)));
  }

  /** What an entry of the operator loses: nothing where a token contract refuses. */
  private Balance taken(UnappliedSlash slash, DelegatorBond entry) {
    Balance[] taken = {Balance.ZERO};
    // one that is refused stays whole, and holds up nobody else
    Outcome outcome = block.attemptTransactional(
        () -> taken[0] = slashEntry(slash, entry.delegator(), entry.asset()));
    return outcome.isDone() ? taken[0] : Balance.ZERO;
  }

  /** Cuts the plain delegation and the nomination that stand behind one entry of the operator. */
  private Balance slashEntry(UnappliedSlash slash, AccountId delegator, Asset asset) {
    DelegatorMetadata record =
        storage.delegators.orRefuse(delegator, RestakingError.NOT_DELEGATOR);
    var left = new ArrayList<BondInfoDelegator>(record.delegations().size());
    Deposit deposit = record.deposits().get(asset);
    Balance taken = Balance.ZERO;
    for (BondInfoDelegator held : record.delegations()) {
      if (!held.operator().equals(slash.operator()) || !held.asset().equals(asset)
          || !held.blueprintSelection().contains(slash.blueprintId())) {
        left.add(held);
        continue;
      }
      Balance cut = slash.slashPercent().mulFloor(held.amount());
      BondInfoDelegator rest = held.withAmount(held.amount().minus(cut));
      if (held.isNomination() || deposit == null) {
        left.add(rest);
        if (held.isNomination()) {
          bonds.slash(delegator, cut);
        }
        rewards.ofNominations().recordSlash(delegator, slash.operator(), asset, cut, null);
      } else {
        if (!rest.amount().isZero()) {
          left.add(rest);
        }
        toRecipient(slash, asset, cut);
        rewards.recordSlash(delegator, slash.operator(), asset, cut,
            Delegations.firstMultiplier(deposit));
        deposit = deposit.withAmounts(deposit.amount().saturatingMinus(cut),
            deposit.delegatedAmount().saturatingMinus(cut));
      }
      taken = taken.plus(cut);
      block.deposit(new RestakingEvent.DelegatorSlashed(delegator, cut, asset, slash.serviceId(),
          slash.blueprintId(), slash.era()));
    }
    storage.delegators.put(delegator, deposit == null ? record.withDelegations(left)
        : record.withDeposit(asset, deposit, left, record.status()));
    return taken;
  }

  private void toRecipient(UnappliedSlash slash, Asset asset, Balance cut) {
    switch (asset) {
      // as on chain, what the recipient cannot receive stays in the pallet's account
      case Asset.Custom(AssetId id) -> block.attempt(() -> {
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(RestakingAccounts.PALLET, RestakingAccounts.SLASH_RECIPIENT, cut,
              Currency.Existence.ALLOW_DEATH);
        } else {
          fungibles.transfer(id, RestakingAccounts.PALLET, RestakingAccounts.SLASH_RECIPIENT, cut,
              Fungibles.Preservation.EXPENDABLE);
        }
      });
      case Asset.Erc20(EvmAddress token) -> {
        SlashedTokens.transfer(block, contracts, token, cut);
        SlashedTokens.alert(block, contracts, slash, token, cut);
      }
    }
  }
}
