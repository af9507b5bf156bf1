package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingLimits;
import java.util.LinkedHashSet;
import java.util.List;

/** Rule {@code restaking.topUpSelection}: which blueprints a delegation bears after a top-up. */
public enum TopUpSelection {
  /** Those that it had; what the top-up names is dropped. */
  IGNORED,
  /** Those that it had and those that the top-up names. */
  MERGED;

  /** What bears {@code held} after a top-up with {@code named}. MaxBlueprintsExceeded. */
  BlueprintSelection after(BlueprintSelection held, BlueprintSelection named) {
    return switch (this) {
      case IGNORED -> held;
      case MERGED -> {
        if (!(held instanceof BlueprintSelection.Fixed(List<Long> before))
            || !(named instanceof BlueprintSelection.Fixed(List<Long> more))) {
          yield BlueprintSelection.ALL;
        }
        var union = new LinkedHashSet<>(before);
        union.addAll(more);
        ensure(union.size() <= RestakingLimits.DELEGATOR_BLUEPRINTS_MAX,
            RestakingError.MAX_BLUEPRINTS_EXCEEDED);
        yield new BlueprintSelection.Fixed(List.copyOf(union));
      }
    };
  }
}
