package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delegator deposited of one asset, in its smallest unit.
 *
 * @param amount everything, delegated or not, locked or not
 * @param delegatedAmount of it, delegated; at most {@code amount}
 * @param locks at most {@link RestakingLimits#DELEGATIONS_MAX}; null when none was ever made
 */
public record Deposit(Balance amount, Balance delegatedAmount, @Nullable List<LockInfo> locks) {
  /** Fields in order. */
  public static final Codec<Deposit> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::delegator::Deposit",
          Fields.of(Deposit::new, field("amount", Deposit::amount, Balance.CODEC, "Balance"),
              field("delegated_amount", Deposit::delegatedAmount, Balance.CODEC, "Balance"),
              field("locks", Deposit::locks,
                  Codecs.option(
                      Codecs.boundedVec(LockInfo.CODEC, RestakingLimits.DELEGATIONS_MAX)),
                  "Option<BoundedVec<LockInfo<Balance, BlockNumber>, MaxLocks>>")),
          RestakingLimits.BALANCE, RestakingLimits.BLOCK_NUMBER,
          Shape.param("MaxLocks", RestakingLimits.MAX_DELEGATIONS));

  public Deposit {
    locks = locks == null ? null : List.copyOf(locks);
  }

  /** The same with other amounts. */
  public Deposit withAmounts(Balance nextAmount, Balance nextDelegated) {
    return new Deposit(nextAmount, nextDelegated, locks);
  }
}
