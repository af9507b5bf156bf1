package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.List;

/**
 * The chain's own routine, which no live runtime is wired to ({@code do_slash_operator},
 * {@code do_slash_delegator}). Flaws kept: of a delegator with several entries the first delegation is
 * cut once per entry; slashed native deposits stay in the pallet's account; deposits, operator
 * entries and Rewards do not follow.
 */
public final class SlashAsWritten implements StakeSlasher {
  private final RestakingStorage storage;
  private final Block block;
  private final SlashedBond bond;
  private final Fungibles fungibles;
  private final TokenContracts contracts;
  private final SlashReach reach;

  /** Slashes what stands in {@code storage} and within {@code reach}. */
  public SlashAsWritten(RestakingStorage storage, Block block, SlashedBond bond,
      Fungibles fungibles, TokenContracts contracts, SlashReach reach) {
    this.storage = storage;
    this.block = block;
    this.bond = bond;
    this.fungibles = fungibles;
    this.contracts = contracts;
    this.reach = reach;
  }

  @Override
  public void slash(UnappliedSlash slash) {
    OperatorMetadata record = SlashedOperator.find(storage, reach, slash);
    Balance amount = slash.slashPercent().mulFloor(record.stake());
    SlashedOperator.take(block, bond, slash, amount);
    for (DelegatorBond entry : record.delegations()) {
      // restaking.md 8, step 5: errors are ignored, what was moved before them stays
      block.attempt(() -> slashDelegator(slash, entry.delegator()));
    }
    storage.operators.put(slash.operator(), record.withStake(record.stake().minus(amount)));
  }

  private void slashDelegator(UnappliedSlash slash, AccountId delegator) {
    DelegatorMetadata record =
        storage.delegators.orRefuse(delegator, RestakingError.NOT_DELEGATOR);
    int index = firstReached(record.delegations(), slash);
    ensure(index >= 0, RestakingError.NO_ACTIVE_DELEGATION);
    BondInfoDelegator delegation = record.delegations().get(index);
    Balance cut = slash.slashPercent().mulFloor(delegation.amount());
    if (!delegation.isNomination()) {
      toRecipient(delegation.asset(), cut);
    }
    if (delegation.asset() instanceof Asset.Erc20(EvmAddress token)) {
      SlashedTokens.alert(block, contracts, slash, token, cut);
    }
    block.deposit(new RestakingEvent.DelegatorSlashed(delegator, cut, delegation.asset(),
        slash.serviceId(), slash.blueprintId(), slash.era()));
    storage.delegators.put(delegator, record.withDelegation(index,
        delegation.withAmount(delegation.amount().minus(cut))));
  }

  private static int firstReached(List<BondInfoDelegator> delegations, UnappliedSlash slash) {
    for (int i = 0; i < delegations.size(); i++) {
      BondInfoDelegator held = delegations.get(i);
      if (held.operator().equals(slash.operator())
          && held.blueprintSelection().contains(slash.blueprintId())) {
        return i;
      }
    }
    return -1;
  }

  private void toRecipient(Asset asset, Balance cut) {
    switch (asset) {
      // restaking.md 8: the Assets pallet is asked for asset 0 too, which it does not have; the
      // result is ignored
      case Asset.Custom(AssetId id) -> block.attempt(
          () -> fungibles.transfer(id, RestakingAccounts.PALLET,
              RestakingAccounts.SLASH_RECIPIENT, cut, Fungibles.Preservation.EXPENDABLE));
      case Asset.Erc20(EvmAddress token) -> SlashedTokens.transfer(block, contracts, token, cut);
    }
  }
}
