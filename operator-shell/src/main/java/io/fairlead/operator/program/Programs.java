package io.fairlead.operator.program;

import io.fairlead.operator.plan.WantedProgram;
import io.fairlead.services.wire.Field;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Runs a program on arguments. */
@FunctionalInterface
public interface Programs {
  /**
   * Runs the first of {@code wanted} that is here.
   *
   * @param wanted in the order of the blueprint
   * @param args of the call
   * @return how it ended; never fails
   */
  CompletionStage<RunOutcome> run(List<WantedProgram> wanted, List<Field> args);
}
