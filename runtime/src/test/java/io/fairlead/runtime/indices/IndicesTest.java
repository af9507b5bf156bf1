package io.fairlead.runtime.indices;

import static io.fairlead.runtime.Wired.ALICE;
import static io.fairlead.runtime.Wired.BOB;
import static io.fairlead.runtime.Wired.BY_ALICE;
import static io.fairlead.runtime.Wired.BY_BOB;
import static io.fairlead.runtime.Wired.NOBODY;
import static io.fairlead.runtime.Wired.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.Wired;
import io.fairlead.runtime.balances.BalancesCall.TransferKeepAlive;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.indices.IndicesCall.Claim;
import io.fairlead.runtime.indices.IndicesCall.ForceTransfer;
import io.fairlead.runtime.indices.IndicesCall.Free;
import io.fairlead.runtime.indices.IndicesCall.Freeze;
import io.fairlead.runtime.indices.IndicesCall.Transfer;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicesTest {
  private static final MultiAddress SEVEN = new MultiAddress.Index(7);
  private static final Balance DEPOSIT = Balance.tnt(1);

  private final Wired world = new Wired();

  @Test
  void an_index_is_an_address_while_somebody_has_it() {
    assertThat(world.done(BY_ALICE, new Claim(7))).containsExactly(
        new BalancesEvent.Reserved(ALICE, DEPOSIT), new IndicesEvent.IndexAssigned(ALICE, 7));
    assertThat(world.done(BY_BOB, new TransferKeepAlive(SEVEN, DEPOSIT)))
        .containsExactly(new BalancesEvent.Transfer(BOB, ALICE, DEPOSIT));

    assertThat(world.done(BY_ALICE, new Free(7))).containsExactly(
        new BalancesEvent.Unreserved(ALICE, DEPOSIT), new IndicesEvent.IndexFreed(7));
    world.refused(BY_BOB, new TransferKeepAlive(SEVEN, DEPOSIT),
        DispatchError.Plain.CANNOT_LOOKUP);
  }

  @Test
  void an_index_goes_to_another_account_with_its_deposit() {
    world.done(BY_ALICE, new Claim(7));

    assertThat(world.done(BY_ALICE, new Transfer(id(BOB), 7))).containsExactly(
        new BalancesEvent.ReserveRepatriated(ALICE, BOB, DEPOSIT,
            BalancesEvent.BalanceStatus.RESERVED),
        new IndicesEvent.IndexAssigned(BOB, 7));

    assertThat(world.reserved(ALICE)).isEqualTo(Balance.ZERO);
    assertThat(world.reserved(BOB)).isEqualTo(DEPOSIT);
    world.refused(BY_ALICE, new Free(7), IndicesError.NOT_OWNER);
  }

  @Test
  void root_gives_indices_away_and_the_deposit_back() {
    world.done(BY_ALICE, new Claim(7));

    assertThat(world.done(Origin.ROOT, new ForceTransfer(id(BOB), 7, true))).containsExactly(
        new BalancesEvent.Unreserved(ALICE, DEPOSIT), new IndicesEvent.IndexAssigned(BOB, 7));
    assertThat(world.done(Origin.ROOT, new ForceTransfer(SEVEN, 8, false)))
        .containsExactly(new IndicesEvent.IndexAssigned(BOB, 8));
    assertThat(world.done(BY_BOB, new Transfer(id(ALICE), 8)))
        .containsExactly(new IndicesEvent.IndexAssigned(ALICE, 8));
  }

  @Test
  void an_index_kept_for_good_costs_its_deposit() {
    world.done(BY_ALICE, new Claim(7));

    assertThat(world.done(BY_ALICE, new Freeze(7))).containsExactly(
        new BalancesEvent.Slashed(ALICE, DEPOSIT), new IndicesEvent.IndexFrozen(7, ALICE));

    assertThat(world.free(ALICE)).isEqualTo(Balance.tnt(1_000_000 - 1));
    for (Call call : List.of(new Freeze(7), new Free(7), new Transfer(id(BOB), 7))) {
      world.refused(BY_ALICE, call, IndicesError.PERMANENT);
    }
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    world.done(BY_ALICE, new Claim(7));
    for (Call call : List.of(new Claim(1), new Free(1), new Freeze(1),
        new Transfer(id(BOB), 1))) {
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
    }
    world.refused(BY_ALICE, new ForceTransfer(id(BOB), 1, false), DispatchError.BAD_ORIGIN);
    world.refused(BY_BOB, new Claim(7), IndicesError.IN_USE);
    world.refused(Origin.signed(NOBODY), new Claim(8), BalancesError.INSUFFICIENT_BALANCE);
    for (Call call : List.of(new Free(1), new Freeze(1), new Transfer(id(BOB), 1))) {
      world.refused(BY_ALICE, call, IndicesError.NOT_ASSIGNED);
    }
    for (Call call : List.of(new Free(7), new Freeze(7), new Transfer(id(ALICE), 7))) {
      world.refused(BY_BOB, call, IndicesError.NOT_OWNER);
    }
    world.refused(BY_ALICE, new Transfer(SEVEN, 7), IndicesError.NOT_TRANSFER);
    world.refused(BY_ALICE, new Transfer(id(NOBODY), 7), BalancesError.DEAD_ACCOUNT);
    for (MultiAddress address : List.of(new MultiAddress.Index(1),
        new MultiAddress.Raw(Bytes.EMPTY),
        new MultiAddress.Address32(Bytes.wrap(ALICE.bytes())),
        new MultiAddress.Address20(Bytes.wrap(new byte[20])))) {
      world.refused(BY_ALICE, new Transfer(address, 7), DispatchError.Plain.CANNOT_LOOKUP);
      world.refused(Origin.ROOT, new ForceTransfer(address, 7, true),
          DispatchError.Plain.CANNOT_LOOKUP);
    }
  }
}
