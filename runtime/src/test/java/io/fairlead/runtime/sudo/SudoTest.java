package io.fairlead.runtime.sudo;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.balances.BalancesCall.ForceTransfer;
import io.fairlead.runtime.balances.BalancesCall.TransferKeepAlive;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.sudo.SudoCall.RemoveKey;
import io.fairlead.runtime.sudo.SudoCall.SetKey;
import io.fairlead.runtime.sudo.SudoCall.Sudo;
import io.fairlead.runtime.sudo.SudoCall.SudoAs;
import io.fairlead.runtime.sudo.SudoCall.SudoUncheckedWeight;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import org.junit.jupiter.api.Test;

class SudoTest {
  private static final Origin BY_ALICE = Origin.signed(ALICE);
  private static final Balance TNT = Balance.tnt(1);
  private static final Call FROM_BOB = new ForceTransfer(id(BOB), id(ALICE), TNT);
  private static final Call BY_BOB = new TransferKeepAlive(id(ALICE), TNT);

  private final BaseWorld world = BaseWorld.usual();

  @Test
  void the_key_acts_as_root_for_free() {
    assertThat(world.dispatch(BY_ALICE, new Sudo(FROM_BOB)))
        .isEqualTo(new Outcome.Done(PostDispatch.FREE));

    assertThat(world.events()).containsExactly(new BalancesEvent.Transfer(BOB, ALICE, TNT),
        new SudoEvent.Sudid(null));
  }

  @Test
  void the_key_acts_as_anybody_for_free() {
    assertThat(world.dispatch(BY_ALICE, new SudoAs(id(BOB), BY_BOB)))
        .isEqualTo(new Outcome.Done(PostDispatch.FREE));

    assertThat(world.events()).containsExactly(new BalancesEvent.Transfer(BOB, ALICE, TNT),
        new SudoEvent.SudoAsDone(null));
  }

  @Test
  void what_the_call_inside_refuses_is_only_told() {
    var before = world.store.pairs();
    Call tooMuch = new ForceTransfer(id(BOB), id(ALICE), Balance.tnt(1_500));

    assertThat(world.dispatch(BY_ALICE, new Sudo(tooMuch)).isDone()).isTrue();
    assertThat(world.dispatch(BY_ALICE, new SudoAs(id(CHARLIE), BY_BOB)).isDone()).isTrue();

    assertThat(world.events()).containsExactly(
        new SudoEvent.Sudid(DispatchError.Token.FUNDS_UNAVAILABLE),
        new SudoEvent.SudoAsDone(DispatchError.Token.FUNDS_UNAVAILABLE));
    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void the_key_goes_to_another_account_or_away() {
    assertThat(world.done(BY_ALICE, new SetKey(id(BOB))))
        .containsExactly(new SudoEvent.KeyChanged(ALICE, BOB));
    assertThat(world.dispatch(Origin.signed(BOB), new RemoveKey()))
        .isEqualTo(new Outcome.Done(PostDispatch.FREE));
    assertThat(world.events()).endsWith(new SudoEvent.KeyRemoved());
    assertThat(world.done(Origin.ROOT, new SetKey(id(ALICE))))
        .containsExactly(new SudoEvent.KeyChanged(null, ALICE));
  }

  @Test
  void the_key_gives_a_call_any_weight() {
    Call call = new SudoUncheckedWeight(FROM_BOB, Weight.of(3, 4));

    assertThat(world.info(call)).isEqualTo(DispatchInfo.normal(Weight.of(3, 4)));
    assertThat(world.done(BY_ALICE, call)).hasSize(2).endsWith(new SudoEvent.Sudid(null));
  }

  @Test
  void root_needs_no_key() {
    assertThat(world.done(Origin.ROOT, new Sudo(FROM_BOB))).hasSize(2);
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    var requireSudo = new DispatchError.Module(SudoError.REQUIRE_SUDO);
    for (Call call : new Call[] {new Sudo(FROM_BOB), new SudoAs(id(ALICE), BY_BOB),
        new SudoUncheckedWeight(FROM_BOB, Weight.ZERO), new SetKey(id(BOB)), new RemoveKey()}) {
      world.refused(Origin.NONE, call, DispatchError.BAD_ORIGIN);
      world.refused(Origin.signed(BOB), call, requireSudo);
    }
    world.refused(BY_ALICE, new SudoAs(new MultiAddress.Index(1), BY_BOB),
        DispatchError.Plain.CANNOT_LOOKUP);
    world.refused(BY_ALICE, new SetKey(new MultiAddress.Index(1)),
        DispatchError.Plain.CANNOT_LOOKUP);
    world.sudoStorage.key.remove();
    world.refused(BY_ALICE, new Sudo(FROM_BOB), requireSudo);
  }

  @Test
  void weight_and_class_are_those_of_the_call_inside_and_a_read_more() {
    assertThat(world.info(new Sudo(BY_BOB))).isEqualTo(
        DispatchInfo.normal(Weight.of(163_159_000 + 35_729_000, 3_593 + 1_517)));
    assertThat(world.info(new SudoAs(id(BOB), BY_BOB))).isEqualTo(
        DispatchInfo.normal(Weight.of(163_159_000 + 36_003_000, 3_593 + 1_517)));
    assertThat(world.info(new Sudo(new TimestampCall.Set(1))).dispatchClass())
        .isEqualTo(DispatchClass.MANDATORY);
  }

  @Test
  void calls_nest_to_a_limit() {
    Call call = BY_BOB;
    for (int i = 0; i < 200; i++) {
      call = new Sudo(call);
    }
    byte[] encoded = world.calls.encode(call);
    assertThat(world.calls.decode(encoded).trusted()).isEqualTo(call);
    assertThat(world.calls.size(call)).isEqualTo(encoded.length);

    byte[] deep = Hex.bytes("0x" + "0300".repeat(5_000) + "010000");
    assertThat(world.calls.decode(deep)).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void the_key_stands_where_clients_look_for_it() {
    assertThat(Hex.of(world.sudoStorage.key.prefix()))
        .isEqualTo("0x5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b");
  }
}
