package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.ALICE;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.blueprint;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceDirectoryTest {
  private static final MembershipModel DYNAMIC = new MembershipModel.Dynamic(1, null);

  private final ServicesWorld world = new ServicesWorld();
  private final ServiceDirectory directory = world.queries.directory();

  /** Services 0 to 3 of EVE, served by BOB; CHARLIE has joined service 2. */
  private void withServices() {
    world.withOperators(square(0));
    for (long id = 0; id < 4; id++) {
      world.ok(EVE, request(DYNAMIC, BOB)).ok(BOB, new ServicesCall.Approve(id, NATIVE_20));
    }
    world.ok(CHARLIE, new ServicesCall.JoinService(2, NATIVE_20));
  }

  private static List<Long> ids(List<Service> services) {
    return services.stream().map(Service::id).toList();
  }

  @Test
  void services_are_listed_by_operator_by_blueprint_by_owner_and_all() {
    withServices();

    assertThat(ids(directory.servicesOf(BOB))).containsExactly(0L, 1L, 2L, 3L);
    assertThat(ids(directory.servicesOf(CHARLIE))).containsExactly(2L);
    assertThat(ids(directory.servicesOf(BOB, 0L, 2))).containsExactly(1L, 2L);
    assertThat(ids(directory.servicesOfBlueprint(0, null, 3))).containsExactly(0L, 1L, 2L);
    assertThat(ids(directory.servicesOfBlueprint(0, 2L, 3))).containsExactly(3L);
    assertThat(ids(directory.servicesOfBlueprint(1, null, 3))).isEmpty();
    assertThat(ids(directory.services(1L, 1))).containsExactly(2L);
    assertThat(ids(directory.servicesOwnedBy(EVE))).containsExactly(0L, 1L, 2L, 3L);
    assertThat(directory.serviceCount()).isEqualTo(4);
    assertThat(directory.serviceCountOf(CHARLIE)).isEqualTo(1);
    assertThat(directory.serviceCountOfBlueprint(0)).isEqualTo(4);
  }

  @Test
  void a_service_that_ended_or_was_left_is_listed_no_more_and_again_after_a_rollback() {
    withServices();
    int mark = world.store.mark();

    world.ok(EVE, new ServicesCall.Terminate(1)).ok(BOB, new ServicesCall.LeaveService(2));

    assertThat(ids(directory.servicesOf(BOB))).containsExactly(0L, 3L);
    assertThat(ids(directory.servicesOfBlueprint(0, null, 9))).containsExactly(0L, 2L, 3L);
    world.store.rollback(mark);
    assertThat(ids(directory.servicesOf(BOB))).containsExactly(0L, 1L, 2L, 3L);
    assertThat(directory.serviceCount()).isEqualTo(4);
  }

  @Test
  void requests_are_listed_until_they_become_services() {
    world.withOperators(square(0)).ok(EVE, request(new MembershipModel.Fixed(2), BOB, CHARLIE))
        .ok(EVE, request(DYNAMIC, CHARLIE)).ok(BOB, new ServicesCall.Reject(0));

    assertThat(directory.requestsOf(CHARLIE)).extracting(Map.Entry::getKey)
        .containsExactly(0L, 1L);
    assertThat(directory.requestsOf(CHARLIE, 0L, 5)).extracting(Map.Entry::getKey)
        .containsExactly(1L);
    assertThat(directory.requests(null, 1)).extracting(Map.Entry::getKey).containsExactly(0L);
    assertThat(directory.requestCount()).isEqualTo(2);

    world.ok(CHARLIE, new ServicesCall.Approve(1, NATIVE_20));

    assertThat(directory.requestsOf(CHARLIE)).extracting(Map.Entry::getKey).containsExactly(0L);
    assertThat(world.queries.requestOrNull(0).isApproved()).isFalse();
  }

  @Test
  void blueprints_and_their_operators_are_listed() {
    world.withOperators(square(0)).withBlueprint(blueprint(square(1)))
        .ok(DAVE, new ServicesCall.CreateBlueprint(blueprint()));

    assertThat(directory.blueprintCount()).isEqualTo(3);
    assertThat(directory.blueprints(0L, 5)).extracting(Map.Entry::getKey).containsExactly(1L, 2L);
    assertThat(directory.blueprints(null, 2)).extracting(Map.Entry::getKey)
        .containsExactly(0L, 1L);
    assertThat(directory.blueprintsOwnedBy(ALICE)).containsExactly(0L, 1L);
    assertThat(directory.operatorsOf(0, null, 1))
        .containsExactly(Map.entry(BOB, OperatorKeys.preferences(BOB)));
    assertThat(directory.operatorsOf(0, BOB, 5))
        .containsExactly(Map.entry(CHARLIE, OperatorKeys.preferences(CHARLIE)));
    assertThat(directory.operatorCountOf(0)).isEqualTo(2);
    assertThat(directory.operatorsOf(7, null, 5)).isEmpty();
  }
}
