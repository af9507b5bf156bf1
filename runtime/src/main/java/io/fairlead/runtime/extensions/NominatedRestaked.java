package io.fairlead.runtime.extensions;

import io.fairlead.restaking.RestakingQueries;
import io.fairlead.restaking.UnbondGuard;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.staking.StakingLedger;
import io.fairlead.runtime.staking.StakingQueries;
import io.fairlead.runtime.utility.UtilityCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/**
 * The signed extension {@code CheckNominatedRestaked}, the last one: nobody unbonds in Staking what is
 * restaked. It looks into batches, and into nothing else.
 */
public final class NominatedRestaked {
  /** Why a transaction is refused. */
  public static final Validity.Unfit RESTAKED = new Validity.Invalid(Validity.Kind.CUSTOM, 1);

  private final StakingQueries staking;
  private final RestakingQueries restaking;
  private final UnbondGuard guard;

  /** Compares bonds of {@code staking} with what {@code restaking} says. */
  public NominatedRestaked(StakingQueries staking, RestakingQueries restaking,
      UnbondGuard guard) {
    this.staking = staking;
    this.restaking = restaking;
    this.guard = guard;
  }

  /** Whether {@code who} may sign {@code call}. */
  public boolean passes(AccountId who, Call call) {
    return switch (call) {
      case StakingCall.Unbond(Balance value) -> mayUnbond(who, value);
      case UtilityCall.Batch(List<Call> calls) -> allPass(who, calls);
      case UtilityCall.BatchAll(List<Call> calls) -> allPass(who, calls);
      case UtilityCall.ForceBatch(List<Call> calls) -> allPass(who, calls);
      default -> true;
    };
  }

  private boolean allPass(AccountId who, List<Call> calls) {
    return calls.stream().allMatch(call -> passes(who, call));
  }

  /** {@code can_unbound}: an account without a bond always may. */
  private boolean mayUnbond(AccountId who, Balance value) {
    return staking.bond(who).map(StakingLedger::active).map(
        active -> guard.passes(active.saturatingMinus(value), restaking.restaked(who)))
        .orElse(true);
  }
}
