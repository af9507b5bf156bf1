package io.fairlead.operator.plan;

import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.ServiceBlueprint;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known to answer a job.
 *
 * @param programs that the blueprint names, any of them will do
 * @param results types of the answer's fields
 */
public record JobSpec(List<WantedProgram> programs, List<FieldType> results) {

  public JobSpec {
    programs = List.copyOf(programs);
    results = List.copyOf(results);
  }

  /** Job {@code job} (u8) of a blueprint; empty when it has none of that index. */
  public static Optional<JobSpec> of(ServiceBlueprint blueprint, int job) {
    if (job >= blueprint.jobs().size()) {
      return Optional.empty();
    }
    JobDefinition definition = blueprint.jobs().get(job);
    return Optional.of(new JobSpec(WantedProgram.of(blueprint), definition.result()));
  }
}
