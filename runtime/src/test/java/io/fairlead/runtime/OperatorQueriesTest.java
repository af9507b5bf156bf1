package io.fairlead.runtime;

import static io.fairlead.runtime.World.BOB;
import static io.fairlead.runtime.World.CHARLIE;
import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorQueriesTest {
  private final World world = World.withService(Rules.REPAIRED);
  private final OperatorQueries queries = new OperatorQueries(world.chain.services());

  private List<Long> services(AccountId operator) {
    return queries.services(operator).stream().flatMap(each -> each.services().stream())
        .map(Service::id).toList();
  }

  private List<Long> requests(AccountId operator) {
    return queries.requests(operator).stream().map(OperatorQueries.NumberedRequest::id).toList();
  }

  @Test
  void services_and_requests_come_in_the_order_of_their_keys() {
    for (long id = 1; id < 258; id++) {
      world.request(BOB, 0, List.of(id % 2 == 0 ? DAVE : EVE));
      if (id < 256) {
        world.approve(id % 2 == 0 ? DAVE : EVE, id);
      }
    }
    world.request(CHARLIE, 0, List.of(DAVE, EVE));
    world.does(DAVE, new ServicesCall.Reject(258));
    world.does(CHARLIE, new ServicesCall.Terminate(0));
    world.approve(DAVE, 256);
    world.approve(EVE, 257);

    assertThat(services(DAVE)).hasSize(128).startsWith(256L, 2L, 4L).endsWith(252L, 254L);
    assertThat(services(EVE)).hasSize(129).startsWith(1L, 257L, 3L).endsWith(253L, 255L);
    assertThat(requests(DAVE)).containsExactly(258L);
    assertThat(requests(EVE)).containsExactly(258L);
  }

  @Test
  void who_has_no_profile_is_refused() {
    for (Runnable query : List.<Runnable>of(() -> services(BOB), () -> requests(BOB))) {
      assertThatThrownBy(query::run).isInstanceOfSatisfying(Refusal.class,
          refusal -> assertThat(refusal.error())
              .isEqualTo(new DispatchError.Module(ServicesError.OPERATOR_PROFILE_NOT_FOUND)));
    }
  }
}
