package io.fairlead.twin.lane;

import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.session.SessionEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.MarkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which facts touch which entities. Pure: the facts of one block at a time, whole. Every event and item
 * has its line here, so a new one breaks the build.
 */
public final class Router {
  /** Job calls in one page. */
  public static final int CALLS_PER_PAGE = 256;

  /** Takes what was routed. */
  public interface Sink {
    /** The entity gets the fact. */
    void full(EntityKey key, Fact fact);

    /** The entity only counts it. */
    void tally(EntityKey key, TallyKind kind, FactId id, Balance amount);
  }

  private final Sink sink;
  private final Set<Long> recorded = new TreeSet<>();
  private final Set<Long> ended = new TreeSet<>();
  private final List<Fact.Call> calls = new ArrayList<>();
  /** Whom a slash took from last, by phase: the events of its delegators name no operator. */
  private final Map<Phase, AccountId> slashed = new HashMap<>();

  private Router(Sink sink) {
    this.sink = sink;
  }

  /** Routes the facts of one block. */
  public static void route(List<Fact> block, Sink sink) {
    var router = new Router(sink);
    block.forEach(router::note);
    block.forEach(router::route);
  }

  /** Which rounds had a slash come or go in the block: their calls and takings are told to these. */
  private void note(Fact fact) {
    if (fact instanceof Fact.Change change
        && change.changed() instanceof Changed.Slash(long round, long index, var value)) {
      (value.isEmpty() ? ended : recorded).add(round);
    } else if (fact instanceof Fact.Event event
        && event.event().typed().orElse(null) instanceof ServicesEvent.UnappliedSlash slash) {
      recorded.add(slash.era());
    } else if (fact instanceof Fact.Call call) {
      calls.add(call);
    }
  }

  private void route(Fact fact) {
    switch (fact) {
      case Fact.Mark mark -> mark(mark);
      case Fact.Call call ->
          call.call().typed().ifPresentOrElse(it -> call(call, call.signer(), it),
              () -> chain(call));
      case Fact.Event event -> event.event().typed().ifPresentOrElse(it -> event(event, it),
          () -> chain(event));
      case Fact.Change change -> change(change);
    }
  }

  private void chain(Fact fact) {
    sink.full(EntityKey.CHAIN, fact);
  }

  private void mark(Fact.Mark mark) {
    switch (mark.kind()) {
      case BLOCK -> {} // the log knows where it ends
      case ERA -> {
        chain(mark);
        full(EntityType.REWARD_ERA, mark.value(), mark);
      }
      case ROUND, RUNTIME_UPGRADED, SEEDED, HOLE -> chain(mark);
    }
  }

  private void full(EntityType type, long number, Fact fact) {
    sink.full(EntityKey.of(type, number), fact);
  }

  private void full(EntityType type, AccountId account, Fact fact) {
    sink.full(EntityKey.of(type, account), fact);
  }

  private void tally(EntityType type, long number, TallyKind kind, Fact fact) {
    sink.tally(EntityKey.of(type, number), kind, fact.id(), Balance.ZERO);
  }

  private void ofBlueprint(TallyKind kind, Fact.Event fact) {
    if (fact.blueprint() != Fact.Event.NO_BLUEPRINT) {
      tally(EntityType.BLUEPRINT, fact.blueprint(), kind, fact);
    }
  }

  private void operator(AccountId account, Fact fact) {
    full(EntityType.OPERATOR, account, fact);
  }

  private void delegator(AccountId account, Fact fact) {
    full(EntityType.DELEGATOR, account, fact);
  }

  private void page(long call, Fact fact) {
    full(EntityType.JOB_PAGE, call / CALLS_PER_PAGE, fact);
  }

  /** Of a termination. A slash that comes and goes within the block leaves no change. */
  private void slashesOfBlock(Fact fact) {
    var rounds = new TreeSet<>(ended);
    rounds.addAll(recorded);
    rounds.forEach(round -> full(EntityType.SLASH_QUEUE, round, fact));
  }

  /** Calls tell who asked; a refused one is news to its signer. */
  private void call(Fact fact, AccountId signer, Call call) {
    switch (call) {
      case ServicesCall.Slash it -> {
        recorded.forEach(round -> full(EntityType.SLASH_QUEUE, round, fact));
        operator(it.offender(), fact);
      }
      case ServicesCall.Dispute it -> full(EntityType.SLASH_QUEUE, it.era(), fact);
      case ServicesCall.Terminate it -> {
        full(EntityType.SERVICE, it.serviceId(), fact);
        slashesOfBlock(fact);
      }
      case ServicesCall.CallJob it -> full(EntityType.SERVICE, it.serviceId(), fact);
      case ServicesCall.SubmitResult it -> {
        operator(signer, fact);
        page(it.callId(), fact);
      }
      case ServicesCall other -> operator(signer, fact);
      default -> delegator(signer, fact);
    }
  }

  private void event(Fact.Event fact, Event event) {
    switch (event) {
      case ServicesEvent it -> services(fact, it);
      case RestakingEvent it -> restaking(fact, it);
      case RewardsEvent it -> rewards(fact, it);
      case SessionEvent.NewSession it -> chain(fact);
      case BalancesEvent it -> {} // money of a phase: read by the tables, not by entities
      default -> chain(fact);
    }
  }

  private void services(Fact.Event fact, ServicesEvent event) {
    switch (event) {
      case ServicesEvent.BlueprintCreated it ->
          full(EntityType.BLUEPRINT, it.blueprintId(), fact);
      case ServicesEvent.PreRegistration it -> {
        sink.tally(EntityKey.of(EntityType.OPERATOR, it.operator()), TallyKind.PRE_REGISTERED,
            fact.id(), Balance.ZERO);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.PRE_REGISTERED, fact);
      }
      case ServicesEvent.Registered it -> {
        operator(it.provider(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.REGISTERED, fact);
      }
      case ServicesEvent.Unregistered it -> {
        operator(it.operator(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.UNREGISTERED, fact);
      }
      case ServicesEvent.RpcAddressUpdated it -> {
        operator(it.operator(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.RPC_MOVED, fact);
      }
      case ServicesEvent.ServiceRequested it -> {
        full(EntityType.REQUEST, it.requestId(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.REQUESTED, fact);
        it.pendingApprovals().forEach(operator -> operator(operator, fact));
      }
      case ServicesEvent.ServiceRequestApproved it -> {
        full(EntityType.REQUEST, it.requestId(), fact);
        operator(it.operator(), fact);
      }
      case ServicesEvent.ServiceRequestRejected it -> {
        full(EntityType.REQUEST, it.requestId(), fact);
        operator(it.operator(), fact);
      }
      case ServicesEvent.ServiceInitiated it -> {
        full(EntityType.SERVICE, it.serviceId(), fact);
        full(EntityType.REQUEST, it.requestId(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.INITIATED, fact);
        fact.concerned().forEach(operator -> operator(operator, fact));
      }
      case ServicesEvent.ServiceTerminated it -> {
        full(EntityType.SERVICE, it.serviceId(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.TERMINATED, fact);
        fact.concerned().forEach(operator -> operator(operator, fact));
        slashesOfBlock(fact);
      }
      case ServicesEvent.JobCalled it -> {
        page(it.callId(), fact);
        tally(EntityType.SERVICE, it.serviceId(), TallyKind.JOB_CALLED, fact);
        ofBlueprint(TallyKind.JOB_CALLED, fact);
        fact.concerned().forEach(operator -> operator(operator, fact));
      }
      case ServicesEvent.JobResultSubmitted it -> {
        page(it.callId(), fact);
        tally(EntityType.SERVICE, it.serviceId(), TallyKind.RESULT_SUBMITTED, fact);
        ofBlueprint(TallyKind.RESULT_SUBMITTED, fact);
        operator(it.operator(), fact);
        fact.concerned().forEach(operator -> operator(operator, fact));
      }
      case ServicesEvent.PayOncePaymentProcessed it ->
          full(EntityType.SERVICE, it.serviceId(), fact);
      case ServicesEvent.SubscriptionBillingProcessed it ->
          full(EntityType.SERVICE, it.serviceId(), fact);
      case ServicesEvent.RewardDistributed it -> {
        operator(it.operator(), fact);
        full(EntityType.SERVICE, it.serviceId(), fact);
      }
      case ServicesEvent.EvmReverted it -> reverted(fact);
      case ServicesEvent.UnappliedSlash it -> {
        full(EntityType.SLASH_QUEUE, it.era(), fact);
        operator(it.operator(), fact);
        full(EntityType.SERVICE, it.serviceId(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.SLASHED, fact);
        fact.concerned().forEach(delegator -> delegator(delegator, fact));
      }
      case ServicesEvent.SlashDiscarded it -> {
        full(EntityType.SLASH_QUEUE, it.era(), fact);
        operator(it.operator(), fact);
        full(EntityType.SERVICE, it.serviceId(), fact);
        tally(EntityType.BLUEPRINT, it.blueprintId(), TallyKind.DISCARDED, fact);
        fact.concerned().forEach(delegator -> delegator(delegator, fact));
      }
      case ServicesEvent.MasterBlueprintServiceManagerRevised it -> chain(fact);
      case ServicesEvent.RequestForQuote it -> full(EntityType.BLUEPRINT, it.blueprintId(), fact);
      case ServicesEvent.HeartbeatReceived it -> {
        operator(it.operator(), fact);
        tally(EntityType.SERVICE, it.serviceId(), TallyKind.HEARTBEAT, fact);
      }
      case ServicesEvent.DefaultHeartbeatThresholdUpdated it -> chain(fact);
      case ServicesEvent.DefaultHeartbeatIntervalUpdated it -> chain(fact);
      case ServicesEvent.DefaultHeartbeatSlashingWindowUpdated it -> chain(fact);
    }
  }

  /** Counted for the chain, and told to whatever the calls of its extrinsic are told to. */
  private void reverted(Fact.Event fact) {
    sink.tally(EntityKey.CHAIN, TallyKind.REVERTED, fact.id(), Balance.ZERO);
    if (fact.phase() instanceof Phase.ApplyExtrinsic(long extrinsic)) {
      calls.stream().filter(call -> call.extrinsic() == extrinsic).forEach(
          call -> call.call().typed().ifPresent(it -> call(fact, call.signer(), it)));
    }
  }

  private void delegation(AccountId delegator, AccountId operator, Fact fact) {
    delegator(delegator, fact);
    operator(operator, fact);
  }

  private void restaking(Fact.Event fact, RestakingEvent event) {
    switch (event) {
      case RestakingEvent.OperatorJoined it -> operator(it.who(), fact);
      case RestakingEvent.OperatorLeavingScheduled it -> operator(it.who(), fact);
      case RestakingEvent.OperatorLeaveCancelled it -> operator(it.who(), fact);
      case RestakingEvent.OperatorLeaveExecuted it -> {
        operator(it.who(), fact);
        fact.concerned().forEach(delegator -> delegator(delegator, fact));
      }
      case RestakingEvent.OperatorBondMore it -> operator(it.who(), fact);
      case RestakingEvent.OperatorBondLessScheduled it -> operator(it.who(), fact);
      case RestakingEvent.OperatorBondLessExecuted it -> operator(it.who(), fact);
      case RestakingEvent.OperatorBondLessCancelled it -> operator(it.who(), fact);
      case RestakingEvent.OperatorWentOffline it -> operator(it.who(), fact);
      case RestakingEvent.OperatorWentOnline it -> operator(it.who(), fact);
      case RestakingEvent.Deposited it -> delegator(it.who(), fact);
      case RestakingEvent.ScheduledWithdraw it -> delegator(it.who(), fact);
      case RestakingEvent.ExecutedWithdraw it -> delegator(it.who(), fact);
      case RestakingEvent.CancelledWithdraw it -> delegator(it.who(), fact);
      case RestakingEvent.Delegated it -> delegation(it.who(), it.operator(), fact);
      case RestakingEvent.DelegatorUnstakeScheduled it ->
          delegation(it.who(), it.operator(), fact);
      case RestakingEvent.DelegatorUnstakeExecuted it ->
          delegation(it.who(), it.operator(), fact);
      case RestakingEvent.DelegatorUnstakeCancelled it ->
          delegation(it.who(), it.operator(), fact);
      case RestakingEvent.OperatorSlashed it -> {
        slashed.put(fact.phase(), it.operator());
        operator(it.operator(), fact);
        full(EntityType.SERVICE, it.serviceId(), fact);
        full(EntityType.SLASH_QUEUE, it.era(), fact);
      }
      case RestakingEvent.DelegatorSlashed it -> {
        delegator(it.delegator(), fact);
        AccountId operator = slashed.get(fact.phase());
        if (operator != null) {
          operator(operator, fact);
        }
        full(EntityType.SLASH_QUEUE, it.era(), fact);
      }
      case RestakingEvent.NominatedSlash it -> {
        delegation(it.delegator(), it.operator(), fact);
        full(EntityType.SLASH_QUEUE, it.era(), fact);
      }
      case RestakingEvent.EvmReverted it -> reverted(fact);
      case RestakingEvent.NominationDelegated it -> delegation(it.who(), it.operator(), fact);
      case RestakingEvent.NominationUnstakeScheduled it ->
          delegation(it.who(), it.operator(), fact);
      case RestakingEvent.NominationUnstakeExecuted it ->
          delegation(it.who(), it.operator(), fact);
      case RestakingEvent.NominationUnstakeCancelled it ->
          delegation(it.who(), it.operator(), fact);
    }
  }

  private void rewards(Fact.Event fact, RewardsEvent event) {
    switch (event) {
      case RewardsEvent.RewardsClaimed it -> delegator(it.account(), fact);
      case RewardsEvent.IncentiveAPYAndCapSet it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.BlueprintWhitelisted it ->
          full(EntityType.BLUEPRINT, it.blueprintId(), fact);
      case RewardsEvent.AssetUpdatedInVault it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.VaultRewardConfigUpdated it ->
          full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.RewardVaultCreated it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.TotalScoreUpdated it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.TotalDepositUpdated it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.DecayConfigUpdated it -> chain(fact);
      case RewardsEvent.ApyBlocksUpdated it -> chain(fact);
      case RewardsEvent.VaultMetadataSet it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.VaultMetadataRemoved it -> full(EntityType.VAULT, it.vaultId(), fact);
      case RewardsEvent.RewardRecorded it -> {
        operator(it.operator(), fact);
        full(EntityType.SERVICE, it.serviceId(), fact);
      }
      case RewardsEvent.OperatorRewardsClaimed it -> operator(it.operator(), fact);
    }
  }

  private void change(Fact.Change fact) {
    switch (fact.changed()) {
      case Changed.Blueprint it -> full(EntityType.BLUEPRINT, it.blueprint(), fact);
      case Changed.ServiceStatus it -> full(EntityType.SERVICE, it.service(), fact);
      case Changed.ServiceHeartbeat it -> full(EntityType.SERVICE, it.service(), fact);
      case Changed.OperatorHeartbeats it -> operator(it.operator(), fact);
      case Changed.Registration it -> operator(it.operator(), fact);
      case Changed.Request it -> full(EntityType.REQUEST, it.request(), fact);
      case Changed.Instance it -> {
        full(EntityType.SERVICE, it.service(), fact);
        fact.concerned().forEach(operator -> operator(operator, fact));
      }
      case Changed.UserServices it -> {} // services know their owner
      case Changed.Job it -> page(it.call(), fact);
      case Changed.JobResult it -> page(it.call(), fact);
      case Changed.Slash it -> full(EntityType.SLASH_QUEUE, it.round(), fact);
      case Changed.Profile it -> operator(it.operator(), fact);
      case Changed.StagedPayment it -> full(EntityType.REQUEST, it.request(), fact);
      case Changed.Subscription it -> full(EntityType.SERVICE, it.service(), fact);
      case Changed.Payment it -> page(it.call(), fact);
      case Changed.SubscriptionCount it -> {} // the subscriptions themselves are with their service
      case Changed.Operator it -> operator(it.operator(), fact);
      case Changed.AtStake it -> {} // the operator as it was when the round began
      case Changed.Delegator it -> delegator(it.delegator(), fact);
      case Changed.VaultScore it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.VaultDeposit it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.ServiceReward it -> delegator(it.user(), fact);
      case Changed.Claimed it -> delegator(it.user(), fact);
      case Changed.VaultAssets it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.VaultOfAsset it -> it.vault()
          .ifPresentOrElse(vault -> full(EntityType.VAULT, vault, fact), () -> chain(fact));
      case Changed.VaultConfig it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.VaultPot it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.VaultName it -> full(EntityType.VAULT, it.vault(), fact);
      case Changed.PendingRewards it -> operator(it.operator(), fact);
      case Changed.Parameter it -> chain(fact);
      case Changed.Opaque it -> chain(fact);
    }
  }
}
