package io.fairlead.runtime;

import io.fairlead.services.BillingOrder;
import io.fairlead.services.Charge;
import io.fairlead.services.EndedBilling;
import io.fairlead.services.FailedBilling;
import io.fairlead.services.FirstBilling;
import io.fairlead.services.HeartbeatBlock;
import io.fairlead.services.HeartbeatPenalty;
import io.fairlead.services.HeartbeatPeriod;
import io.fairlead.services.HeartbeatSender;
import io.fairlead.services.HeartbeatThreshold;
import io.fairlead.services.JobPayment;
import io.fairlead.services.ManagerSettings;
import io.fairlead.services.OwnerBilling;
import io.fairlead.services.PriceTerms;
import io.fairlead.services.ServiceTerms;
import io.fairlead.services.Silence;
import io.fairlead.services.ZeroInterval;
import java.util.List;

/**
 * Rules of services.
 *
 * @param jobPayment whether the price of a job is charged
 * @param charge what becomes of the money
 * @param firstBilling a subscription begun before its first interval is over
 * @param failedBilling a subscriber who cannot pay when it is due
 * @param endedBilling a subscription that is over
 * @param ownerBilling a subscriber who owns the service
 * @param billingOrder who is billed first
 * @param managerSettings whether a manager can set what heartbeats it wants
 * @param heartbeatSender whose heartbeats count for a service
 * @param heartbeatBlock for which block a heartbeat has to be signed
 * @param zeroInterval an interval of no blocks between heartbeats
 * @param heartbeatThreshold what the threshold of missed heartbeats is a number of
 * @param heartbeatPeriod over what time missed heartbeats count
 * @param heartbeatPenalty how much missed heartbeats cost
 * @param silence operators who send no heartbeat at all
 * @param requestPrice which payments the prices of jobs bound
 * @param quoteTerms what of a signed quote counts beside its rate
 * @param quoteOrder which quote an operator signature is over
 * @param quoteStart when a service of signed quotes starts
 * @param quoteMembership whether a request with quotes obeys what requests must
 * @param quotePrice what a request with quotes pays
 * @param preRegistration which blueprints can be announced
 * @param operatorKey which keys operators may register
 * @param unregistration what keeps an operator registered
 * @param emptyRequest whether a request may ask nobody
 * @param rejection what a rejection does to request and payment
 * @param withdrawal who can take a request back
 * @param starting whose approvals count for a start
 * @param fullProfile what an operator of 1,024 services is refused with
 * @param approvalPercent what onApprove is told of the exposure
 * @param joining what is asked of who joins a service
 * @param leaving who may leave a service
 * @param membership whether profiles follow who joins and leaves
 * @param answerer who may answer a job call
 * @param answer which of several results of a call stands
 * @param ttl what becomes of a service after its time to live
 */
public record ServiceRules(JobPayment jobPayment, Charge charge, FirstBilling firstBilling,
    FailedBilling failedBilling, EndedBilling endedBilling, OwnerBilling ownerBilling,
    BillingOrder billingOrder, ManagerSettings managerSettings,
    HeartbeatSender heartbeatSender,
    HeartbeatBlock heartbeatBlock,
    ZeroInterval zeroInterval,
    HeartbeatThreshold heartbeatThreshold,
    HeartbeatPeriod heartbeatPeriod,
    HeartbeatPenalty heartbeatPenalty,
    Silence silence,
    PriceTerms.RequestPrice requestPrice,
    PriceTerms.QuoteTerms quoteTerms,
    PriceTerms.QuoteOrder quoteOrder,
    PriceTerms.QuoteStart quoteStart,
    PriceTerms.QuoteMembership quoteMembership,
    PriceTerms.QuotePrice quotePrice,
    ServiceTerms.PreRegistration preRegistration,
    ServiceTerms.OperatorKey operatorKey,
    ServiceTerms.Unregistration unregistration,
    ServiceTerms.EmptyRequest emptyRequest,
    ServiceTerms.Rejection rejection,
    ServiceTerms.Withdrawal withdrawal,
    ServiceTerms.Starting starting,
    ServiceTerms.FullProfile fullProfile,
    ServiceTerms.ApprovalPercent approvalPercent,
    ServiceTerms.Joining joining,
    ServiceTerms.Leaving leaving,
    ServiceTerms.Membership membership,
    ServiceTerms.Answerer answerer,
    ServiceTerms.Answer answer,
    ServiceTerms.Ttl ttl) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("services.jobPayment", "whether the price of a job is charged",
          JobPayment.DORMANT, JobPayment.CHARGED),
      new RuleSwitch<>("services.charge", "what becomes of the money that a job costs",
          Charge.RESERVED, Charge.MOVED),
      new RuleSwitch<>("services.firstBilling",
          "a subscription begun before its first interval is over", FirstBilling.FORGOTTEN,
          FirstBilling.AT_ONCE),
      new RuleSwitch<>("services.failedBilling", "a subscriber who cannot pay when it is due",
          FailedBilling.STOPS, FailedBilling.SKIPPED),
      new RuleSwitch<>("services.endedBilling", "a subscription that is over",
          EndedBilling.KEPT, EndedBilling.REMOVED),
      new RuleSwitch<>("services.ownerBilling", "a subscriber who owns the service",
          OwnerBilling.FREE, OwnerBilling.BILLED),
      new RuleSwitch<>("services.billingOrder", "who is billed first where more are due than fit",
          BillingOrder.KEY_BYTES, BillingOrder.LONGEST_DUE),
      new RuleSwitch<>("services.managerSettings",
          "whether a manager can set what heartbeats it wants", ManagerSettings.UNREADABLE,
          ManagerSettings.READ),
      new RuleSwitch<>("services.heartbeatSender", "whose heartbeats count for a service",
          HeartbeatSender.ANY_OPERATOR, HeartbeatSender.MEMBER),
      new RuleSwitch<>("services.heartbeatBlock", "for which block a heartbeat has to be signed",
          HeartbeatBlock.INCLUDING, HeartbeatBlock.RECENT),
      new RuleSwitch<>("services.zeroInterval", "an interval of no blocks between heartbeats",
          ZeroInterval.PANICS, ZeroInterval.NOTHING_EXPECTED),
      new RuleSwitch<>("services.heartbeatThreshold",
          "what the threshold of missed heartbeats is a number of",
          HeartbeatThreshold.COUNT, HeartbeatThreshold.PERCENT),
      new RuleSwitch<>("services.heartbeatPeriod", "over what time missed heartbeats count",
          HeartbeatPeriod.ENDLESS, HeartbeatPeriod.WINDOW),
      new RuleSwitch<>("services.heartbeatPenalty", "how much missed heartbeats cost",
          HeartbeatPenalty.HALF, HeartbeatPenalty.MISSED_SHARE),
      new RuleSwitch<>("services.silence", "operators who send no heartbeat at all",
          Silence.UNPUNISHED, Silence.JUDGED),
      new RuleSwitch<>("services.requestPrice",
          "which payments the prices of jobs bound",
          PriceTerms.RequestPrice.ANY_ASSET, PriceTerms.RequestPrice.NATIVE),
      new RuleSwitch<>("services.quoteTerms",
          "what of a signed quote counts beside its rate",
          PriceTerms.QuoteTerms.UNREAD, PriceTerms.QuoteTerms.CHECKED),
      new RuleSwitch<>("services.quoteOrder",
          "which quote an operator signature is over",
          PriceTerms.QuoteOrder.BY_ACCOUNT, PriceTerms.QuoteOrder.BY_OPERATORS),
      new RuleSwitch<>("services.quoteStart",
          "when a service of signed quotes starts",
          PriceTerms.QuoteStart.EARLY, PriceTerms.QuoteStart.TOGETHER),
      new RuleSwitch<>("services.quoteMembership",
          "whether a request with quotes obeys what requests must",
          PriceTerms.QuoteMembership.UNCHECKED, PriceTerms.QuoteMembership.CHECKED),
      new RuleSwitch<>("services.quotePrice",
          "what a request with quotes pays",
          PriceTerms.QuotePrice.WRAPS, PriceTerms.QuotePrice.EXACT),
      new RuleSwitch<>("services.preRegistration", "which blueprints can be announced",
          ServiceTerms.PreRegistration.ANY_NUMBER, ServiceTerms.PreRegistration.KNOWN_BLUEPRINT),
      new RuleSwitch<>("services.operatorKey", "which keys operators may register",
          ServiceTerms.OperatorKey.NOT_ZERO, ServiceTerms.OperatorKey.CURVE_POINT),
      new RuleSwitch<>("services.unregistration", "what keeps an operator registered",
          ServiceTerms.Unregistration.WITHOUT_ANY_SERVICE,
          ServiceTerms.Unregistration.WITHOUT_OWN_SERVICE),
      new RuleSwitch<>("services.emptyRequest", "whether a request may ask nobody",
          ServiceTerms.EmptyRequest.STORED, ServiceTerms.EmptyRequest.REFUSED),
      new RuleSwitch<>("services.rejection", "what a rejection does to request and payment",
          ServiceTerms.Rejection.REFUNDS_AND_STAYS, ServiceTerms.Rejection.ENDS_IF_HOPELESS),
      new RuleSwitch<>("services.withdrawal", "who can take a request back",
          ServiceTerms.Withdrawal.NOBODY, ServiceTerms.Withdrawal.OWNER),
      new RuleSwitch<>("services.starting", "whose approvals count for a start",
          ServiceTerms.Starting.EVERY_APPROVAL, ServiceTerms.Starting.STILL_REGISTERED),
      new RuleSwitch<>("services.fullProfile", "what an operator of 1,024 services is refused with",
          ServiceTerms.FullProfile.AS_NOT_REGISTERED, ServiceTerms.FullProfile.AS_FULL),
      new RuleSwitch<>("services.approvalPercent", "what onApprove is told of the exposure",
          ServiceTerms.ApprovalPercent.ZERO, ServiceTerms.ApprovalPercent.NATIVE_EXPOSURE),
      new RuleSwitch<>("services.joining", "what is asked of who joins a service",
          ServiceTerms.Joining.COMMITMENTS_ALONE, ServiceTerms.Joining.STAKE_TOO),
      new RuleSwitch<>("services.leaving", "who may leave a service",
          ServiceTerms.Leaving.ANYBODY, ServiceTerms.Leaving.MEMBERS),
      new RuleSwitch<>("services.membership", "whether profiles follow who joins and leaves",
          ServiceTerms.Membership.UNRECORDED, ServiceTerms.Membership.RECORDED),
      new RuleSwitch<>("services.answerer", "who may answer a job call",
          ServiceTerms.Answerer.ANY_OPERATOR, ServiceTerms.Answerer.MEMBERS),
      new RuleSwitch<>("services.answer", "which of several results of a call stands",
          ServiceTerms.Answer.LAST_STANDS, ServiceTerms.Answer.FIRST_STANDS),
      new RuleSwitch<>("services.ttl", "what becomes of a service after its time to live",
          ServiceTerms.Ttl.IGNORED, ServiceTerms.Ttl.LIMITS_SERVICE));

  static ServiceRules of(RuleValues values) {
    return new ServiceRules(values.next(JobPayment.class), values.next(Charge.class),
        values.next(FirstBilling.class), values.next(FailedBilling.class),
        values.next(EndedBilling.class), values.next(OwnerBilling.class),
        values.next(BillingOrder.class), values.next(ManagerSettings.class),
        values.next(HeartbeatSender.class),
        values.next(HeartbeatBlock.class),
        values.next(ZeroInterval.class),
        values.next(HeartbeatThreshold.class),
        values.next(HeartbeatPeriod.class),
        values.next(HeartbeatPenalty.class),
        values.next(Silence.class),
        values.next(PriceTerms.RequestPrice.class),
        values.next(PriceTerms.QuoteTerms.class),
        values.next(PriceTerms.QuoteOrder.class),
        values.next(PriceTerms.QuoteStart.class),
        values.next(PriceTerms.QuoteMembership.class),
        values.next(PriceTerms.QuotePrice.class),
        values.next(ServiceTerms.PreRegistration.class),
        values.next(ServiceTerms.OperatorKey.class),
        values.next(ServiceTerms.Unregistration.class),
        values.next(ServiceTerms.EmptyRequest.class),
        values.next(ServiceTerms.Rejection.class),
        values.next(ServiceTerms.Withdrawal.class),
        values.next(ServiceTerms.Starting.class),
        values.next(ServiceTerms.FullProfile.class),
        values.next(ServiceTerms.ApprovalPercent.class),
        values.next(ServiceTerms.Joining.class),
        values.next(ServiceTerms.Leaving.class),
        values.next(ServiceTerms.Membership.class),
        values.next(ServiceTerms.Answerer.class),
        values.next(ServiceTerms.Answer.class),
        values.next(ServiceTerms.Ttl.class));
  }

  List<Enum<?>> values() {
    return List.of(jobPayment, charge, firstBilling, failedBilling, endedBilling, ownerBilling,
        billingOrder, managerSettings, heartbeatSender, heartbeatBlock, zeroInterval,
        heartbeatThreshold, heartbeatPeriod, heartbeatPenalty, silence, requestPrice, quoteTerms,
        quoteOrder,
        quoteStart, quoteMembership, quotePrice,
        preRegistration,
        operatorKey, unregistration, emptyRequest, rejection, withdrawal, starting, fullProfile,
        approvalPercent, joining, leaving, membership, answerer, answer, ttl);
  }
}
