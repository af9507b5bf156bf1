package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.Balance;

/** What both takings do to the operator itself ({@code do_slash_operator}). */
final class SlashedOperator {
  private SlashedOperator() {}

  /**
   * The operator of {@code slash}, within {@code reach}. NotAnOperator, NotActiveOperator.
   */
  static OperatorMetadata find(RestakingStorage storage, SlashReach reach,
      UnappliedSlash slash) {
    OperatorMetadata record =
        storage.operators.orRefuse(slash.operator(), RestakingError.NOT_AN_OPERATOR);
    switch (reach) {
      case ACTIVE_ONLY -> ensure(record.status() instanceof OperatorStatus.Active,
          RestakingError.NOT_ACTIVE_OPERATOR);
      case ANY_STATUS -> {
      }
    }
    return record;
  }

  /** Takes {@code amount} out of the operator's bond, and tells of it. */
  static void take(Block block, SlashedBond bond, UnappliedSlash slash, Balance amount) {
    bond.take(slash.operator(), amount);
    block.deposit(new RestakingEvent.OperatorSlashed(slash.operator(), amount, slash.serviceId(),
        slash.blueprintId(), slash.era()));
  }
}
