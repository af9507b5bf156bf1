package io.fairlead.runtime;

import static io.fairlead.runtime.World.BOB;
import static io.fairlead.runtime.World.CHARLIE;
import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.runtime.managers.Contracts;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of registrations, requests, membership and jobs in {@code docs/rules.md}. */
class ServiceRulesTest {
  private static final List<AssetSecurityCommitment> HALF =
      List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)));
  private static final MembershipModel ONE = new MembershipModel.Fixed(1);
  private static final MembershipModel TWO = new MembershipModel.Fixed(2);
  private static final MembershipModel DYNAMIC = new MembershipModel.Dynamic(1, null);
  private static final List<Field> ANSWER = List.of(new Field.Uint64(49));

  /** The world with service 0, under {@code repaired} but for one switch. */
  private static World world(String setting) {
    return World
        .withService(((Rules.Parsed.Good) Rules.parse("repaired,services." + setting)).rules());
  }

  /** And blueprint 1 of any membership, without jobs, of the same operators. */
  private static World free(String setting) {
    World world = world(setting);
    world.does(BOB,
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("free"),
            List.of(), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST, List.of(),
            List.of(MembershipModel.Type.FIXED, MembershipModel.Type.DYNAMIC))));
    for (AccountId operator : List.of(DAVE, EVE)) {
      register(world, operator, 1);
    }
    return world;
  }

  private static void register(World world, AccountId operator, long blueprint) {
    world.does(operator, new ServicesCall.Register(blueprint, World.preferences(operator),
        List.of(), Balance.ZERO));
  }

  private static ServicesCall.Request request(long blueprint, MembershipModel model,
      Balance value, long ttl, AccountId... operators) {
    return new ServicesCall.Request(null, blueprint, List.of(), List.of(operators), List.of(),
        List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(100))),
        ttl, Asset.NATIVE, value, model);
  }

  /** Request 1 of CHARLIE for 100 TNT. */
  private static void paid(World world, MembershipModel model, AccountId... operators) {
    world.does(CHARLIE, request(1, model, Balance.tnt(100), 0, operators));
  }

  /** What waits for requests with the pallet, which began with 1 TNT. */
  private static Balance held(World world) {
    return world.chain.currency().free(ServicesAccounts.PALLET).minus(Balance.tnt(1));
  }

  private static DispatchError error(PalletError error) {
    return new DispatchError.Module(error);
  }

  private static @Nullable Service service(World world, long id) {
    return world.chain.services().serviceOrNull(id);
  }

  @Test
  void services_pre_registration() {
    var any = world("preRegistration=any-number");
    var known = world("preRegistration=known-blueprint");

    any.does(DAVE, new ServicesCall.PreRegister(9));

    assertThat(known.refused(DAVE, new ServicesCall.PreRegister(9)))
        .isEqualTo(error(ServicesError.BLUEPRINT_NOT_FOUND));
    known.does(DAVE, new ServicesCall.PreRegister(0));
  }

  @Test
  void services_operator_key() {
    var notZero = world("operatorKey=not-zero");
    var point = world("operatorKey=curve-point");
    byte[] noPoint = new byte[OperatorPreferences.KEY_BYTES];
    noPoint[0] = 4;
    var register = new ServicesCall.Register(0,
        new OperatorPreferences(Bytes.wrap(noPoint), Bytes.EMPTY), List.of(), Balance.ZERO);

    for (World world : List.of(notZero, point)) {
      world.does(BOB, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
    }

    notZero.does(BOB, register);
    assertThat(point.refused(BOB, register)).isEqualTo(error(ServicesError.INVALID_KEY));
  }

  @Test
  void services_unregistration() {
    var any = world("unregistration=without-any-service");
    var own = world("unregistration=without-own-service");
    var leave = new ServicesCall.Unregister(0);

    assertThat(any.refused(EVE, leave)).isEqualTo(error(ServicesError.NOT_ALLOWED_TO_UNREGISTER));
    own.does(EVE, leave);
    assertThat(own.refused(DAVE, leave)).isEqualTo(error(ServicesError.NOT_ALLOWED_TO_UNREGISTER));
  }

  @Test
  void services_empty_request() {
    var stored = free("emptyRequest=stored");
    var refused = free("emptyRequest=refused");
    var empty = request(1, new MembershipModel.Dynamic(0, null), Balance.tnt(100), 0);

    stored.does(CHARLIE, empty);

    assertThat(held(stored)).isEqualTo(Balance.tnt(100));
    assertThat(refused.refused(CHARLIE, empty)).isEqualTo(error(ServicesError.TOO_FEW_OPERATORS));
  }

  @Test
  void services_rejection() {
    var stays = free("rejection=refunds-and-stays");
    var ends = free("rejection=ends-if-hopeless");
    var approve = new ServicesCall.Approve(1, HALF);

    for (World world : List.of(stays, ends)) {
      paid(world, ONE, DAVE, EVE);
      world.does(DAVE, new ServicesCall.Reject(1));
    }

    assertThat(held(stays)).isEqualTo(Balance.ZERO);
    assertThat(held(ends)).isEqualTo(Balance.tnt(100));
    stays.does(EVE, approve);
    assertThat(service(stays, 1)).isNotNull();
    ends.does(EVE, new ServicesCall.Reject(1));
    assertThat(held(ends)).isEqualTo(Balance.ZERO);
    assertThat(ends.refused(EVE, approve))
        .isEqualTo(error(ServicesError.SERVICE_REQUEST_NOT_FOUND));
  }

  @Test
  void a_rejection_may_be_taken_back_while_the_request_waits() {
    var ends = free("rejection=ends-if-hopeless");
    paid(ends, ONE, DAVE, EVE);
    ends.does(DAVE, new ServicesCall.Reject(1));

    ends.does(DAVE, new ServicesCall.Approve(1, HALF));

    assertThat(service(ends, 1)).isNotNull();
    assertThat(held(ends)).isEqualTo(Balance.ZERO);
  }

  @Test
  void services_withdrawal() {
    var nobody = free("withdrawal=nobody");
    var owner = free("withdrawal=owner");
    var take = new ServicesCall.Reject(1);
    for (World world : List.of(nobody, owner)) {
      paid(world, ONE, DAVE, EVE);
    }

    assertThat(nobody.refused(CHARLIE, take))
        .isEqualTo(error(ServicesError.APPROVAL_NOT_REQUESTED));
    assertThat(owner.refused(BOB, take)).isEqualTo(error(ServicesError.APPROVAL_NOT_REQUESTED));
    Balance before = owner.chain.currency().free(CHARLIE);
    owner.does(CHARLIE, take);

    assertThat(owner.chain.services().requestOrNull(1)).isNull();
    assertThat(held(owner)).isEqualTo(Balance.ZERO);
    assertThat(owner.chain.currency().free(CHARLIE))
        .isGreaterThan(before.plus(Balance.tnt(99)));
    assertThat(owner.chain.events()).extracting(EventRecord::event)
        .contains(new ServicesEvent.ServiceRequestRejected(CHARLIE, 1, 1));
  }

  @Test
  void services_starting() {
    var every = free("starting=every-approval");
    var still = free("starting=still-registered");
    for (World world : List.of(every, still)) {
      paid(world, TWO, DAVE, EVE);
      world.does(EVE, new ServicesCall.Approve(1, HALF));
      world.does(EVE, new ServicesCall.Unregister(1));
      world.does(DAVE, new ServicesCall.Approve(1, HALF));
    }

    assertThat(service(every, 1).members()).containsExactly(DAVE, EVE);
    assertThat(service(still, 1)).isNull();
    register(still, EVE, 1);
    still.does(DAVE, new ServicesCall.Approve(1, HALF));
    assertThat(service(still, 1).members()).containsExactly(DAVE, EVE);
  }

  @Test
  void services_full_profile() {
    var unregistered = world("fullProfile=as-not-registered");
    var full = world("fullProfile=as-full");
    for (World world : List.of(unregistered, full)) {
      for (long id = 1; id < 1_024; id++) {
        AccountId owner = id % 2 == 0 ? BOB : CHARLIE;
        world.request(owner, 0, List.of(DAVE));
        world.approve(DAVE, id);
      }
      world.request(BOB, 0, List.of(DAVE));
    }

    var approve = new ServicesCall.Approve(1_024, HALF);
    assertThat(unregistered.refused(DAVE, approve))
        .isEqualTo(error(ServicesError.NOT_REGISTERED));
    assertThat(full.refused(DAVE, approve))
        .isEqualTo(error(ServicesError.MAX_SERVICES_PER_OPERATOR_EXCEEDED));
  }

  /** The last word that contracts are told by an approval of 50 % of the native asset. */
  private static int toldAtApproval(String setting) {
    var inputs = new ArrayList<Bytes>();
    var wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET),
        ((Rules.Parsed.Good) Rules.parse("repaired,services." + setting)).rules(),
        (store, block) -> (from, to, input, value, gas) -> {
          inputs.add(input);
          return new Contracts.Answer.Ran(Contracts.Exit.SUCCEEDED, Bytes.EMPTY);
        });
    wiring.genesis(DevGenesis.genesis());
    wiring.dispatcher.dispatch(Origin.signed(DAVE),
        new RestakingCall.JoinOperators(Balance.tnt(1_000)));
    wiring.dispatcher.dispatch(Origin.signed(BOB),
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("free"),
            List.of(), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST, List.of(),
            List.of(MembershipModel.Type.FIXED))));
    wiring.dispatcher.dispatch(Origin.signed(DAVE), new ServicesCall.Register(0,
        World.preferences(DAVE), List.of(), Balance.ZERO));
    wiring.dispatcher.dispatch(Origin.signed(CHARLIE), request(0, ONE, Balance.ZERO, 0, DAVE));
    inputs.clear();

    assertThat(wiring.dispatcher
        .dispatch(Origin.signed(DAVE), new ServicesCall.Approve(0, HALF)).isDone()).isTrue();

    Bytes approval = inputs.getFirst();
    assertThat(approval.toString()).startsWith("0xade18167");
    return approval.at(4 + 4 * 32 - 1);
  }

  @Test
  void services_approval_percent() {
    assertThat(toldAtApproval("approvalPercent=zero")).isZero();
    assertThat(toldAtApproval("approvalPercent=native-exposure")).isEqualTo(50);
  }

  /** Service 1 of dynamic membership, served by DAVE. */
  private static World dynamic(String setting) {
    World world = free(setting);
    world.does(CHARLIE, request(1, DYNAMIC, Balance.ZERO, 0, DAVE));
    world.does(DAVE, new ServicesCall.Approve(1, HALF));
    return world;
  }

  private static final ServicesCall JOIN = new ServicesCall.JoinService(1, HALF);
  private static final ServicesCall LEAVE = new ServicesCall.LeaveService(1);

  @Test
  void services_joining() {
    var alone = dynamic("joining=commitments-alone");
    var stake = dynamic("joining=stake-too");
    for (World world : List.of(alone, stake)) {
      world.does(EVE, new RestakingCall.GoOffline());
    }

    alone.does(EVE, JOIN);
    assertThat(stake.refused(EVE, JOIN)).isEqualTo(error(ServicesError.OPERATOR_NOT_ACTIVE));
    stake.does(EVE, new RestakingCall.GoOnline());
    stake.does(EVE, JOIN);
  }

  @Test
  void services_leaving() {
    var anybody = dynamic("leaving=anybody");
    var members = dynamic("leaving=members");
    for (World world : List.of(anybody, members)) {
      world.does(EVE, JOIN);
      world.does(BOB, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
      register(world, BOB, 1);
    }

    anybody.does(BOB, LEAVE);
    assertThat(service(anybody, 1).members()).containsExactly(DAVE, EVE);
    assertThat(members.refused(BOB, LEAVE)).isEqualTo(error(ServicesError.NOT_AN_OPERATOR));
    members.does(EVE, LEAVE);
  }

  @Test
  void services_membership() {
    var unrecorded = dynamic("membership=unrecorded");
    var recorded = dynamic("membership=recorded");
    var offline = new RestakingCall.GoOffline();
    for (World world : List.of(unrecorded, recorded)) {
      world.does(EVE, JOIN);
    }

    unrecorded.does(EVE, offline);
    assertThat(recorded.refused(EVE, offline))
        .isEqualTo(error(RestakingError.CANNOT_GO_OFFLINE_WITH_ACTIVE_SERVICES));
    recorded.does(EVE, LEAVE);
    recorded.does(EVE, offline);
    unrecorded.does(DAVE, LEAVE);
    recorded.does(EVE, new RestakingCall.GoOnline());
    recorded.does(EVE, JOIN);
    recorded.does(DAVE, LEAVE);
    assertThat(unrecorded.chain.services().profile(DAVE).services()).containsExactly(0L, 1L);
    assertThat(recorded.chain.services().profile(DAVE).services()).containsExactly(0L);
  }

  @Test
  void services_answerer() {
    var any = world("answerer=any-operator");
    var members = world("answerer=members");
    var result = new ServicesCall.SubmitResult(0, 0, ANSWER);
    for (World world : List.of(any, members)) {
      world.call(CHARLIE);
    }

    any.does(EVE, result);
    assertThat(members.refused(EVE, result)).isEqualTo(error(ServicesError.NOT_AN_OPERATOR));
    members.does(DAVE, result);
  }

  @Test
  void services_answer() {
    var last = world("answer=last-stands");
    var first = world("answer=first-stands");
    List<Field> other = List.of(new Field.Uint64(50));
    for (World world : List.of(last, first)) {
      world.call(CHARLIE);
      world.does(DAVE, new ServicesCall.SubmitResult(0, 0, ANSWER));
      world.does(DAVE, new ServicesCall.SubmitResult(0, 0, other));
    }

    assertThat(last.chain.services().jobResultOrNull(0, 0).result()).isEqualTo(other);
    assertThat(first.chain.services().jobResultOrNull(0, 0).result()).isEqualTo(ANSWER);
  }

  @Test
  void services_ttl() {
    var ignored = world("ttl=ignored");
    var limits = world("ttl=limits-service");
    var call = new ServicesCall.CallJob(1, 0, List.of(new Field.Uint64(7)));
    for (World world : List.of(ignored, limits)) {
      world.does(CHARLIE, request(0, ONE, World.PRICE, 10, DAVE));
      world.does(DAVE, new ServicesCall.Approve(1, HALF));
      world.does(CHARLIE, call);
      world.skipTo(world.number() + 9);
    }

    ignored.does(CHARLIE, call);
    assertThat(limits.refused(CHARLIE, call)).isEqualTo(error(ServicesError.SERVICE_NOT_ACTIVE));
    limits.does(DAVE, new ServicesCall.SubmitResult(1, 0, ANSWER));
    var end = new ServicesCall.Terminate(1);
    assertThat(ignored.refused(DAVE, end)).isEqualTo(DispatchError.BAD_ORIGIN);
    assertThat(limits.refused(EVE, end)).isEqualTo(DispatchError.BAD_ORIGIN);
    limits.does(DAVE, end);
    assertThat(service(limits, 1)).isNull();
    assertThat(limits.chain.events()).extracting(EventRecord::event)
        .contains(new ServicesEvent.ServiceTerminated(CHARLIE, 1, 0));
  }
}
