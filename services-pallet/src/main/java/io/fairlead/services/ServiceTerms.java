package io.fairlead.services;

/**
 * The rules of registrations, requests, membership and jobs: one enum each, whose first constant is
 * what the chain does.
 *
 * @param preRegistration which blueprints can be announced
 * @param operatorKey which keys operators may register
 * @param unregistration what keeps an operator registered
 * @param emptyRequest whether a request may ask nobody
 * @param rejection what a rejection does to request and payment
 * @param withdrawal who can take a request back
 * @param starting whose approvals count for a start
 * @param fullProfile what an operator of too many services is refused with
 * @param approvalPercent what managers are told of the exposure to a request
 * @param joining what is asked of who joins a service
 * @param leaving who may leave a service
 * @param membership whether profiles follow who joins and leaves
 * @param answerer who may answer a job call
 * @param answer which of several results stands
 * @param ttl what becomes of a service after its time to live
 */
public record ServiceTerms(PreRegistration preRegistration, OperatorKey operatorKey,
    Unregistration unregistration, EmptyRequest emptyRequest, Rejection rejection,
    Withdrawal withdrawal, Starting starting, FullProfile fullProfile,
    ApprovalPercent approvalPercent, Joining joining, Leaving leaving, Membership membership,
    Answerer answerer, Answer answer, Ttl ttl) {

  /** As on chain. */
  public static final ServiceTerms DEPLOYED = new ServiceTerms(PreRegistration.ANY_NUMBER,
      OperatorKey.NOT_ZERO, Unregistration.WITHOUT_ANY_SERVICE, EmptyRequest.STORED,
      Rejection.REFUNDS_AND_STAYS, Withdrawal.NOBODY, Starting.EVERY_APPROVAL,
      FullProfile.AS_NOT_REGISTERED, ApprovalPercent.ZERO, Joining.COMMITMENTS_ALONE,
      Leaving.ANYBODY, Membership.UNRECORDED, Answerer.ANY_OPERATOR, Answer.LAST_STANDS,
      Ttl.IGNORED);

  /** Rule {@code services.preRegistration}: which blueprints can be announced. */
  public enum PreRegistration {
    /** Every number ({@code Services::pre_register}). */
    ANY_NUMBER,
    /** Blueprints that exist; others are {@code BlueprintNotFound}. */
    KNOWN_BLUEPRINT
  }

  /** Rule {@code services.operatorKey}: which keys operators may register. */
  public enum OperatorKey {
    /** 65 bytes that are not all zero; what is no key fails later, in heartbeats and quotes. */
    NOT_ZERO,
    /** Points of the curve; others are {@code InvalidKey}. */
    CURVE_POINT
  }

  /** Rule {@code services.unregistration}: what keeps an operator registered for a blueprint. */
  public enum Unregistration {
    /** Any service of the blueprint that runs, whoever serves it. */
    WITHOUT_ANY_SERVICE,
    /** Services of the blueprint that its profile holds and that it serves. */
    WITHOUT_OWN_SERVICE
  }

  /** Rule {@code services.emptyRequest}: whether a request may ask nobody. */
  public enum EmptyRequest {
    /** Yes, of dynamic membership from zero: nobody can approve or reject it, what was paid is lost. */
    STORED,
    /** No: {@code TooFewOperators}. */
    REFUSED
  }

  /** Rule {@code services.rejection}: what a rejection does to request and payment. */
  public enum Rejection {
    /** The first gives the payment back, and the others can still start the service, for nothing. */
    REFUNDS_AND_STAYS,
    /**
     * Nothing, as long as enough others may approve; then the payment goes back and the request ends.
     */
    ENDS_IF_HOPELESS
  }

  /** Rule {@code services.withdrawal}: who can take a request back. */
  public enum Withdrawal {
    /** Nobody: where operators stay silent, the payment waits for ever. */
    NOBODY,
    /** Its owner, by {@code reject}: the payment goes back and the request ends, unasked managers. */
    OWNER
  }

  /** Rule {@code services.starting}: whose approvals count for a start. */
  public enum Starting {
    /** Everybody's, also of operators that have unregistered or left since. */
    EVERY_APPROVAL,
    /** Of operators that are registered and active at the start. */
    STILL_REGISTERED
  }

  /** Rule {@code services.fullProfile}: what an operator of 1,024 services is refused with. */
  public enum FullProfile {
    /** {@code NotRegistered}. */
    AS_NOT_REGISTERED,
    /** {@code MaxServicesPerOperatorExceeded}. */
    AS_FULL
  }

  /** Rule {@code services.approvalPercent}: what {@code onApprove} is told of the exposure. */
  public enum ApprovalPercent {
    /** Zero, whatever was committed. */
    ZERO,
    /** The percent of the native asset. */
    NATIVE_EXPOSURE
  }

  /** Rule {@code services.joining}: what is asked of who joins a service. */
  public enum Joining {
    /** Commitments of the right form. */
    COMMITMENTS_ALONE,
    /** What is asked of who approves: an active operator with stake in each asset. */
    STAKE_TOO
  }

  /** Rule {@code services.leaving}: who may leave a service. */
  public enum Leaving {
    /** Every operator of the blueprint; without effect where it does not serve. */
    ANYBODY,
    /** Who serves; others are {@code NotAnOperator}. */
    MEMBERS
  }

  /** Rule {@code services.membership}: whether profiles follow who joins and leaves. */
  public enum Membership {
    /** No: who joins can leave restaking while it serves, who leaves never can again. */
    UNRECORDED,
    /** Yes. */
    RECORDED
  }

  /** Rule {@code services.answerer}: who may answer a job call. */
  public enum Answerer {
    /** Every operator registered for the blueprint. */
    ANY_OPERATOR,
    /** Who serves in the service; others are {@code NotAnOperator}. */
    MEMBERS
  }

  /** Rule {@code services.answer}: which of several results of one call stands. */
  public enum Answer {
    /** The last. */
    LAST_STANDS,
    /** The first; later ones leave their events only. */
    FIRST_STANDS
  }

  /** Rule {@code services.ttl}: what becomes of a service after its time to live. */
  public enum Ttl {
    /** Nothing. */
    IGNORED,
    /**
     * After that many blocks, if not zero, it takes no more calls ({@code ServiceNotActive}), and its
     * operators may end it as its owner may.
     */
    LIMITS_SERVICE
  }
}
