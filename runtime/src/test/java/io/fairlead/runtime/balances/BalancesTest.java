package io.fairlead.runtime.balances;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.id;
import static io.fairlead.runtime.balances.Ledger.EXISTENTIAL_DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.Currency.Existence;
import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.balances.BalancesCall.ForceTransfer;
import io.fairlead.runtime.balances.BalancesCall.TransferAll;
import io.fairlead.runtime.balances.BalancesCall.TransferAllowDeath;
import io.fairlead.runtime.balances.BalancesCall.TransferKeepAlive;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchError.Arithmetic;
import io.fairlead.substrate.pallet.DispatchError.Plain;
import io.fairlead.substrate.pallet.DispatchError.Token;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hex;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancesTest {
  private static final Origin BY_ALICE = Origin.signed(ALICE);
  private static final Balance ONE = Balance.of(1);
  private static final Balance TNT = Balance.tnt(1);

  private final BaseWorld world = BaseWorld.usual();

  @Test
  void a_transfer_between_accounts_tells_only_of_itself() {
    assertThat(world.done(BY_ALICE, new TransferAllowDeath(id(BOB), TNT)))
        .containsExactly(new BalancesEvent.Transfer(ALICE, BOB, TNT));

    assertThat(world.free(ALICE)).isEqualTo(Balance.tnt(999));
    assertThat(world.free(BOB)).isEqualTo(Balance.tnt(1_001));
  }

  @Test
  void a_transfer_opens_an_account() {
    assertThat(world.done(BY_ALICE, new TransferKeepAlive(id(CHARLIE), EXISTENTIAL_DEPOSIT)))
        .containsExactly(new SystemEvent.NewAccount(CHARLIE),
            new BalancesEvent.Endowed(CHARLIE, EXISTENTIAL_DEPOSIT),
            new BalancesEvent.Transfer(ALICE, CHARLIE, EXISTENTIAL_DEPOSIT));

    assertThat(world.accounts.get(CHARLIE))
        .isEqualTo(new AccountInfo(0, 0, 1, 0, AccountData.of(EXISTENTIAL_DEPOSIT)));
  }

  @Test
  void what_is_left_below_the_existential_deposit_is_lost() {
    Balance issuance = world.ledger.totalIssuance();
    Balance allButOne = Balance.tnt(1_000).minus(ONE);

    assertThat(world.done(Origin.signed(BOB), new TransferAllowDeath(id(ALICE), allButOne)))
        .containsExactly(new SystemEvent.KilledAccount(BOB), new BalancesEvent.DustLost(BOB, ONE),
            new BalancesEvent.Transfer(BOB, ALICE, allButOne));

    assertThat(world.accounts.contains(BOB)).isFalse();
    assertThat(world.ledger.totalIssuance()).isEqualTo(issuance.minus(ONE));
    assertThat(world.sumOfAccounts()).isEqualTo(world.ledger.totalIssuance());
  }

  @Test
  void all_goes_with_the_account_or_but_the_existential_deposit() {
    world.done(Origin.signed(BOB), new TransferAll(id(CHARLIE), true));
    assertThat(world.free(BOB)).isEqualTo(EXISTENTIAL_DEPOSIT);

    world.done(Origin.signed(BOB), new TransferAll(id(CHARLIE), false));
    assertThat(world.accounts.contains(BOB)).isFalse();
    assertThat(world.free(CHARLIE)).isEqualTo(Balance.tnt(1_000));
  }

  @Test
  void root_moves_money_of_anybody() {
    assertThat(world.done(Origin.ROOT, new ForceTransfer(id(BOB), id(ALICE), TNT)))
        .containsExactly(new BalancesEvent.Transfer(BOB, ALICE, TNT));
  }

  @Test
  void nothing_from_nobody_endows_nobody_with_nothing() {
    assertThat(world.done(Origin.ROOT, new ForceTransfer(id(CHARLIE), id(BOB), Balance.ZERO)))
        .containsExactly(new BalancesEvent.Endowed(CHARLIE, Balance.ZERO),
            new BalancesEvent.Transfer(CHARLIE, BOB, Balance.ZERO));

    assertThat(world.accounts.contains(CHARLIE)).isFalse();
  }

  @Test
  void a_transfer_to_oneself_is_checked_and_not_told() {
    assertThat(world.done(BY_ALICE, new TransferKeepAlive(id(ALICE), TNT))).isEmpty();

    world.refused(BY_ALICE, new TransferKeepAlive(id(ALICE), Balance.tnt(1_001)),
        Token.FUNDS_UNAVAILABLE);
  }

  @Test
  void each_refusal_of_a_transfer_leaves_everything_as_it_was() {
    Balance all = Balance.tnt(1_000);
    world.refused(Origin.ROOT, new TransferKeepAlive(id(BOB), TNT), DispatchError.BAD_ORIGIN);
    world.refused(Origin.NONE, new TransferAllowDeath(id(BOB), TNT), DispatchError.BAD_ORIGIN);
    world.refused(Origin.NONE, new TransferAll(id(BOB), true), DispatchError.BAD_ORIGIN);
    world.refused(BY_ALICE, new ForceTransfer(id(BOB), id(ALICE), TNT),
        DispatchError.BAD_ORIGIN);
    for (Call call : toAnIndex()) {
      world.refused(call instanceof ForceTransfer ? Origin.ROOT : BY_ALICE, call,
          Plain.CANNOT_LOOKUP);
    }
    world.refused(BY_ALICE, new TransferAllowDeath(id(BOB), all.plus(ONE)),
        Token.FUNDS_UNAVAILABLE);
    world.refused(BY_ALICE, new TransferAllowDeath(id(BOB), all), Token.FROZEN);
    world.refused(Origin.signed(BOB), new TransferKeepAlive(id(ALICE), all),
        Token.NOT_EXPENDABLE);
    world.refused(BY_ALICE, new TransferKeepAlive(id(CHARLIE), EXISTENTIAL_DEPOSIT.minus(ONE)),
        Token.BELOW_MINIMUM);
  }

  private static List<Call> toAnIndex() {
    MultiAddress index = new MultiAddress.Index(7);
    return List.of(new TransferAllowDeath(index, TNT), new TransferKeepAlive(index, TNT),
        new TransferAll(index, false), new ForceTransfer(index, id(BOB), TNT),
        new ForceTransfer(id(BOB), index, TNT));
  }

  @Test
  void amounts_beyond_the_issuance_or_128_bits_are_refused() {
    world.set(BOB, data -> data.withFree(Balance.MAX));
    world.refused(BY_ALICE, new TransferKeepAlive(id(BOB), TNT), Arithmetic.OVERFLOW);
    world.refused(Origin.signed(BOB), new TransferKeepAlive(id(ALICE), Balance.tnt(5_000)),
        Arithmetic.UNDERFLOW);

    world.set(BOB, data -> data.with(TNT, Balance.MAX));
    world.refused(BY_ALICE, new TransferKeepAlive(id(BOB), TNT), Arithmetic.OVERFLOW);
  }

  @Test
  void the_frozen_part_of_an_account_cannot_be_moved() {
    world.set(BOB, data -> new AccountData(data.free(), Balance.ZERO, Balance.tnt(900),
        data.flags()));

    world.refused(Origin.signed(BOB), new TransferAllowDeath(id(ALICE), Balance.tnt(101)),
        Token.FROZEN);
    world.done(Origin.signed(BOB), new TransferAllowDeath(id(ALICE), Balance.tnt(100)));
    assertThat(world.free(BOB)).isEqualTo(Balance.tnt(900));
  }

  @Test
  void what_is_reserved_counts_for_the_frozen_part() {
    world.ledger.reserve(BOB, Balance.tnt(600));
    world.set(BOB, data -> new AccountData(data.free(), data.reserved(), Balance.tnt(700),
        data.flags()));

    world.refused(Origin.signed(BOB), new TransferAllowDeath(id(ALICE), Balance.tnt(301)),
        Token.FROZEN);
    world.done(Origin.signed(BOB), new TransferAllowDeath(id(ALICE), Balance.tnt(300)));
  }

  @Test
  void a_reserve_takes_a_consumer_and_gives_it_back_with_the_last_planck() {
    world.ledger.reserve(BOB, Balance.tnt(10));
    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);
    world.ledger.reserve(BOB, Balance.tnt(5));
    world.ledger.unreserve(BOB, Balance.tnt(6));
    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);
    world.ledger.unreserve(BOB, Balance.tnt(100));

    assertThat(world.accounts.get(BOB).consumers()).isZero();
    assertThat(world.free(BOB)).isEqualTo(Balance.tnt(1_000));
    assertThat(world.events()).containsExactly(
        new BalancesEvent.Reserved(BOB, Balance.tnt(10)),
        new BalancesEvent.Reserved(BOB, Balance.tnt(5)),
        new BalancesEvent.Unreserved(BOB, Balance.tnt(6)),
        new BalancesEvent.Unreserved(BOB, Balance.tnt(9)));
  }

  @Test
  void nothing_is_reserved_or_unreserved_for_nothing_or_nobody() {
    world.ledger.reserve(BOB, Balance.ZERO);
    world.ledger.unreserve(BOB, Balance.ZERO);
    world.ledger.unreserve(CHARLIE, TNT);
    assertThat(world.events()).isEmpty();

    world.ledger.unreserve(BOB, TNT);
    assertThat(world.events()).containsExactly(new BalancesEvent.Unreserved(BOB, Balance.ZERO));
  }

  @Test
  void each_refusal_of_a_reserve_leaves_everything_as_it_was() {
    world.refused(() -> world.ledger.reserve(BOB, Balance.tnt(1_001)), error(
        BalancesError.INSUFFICIENT_BALANCE));
    world.refused(() -> world.ledger.reserve(BOB, Balance.tnt(1_000)), Plain.CONSUMER_REMAINING);
    world.set(BOB, data -> data.with(data.free(), Balance.MAX));
    world.refused(() -> world.ledger.reserve(BOB, ONE), Arithmetic.OVERFLOW);
    world.set(BOB, data -> new AccountData(data.free(), Balance.ZERO, Balance.tnt(1_000),
        data.flags()));
    world.refused(() -> world.ledger.reserve(BOB, ONE),
        error(BalancesError.LIQUIDITY_RESTRICTIONS));
    world.accounts.put(BOB, new AccountInfo(0, 16, 1, 0, AccountData.of(TNT)));
    world.refused(() -> world.ledger.reserve(BOB, ONE), Plain.TOO_MANY_CONSUMERS);
  }

  @Test
  void a_reserve_that_would_end_the_account_gives_its_consumer_back_itself() {
    world.block.attempt(() -> world.ledger.reserve(BOB, Balance.tnt(1_000)));

    assertThat(world.accounts.get(BOB))
        .isEqualTo(new AccountInfo(0, 0, 1, 0, AccountData.of(Balance.tnt(1_000))));
    assertThat(world.events()).isEmpty();
  }

  @Test
  void an_account_of_the_old_logic_is_brought_to_the_new_first() {
    world.accounts.put(BOB, new AccountInfo(0, 0, 1, 0,
        new AccountData(TNT, TNT, Balance.ZERO, Balance.ZERO)));

    assertThat(world.done(BY_ALICE, new TransferKeepAlive(id(BOB), TNT))).containsExactly(
        new BalancesEvent.Upgraded(BOB), new BalancesEvent.Transfer(ALICE, BOB, TNT));

    assertThat(world.accounts.get(BOB)).isEqualTo(new AccountInfo(0, 1, 1, 0,
        AccountData.of(Balance.tnt(2)).with(Balance.tnt(2), TNT)));
  }

  @Test
  void the_currency_port_does_nothing_for_nothing_and_between_the_same_account() {
    world.ledger.transfer(ALICE, BOB, Balance.ZERO, Existence.KEEP_ALIVE);
    world.ledger.transfer(CHARLIE, CHARLIE, TNT, Existence.KEEP_ALIVE);
    assertThat(world.events()).isEmpty();

    world.ledger.transfer(BOB, ALICE, Balance.tnt(1_000), Existence.ALLOW_DEATH);
    assertThat(world.events()).containsExactly(new SystemEvent.KilledAccount(BOB),
        new BalancesEvent.Transfer(BOB, ALICE, Balance.tnt(1_000)));
  }

  @Test
  void the_currency_port_keeps_alive_where_it_must() {
    world.refused(() -> world.ledger.transfer(BOB, ALICE, Balance.tnt(1_000),
        Existence.KEEP_ALIVE), Token.NOT_EXPENDABLE);
  }

  @Test
  void the_example_of_the_extrinsic_format_is_a_call() {
    byte[] call = Hex.bytes("0x0603008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794"
        + "f26a48e5c0");

    assertThat(world.calls.decode(call).trusted())
        .isEqualTo(new TransferKeepAlive(id(BOB), Balance.of(12_345)));
  }

  @Test
  void the_issuance_stands_where_clients_look_for_it() {
    assertThat(Hex.of(world.balancesStorage.totalIssuance.prefix()))
        .isEqualTo("0xc2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80");
  }

  private static DispatchError error(BalancesError error) {
    return new DispatchError.Module(error);
  }
}
