package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.ALICE;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.account;
import static io.fairlead.services.ServicesWorld.blueprint;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.paying;
import static io.fairlead.services.ServicesWorld.preferences;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.requirement;
import static io.fairlead.services.ServicesWorld.requiring;
import static io.fairlead.services.ServicesWorld.square;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Refusals of the calls up to a request. */
final class RequestRefusals extends RefusalCases {
  RequestRefusals() {
    blueprints();
    registrations();
    requests();
  }

  private void blueprints() {
    var create = new ServicesCall.CreateBlueprint(blueprint(square(0)));
    refuse("no master", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND, w -> w,
        ALICE, create);
    ServiceBlueprint second = blueprint().boundTo(new MasterRevision.Specific(1));
    refuse("later master", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
        ServicesWorld::withMaster, ALICE, new ServicesCall.CreateBlueprint(second));
    for (Hook hook : List.of(Hook.MANAGER_CREATED, Hook.CREATED)) {
      refuse(hook + " reverts", ServicesError.BLUEPRINT_CREATION_INTERRUPTED,
          answering(ServicesWorld::withMaster, hook, TestManagers.REVERT), ALICE, create);
      refuse(hook + " breaks", ServicesError.BLUEPRINT_CREATION_INTERRUPTED,
          answering(ServicesWorld::withMaster, hook, HookAnswer.Plain.BROKEN), ALICE, create);
      refuse(hook + " refused by the runner", DispatchError.Plain.OTHER,
          answering(ServicesWorld::withMaster, hook, REFUSED), ALICE, create);
    }
    refuse("a signed master update", DispatchError.BAD_ORIGIN, w -> w, ALICE,
        new ServicesCall.UpdateMasterBlueprintServiceManager(ServicesWorld.MASTER));
    cases.add(new Case("unsigned create", DispatchError.BAD_ORIGIN, ServicesWorld::withMaster,
        Origin.NONE, create));
  }

  private static ServicesCall.Register register(OperatorPreferences preferences, long value,
      Field... args) {
    return new ServicesCall.Register(0, preferences, List.of(args), Balance.of(value));
  }

  private void registrations() {
    UnaryOperator<ServicesWorld> dave = w -> operators(w).withOperator(DAVE, 10_000);
    ServicesCall.Register plain = register(preferences(4), 0);
    refuse("inactive", ServicesError.OPERATOR_NOT_ACTIVE, RefusalCases::operators, DAVE, plain);
    refuse("no key", ServicesError.INVALID_KEY, dave, DAVE,
        register(new OperatorPreferences(Bytes.wrap(new byte[65]), Bytes.EMPTY), 0));
    refuse("twice", ServicesError.ALREADY_REGISTERED, dave, BOB, plain);
    refuse("another's key", ServicesError.DUPLICATE_KEY, dave, DAVE,
        register(OperatorKeys.preferences(BOB), 0));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND, dave, DAVE,
        new ServicesCall.Register(9, preferences(4), List.of(), Balance.ZERO));
    refuse("too many arguments", typeCheck(1, 0, 1), dave, DAVE,
        register(preferences(4), 0, new Field.Bool(true)));
    refuse("value above balance", DispatchError.Token.FUNDS_UNAVAILABLE, dave, DAVE,
        register(preferences(4), 9_000_000));
    refuse("hook reverts", ServicesError.INVALID_REGISTRATION_INPUT,
        answering(dave, Hook.REGISTER, TestManagers.REVERT), DAVE, register(preferences(4), 5));
    refuse("runner refuses", ServicesError.ON_REGISTER_HOOK_FAILED,
        answering(dave, Hook.REGISTER, REFUSED), DAVE, register(preferences(4), 5));
    refuse("masters gone", ServicesError.ON_REGISTER_HOOK_FAILED, w -> {
      dave.apply(w).storage.masterRevisions.remove();
      return w;
    }, DAVE, plain);
    refuse("full profile", ServicesError.MAX_BLUEPRINTS_PER_OPERATOR_EXCEEDED, w -> {
      dave.apply(w).storage.operatorsProfile.put(DAVE, new OperatorProfile(
          Collections.emptySortedSet(), ids(1, 1024)));
      return w;
    }, DAVE, plain);
  }

  private void requests() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::operators;
    ServicesCall.Request plain = request(ONE, BOB);
    refuse("inactive operator", ServicesError.OPERATOR_NOT_ACTIVE, ready, EVE,
        request(ONE, BOB, DAVE));
    refuse("token at zero", ServicesError.INVALID_ERC20_ADDRESS, ready, EVE,
        requiring(plain, requirement(new Asset.Erc20(EvmAddress.ZERO), 10, 20)));
    refuse("asset twice", ServicesError.DUPLICATE_ASSET, ready, EVE,
        requiring(plain, requirement(USDC, 10, 20), requirement(USDC, 10, 20)));
    for (int[] bounds : new int[][] {{0, 20}, {10, 0}, {30, 20}}) {
      refuse("bounds " + bounds[0] + " to " + bounds[1],
          ServicesError.INVALID_SECURITY_REQUIREMENTS, ready, EVE,
          requiring(plain, requirement(USDC, bounds[0], bounds[1])));
    }
    refuse("operator twice", ServicesError.DUPLICATE_OPERATOR, ready, EVE,
        request(ONE, BOB, BOB));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND,
        w -> w.withOperator(BOB, 10_000), EVE, plain);
    refuse("fixed unsupported", ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL,
        w -> onlySupporting(w, MembershipModel.Type.DYNAMIC), EVE, plain);
    refuse("dynamic unsupported", ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL,
        w -> onlySupporting(w, MembershipModel.Type.FIXED), EVE,
        request(new MembershipModel.Dynamic(1, null), BOB));
    refuse("fixed zero", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Fixed(0)));
    refuse("fixed too few", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Fixed(2), BOB));
    refuse("dynamic too few", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Dynamic(2, null), BOB));
    refuse("dynamic too many", ServicesError.TOO_MANY_OPERATORS, ready, EVE,
        request(new MembershipModel.Dynamic(0, 1L), BOB, CHARLIE));
    refuse("not registered", ServicesError.NOT_REGISTERED,
        w -> ready.apply(w).withOperator(DAVE, 10_000), EVE, request(ONE, BOB, DAVE));
    refuse("arguments without parameters", typeCheck(1, 0, 1), ready, EVE,
        new ServicesCall.Request(null, 0, List.of(), List.of(BOB), number(1), NATIVE_ONLY, 0,
            Asset.NATIVE, Balance.ZERO, ONE));
    refuse("less than the price", ServicesError.INVALID_REQUEST_INPUT,
        w -> w.withOperators(square(100), square(200)), EVE, paying(plain, Asset.NATIVE, 99, null));
    refuse("no requirement", ServicesError.NO_ASSETS_PROVIDED, ready, EVE, requiring(plain));
    refuse("native below 10 %", ServicesError.NATIVE_ASSET_EXPOSURE_TOO_LOW, ready, EVE,
        requiring(plain, requirement(Asset.NATIVE, 9, 20)));
    refuse("64 assets and the native one", ServicesError.MAX_ASSETS_PER_SERVICE_EXCEEDED, ready,
        EVE, requiring(plain, LongStream.rangeClosed(1, 64)
            .mapToObj(n -> requirement(Asset.custom(n), 1, 2))
            .toArray(AssetSecurityRequirement[]::new)));
    refuse("257 callers", ServicesError.MAX_PERMITTED_CALLERS_EXCEEDED, ready, EVE,
        new ServicesCall.Request(null, 0, Collections.nCopies(257, ALICE), List.of(BOB),
            List.of(), NATIVE_ONLY, 0, Asset.NATIVE, Balance.ZERO, ONE));
    refuse("257 arguments", ServicesError.MAX_FIELDS_EXCEEDED, RequestRefusals::manyParameters, EVE,
        new ServicesCall.Request(null, 0, List.of(), List.of(BOB),
            Collections.nCopies(257, new Field.Uint64(1)), NATIVE_ONLY, 0, Asset.NATIVE,
            Balance.ZERO, ONE));
    AccountId[] crowd =
        LongStream.range(1_000, 2_025).mapToObj(n -> account(n)).toArray(AccountId[]::new);
    refuse("1,025 operators", ServicesError.MAX_SERVICE_PROVIDERS_EXCEEDED, w -> {
      ready.apply(w);
      for (AccountId operator : crowd) {
        w.withOperator(operator, 1_000);
        w.storage.operators.put(0L, operator, preferences(operator.a()));
      }
      return w;
    }, EVE, request(ONE, crowd));
  }

  private static ServicesWorld onlySupporting(ServicesWorld world, MembershipModel.Type type) {
    ServiceBlueprint all = blueprint();
    return world.withMaster()
        .withBlueprint(new ServiceBlueprint(ServiceMetadata.named("one"), all.jobs(), List.of(),
            List.of(), all.manager(), all.masterRevision(), List.of(), List.of(type)))
        .withOperator(BOB, 10_000).withRegistration(BOB);
  }

  private static ServicesWorld manyParameters(ServicesWorld world) {
    ServiceBlueprint all = blueprint();
    return world.withMaster()
        .withBlueprint(new ServiceBlueprint(ServiceMetadata.named("many"), List.of(), List.of(),
            Collections.nCopies(257, io.fairlead.services.wire.FieldType.UINT64), all.manager(),
            all.masterRevision(), List.of(), all.membershipModels()))
        .withOperator(BOB, 10_000).withRegistration(BOB);
  }
}
