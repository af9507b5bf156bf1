package io.fairlead.operator;

import io.fairlead.operator.plan.JobSpec;
import io.fairlead.services.wire.ServiceBlueprint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs of blueprints, each blueprint read once. */
final class JobSpecs {
  private final ChainSource chain;
  private final Map<Long, ServiceBlueprint> known = new ConcurrentHashMap<>();

  JobSpecs(ChainSource chain) {
    this.chain = chain;
  }

  /** Job {@code job} of blueprint {@code blueprint}; empty when there is none. */
  CompletionStage<Optional<JobSpec>> of(long blueprint, int job) {
    ServiceBlueprint read = known.get(blueprint);
    if (read != null) {
      return CompletableFuture.completedFuture(JobSpec.of(read, job));
    }
    return chain.blueprint(blueprint).thenApply(found -> found.flatMap(it -> {
      known.put(blueprint, it);
      return JobSpec.of(it, job);
    }));
  }
}
