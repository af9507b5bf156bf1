package io.fairlead.slashing;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.slashing.SlashWorld.DISPUTER;
import static io.fairlead.slashing.SlashWorld.SLASHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.NotRaised;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.ServicesStorage;
import io.fairlead.services.TestManagers;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlashCallsTest {
  private record Case(String name, DispatchError error, Consumer<SlashWorld> given,
      AccountId who, ServicesCall call) {
    @Override
    public String toString() {
      return name + ": " + error;
    }
  }

  private static final ServicesCall SLASH =
      new ServicesCall.Slash(BOB, 0, new Percent(10));
  private static final ServicesCall DISPUTE = new ServicesCall.Dispute(5, 0);

  private static Case refuse(String name, ServicesError error, Consumer<SlashWorld> given,
      AccountId who, ServicesCall call) {
    return new Case(name, new DispatchError.Module(error), given, who, call);
  }

  private static Consumer<SlashWorld> slashedBy(OriginAnswer origin) {
    return world -> world.services.managers.slashingOrigin = origin;
  }

  private static Consumer<SlashWorld> disputedBy(OriginAnswer origin) {
    return world -> world.services.managers.disputeOrigin = origin;
  }

  private static void forget(SlashWorld world, String item) {
    var store = world.services.store;
    store.pairs().forEach(pair -> {
      byte[] prefix = io.fairlead.substrate.pallet.Item.prefix("Services", item);
      if (pair.key().startsWith(io.fairlead.substrate.primitive.Bytes.of(prefix))) {
        store.writeRaw(pair.key().toArray(), null);
      }
    });
  }

  static Stream<Case> cases() {
    var failed = new OriginAnswer.Failed(HookAnswer.Plain.BROKEN);
    var reverted = new OriginAnswer.Failed(TestManagers.REVERT);
    var refused = new OriginAnswer.Failed(new HookAnswer.Refused(DispatchError.Plain.OTHER));
    Consumer<SlashWorld> nothing = world -> {
    };
    return Stream.of(
        refuse("slash of no service", ServicesError.SERVICE_NOT_FOUND, nothing, SLASHER,
            new ServicesCall.Slash(BOB, 9, new Percent(10))),
        refuse("slash without blueprint", ServicesError.BLUEPRINT_NOT_FOUND,
            world -> forget(world, "Blueprints"), SLASHER, SLASH),
        refuse("slash without masters",
            ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
            world -> forget(world, "MasterBlueprintServiceManagerRevisions"), SLASHER, SLASH),
        refuse("slashing origin undecodable", ServicesError.EVM_ABI_DECODE,
            slashedBy(OriginAnswer.UNDECODABLE), SLASHER, SLASH),
        refuse("slashing origin fails", ServicesError.NO_SLASHING_ORIGIN, slashedBy(failed),
            SLASHER, SLASH),
        refuse("slashing origin reverts", ServicesError.NO_SLASHING_ORIGIN, slashedBy(reverted),
            SLASHER, SLASH),
        new Case("slashing origin refused by the runner", DispatchError.Plain.OTHER,
            slashedBy(refused), SLASHER, SLASH),
        new Case("slash by a stranger", DispatchError.BAD_ORIGIN, nothing, EVE,
            new ServicesCall.Slash(CHARLIE, 0, new Percent(0))),
        refuse("nothing to slash", ServicesError.INVALID_SLASH_PERCENTAGE, nothing, SLASHER,
            new ServicesCall.Slash(CHARLIE, 0, new Percent(0))),
        refuse("slash of one who does not serve", ServicesError.OFFENDER_NOT_OPERATOR, nothing,
            SLASHER, new ServicesCall.Slash(CHARLIE, 0, new Percent(10))),
        refuse("slash of the inactive", ServicesError.OPERATOR_NOT_ACTIVE, world -> {
          var operators = world.services.restakingStorage.operators();
          operators.put(BOB, operators.get(BOB).withStatus(new OperatorStatus.Inactive()));
        }, SLASHER, SLASH),
        refuse("dispute of no slash", ServicesError.UNAPPLIED_SLASH_NOT_FOUND, nothing, EVE,
            new ServicesCall.Dispute(5, 1)),
        refuse("dispute after the end", ServicesError.SERVICE_NOT_FOUND,
            world -> forget(world, "Instances"), DISPUTER, DISPUTE),
        refuse("dispute without blueprint", ServicesError.BLUEPRINT_NOT_FOUND,
            world -> forget(world, "Blueprints"), DISPUTER, DISPUTE),
        refuse("dispute origin undecodable", ServicesError.EVM_ABI_DECODE,
            disputedBy(OriginAnswer.UNDECODABLE), DISPUTER, DISPUTE),
        refuse("dispute origin fails", ServicesError.NO_DISPUTE_ORIGIN, disputedBy(failed),
            DISPUTER, DISPUTE),
        new Case("dispute by the slasher", DispatchError.BAD_ORIGIN, nothing, SLASHER, DISPUTE));
  }

  private static SlashWorld ready() {
    return new SlashWorld(SlashSchedule.EXACT_ROUND, ServicesStorage.BY_KEY_BYTES).inRound(5)
        .withSlashes(33);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_refused_call_tells_its_error_and_moves_nothing(Case refused) {
    SlashWorld world = ready();
    refused.given.accept(world);
    var before = world.services.store.pairs();
    var events = List.copyOf(world.services.block.events());

    Outcome outcome = world.call(refused.who, refused.call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(refused.error,
        refused.error.equals(DispatchError.Plain.OTHER)
            ? new PostDispatch(Weight.of(25_000_000, 0), true) // the runner's own: one read
            : PostDispatch.AS_DECLARED));
    assertThat(world.services.store.pairs()).isEqualTo(before);
    assertThat(world.services.block.events()).isEqualTo(events);
  }

  @Test
  void every_error_of_both_calls_is_tested() {
    var tested = EnumSet.noneOf(ServicesError.class);
    cases().forEach(refused -> {
      if (refused.error instanceof DispatchError.Module(var error)) {
        tested.add(ServicesError.values()[error.index()]);
      }
    });

    assertThat(tested).isEqualTo(NotRaised.BY_SLASHING);
  }

  @Test
  void a_slash_waits_in_its_round_under_an_index_that_counts_over_all_rounds() {
    SlashWorld world = ready().inRound(6);

    world.withSlashes(1);

    assertThat(world.book.rounds()).containsExactly(5L, 6L);
    assertThat(world.book.find(6, 1))
        .isEqualTo(new UnappliedSlash(6, 0, 0, BOB, new Percent(1)));
    assertThat(world.services.events()).endsWith(
        new ServicesEvent.UnappliedSlash(1, BOB, 0, 0, new Percent(1), 6));
  }

  @Test
  void the_dispute_origin_takes_a_slash_out_at_any_time() {
    SlashWorld world = ready().inRound(100);

    assertThat(world.call(DISPUTER, DISPUTE)).isEqualTo(Outcome.DONE);

    assertThat(world.queued()).isZero();
    assertThat(world.services.events()).endsWith(
        new ServicesEvent.SlashDiscarded(0, BOB, 0, 0, new Percent(33), 5));
  }

  @Test
  void the_zero_address_is_an_origin_like_others() {
    SlashWorld world = ready();
    world.services.managers.slashingOrigin = new OriginAnswer.Of(EvmAddress.ZERO);

    AccountId zero = io.fairlead.services.ServicesAccounts.accountOf(EvmAddress.ZERO);
    assertThat(world.call(zero, SLASH)).isEqualTo(Outcome.DONE);
  }
}
