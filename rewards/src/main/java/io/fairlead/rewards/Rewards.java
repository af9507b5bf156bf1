package io.fairlead.rewards;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.DelegationRewards;
import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.services.JobIncome;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pallet Rewards: vaults pay depositors out of pots that somebody fills, and the pallet's account
 * pays what services earned. No hooks.
 */
public final class Rewards implements Pallet<RewardsCall>, DelegationRewards, JobIncome {
  private final RewardsStorage storage;
  private final RewardsQueries queries;
  private final Vaults vaults;
  private final VaultTotals totals;
  private final VaultClaims claims;
  private final IncomeBook income;
  private final IncomeClaims incomeClaims;
  private final UserDeposits deposits;
  private final IncomeShares shares;
  private final Predicate<Origin> force;
  private final DelegationRewards nominated;

  /**
   * What Rewards works with.
   *
   * @param deposits of restaking
   * @param currency pays
   * @param shares divides the income of operators
   * @param network what may be done on it
   */
  public record Ports(UserDeposits deposits, Currency currency, IncomeShares shares,
      RewardsNetwork network) {}

  /** The pallet over {@code storage} under {@code rules}. */
  public Rewards(RewardsStorage storage, Block block, RewardsQueries queries, Ports ports,
      VaultRules rules, Backlog backlog) {
    this.storage = storage;
    this.queries = queries;
    this.deposits = ports.deposits;
    this.shares = ports.shares;
    this.force = ports.network.force();
    this.vaults =
        new Vaults(storage, block, ports.network, rules.apyLimit(), rules.assetEntry(),
            rules.potOfZero());
    this.totals =
        new VaultTotals(storage, block, ports.deposits, rules.ghosts(), rules.topUp());
    this.claims = new VaultClaims(storage, block, ports.currency, queries, rules.claim());
    this.nominated = switch (rules.nominated()) {
      case COUNTED_UNPAID -> new CountedNominations(totals, queries);
      case NOT_COUNTED -> DelegationRewards.NONE;
    };
    this.income = new IncomeBook(storage, block, backlog);
    this.incomeClaims = new IncomeClaims(storage, block, ports.currency);
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return RewardsDeclaration.of(storage);
  }

  @Override
  public String name() {
    return RewardsCall.PALLET;
  }

  @Override
  public DispatchInfo info(RewardsCall call) {
    return RewardsWeights.of(call);
  }

  @Override
  public PostDispatch dispatch(Origin origin, RewardsCall call) {
    switch (call) {
      case RewardsCall.ClaimRewardsOther claim -> {
        origin.ensureSigned();
        claims.pay(claim.who(), claim.asset());
      }
      case RewardsCall.ClaimRewards claim -> incomeClaims.pay(origin.ensureSigned());
      case RewardsCall.ManageAssetRewardVault manage -> vaults.manage(forced(origin, manage));
      case RewardsCall.CreateRewardVault create -> vaults.create(forced(origin, create));
      case RewardsCall.UpdateVaultRewardConfig update -> vaults.update(forced(origin, update));
      case RewardsCall.UpdateDecayConfig decay -> vaults.decay(forced(origin, decay));
      case RewardsCall.UpdateApyBlocks blocks -> vaults.apyBlocks(forced(origin, blocks));
      case RewardsCall.SetVaultMetadata name -> {
        origin.ensureRootOrHalf();
        vaults.name(name);
      }
      case RewardsCall.RemoveVaultMetadata unname -> {
        origin.ensureRootOrHalf();
        vaults.unname(unname);
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** {@code call} of who makes and changes vaults on this network; BadOrigin. */
  private <C extends RewardsCall> C forced(Origin origin, C call) {
    Refusal.ensure(force.test(origin), DispatchError.BAD_ORIGIN);
    return call;
  }

  @Override
  public void record(AccountId account, long serviceId, Balance amount) {
    shares.share(account, serviceId, amount,
        (who, share) -> income.enter(who, serviceId, share));
  }

  @Override
  public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.delegated(who, asset, amount, lock);
  }

  @Override
  public void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount) {
    totals.undelegated(asset, amount, firstMultiplier(who, asset));
  }

  @Override
  public Optional<Balance> depositCapRemaining(Asset asset) {
    return queries.depositCapRemaining(asset);
  }

  @Override
  public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.slashed(asset, amount, lock);
  }

  @Override
  public DelegationRewards ofNominations() {
    return nominated;
  }

  private @Nullable LockMultiplier firstMultiplier(AccountId who, Asset asset) {
    List<LockInfo> locks = deposits.deposit(who, asset).map(Deposit::locks).orElse(null);
    return locks == null || locks.isEmpty() ? null : locks.getFirst().lockMultiplier();
  }
}
