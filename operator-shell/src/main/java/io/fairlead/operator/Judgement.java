package io.fairlead.operator;

import io.fairlead.operator.plan.JobSpec;
import io.fairlead.operator.plan.ResultTypes;
import io.fairlead.operator.program.RunOutcome;
import io.fairlead.services.wire.Field;
import java.util.List;

/** What a run is worth. */
sealed interface Judgement {
  /** An answer that the chain will take. */
  record Good(List<Field> result, long jobMillis) implements Judgement {
    public Good {
      result = List.copyOf(result);
    }
  }

  /** The program failed: counted, tried again a few times. */
  record Bad(String reason) implements Judgement {}

  /** Something is missing that the operator can supply or that will come back: tried for ever. */
  record NotNow(String reason) implements Judgement {}

  /** The shell is stopping. */
  record Stopped() implements Judgement {}

  /** Judges a run by what the job declares. */
  static Judgement of(JobSpec spec, RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Answered(var fields, var took) -> ResultTypes.mismatch(spec.results(), fields)
          .<Judgement>map(why -> new Bad("answered the wrong type: " + why))
          .orElseGet(() -> new Good(fields, took.toMillis()));
      case RunOutcome.TimedOut o -> new Bad(o.message());
      case RunOutcome.Flooded o -> new Bad(o.message());
      case RunOutcome.Exited o -> new Bad(o.message());
      case RunOutcome.Unreadable o -> new Bad(o.message());
      case RunOutcome.Missing o -> new NotNow(o.message());
      case RunOutcome.HashDiffers o -> new NotNow(o.message());
      case RunOutcome.NotStarted o -> new NotNow("the program " + o.message());
      case RunOutcome.Stopped() -> new Stopped();
    };
  }
}
