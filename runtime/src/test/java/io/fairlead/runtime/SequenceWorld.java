package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole runtime without fees, for many short lives from the same start: three operators, of which
 * two are registered for blueprints 0 and 1, three delegators with money of two assets, and one owner
 * of services.
 */
final class SequenceWorld {
  static final List<AccountId> OPERATORS = DevGenesis.ACCOUNTS.subList(1, 4);
  static final List<AccountId> DELEGATORS = DevGenesis.ACCOUNTS.subList(4, 7);
  static final AccountId OWNER = DevGenesis.ACCOUNTS.get(8);
  static final List<Asset> ASSETS = List.of(Asset.NATIVE, Asset.custom(1));
  static final List<BlueprintSelection> SELECTIONS = List.of(BlueprintSelection.ALL,
      BlueprintSelection.fixed(0L), BlueprintSelection.fixed(1L), BlueprintSelection.fixed(7L));
  private static final AccountId ALICE = DevGenesis.ALICE;
  private static final Origin SLASHER =
      Origin.signed(ServicesAccounts.accountOf(DevGenesis.SLASHER));
  private static final Origin DISPUTER =
      Origin.signed(ServicesAccounts.accountOf(DevGenesis.DISPUTER));
  /** Neither rounds nor fees of their own: the test makes rounds, and nobody pays. */
  private static final Set<String> SILENT = Set.of("Session", "TransactionPayment");
  /** Percent of the native asset that operators expose to services. */
  static final int EXPOSED = 50;
  private static final long START = 10;
  private static final List<AccountId> HOLDERS = Stream.concat(DevGenesis.ACCOUNTS.stream(),
      Stream.of(RestakingAccounts.PALLET, RestakingAccounts.SLASH_RECIPIENT,
          ServicesAccounts.PALLET, RewardsAccounts.PALLET))
      .toList();

  final Wiring wiring;
  final Balance issuance;
  final Balance tokens;
  private final int beginning;
  private final Map<Asset, Balance> palletAtStart = new HashMap<>();
  private final Map<Asset, Balance> treasuryAtStart = new HashMap<>();
  private long number = START;
  private long requests;

  SequenceWorld(Rules rules) {
    wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET), rules);
    wiring.genesis(DevGenesis.genesis());
    wiring.block.begin(START);
    issuance = wiring.ledger.totalIssuance();
    assets();
    for (AccountId operator : OPERATORS) {
      ok(operator, new RestakingCall.JoinOperators(Balance.of(10_000)));
    }
    for (int blueprint = 0; blueprint < 2; blueprint++) {
      blueprint();
      for (AccountId operator : OPERATORS.subList(0, 2)) {
        ok(operator, register(operator, blueprint));
      }
    }
    wiring.store.commit();
    beginning = wiring.store.mark();
    tokens = allTokens();
    ASSETS.forEach(asset -> {
      palletAtStart.put(asset, balance(RestakingAccounts.PALLET, asset));
      treasuryAtStart.put(asset, balance(RestakingAccounts.SLASH_RECIPIENT, asset));
    });
  }

  private void assets() {
    root(new AssetsCall.ForceCreate(AssetId.of(1), MultiAddress.of(ALICE), true, Balance.of(1)));
    for (AccountId delegator : DELEGATORS) {
      ok(ALICE, new AssetsCall.Mint(AssetId.of(1), MultiAddress.of(delegator),
          Balance.of(2_000_000)));
    }
    root(new RewardsCall.UpdateApyBlocks(5_256_000));
    for (int i = 0; i < ASSETS.size(); i++) {
      root(new RewardsCall.CreateRewardVault(i, new RewardConfig(new Perbill(20_000_000),
          Balance.ZERO, Balance.tnt(10_000_000), 1L)));
      root(new RewardsCall.ManageAssetRewardVault(i, ASSETS.get(i), AssetAction.ADD));
    }
  }

  private void blueprint() {
    var fields = List.<FieldType>of(new FieldType.Uint64());
    var job = new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("square"), null), fields,
        fields, new PricingModel.PayOnce(Balance.of(77)));
    ok(OWNER,
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("squares"),
            List.of(job), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST,
            List.of(), List.of(MembershipModel.Type.FIXED))));
  }

  static ServicesCall register(AccountId operator, long blueprint) {
    return new ServicesCall.Register(blueprint, World.preferences(operator), List.of(),
        Balance.ZERO);
  }

  private void ok(AccountId who, Call call) {
    assertThat(call(who, call)).as("%s", call).isInstanceOf(Outcome.Done.class);
  }

  private void root(Call call) {
    assertThat(wiring.dispatcher.dispatch(Origin.ROOT, call)).as("%s", call)
        .isInstanceOf(Outcome.Done.class);
  }

  /** Back to the start. */
  void restart() {
    wiring.store.rollback(beginning);
    number = START;
    requests = 0;
    wiring.block.begin(number);
  }

  private Outcome call(AccountId who, Call call) {
    return wiring.dispatcher.dispatch(Origin.signed(who), call);
  }

  long number() {
    return number;
  }

  long round() {
    return wiring.stakes.currentRound();
  }

  // --- steps ---

  /** Does it; empty where the step is no call. */
  List<Outcome> run(SequenceStep step) {
    AccountId operator = OPERATORS.get(step.who());
    AccountId delegator = DELEGATORS.get(step.who());
    Asset asset = ASSETS.get(step.what() % 2);
    AccountId other = OPERATORS.get(step.what() / 2 % 3);
    Balance amount = Balance.of(step.amount());
    return switch (step.kind()) {
      case JOIN -> one(operator, new RestakingCall.JoinOperators(amount));
      case BOND_MORE -> one(operator, new RestakingCall.OperatorBondMore(amount));
      case UNSTAKE -> one(operator, new RestakingCall.ScheduleOperatorUnstake(amount));
      case EXECUTE_UNSTAKE -> one(operator, new RestakingCall.ExecuteOperatorUnstake());
      case CANCEL_UNSTAKE -> one(operator, new RestakingCall.CancelOperatorUnstake());
      case OFFLINE -> one(operator, new RestakingCall.GoOffline());
      case ONLINE -> one(operator, new RestakingCall.GoOnline());
      case LEAVE -> one(operator, new RestakingCall.ScheduleLeaveOperators());
      case EXECUTE_LEAVE -> one(operator, new RestakingCall.ExecuteLeaveOperators());
      case CANCEL_LEAVE -> one(operator, new RestakingCall.CancelLeaveOperators());
      case REGISTER -> one(operator, register(operator, step.what() % 2));
      case UNREGISTER -> one(operator, new ServicesCall.Unregister(step.what() % 2));
      case DEPOSIT -> one(delegator, new RestakingCall.Deposit(asset, amount, null, null));
      case DELEGATE -> one(delegator, new RestakingCall.Delegate(other, asset, amount,
          SELECTIONS.get(step.what() % SELECTIONS.size())));
      case UNDELEGATE ->
          one(delegator, new RestakingCall.ScheduleDelegatorUnstake(other, asset, amount));
      case EXECUTE_UNDELEGATE -> one(delegator, new RestakingCall.ExecuteDelegatorUnstake());
      case CANCEL_UNDELEGATE ->
          one(delegator, new RestakingCall.CancelDelegatorUnstake(other, asset, amount));
      case WITHDRAW -> one(delegator, new RestakingCall.ScheduleWithdraw(asset, amount));
      case EXECUTE_WITHDRAW -> one(delegator, new RestakingCall.ExecuteWithdraw(null));
      case CANCEL_WITHDRAW -> one(delegator, new RestakingCall.CancelWithdraw(asset, amount));
      case SERVICE -> service(step);
      case TERMINATE -> one(OWNER, new ServicesCall.Terminate(service(step.what())));
      case SLASH -> List.of(wiring.dispatcher.dispatch(SLASHER, new ServicesCall.Slash(operator,
          service(step.what()), percent(step))));
      case DISPUTE -> List.of(dispute(DISPUTER, step));
      case VETO -> List.of(dispute(Origin.ROOT, step));
      case ROUNDS -> rounds(1 + step.what() % 4);
      case BLOCKS -> blocks(1 + step.what() % 3);
      case CALL_JOB -> one(OWNER, new ServicesCall.CallJob(service(step.what()), 0,
          List.of(new Field.Uint64(step.amount()))));
      case ANSWER -> one(operator, new ServicesCall.SubmitResult(service(step.what()),
          modulo(step.amount(), wiring.operators.nextJobCallId()),
          List.of(new Field.Uint64(step.amount()))));
      case CLAIM -> one(operator, new RewardsCall.ClaimRewards());
      case CLAIM_OTHER -> one(ALICE, new RewardsCall.ClaimRewardsOther(delegator, asset));
      case TRANSFER -> one(delegator,
          new BalancesCall.TransferAllowDeath(MultiAddress.of(operator), amount));
    };
  }

  private List<Outcome> one(AccountId who, Call call) {
    return List.of(call(who, call));
  }

  static Percent percent(SequenceStep step) {
    return new Percent(step.what() % 5 == 0 ? 100 : 1 + (int) (step.amount() % 60));
  }

  /** The number of a service that there is, was or, now and then, will be. */
  long service(int what) {
    return modulo(what, wiring.operators.nextServiceId() + 1);
  }

  private static long modulo(long value, long count) {
    return count == 0 ? 0 : value % count;
  }

  /** A service of one or two operators for blueprint 0 or 1, approved by them. */
  private List<Outcome> service(SequenceStep step) {
    var operators = new ArrayList<>(List.of(OPERATORS.get(step.who())));
    if (step.what() % 3 == 0) {
      operators.add(OPERATORS.get((step.who() + 1) % 3));
    }
    long request = requests;
    var outcomes = new ArrayList<Outcome>();
    outcomes.add(call(OWNER, new ServicesCall.Request(null, step.what() % 2, List.of(), operators,
        List.of(), List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10),
            new Percent(100))),
        1_000_000, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(operators.size()))));
    if (outcomes.getFirst().isDone()) {
      requests++;
      operators.forEach(each -> outcomes.add(call(each, new ServicesCall.Approve(request,
          List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(EXPOSED)))))));
    }
    return outcomes;
  }

  private Outcome dispute(Origin origin, SequenceStep step) {
    List<UnappliedSlash> queue = queue();
    int place = step.what() % (queue.size() + 1);
    SlashBook book = wiring.servicesItems.slashBook();
    long round = place == queue.size() ? 0 : queue.get(place).era();
    long index = place == queue.size() ? 1_000_000
        : book.ofRound(round).stream().filter(entry -> entry.getValue() == queue.get(place))
            .findFirst().orElseThrow().getKey();
    return wiring.dispatcher.dispatch(origin, new ServicesCall.Dispute(round, index));
  }

  /** What waits, oldest round first. */
  List<UnappliedSlash> queue() {
    SlashBook book = wiring.servicesItems.slashBook();
    return book.rounds().stream().flatMap(round -> book.ofRound(round).stream())
        .map(Map.Entry::getValue).toList();
  }

  private List<Outcome> rounds(int count) {
    for (int i = 0; i < count; i++) {
      begin();
      wiring.rounds.handleRoundChange(round() + 1);
      hooks();
    }
    return List.of();
  }

  private List<Outcome> blocks(int count) {
    for (int i = 0; i < count; i++) {
      begin();
      hooks();
    }
    return List.of();
  }

  private void begin() {
    number++;
    wiring.block.begin(number);
  }

  private void hooks() {
    for (Pallet<?> pallet : wiring.pallets) {
      if (!SILENT.contains(pallet.name())) {
        pallet.onInitialize(number);
      }
    }
  }

  // --- money ---

  /** All planck in all accounts. */
  Balance allMoney() {
    Balance[] sum = {Balance.ZERO};
    wiring.systemItems.accounts.forEachInAnyOrder((who, info) -> sum[0] =
        sum[0].plus(money(info)));
    return sum[0];
  }

  private static Balance money(AccountInfo info) {
    return info.data().free().plus(info.data().reserved());
  }

  /** All tokens of asset 1 in the accounts that can come to some. */
  Balance allTokens() {
    Balance sum = Balance.ZERO;
    for (AccountId who : HOLDERS) {
      sum = sum.plus(balance(who, ASSETS.get(1)));
    }
    return sum;
  }

  Balance palletAtStart(Asset asset) {
    return palletAtStart.getOrDefault(asset, Balance.ZERO);
  }

  Balance treasuryAtStart(Asset asset) {
    return treasuryAtStart.getOrDefault(asset, Balance.ZERO);
  }

  /** Planck that others hold of an account. */
  Balance reserved(AccountId who) {
    return wiring.accounts.get(who).data().reserved();
  }

  /** What an account has of an asset and can spend. */
  Balance balance(AccountId who, Asset asset) {
    return asset.equals(Asset.NATIVE) ? wiring.ledger.free(who)
        : wiring.assetLedger.balance(AssetId.of(1), who);
  }
}
