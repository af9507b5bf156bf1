package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;

/**
 * The calls {@code call} and {@code submit_result}: the hot path, without copies of lists. Numbers are
 * boxed once, as keys of maps.
 */
final class JobCalls {
  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final ManagerHooks hooks;
  private final JobPayments payments;
  private final Lifetimes lifetimes;
  private final ServiceTerms.Answerer answerer;
  private final ServiceTerms.Answer answer;

  JobCalls(ServicesStorage storage, ServiceQueries queries, Block block, Services.Ports ports,
      Lifetimes lifetimes) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.hooks = ports.hooks();
    this.payments = ports.money().payments();
    this.lifetimes = lifetimes;
    this.answerer = ports.terms().answerer();
    this.answer = ports.terms().answer();
  }

  /** {@code call}. */
  void call(AccountId caller, long number, int job, List<Field> args) {
    Long serviceId = number;
    Service service =
        storage.instances.orRefuse(serviceId, ServicesError.SERVICE_NOT_FOUND);
    ServiceBlueprint blueprint = queries.blueprint(service.blueprint());
    ensure(service.owner().equals(caller) || service.permittedCallers().contains(caller),
        DispatchError.BAD_ORIGIN);
    ensure(!lifetimes.isOver(service), ServicesError.SERVICE_NOT_ACTIVE);
    JobDefinition definition = definition(blueprint, job);
    ensure(args.size() <= Limits.FIELDS_MAX, ServicesError.MAX_FIELDS_EXCEEDED);
    TypeChecker.ensureFits(definition.params(), args);
    Long callId = storage.nextJobCallId.get();
    ManagedBlueprint managed = hooks.managed(service.blueprint(), blueprint);
    AbiForm.ensure(args);
    hooks.ensureAllowed(hooks.managers().onJobCall(managed, serviceId, job, callId, args),
        ServicesError.INVALID_JOB_CALL_INPUT);
    payments.called(service, definition, job, callId, caller);
    storage.jobCalls.put(serviceId, callId, new JobCall(serviceId, job, args));
    storage.nextJobCallId.put(Services.next(callId));
    block.deposit(new ServicesEvent.JobCalled(caller, serviceId, callId, job, args));
  }

  /** {@code submit_result}. */
  void submitResult(AccountId operator, long number, long callNumber, List<Field> result) {
    Long serviceId = number;
    Long callId = callNumber;
    JobCall call = storage.jobCalls.orRefuse(serviceId, callId,
        ServicesError.SERVICE_OR_JOB_CALL_NOT_FOUND);
    Service service = queries.service(call.serviceId());
    ServiceBlueprint blueprint = queries.blueprint(service.blueprint());
    OperatorPreferences preferences = storage.operators.orRefuse(service.blueprint(), operator,
        ServicesError.NOT_REGISTERED);
    ensure(mayAnswer(operator, service), ServicesError.NOT_AN_OPERATOR);
    JobDefinition definition = definition(blueprint, call.job());
    ensure(result.size() <= Limits.FIELDS_MAX, ServicesError.MAX_FIELDS_EXCEEDED);
    TypeChecker.ensureFits(definition.result(), result);
    ManagedBlueprint managed = hooks.managed(service.blueprint(), blueprint);
    AbiForm.ensure(call.args());
    AbiForm.ensure(result);
    hooks.ensureAllowed(
        hooks.managers().onJobResult(managed, serviceId, call.job(), callId, operator,
            preferences, call.args(), result),
        ServicesError.INVALID_JOB_RESULT);
    payments.answered(definition, serviceId, callId, operator);
    if (stands(serviceId, callId)) {
      storage.jobResults.put(serviceId, callId, new JobCallResult(serviceId, callId, result));
    }
    block.deposit(new ServicesEvent.JobResultSubmitted(operator, serviceId, callId, call.job(),
        result));
  }

  private boolean mayAnswer(AccountId operator, Service service) {
    return switch (answerer) {
      case ANY_OPERATOR -> true;
      case MEMBERS -> service.isServedBy(operator);
    };
  }

  private boolean stands(Long serviceId, Long callId) {
    return switch (answer) {
      case LAST_STANDS -> true;
      case FIRST_STANDS -> !storage.jobResults.contains(serviceId, callId);
    };
  }

  private static JobDefinition definition(ServiceBlueprint blueprint, int job) {
    ensure(job < blueprint.jobs().size(), ServicesError.JOB_DEFINITION_NOT_FOUND);
    return blueprint.jobs().get(job);
  }
}
