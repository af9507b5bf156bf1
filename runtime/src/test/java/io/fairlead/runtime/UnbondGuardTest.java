package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.staking.RewardDestination;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.utility.UtilityCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code CheckNominatedRestaked} before signed transactions. */
class UnbondGuardTest {
  private static final Validity RESTAKED = new Validity.Invalid(Validity.Kind.CUSTOM, 1);

  private final DevChain chain = new DevChain(Rules.DEPLOYED);

  private CheckedExtrinsic ofBob(Call call) {
    return chain.good(chain.signed(DevChain.BOB, call));
  }

  private void restakes(long tnt) {
    chain.block(chain.signed(DevChain.ALICE, new RestakingCall.JoinOperators(Balance.tnt(1))),
        chain.signed(DevChain.BOB,
            new StakingCall.Bond(Balance.tnt(30), RewardDestination.STASH)));
    if (tnt > 0) {
      chain.block(chain.signed(DevChain.BOB, new RestakingCall.DelegateNomination(
          DevChain.account(DevChain.ALICE), Balance.tnt(tnt), BlueprintSelection.ALL)));
    }
  }

  private static Call unbond(long tnt) {
    return new StakingCall.Unbond(Balance.tnt(tnt));
  }

  @Test
  void what_is_restaked_cannot_be_unbonded_by_a_transaction() {
    restakes(10);

    assertThat(chain.engine.validate(ofBob(unbond(19)))).isInstanceOf(Validity.Valid.class);
    for (Call call : List.of(unbond(20), new UtilityCall.Batch(List.of(unbond(21))),
        new UtilityCall.BatchAll(List.of(unbond(1), unbond(21))),
        new UtilityCall.ForceBatch(
            List.of(new UtilityCall.Batch(List.of(unbond(30))))))) {
      assertThat(chain.engine.validate(ofBob(call))).as("%s", call).isEqualTo(RESTAKED);
    }
    assertThat(chain.engine.validate(ofBob(new UtilityCall.AsDerivative(0, unbond(30)))))
        .isInstanceOf(Validity.Valid.class);
  }

  @Test
  void a_block_that_holds_such_a_transaction_is_not_made() {
    restakes(10);
    var refused = ofBob(unbond(20));
    long nonce = chain.nonce(DevChain.account(DevChain.BOB));

    chain.begin();

    assertThat(chain.engine.apply(refused)).isEqualTo(new Applied.Refused(
        new Validity.Invalid(Validity.Kind.CUSTOM, 1)));
    assertThat(chain.nonce(DevChain.account(DevChain.BOB))).isEqualTo(nonce);
  }

  @Test
  void a_whole_bond_cannot_be_unbonded_even_where_nothing_is_restaked() {
    restakes(0);

    assertThat(chain.engine.validate(ofBob(unbond(30)))).isEqualTo(RESTAKED);
    assertThat(chain.engine.validate(chain.good(chain.signed(DevChain.ALICE, unbond(30)))))
        .isInstanceOf(Validity.Valid.class);
  }
}
