package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.requirement;
import static io.fairlead.services.ServicesWorld.requiring;
import static io.fairlead.services.ServicesWorld.square;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Calls that are refused, each in a world that was made ready for it. */
abstract class RefusalCases {

  /** A call that is refused in a world. */
  record Case(String name, DispatchError error, UnaryOperator<ServicesWorld> given,
      Origin origin, ServicesCall call) {
    @Override
    public String toString() {
      return name + ": " + error;
    }
  }

  static final MembershipModel ONE = new MembershipModel.Fixed(1);
  static final HookAnswer REFUSED = new HookAnswer.Refused(DispatchError.Plain.OTHER);
  static final Asset ERC20 = new Asset.Erc20(TOKEN);

  final List<Case> cases = new ArrayList<>();

  final void refuse(String name, DispatchError error, UnaryOperator<ServicesWorld> given,
      AccountId who, ServicesCall call) {
    cases.add(new Case(name, error, given, Origin.signed(who), call));
  }

  final void refuse(String name, ServicesError error, UnaryOperator<ServicesWorld> given,
      AccountId who, ServicesCall call) {
    refuse(name, new DispatchError.Module(error), given, who, call);
  }

  static UnaryOperator<ServicesWorld> answering(UnaryOperator<ServicesWorld> given,
      Hook hook, HookAnswer answer) {
    return world -> {
      ServicesWorld ready = given.apply(world);
      ready.managers.answers.put(hook, answer);
      return ready;
    };
  }

  static DispatchError typeCheck(int kind, int second, int third) {
    return new DispatchError.Module(
        new DetailedError(ServicesError.TYPE_CHECK, kind | second << 8 | third << 16));
  }

  static ServicesWorld operators(ServicesWorld world) {
    return world.withOperators(square(0));
  }

  static ServicesWorld service(ServicesWorld world) {
    return world.withService(square(0));
  }

  static ServicesWorld called(ServicesWorld world) {
    return service(world).ok(EVE, new ServicesCall.CallJob(0, 0, number(3)));
  }

  static ServicesWorld requested(ServicesWorld world) {
    return operators(world).withDelegation(BOB, USDC, 1_000).ok(EVE,
        requiring(request(ONE, BOB), requirement(USDC, 10, 20), NATIVE_ONLY.getFirst()));
  }

  static TreeSet<Long> ids(long from, int count) {
    return new TreeSet<>(LongStream.range(from, from + count).boxed().toList());
  }
}
