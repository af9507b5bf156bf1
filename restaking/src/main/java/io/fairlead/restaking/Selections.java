package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes the blueprints whose slashes the delegations of an account bear, all of them at once;
 * without an event. Whether there is such a blueprint is not asked. Both calls: NotDelegator,
 * NotInFixedMode.
 */
final class Selections {
  private final RestakingStorage storage;
  private final SlashHold hold;

  Selections(RestakingStorage storage, SlashHold hold) {
    this.storage = storage;
    this.hold = hold;
  }

  /** {@code add_blueprint_id}: DuplicateBlueprintId, MaxBlueprintsExceeded. */
  void add(AccountId who, long blueprintId) {
    change(who, ids -> {
      ensure(!ids.contains(blueprintId), RestakingError.DUPLICATE_BLUEPRINT_ID);
      ensure(ids.size() < RestakingLimits.DELEGATOR_BLUEPRINTS_MAX,
          RestakingError.MAX_BLUEPRINTS_EXCEEDED);
      var next = new ArrayList<>(ids);
      next.add(blueprintId);
      return next;
    });
  }

  /** {@code remove_blueprint_id}: BlueprintIdNotFound; LockViolation under a rule. */
  void remove(AccountId who, long blueprintId) {
    DelegatorMetadata record = storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
    hold.ensureMayDrop(record.delegations(), blueprintId);
    change(who, ids -> {
      var next = new ArrayList<>(ids);
      ensure(next.remove(Long.valueOf(blueprintId)), RestakingError.BLUEPRINT_ID_NOT_FOUND);
      return next;
    });
  }

  private void change(AccountId who, UnaryOperator<List<Long>> change) {
    DelegatorMetadata record =
        storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
    var next = new ArrayList<BondInfoDelegator>(record.delegations().size());
    for (BondInfoDelegator held : record.delegations()) {
      next.add(held.withSelection(switch (held.blueprintSelection()) {
        case BlueprintSelection.Fixed(List<Long> ids) ->
            new BlueprintSelection.Fixed(change.apply(ids));
        case BlueprintSelection.All() -> throw RestakingError.NOT_IN_FIXED_MODE.refusal();
      }));
    }
    storage.delegators.put(who, record.withDelegations(next));
  }
}
