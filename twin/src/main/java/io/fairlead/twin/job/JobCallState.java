package io.fairlead.twin.job;

import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job call.
 *
 * @param service it was made to
 * @param caller who called; null: before this history
 * @param called the event; null: before this history
 * @param record in {@code JobCalls}; null when there is none
 * @param stored result in {@code JobResults}; null while nobody has answered
 * @param payment in {@code JobPayments}; null when there is none
 * @param results in order, the last {@link #RESULTS_MAX}; later ones may overwrite the stored one
 */
public record JobCallState(long id, long service, @Nullable AccountId caller,
    @Nullable FactId called, @Nullable JobCall record, @Nullable JobCallResult stored,
    @Nullable JobPayment payment, List<Result> results) {
  /** Results kept. */
  public static final int RESULTS_MAX = 64;

  public JobCallState {
    results = List.copyOf(results);
  }

  static final Codec<JobCallState> CODEC = Codecs.struct("JobCallState",
      Fields.of(JobCallState::new, Fields.field("id", JobCallState::id, Codecs.U64, ""),
          Fields.field("service", JobCallState::service, Codecs.U64, ""),
          Fields.field("caller", JobCallState::caller, Codecs.option(AccountId.CODEC), ""),
          Fields.field("called", JobCallState::called, Codecs.option(FactId.CODEC), ""),
          Fields.field("record", JobCallState::record, Codecs.option(JobCall.CODEC), ""),
          Fields.field("stored", JobCallState::stored, Codecs.option(JobCallResult.CODEC), ""),
          Fields.field("payment", JobCallState::payment, Codecs.option(JobPayment.CODEC), ""),
          Fields.field("results", JobCallState::results, Codecs.list(Result.CODEC), "")));

  static JobCallState blank(long id, long service) {
    return new JobCallState(id, service, null, null, null, null, null, List.of());
  }

  /** Whether anybody has answered. */
  public boolean isAnswered() {
    return stored != null || !results.isEmpty();
  }

  JobCallState calledBy(AccountId who, FactId fact) {
    return new JobCallState(id, service, who, fact, record, stored, payment, results);
  }

  JobCallState with(Result result) {
    return new JobCallState(id, service, caller, called, record, stored, payment,
        Maps.newest(results, result, RESULTS_MAX));
  }

  JobCallState withRecord(@Nullable JobCall now) {
    return new JobCallState(id, service, caller, called, now, stored, payment, results);
  }

  JobCallState withStored(@Nullable JobCallResult now) {
    return new JobCallState(id, service, caller, called, record, now, payment, results);
  }

  JobCallState withPayment(@Nullable JobPayment now) {
    return new JobCallState(id, service, caller, called, record, stored, now, results);
  }
}
