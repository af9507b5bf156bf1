package io.fairlead.operator;

import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.program.Programs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What entities of job calls share: programs, blueprints, settings, the clock, who listens. */
record JobWorld(JobSpecs specs, Programs programs, Settings settings, LongSupplier clock,
    Consumer<ShellNews> news) {

  /**
   * How often and when a run is tried again.
   *
   * @param attemptsMax failed runs after which a call is given up
   * @param retryMin wait after the first failed run, doubled after each further one
   * @param retryMax longest wait, and the wait for what is missing
   * @param unwrittenMax how long an answer may wait for its signature before it is written by itself;
   *        zero: it is always written first, as a signer outside of this process needs
   */
  record Settings(int attemptsMax, Duration retryMin, Duration retryMax, Duration unwrittenMax) {
    /** The wait after failed run number {@code attempt}, from 1. */
    Duration retryAfter(int attempt) {
      Duration wait = retryMin.multipliedBy(1L << Math.min(attempt - 1, 20));
      return wait.compareTo(retryMax) < 0 ? wait : retryMax;
    }
  }

  /** Runs the job of {@code order} and judges what it gives. */
  CompletionStage<Judgement> answer(JobOrder order) {
    return specs.of(order.blueprint(), order.job())
        .thenCompose(spec -> spec.isEmpty()
            ? CompletableFuture.completedFuture(
                (Judgement) new Judgement.NotNow("blueprint " + order.blueprint() + " or its job "
                    + order.job() + " is not on chain"))
            : programs.run(spec.get().programs(), order.args())
                .thenApply(outcome -> Judgement.of(spec.get(), outcome)));
  }

  long nanos() {
    return clock.getAsLong();
  }

  void tell(ShellNews piece) {
    news.accept(piece);
  }
}
