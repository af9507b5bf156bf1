package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.payment.PaymentEvent;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import org.junit.jupiter.api.Test;

class TangleEngineTest {
  private static final AccountId ALICE = DevChain.account(DevChain.ALICE);
  private static final AccountId BOB = DevChain.account(DevChain.BOB);

  private static BalancesCall toBob(Balance amount) {
    return new BalancesCall.TransferKeepAlive(MultiAddress.of(BOB), amount);
  }

  @Test
  void a_transfer_leaves_the_events_of_the_chain_in_its_order() {
    var chain = new DevChain(Rules.REPAIRED);
    Bytes transfer = chain.signed(DevChain.ALICE, toBob(Balance.UNIT));

    chain.block(transfer);

    var weight = Weight.of(163_159_000L + 107_074_000, 3_593);
    Balance fee = Balance.of(107_074_000 + 163_159_000)
        .plus(Balance.of(1_000_000_000_000_000L).times(transfer.size()));
    var first = new Phase.ApplyExtrinsic(1);
    assertThat(chain.events().subList(1, chain.events().size())).containsExactly(
        new EventRecord(first, new BalancesEvent.Withdraw(ALICE, fee)),
        new EventRecord(first, new BalancesEvent.Transfer(ALICE, BOB, Balance.UNIT)),
        new EventRecord(first, new BalancesEvent.Deposit(
            io.fairlead.runtime.payment.PaymentPallet.TREASURY, fee.mulDivFloor(80, 100))),
        new EventRecord(first, new PaymentEvent.TransactionFeePaid(ALICE, fee, Balance.ZERO)),
        new EventRecord(first, new SystemEvent.ExtrinsicSuccess(
            new DispatchInfo(weight, DispatchClass.NORMAL, true))));
    assertThat(chain.nonce(ALICE)).isEqualTo(1);
  }

  @Test
  void a_failed_call_keeps_nonce_and_fee_and_nothing_else() {
    var chain = new DevChain(Rules.REPAIRED);
    Bytes tooMuch = chain.signed(DevChain.ALICE, toBob(Balance.tnt(2_000_000)));

    chain.begin();
    Applied applied = chain.engine.apply(chain.good(tooMuch));
    chain.end();

    assertThat(applied).isEqualTo(new Applied.Failed(Bytes.hex("0x0700")));
    assertThat(chain.events()).extracting(EventRecord::event)
        .noneMatch(BalancesEvent.Transfer.class::isInstance)
        .anyMatch(SystemEvent.ExtrinsicFailed.class::isInstance);
    assertThat(chain.nonce(ALICE)).isEqualTo(1);
  }

  @Test
  void what_cannot_be_included_changes_nothing_and_uses_no_index() {
    var chain = new DevChain(Rules.REPAIRED);
    var other = new DevChain(Rules.REPAIRED);
    Bytes used = chain.signed(DevChain.ALICE, toBob(Balance.UNIT));

    chain.begin();
    chain.engine.apply(chain.good(used));
    Applied again = chain.engine.apply(chain.good(used));
    var changes = chain.end();

    assertThat(again).isEqualTo(new Applied.Refused(new Validity.Invalid(Validity.Kind.STALE)));
    assertThat(changes).isEqualTo(other.block(used));
  }
}
