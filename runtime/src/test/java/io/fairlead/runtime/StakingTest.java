package io.fairlead.runtime;

import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static io.fairlead.runtime.WiredWorld.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.staking.Nominations;
import io.fairlead.runtime.staking.RewardDestination;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.staking.StakingError;
import io.fairlead.runtime.staking.StakingEvent;
import io.fairlead.runtime.staking.StakingLedger;
import io.fairlead.runtime.staking.StakingLedger.Chunk;
import io.fairlead.runtime.staking.StakingLimits;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.scale.Codecs;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Bonds and nominations, and every error of Staking that its calls here can raise. */
class StakingTest {
  private static final Set<StakingError> SEEN = EnumSet.noneOf(StakingError.class);
  /** No call that is here raises them: payouts, slashes, validators, controllers of their own. */
  private static final Set<StakingError> ABSENT = EnumSet.of(StakingError.DUPLICATE_INDEX,
      StakingError.INVALID_SLASH_INDEX, StakingError.FUNDED_TARGET,
      StakingError.INVALID_ERA_TO_REWARD, StakingError.INVALID_NUMBER_OF_NOMINATIONS,
      StakingError.NOT_SORTED_AND_UNIQUE, StakingError.ALREADY_CLAIMED,
      StakingError.INVALID_PAGE, StakingError.INCORRECT_HISTORY_DEPTH,
      StakingError.INCORRECT_SLASHING_SPANS, StakingError.CANNOT_CHILL_OTHER,
      StakingError.TOO_MANY_VALIDATORS, StakingError.COMMISSION_TOO_LOW,
      StakingError.BOUND_NOT_MET, StakingError.CANNOT_RESTORE_LEDGER,
      StakingError.REWARD_DESTINATION_RESTRICTED, StakingError.NOT_ENOUGH_FUNDS,
      StakingError.VIRTUAL_STAKER_NOT_ALLOWED);

  private final WiredWorld world = new WiredWorld(Rules.DEPLOYED);

  @AfterAll
  static void every_error_is_tested_or_cannot_be_raised() {
    assertThat(SEEN).doesNotContainAnyElementsOf(ABSENT);
    assertThat(EnumSet.complementOf(EnumSet.copyOf(SEEN)))
        .containsExactlyInAnyOrderElementsOf(ABSENT);
    assertThat(ErrorsDocument.of("Staking")).containsExactlyInAnyOrderElementsOf(
        ABSENT.stream().map(StakingError::chainName).toList());
  }

  private void refused(StakingError error, AccountId who, Call call) {
    world.refused(Origin.signed(who), call, new DispatchError.Module(error));
    SEEN.add(error);
  }

  private static StakingCall bond(long tnt) {
    return new StakingCall.Bond(Balance.tnt(tnt), RewardDestination.STAKED);
  }

  private static StakingCall unbond(long tnt) {
    return new StakingCall.Unbond(Balance.tnt(tnt));
  }

  private static StakingCall nominate(AccountId... targets) {
    return new StakingCall.Nominate(List.of(targets).stream().map(MultiAddress::of).toList());
  }

  private StakingLedger ledger(AccountId who) {
    return world.wiring.nativeStakes.bond(who).orElseThrow();
  }

  private void write(String item, String keyHash, AccountId key, String value) {
    String prefix = Hex.of(Item.prefix("Staking", item));
    world.wiring.store.writeRaw(
        Hex.bytes(prefix + keyHash + Hex.of(key.bytes()).substring(2)), Hex.bytes(value));
  }

  private void write(String item, byte[] value) {
    world.wiring.store.writeRaw(Item.prefix("Staking", item), value);
  }

  @Test
  void what_is_bonded_is_locked() {
    var events = world.done(ALICE, bond(300));

    assertThat(events).containsExactly(new StakingEvent.Bonded(ALICE, Balance.tnt(300)),
        new BalancesEvent.Locked(ALICE, Balance.tnt(300)));
    assertThat(ledger(ALICE)).isEqualTo(new StakingLedger(ALICE, Balance.tnt(300),
        Balance.tnt(300), List.of(), List.of()));
    assertThat(world.wiring.accounts.get(ALICE).consumers()).isEqualTo(2);
    assertThat(world.wiring.ledger.reducible(ALICE, false)).isEqualTo(Balance.tnt(700));
  }

  @Test
  void no_more_is_bonded_than_is_there() {
    world.done(ALICE, bond(5_000));
    assertThat(ledger(ALICE).active()).isEqualTo(Balance.tnt(1_000));

    assertThat(world.done(ALICE, new StakingCall.BondExtra(Balance.tnt(1))))
        .containsExactly(new StakingEvent.Bonded(ALICE, Balance.ZERO));
  }

  @Test
  void what_leaves_the_bond_is_locked_for_14_eras_and_then_free() {
    world.done(ALICE, bond(300));
    world.era(5).done(ALICE, unbond(100));
    world.done(ALICE, unbond(50));
    assertThat(ledger(ALICE).unlocking()).containsExactly(new Chunk(Balance.tnt(150), 19));

    world.era(18).done(ALICE, new StakingCall.WithdrawUnbonded(0));
    assertThat(ledger(ALICE).total()).isEqualTo(Balance.tnt(300));

    assertThat(world.era(19).done(ALICE, new StakingCall.WithdrawUnbonded(0))).containsExactly(
        new BalancesEvent.Unlocked(ALICE, Balance.tnt(150)),
        new StakingEvent.Withdrawn(ALICE, Balance.tnt(150)));
  }

  @Test
  void a_bond_of_which_nothing_is_left_ends_with_its_nomination_and_lock() {
    world.done(ALICE, bond(300));
    world.done(ALICE, nominate(BOB));
    world.done(ALICE, unbond(300));

    world.era(14).done(ALICE, new StakingCall.WithdrawUnbonded(0));

    assertThat(world.wiring.nativeStakes.bond(ALICE)).isEmpty();
    assertThat(world.wiring.nativeStakes.nominations(ALICE)).isEmpty();
    assertThat(world.wiring.accounts.get(ALICE).consumers()).isZero();
    assertThat(world.wiring.ledger.reducible(ALICE, false)).isEqualTo(Balance.tnt(1_000));
  }

  @Test
  void less_than_the_existential_deposit_does_not_stay_bonded() {
    world.done(ALICE, bond(300));

    world.done(ALICE,
        new StakingCall.Unbond(Balance.tnt(300).minus(Balance.of(9_999_999_999L))));

    assertThat(ledger(ALICE).active()).isEqualTo(Balance.ZERO);
  }

  @Test
  void what_leaves_can_stay_the_latest_first() {
    world.done(ALICE, bond(300));
    world.era(1).done(ALICE, unbond(100));
    world.era(2).done(ALICE, unbond(60));

    world.done(ALICE, new StakingCall.Rebond(Balance.tnt(70)));

    assertThat(ledger(ALICE).active()).isEqualTo(Balance.tnt(210));
    assertThat(ledger(ALICE).unlocking()).containsExactly(new Chunk(Balance.tnt(90), 15));
  }

  @Test
  void a_nomination_replaces_the_former_until_the_stash_chills() {
    world.done(ALICE, bond(300));
    world.done(ALICE, nominate(BOB));
    world.era(3).done(ALICE, nominate(CAROL, DAVE));
    assertThat(world.wiring.nativeStakes.nominations(ALICE))
        .contains(new Nominations(List.of(CAROL, DAVE), 3, false));

    assertThat(world.done(ALICE, new StakingCall.Chill()))
        .containsExactly(new StakingEvent.Chilled(ALICE));
    assertThat(world.done(ALICE, new StakingCall.Chill())).isEmpty();
  }

  @Test
  void when_all_chunks_are_used_unbonding_first_withdraws() {
    world.done(ALICE, bond(300));
    for (int era = 0; era < StakingLimits.UNLOCKING_CHUNKS_MAX; era++) {
      world.era(era).done(ALICE, unbond(1));
    }
    assertThat(ledger(ALICE).unlocking()).hasSize(32);

    world.era(32).done(ALICE, unbond(1));

    assertThat(ledger(ALICE).unlocking()).hasSize(14);
  }

  @Test
  void who_has_no_bond_or_too_small_a_one_is_refused() {
    refused(StakingError.NOT_STASH, ALICE, new StakingCall.BondExtra(Balance.tnt(1)));
    for (StakingCall call : List.of(unbond(1), new StakingCall.WithdrawUnbonded(0),
        nominate(BOB), new StakingCall.Chill(), new StakingCall.Rebond(Balance.tnt(1)),
        new StakingCall.SetPayee(RewardDestination.NONE))) {
      refused(StakingError.NOT_CONTROLLER, ALICE, call);
      world.refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
    }
    refused(StakingError.INSUFFICIENT_BOND, ALICE,
        new StakingCall.Bond(Balance.of(9_999_999_999L), RewardDestination.STASH));
    world.done(ALICE, bond(10));
    refused(StakingError.ALREADY_BONDED, ALICE, bond(10));
    refused(StakingError.NO_UNLOCK_CHUNK, ALICE, new StakingCall.Rebond(Balance.tnt(1)));
    refused(StakingError.CONTROLLER_DEPRECATED, ALICE,
        new StakingCall.SetPayee(RewardDestination.CONTROLLER));
    world.done(ALICE, new StakingCall.SetPayee(new RewardDestination.Account(BOB)));
  }

  @Test
  void a_nominator_keeps_the_least_bond() {
    write("MinNominatorBond", Balance.CODEC.encode(Balance.tnt(100)));
    world.done(ALICE, bond(99));
    refused(StakingError.INSUFFICIENT_BOND, ALICE, nominate(BOB));
    world.done(ALICE, new StakingCall.BondExtra(Balance.tnt(1)));
    world.done(ALICE, nominate(BOB));

    refused(StakingError.INSUFFICIENT_BOND, ALICE, unbond(1));

    world.done(ALICE, new StakingCall.Chill());
    world.done(ALICE, unbond(100));
    refused(StakingError.INSUFFICIENT_BOND, ALICE,
        new StakingCall.Rebond(Balance.of(9_999_999_999L)));
  }

  @Test
  void targets_are_checked_one_by_one() {
    world.done(ALICE, bond(10));
    refused(StakingError.EMPTY_TARGETS, ALICE, nominate());
    refused(StakingError.TOO_MANY_TARGETS, ALICE, new StakingCall.Nominate(
        Collections.nCopies(StakingLimits.NOMINATIONS_MAX + 1, MultiAddress.of(BOB))));
    world.refused(Origin.signed(ALICE),
        new StakingCall.Nominate(List.of(new MultiAddress.Index(99))),
        DispatchError.Plain.CANNOT_LOOKUP);
    write("MaxNominatorsCount", Codecs.U32.encode(0L));
    refused(StakingError.TOO_MANY_NOMINATORS, ALICE, nominate(BOB));
    write("MaxNominatorsCount", Codecs.U32.encode(1L));
    world.done(ALICE, nominate(BOB));
    write("Validators", hash(BOB), BOB, "0x0001");
    write("Validators", hash(CAROL), CAROL, "0x0001");

    world.done(ALICE, nominate(BOB));
    refused(StakingError.BAD_TARGET, ALICE, nominate(BOB, CAROL));
  }

  private static String hash(AccountId key) {
    return Hex.of(io.fairlead.substrate.hash.XxHash.twox64(key.bytes())).substring(2);
  }

  @Test
  void the_33rd_chunk_is_refused() {
    world.done(ALICE, bond(300));
    // without an era nothing is withdrawn first; only storage from outside has chunks then
    var chunks = Collections.nCopies(32, new Chunk(Balance.tnt(1), 14));
    var full = new StakingLedger(ALICE, Balance.tnt(300), Balance.tnt(268), chunks, List.of());
    world.wiring.store.writeRaw(Item.prefix("Staking", "CurrentEra"), null);
    world.wiring.store.writeRaw(ledgerKey(ALICE), StakingLedger.CODEC.encode(full));

    refused(StakingError.NO_MORE_CHUNKS, ALICE, unbond(1));
  }

  private static byte[] ledgerKey(AccountId who) {
    return Hex.bytes(Hex.of(Item.prefix("Staking", "Ledger"))
        + Hex.of(io.fairlead.substrate.hash.Blake2b.hash128(who.bytes())).substring(2)
        + Hex.of(who.bytes()).substring(2));
  }

  @Test
  void items_that_contradict_each_other_are_a_bad_state() {
    world.done(ALICE, bond(10));
    write("Bonded", hash(ALICE), ALICE, Hex.of(BOB.bytes()));
    refused(StakingError.BAD_STATE, ALICE, unbond(1));

    var nobody = new AccountId(9, 9, 9, 9);
    refused(StakingError.BAD_STATE, nobody, bond(10));
  }

  @Test
  void a_controller_is_no_stash() {
    world.done(ALICE, bond(10));
    world.wiring.store.writeRaw(ledgerKey(BOB), StakingLedger.CODEC.encode(ledger(ALICE)));

    refused(StakingError.ALREADY_PAIRED, BOB, bond(10));
  }

  @Test
  void a_bond_of_more_than_is_free_cannot_grow() {
    world.done(ALICE, bond(10));
    var more = new StakingLedger(ALICE, Balance.tnt(2_000), Balance.tnt(2_000), List.of(),
        List.of());
    world.wiring.store.writeRaw(ledgerKey(ALICE), StakingLedger.CODEC.encode(more));

    world.refused(Origin.signed(ALICE), new StakingCall.BondExtra(Balance.tnt(1)),
        DispatchError.Arithmetic.OVERFLOW);
  }
}
