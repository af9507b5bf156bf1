package io.fairlead.services;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.Fungibles;
import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.TokenContracts;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import java.util.function.LongSupplier;

/**
 * The pallet Services ({@code pallet_services}): blueprints, their operators, requests, services and
 * their jobs. What becomes of slashes is {@link SlashIntake}'s.
 */
public final class Services implements Pallet<ServicesCall> {

  /**
   * What the pallet needs of others.
   *
   * @param stakes who operates, with what stake
   * @param slashes who decides about slashes
   * @param hooks the managers
   * @param currency the native currency
   * @param assets the Assets pallet
   * @param tokens ERC20 contracts
   * @param money what jobs cost
   * @param heartbeats the rules of heartbeats
   * @param prices the rules of prices that requests are made at
   * @param now milliseconds since 1970 of the block
   * @param terms the other rules
   */
  public record Ports(OperatorStakes stakes, SlashIntake slashes, ManagerHooks hooks,
      Currency currency, Fungibles assets, TokenContracts tokens, JobMoney money,
      HeartbeatRules heartbeats, PriceTerms prices, LongSupplier now, ServiceTerms terms) {}

  private static final DispatchInfo CREATE = info(12_950_000, 1561, 1, 2);
  private static final DispatchInfo PRE_REGISTER = info(5_670_000, 0, 0, 0);
  private static final DispatchInfo REGISTER = info(44_541_000, 6509, 8, 3);
  private static final DispatchInfo UNREGISTER = info(18_770_000, 3791, 3, 2);
  private static final DispatchInfo REQUEST = info(70_951_000, 9706, 14, 7);
  private static final DispatchInfo APPROVE = info(15_060_000, 3891, 1, 1);
  private static final DispatchInfo REJECT = info(13_470_000, 3891, 1, 1);
  private static final DispatchInfo TERMINATE = info(33_430_000, 9086, 5, 5);
  private static final DispatchInfo CALL = info(50_770_000, 6965, 8, 3);
  private static final DispatchInfo SUBMIT = info(60_781_000, 7216, 9, 2);
  private static final DispatchInfo UPDATE_RPC = info(14_690_000, 3807, 2, 1);
  private static final DispatchInfo TEN_THOUSAND = DispatchInfo.normal(Weight.of(10_000, 0));
  private static final DispatchInfo FREE_OF_WEIGHT = DispatchInfo.normal(Weight.ZERO);

  private final SlashIntake slashes;
  private final SubscriptionBilling billing;
  private final BlueprintCalls blueprints;
  private final OperatorCalls operators;
  private final RequestCalls requests;
  private final ApprovalCalls approvals;
  private final RejectionCalls rejections;
  private final EndingCalls endings;
  private final MembershipCalls memberships;
  private final JobCalls jobs;
  private final HeartbeatCalls heartbeats;
  private final HeartbeatCounts counts;
  private final ServiceQueries queries;
  private final QuoteCalls quotes;

  /** The pallet over its items. */
  public Services(ServicesStorage storage, ServiceQueries queries, Block block, Ports ports) {
    var security = new SecurityChecks(ports.stakes(), ports.assets());
    var payments = new RequestPayments(storage, block, ports);
    var profiles = new OperatorProfiles(storage, ports.terms().fullProfile());
    Lifetimes lifetimes = switch (ports.terms().ttl()) {
      case IGNORED -> Lifetimes.ENDLESS;
      case LIMITS_SERVICE -> new LimitedLifetimes(storage, block);
    };
    slashes = ports.slashes();
    billing = ports.money().billing();
    this.queries = queries;
    blueprints = new BlueprintCalls(storage, queries, block, ports.hooks());
    operators = new OperatorCalls(storage, queries, block, ports);
    requests = new RequestCalls(storage, queries, block, ports, security, payments);
    counts = new HeartbeatCounts(storage, queries, block, ports);
    approvals = new ApprovalCalls(storage, queries, block, ports, security,
        new ServiceStarts(storage, block, ports, payments, profiles, lifetimes, counts));
    endings = new EndingCalls(storage, queries, block, ports, profiles, lifetimes);
    rejections = new RejectionCalls(storage, queries, block, ports, payments);
    memberships = new MembershipCalls(storage, queries, ports, security, profiles);
    jobs = new JobCalls(storage, queries, block, ports, lifetimes);
    heartbeats = new HeartbeatCalls(storage, queries, block, counts, ports.heartbeats());
    quotes = new QuoteCalls(storage, queries, ports, requests, approvals);
  }

  private static DispatchInfo info(long refTime, long proofSize, int reads, int writes) {
    return DispatchInfo.normal(Weight.of(refTime, proofSize).readsWrites(reads, writes));
  }

  /** The number after {@code id} (u64, saturating). */
  static long next(long id) {
    return id == -1 ? id : id + 1;
  }

  @Override
  public String name() {
    return ServicesCall.PALLET;
  }

  /** Weights as declared; the chain never corrects them by what a hook used. */
  @Override
  public DispatchInfo info(ServicesCall call) {
    return switch (call) {
      case ServicesCall.CallJob c -> CALL;
      case ServicesCall.SubmitResult c -> SUBMIT;
      case ServicesCall.CreateBlueprint c -> CREATE;
      case ServicesCall.PreRegister c -> PRE_REGISTER;
      case ServicesCall.Register c -> REGISTER;
      case ServicesCall.Unregister c -> UNREGISTER;
      case ServicesCall.Request c -> REQUEST;
      case ServicesCall.Approve c -> APPROVE;
      case ServicesCall.Reject c -> REJECT;
      case ServicesCall.Terminate c -> TERMINATE;
      case ServicesCall.Slash c -> FREE_OF_WEIGHT;
      case ServicesCall.Dispute c -> FREE_OF_WEIGHT;
      case ServicesCall.UpdateMasterBlueprintServiceManager c -> FREE_OF_WEIGHT;
      case ServicesCall.JoinService c -> TEN_THOUSAND;
      case ServicesCall.LeaveService c -> TEN_THOUSAND;
      case ServicesCall.UpdateRpcAddress c -> UPDATE_RPC;
      case ServicesCall.RequestWithSignedPriceQuotes c -> TEN_THOUSAND;
      case ServicesCall.Heartbeat c -> TEN_THOUSAND;
      case ServicesCall.UpdateDefaultHeartbeatThreshold c -> TEN_THOUSAND;
      case ServicesCall.UpdateDefaultHeartbeatInterval c -> TEN_THOUSAND;
      case ServicesCall.UpdateDefaultHeartbeatSlashingWindow c -> TEN_THOUSAND;
    };
  }

  @Override
  public PostDispatch dispatch(Origin origin, ServicesCall call) {
    switch (call) {
      case ServicesCall.CallJob c ->
          jobs.call(origin.ensureSigned(), c.serviceId(), c.job(), c.args());
      case ServicesCall.SubmitResult c ->
          jobs.submitResult(origin.ensureSigned(), c.serviceId(), c.callId(), c.result());
      case ServicesCall.CreateBlueprint c ->
          blueprints.create(origin.ensureSigned(), c.blueprint());
      case ServicesCall.PreRegister c ->
          operators.preRegister(origin.ensureSigned(), c.blueprintId());
      case ServicesCall.Register c -> operators.register(origin.ensureSigned(), c);
      case ServicesCall.Unregister c ->
          operators.unregister(origin.ensureSigned(), c.blueprintId());
      case ServicesCall.Request c -> requests.request(origin.ensureSigned(), c);
      case ServicesCall.Approve c ->
          approvals.approve(origin.ensureSigned(), c.requestId(), c.securityCommitments());
      case ServicesCall.Reject c -> rejections.reject(origin.ensureSigned(), c.requestId());
      case ServicesCall.Terminate c -> endings.terminate(origin.ensureSigned(), c.serviceId());
      case ServicesCall.Slash c -> slashes.slash(origin.ensureSigned(), c.offender(),
          c.serviceId(), c.slashPercent());
      case ServicesCall.Dispute c -> slashes.dispute(origin, c.era(), c.index());
      case ServicesCall.UpdateMasterBlueprintServiceManager c -> {
        origin.ensureRootOrHalf();
        blueprints.addMaster(c.address());
      }
      case ServicesCall.JoinService c -> {
        AccountId operator = origin.ensureSigned();
        memberships.join(operator, c.instanceId(), c.securityCommitments());
        counts.serves(queries.service(c.instanceId()).blueprint(), c.instanceId(), operator);
      }
      case ServicesCall.LeaveService c ->
          memberships.leave(origin.ensureSigned(), c.instanceId());
      case ServicesCall.UpdateRpcAddress c ->
          operators.updateRpcAddress(origin.ensureSigned(), c.blueprintId(), c.rpcAddress());
      case ServicesCall.RequestWithSignedPriceQuotes c ->
          quotes.request(origin.ensureSigned(), c);
      case ServicesCall.Heartbeat c -> {
        heartbeats.heartbeat(origin.ensureSigned(), c);
        return PostDispatch.FREE;
      }
      case ServicesCall.UpdateDefaultHeartbeatThreshold c -> {
        origin.ensureRootOrHalf();
        heartbeats.setThreshold(c.threshold());
      }
      case ServicesCall.UpdateDefaultHeartbeatInterval c -> {
        origin.ensureRootOrHalf();
        heartbeats.setInterval(c.interval());
      }
      case ServicesCall.UpdateDefaultHeartbeatSlashingWindow c -> {
        origin.ensureRootOrHalf();
        heartbeats.setWindow(c.window());
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** A round has started: who sends no heartbeats is judged, by rule. Outside any transaction. */
  public void roundStarted() {
    counts.roundStarted();
  }

  /** Applies due slashes, then bills subscriptions; outside any transaction. */
  @Override
  public void onInitialize(long number) {
    slashes.onInitialize();
    billing.onInitialize(number);
  }
}
