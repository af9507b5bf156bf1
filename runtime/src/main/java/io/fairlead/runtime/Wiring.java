package io.fairlead.runtime;

import io.fairlead.restaking.BondSlasher;
import io.fairlead.restaking.Restaking;
import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.RestakingQueries;
import io.fairlead.restaking.RestakingStorage;
import io.fairlead.restaking.RestakingWays;
import io.fairlead.restaking.Rounds;
import io.fairlead.restaking.SlashAsWritten;
import io.fairlead.restaking.SlashExactShares;
import io.fairlead.restaking.SlashReach;
import io.fairlead.restaking.SlashedBond;
import io.fairlead.restaking.StakeSlasher;
import io.fairlead.restaking.TokenContracts;
import io.fairlead.restaking.lst.Lst;
import io.fairlead.restaking.lst.LstPorts;
import io.fairlead.restaking.lst.LstStorage;
import io.fairlead.restaking.lst.PoolManner;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.BackersShare;
import io.fairlead.rewards.IncomeShares;
import io.fairlead.rewards.Onward;
import io.fairlead.rewards.Rewards;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.RewardsNetwork;
import io.fairlead.rewards.RewardsQueries;
import io.fairlead.rewards.RewardsStorage;
import io.fairlead.rewards.VaultRules;
import io.fairlead.rewards.credits.Credits;
import io.fairlead.rewards.credits.CreditsQueries;
import io.fairlead.rewards.credits.CreditsStorage;
import io.fairlead.runtime.assets.AssetLedger;
import io.fairlead.runtime.assets.AssetsPallet;
import io.fairlead.runtime.assets.AssetsStorage;
import io.fairlead.runtime.assets.PoolTokenLedger;
import io.fairlead.runtime.bags.BagsList;
import io.fairlead.runtime.bags.BagsPallet;
import io.fairlead.runtime.bags.BagsStorage;
import io.fairlead.runtime.balances.BalancesPallet;
import io.fairlead.runtime.balances.BalancesStorage;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.balances.Locks;
import io.fairlead.runtime.basefee.BaseFeePallet;
import io.fairlead.runtime.basefee.BaseFeeStorage;
import io.fairlead.runtime.extensions.NominatedRestaked;
import io.fairlead.runtime.extensions.SignedExtensions;
import io.fairlead.runtime.indices.IndexLookup;
import io.fairlead.runtime.indices.IndicesPallet;
import io.fairlead.runtime.indices.IndicesStorage;
import io.fairlead.runtime.managers.ContractManagers;
import io.fairlead.runtime.managers.ContractTokens;
import io.fairlead.runtime.managers.Contracts;
import io.fairlead.runtime.managers.ScriptedManagers;
import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.runtime.payment.PaymentStorage;
import io.fairlead.runtime.session.SessionPallet;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.runtime.staking.Bonds;
import io.fairlead.runtime.staking.StakedPools;
import io.fairlead.runtime.staking.RestakedBonds;
import io.fairlead.runtime.staking.StakingPallet;
import io.fairlead.runtime.staking.StakingQueries;
import io.fairlead.runtime.staking.StakingStorage;
import io.fairlead.runtime.staking.Voters;
import io.fairlead.runtime.sudo.SudoPallet;
import io.fairlead.runtime.sudo.SudoStorage;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.runtime.system.BlockUse;
import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.runtime.system.SystemStorage;
import io.fairlead.runtime.timestamp.TimestampPallet;
import io.fairlead.runtime.timestamp.TimestampStorage;
import io.fairlead.runtime.utility.UtilityPallet;
import io.fairlead.services.BlueprintManagers;
import io.fairlead.services.HeartbeatRules;
import io.fairlead.services.JobMoney;
import io.fairlead.services.ManagerHooks;
import io.fairlead.services.PaymentRules;
import io.fairlead.services.PriceTerms;
import io.fairlead.services.ServiceQueries;
import io.fairlead.services.Services;
import io.fairlead.services.ServiceTerms;
import io.fairlead.services.ServicesDeclaration;
import io.fairlead.services.ServicesStorage;
import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.slashing.DeferredSlashQueue;
import io.fairlead.slashing.EndedServices;
import io.fairlead.slashing.SlashDisputes;
import io.fairlead.slashing.SlashNews;
import io.fairlead.slashing.SlashReports;
import io.fairlead.slashing.SlashSchedule;
import io.fairlead.substrate.metadata.RuntimeDeclaration.IndexedPallet;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Decoded;
import java.util.Comparator;
import io.fairlead.runtime.balances.Reserves;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a runtime together: items first, then what answers from items alone, then pallets with their
 * ports. The only place that knows the rules.
 */
public final class Wiring {
  final RuntimeTypes types;
  final Store store = new Store();
  final Block block = new Block(store);
  final Dispatcher dispatcher = new Dispatcher(block);

  final SystemStorage systemItems;
  final TimestampStorage timestampItems;
  final SudoStorage sudoItems;
  final StakingStorage stakingItems;
  final RestakingStorage restakingItems;
  final ServicesStorage servicesItems;
  final LstStorage lstItems;

  final StakingQueries nativeStakes;
  final RestakingQueries stakes;
  final ServiceQueries operators;
  final RewardsQueries rewardsQueries;
  final CreditsQueries creditsQueries;

  final Accounts accounts;
  final BlockUse blockUse;
  final Ledger ledger;
  final AssetLedger assetLedger;
  final SystemPallet system;
  final TimestampPallet timestamp;
  final SudoPallet sudo;
  final AssetsPallet assets;
  final BalancesPallet balances;
  final PaymentPallet payment;
  final IndicesPallet indices;
  final StakingPallet staking;
  final SessionPallet session;
  final BagsPallet bags;
  final UtilityPallet utility;
  final BaseFeePallet baseFee;
  final Rounds rounds;
  final StakeSlasher slasher;
  final Restaking restaking;
  final DeferredSlashQueue slashes;
  final JobMoney money;
  final Services services;
  final PoolTokenLedger poolTokens;
  final Lst lst;
  final Rewards rewards;
  final Credits credits;
  final SignedExtensions extensions;
  final NominatedRestaked nominatedRestaked;
  final ScriptedManagers scripts;

  /** Pallets in the order of their hooks: ascending by index. */
  final List<Pallet<?>> pallets;

  /** Makes contracts over the state of a runtime. */
  @FunctionalInterface
  public interface ContractsOf {
    /** Contracts that may write to {@code store} and deposit events in {@code block}. */
    Contracts over(Store store, Block block);
  }

  /** A runtime of {@code types} under {@code rules}, without state; managers answer by script. */
  public Wiring(RuntimeTypes types, Rules rules) {
    this(types, rules, null);
  }

  /** The same with managers and tokens that are contracts; null: managers answer by script. */
  public Wiring(RuntimeTypes types, Rules rules, @Nullable ContractsOf contractsOf) {
    this.types = types;
    Profile profile = types.profile();
    SlashRules slashRules = rules.slashing();
    systemItems = new SystemStorage(store, types.events());
    timestampItems = new TimestampStorage(store);
    sudoItems = new SudoStorage(store);
    var assetsItems = new AssetsStorage(store);
    var balancesItems = new BalancesStorage(store, profile.crate(), profile::index);
    var paymentItems = new PaymentStorage(store);
    var indicesItems = new IndicesStorage(store);
    stakingItems = new StakingStorage(store);
    var sessionItems = new SessionStorage(store, types.sessionKeys());
    var bagsItems = new BagsStorage(store);
    restakingItems = new RestakingStorage(store);
    servicesItems = new ServicesStorage(store, slashRules.order().ofIndices());
    lstItems = new LstStorage(store, profile.poolMetadataBytesMax());
    var rewardsItems = new RewardsStorage(store);
    var creditsItems = new CreditsStorage(store);

    nativeStakes = new StakingQueries(stakingItems);
    stakes = new RestakingQueries(restakingItems);
    operators = new ServiceQueries(servicesItems);
    accounts = new Accounts(systemItems, block);
    blockUse = new BlockUse(systemItems, profile.blockLength());
    ledger = new Ledger(balancesItems, accounts, block);
    assetLedger = new AssetLedger(assetsItems, accounts, block);
    RewardRules rewardRules = rules.rewards();
    VaultRules vaultRules = rewardRules.vaults();
    rewardsQueries = new RewardsQueries(rewardsItems, block, stakes, ledger, vaultRules);
    CreditRules creditRules = rules.credits();
    creditsQueries = new CreditsQueries(creditsItems, block,
        new CreditsQueries.Stakes(stakes, stakes), creditRules.stake());
    rounds = new Rounds(restakingItems);
    scripts = new ScriptedManagers(store, ledger);
    Contracts contracts =
        contractsOf == null ? Contracts.NO_CODE : contractsOf.over(store, block);
    BlueprintManagers managers =
        contractsOf == null ? scripts : new ContractManagers(contracts);
    var tokens = new ContractTokens(contracts, this::reverted);
    var hooks = new ManagerHooks(operators, managers, block);

    rewards = new Rewards(rewardsItems, block, rewardsQueries,
        new Rewards.Ports(stakes, ledger, incomeShares(rewardRules.onward()),
            rewardsNetwork(profile)),
        vaultRules,
        rewardRules.backlog());
    credits = new Credits(creditsItems, block, creditsQueries, ledger, ledger::ensureLiquid,
        creditRules.remainder(), creditRules.burnClock());
    var lookup = new IndexLookup(indicesItems);
    var voterList = new BagsList(bagsItems, block);
    var voters =
        new Voters(stakingItems, nativeStakes, voterList, ledger, lookup, block);
    var locks = new Locks(balancesItems, ledger, block);
    var bonds = new Bonds(stakingItems, accounts, ledger, locks, voters, block);
    var restakedBonds = new RestakedBonds(nativeStakes, locks, bonds);
    RestakeRules restakeRules = rules.restaking();
    restaking = new Restaking(restakingItems, block, new Restaking.Ports(ledger, assetLedger,
        operators, operators, restakedBonds, rewards), ways(restakeRules));
    var reach = slashRules.reach();
    SlashedBond bond = switch (slashRules.bond()) {
      case FREED_FIRST -> SlashedBond.freed(block, ledger);
      case OUT_OF_RESERVE -> this::seize;
    };
    slasher = switch (slashRules.taking()) {
      case NOTHING -> StakeSlasher.NOTHING;
      case AS_WRITTEN ->
          new SlashAsWritten(restakingItems, block, bond, assetLedger, tokens, reach);
      case EXACT_SHARES ->
          new SlashExactShares(restakingItems, block, ledger, assetLedger, tokens, rewards,
              reach, switch (restakeRules.nominationSlash()) {
                case RECORD_ONLY -> BondSlasher.NOTHING;
                case TAKEN_FROM_BOND -> restakedBonds::slash;
              }, bond);
    };
    slashes = slashQueue(slashRules, hooks, reach);
    money = new JobMoney(servicesItems, operators, block, ledger, RewardsAccounts.PALLET, rewards,
        paymentRules(rules.services(), rewardRules));
    services = new Services(servicesItems, operators, block,
        new Services.Ports(stakes, slashes, hooks, ledger, assetLedger, tokens, money,
            heartbeatRules(rules.services()), prices(rules.services()), timestampItems.now::get,
            terms(rules.services())));

    system = new SystemPallet(systemItems, block, new StoreState(store));
    timestamp = new TimestampPallet(timestampItems, profile.blockMillis() / 2);
    sudo = new SudoPallet(sudoItems, block, dispatcher, lookup);
    assets = new AssetsPallet(assetsItems, assetLedger, ledger, lookup,
        profile.assets(), block);
    balances = new BalancesPallet(balancesItems, ledger, lookup, block);
    payment = new PaymentPallet(paymentItems, systemItems, ledger, block);
    indices = new IndicesPallet(indicesItems, ledger, lookup, block);
    utility = new UtilityPallet(block, dispatcher);
    baseFee = new BaseFeePallet(new BaseFeeStorage(store, profile.baseFee()), systemItems,
        profile.baseFee(), block);
    staking = new StakingPallet(stakingItems, bonds, voters);
    bags = new BagsPallet(bagsItems, voterList, voters::weightOf, lookup);
    var stakedPools = new StakedPools(stakingItems, bonds, voters);
    poolTokens = new PoolTokenLedger(assetsItems, assetLedger, block);
    lst = new Lst(lstItems, block,
        new LstPorts(ledger, ledger, poolTokens, nativeStakes, stakedPools, stakedPools,
            lookup::lookup),
        manner(rules.pools()), profile.poolMetadataBytesMax());
    session = new SessionPallet(sessionItems, block, profile.epochBlocks(),
        this::startRound, accounts, nativeStakes::stashOf);
    extensions = new SignedExtensions(accounts, blockUse, ledger, payment);
    nominatedRestaked =
        new NominatedRestaked(nativeStakes, stakes, restakeRules.unbondGuard());

    pallets = Stream
        .<Pallet<?>>of(
            system,
            timestamp,
            sudo,
            assets,
            balances,
            payment,
            indices,
            staking,
            session,
            bags,
            utility,
            baseFee,
            restaking,
            services,
            lst,
            rewards,
            credits)
        .sorted(Comparator.comparingInt(pallet -> profile.index(pallet.name()))).toList();
    pallets.forEach(dispatcher::add);
  }

  static RestakingWays ways(RestakeRules rules) {
    return new RestakingWays(rules.departure(), rules.ripeRequests(), rules.nominationLock(),
        rules.fullOperator(), rules.shortfall(), rules.fullLocks(), rules.delegationEvents(),
        rules.topUpSelection(), rules.leastBond(), rules.tokenWithdrawal(), rules.emptyWithdrawal(),
        rules.slashPending(),
        rules.deselection());
  }

  /** Out of what is reserved; where there is no recipient the operator has it back. */
  private void seize(AccountId who, Balance amount) {
    if (!block.attemptTransactional(() -> new Reserves(ledger, block).seize(who,
        RestakingAccounts.SLASH_RECIPIENT, amount)).isDone()) {
      ledger.unreserve(who, amount);
    }
  }

  private DeferredSlashQueue slashQueue(SlashRules rules, ManagerHooks hooks, SlashReach reach) {
    SlashBook book = servicesItems.slashBook();
    var terms = new SlashDisputes.Terms(rules.veto(), rules.disputeWindow(),
        rules.disputeAfterEnd());
    SlashNews news = switch (rules.news()) {
      case SILENT -> SlashNews.SILENT;
      case TOLD -> SlashNews.to(hooks);
    };
    return new DeferredSlashQueue(book, stakes, block, new DeferredSlashQueue.Parts(
        new SlashReports(book, operators, stakes, hooks, block, reach, news, rules.exposure()),
        new SlashDisputes(book, operators, stakes, hooks, block, terms),
        new EndedServices(book, stakes, slasher, news, rules.termination(), rules.sweep()), slasher,
        SlashSchedule.of(rules.deferral()), news, rules.departed()));
  }

  private static RewardsNetwork rewardsNetwork(Profile profile) {
    return profile.specName().equals("tangle") ? RewardsNetwork.MAINNET
        : RewardsNetwork.TESTNET;
  }

  private IncomeShares incomeShares(Onward onward) {
    return switch (onward) {
      case OPERATOR_KEEPS -> IncomeShares.OPERATOR_KEEPS;
      case BACKERS_SHARE -> new BackersShare(operators, stakes);
    };
  }

  private static PriceTerms prices(ServiceRules of) {
    return new PriceTerms(of.requestPrice(), of.quoteTerms(), of.quoteOrder(), of.quoteStart(),
        of.quoteMembership(), of.quotePrice());
  }

  private static HeartbeatRules heartbeatRules(ServiceRules of) {
    return new HeartbeatRules(of.managerSettings(), of.heartbeatSender(), of.heartbeatBlock(),
        of.zeroInterval(), of.heartbeatThreshold(), of.heartbeatPeriod(), of.heartbeatPenalty(),
        of.silence());
  }

  /** A new session is a new round of restaking, at whose start silent operators are judged. */
  private void startRound(long round) {
    rounds.handleRoundChange(round);
    services.roundStarted();
  }

  private static PaymentRules paymentRules(ServiceRules services, RewardRules rewards) {
    return new PaymentRules(services.jobPayment(), services.charge(), rewards.earner(),
        services.firstBilling(), services.failedBilling(), services.endedBilling(),
        services.ownerBilling(), services.billingOrder());
  }

  private static ServiceTerms terms(ServiceRules rules) {
    return new ServiceTerms(rules.preRegistration(), rules.operatorKey(), rules.unregistration(),
        rules.emptyRequest(), rules.rejection(), rules.withdrawal(), rules.starting(),
        rules.fullProfile(), rules.approvalPercent(), rules.joining(), rules.leaving(),
        rules.membership(), rules.answerer(), rules.answer(), rules.ttl());
  }

  /** Each pallet tells of the contracts that it calls itself. */
  private void reverted(EvmAddress from, EvmAddress to, Bytes data, Bytes reason) {
    block.deposit(from.equals(RestakingAccounts.PALLET_EVM)
        ? new RestakingEvent.EvmReverted(from, to, data, reason)
        : new ServicesEvent.EvmReverted(from, to, data, reason));
  }

  /** The state. */
  public Store store() {
    return store;
  }

  /** The block in execution. */
  public Block block() {
    return block;
  }

  /** Where calls go. */
  public CallDispatcher calls() {
    return dispatcher;
  }

  /** The pallets in the order of their hooks. */
  public List<Pallet<?>> pallets() {
    return pallets;
  }

  /** What a new session does to restaking. */
  public Rounds rounds() {
    return rounds;
  }

  /** What metadata tells of each pallet, ascending by index. */
  List<IndexedPallet> declarations() {
    return List.of(indexed(system.declaration(types.errors(), types.version(),
        types.profile().ss58Prefix(), types.profile().blockLength())),
        indexed(timestamp.declaration()),
        indexed(sudo.declaration(types.anyCall(), types.errors())),
        indexed(assets.declaration()), indexed(balances.declaration()),
        indexed(payment.declaration()), indexed(indices.declaration()),
        indexed(staking.declaration(types.profile().sessionsPerEra())),
        indexed(session.declaration()),
        indexed(bags.declaration()),
        indexed(UtilityPallet.declaration(types.anyCall(), types.origins(), types.errors())),
        indexed(baseFee.declaration()),
        indexed(restaking.declaration()), indexed(ServicesDeclaration.of(servicesItems)),
        indexed(lst.declaration()),
        indexed(rewards.declaration()), indexed(credits.declaration()));
  }

  private IndexedPallet indexed(PalletDeclaration declaration) {
    return new IndexedPallet(types.profile().index(declaration.name()), declaration);
  }

  /** Writes block 0. */
  void genesis(Genesis genesis) {
    system.genesis(types.version());
    genesis.endowments().forEach(each -> ledger.endow(each.account(), each.free()));
    sudoItems.key.put(genesis.sudo());
    payment.genesis();
    baseFee.genesis();
    session.genesis(genesis.session(), genesis.validators());
    restakingItems.currentRound().put(genesis.session());
    lstItems.genesis();
    genesis.masters().forEach(master -> dispatcher.dispatch(Origin.ROOT,
        new ServicesCall.UpdateMasterBlueprintServiceManager(master)));
    block.begin(0);
    genesis.managers().forEach(scripts::deploy);
  }

  private static PoolManner manner(PoolRules rules) {
    return new PoolManner(rules.maturity(), rules.takenEntries(), rules.sameEra(),
        rules.burning(), rules.depositorExit(), rules.unbondPrice(), rules.dissolution(),
        rules.rewards(), rules.depositOrder());
  }

  /** Writes pairs without executing anything; they must fit the items. */
  void restore(List<Store.Change> changes) {
    for (Store.Change change : changes) {
      Bytes value = change.value();
      Decoded<Boolean> written =
          store.writeRaw(change.key().array(), value == null ? null : value.array());
      if (written instanceof Decoded.Malformed<Boolean> bad) {
        throw new IllegalStateException("key " + change.key() + " with value " + value
            + " does not fit this runtime: " + bad.message());
      }
    }
    store.commit();
    block.begin(systemItems.number.get());
  }
}
