package io.fairlead.runtime.system;

import static io.fairlead.runtime.Wired.ALICE;
import static io.fairlead.runtime.Wired.BY_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.Wired;
import io.fairlead.runtime.system.SystemCall.ApplyAuthorizedUpgrade;
import io.fairlead.runtime.system.SystemCall.AuthorizeUpgrade;
import io.fairlead.runtime.system.SystemCall.AuthorizeUpgradeWithoutChecks;
import io.fairlead.runtime.system.SystemCall.KeyValue;
import io.fairlead.runtime.system.SystemCall.KillPrefix;
import io.fairlead.runtime.system.SystemCall.KillStorage;
import io.fairlead.runtime.system.SystemCall.SetCode;
import io.fairlead.runtime.system.SystemCall.SetCodeWithoutChecks;
import io.fairlead.runtime.system.SystemCall.SetHeapPages;
import io.fairlead.runtime.system.SystemCall.SetStorage;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootCallsTest {
  private static final Bytes SUDO_KEY =
      Bytes.hex("5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b");
  private static final Bytes CODE = Bytes.utf8("code");
  private static final Hash CODE_HASH = Hash.of(Blake2b.hash256(CODE.array()));
  private static final Bytes MINE = Bytes.utf8("mine");

  private final Wired world = new Wired();

  @Test
  void root_writes_and_removes_any_pair() {
    Bytes value = Bytes.wrap(new byte[32]);
    world.done(Origin.ROOT,
        new SetStorage(List.of(new KeyValue(SUDO_KEY, value), new KeyValue(MINE, CODE))));

    assertThat(world.raw(SUDO_KEY.array())).isEqualTo(value.array());
    assertThat(world.raw(MINE.array())).isEqualTo(CODE.array());

    world.done(Origin.ROOT, new KillStorage(List.of(SUDO_KEY, MINE, CODE)));

    assertThat(world.raw(SUDO_KEY.array())).isNull();
    assertThat(world.raw(MINE.array())).isNull();
  }

  @Test
  void root_removes_so_many_of_a_prefix_in_the_order_of_keys() {
    for (String key : List.of("a/2", "a/1", "a/3", "b")) {
      world.done(Origin.ROOT, new SetStorage(List.of(new KeyValue(Bytes.utf8(key), CODE))));
    }

    world.done(Origin.ROOT, new KillPrefix(Bytes.utf8("a/"), 2));

    assertThat(world.keys(Bytes.utf8("a/"))).containsExactly(Bytes.utf8("a/3"));
    assertThat(world.keys(Bytes.utf8("b"))).hasSize(1);
  }

  @Test
  void the_heap_size_is_a_well_known_key_and_a_log() {
    world.done(Origin.ROOT, new SetHeapPages(5));

    assertThat(world.raw(":heappages".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isEqualTo(new byte[] {5, 0, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void code_may_be_authorized_and_never_comes() {
    assertThat(world.done(Origin.ROOT, new AuthorizeUpgrade(CODE_HASH)))
        .containsExactly(new SystemEvent.UpgradeAuthorized(CODE_HASH, true));
    assertThat(world.done(Origin.ROOT, new AuthorizeUpgradeWithoutChecks(CODE_HASH)))
        .containsExactly(new SystemEvent.UpgradeAuthorized(CODE_HASH, false));

    world.refused(BY_ALICE, new ApplyAuthorizedUpgrade(MINE), SystemError.UNAUTHORIZED);
    for (Call call : List.of(new ApplyAuthorizedUpgrade(CODE), new SetCode(CODE),
        new SetCodeWithoutChecks(CODE))) {
      world.refused(Origin.ROOT, call, SystemError.FAILED_TO_EXTRACT_RUNTIME_VERSION);
    }
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    for (Call call : List.of(new SetHeapPages(1), new SetCode(CODE),
        new SetCodeWithoutChecks(CODE), new SetStorage(List.of()), new KillStorage(List.of()),
        new KillPrefix(MINE, 1), new AuthorizeUpgrade(CODE_HASH),
        new AuthorizeUpgradeWithoutChecks(CODE_HASH))) {
      world.refused(Origin.signed(ALICE), call, DispatchError.BAD_ORIGIN);
    }
    world.refused(Origin.NONE, new ApplyAuthorizedUpgrade(CODE), SystemError.NOTHING_AUTHORIZED);
    world.refused(Origin.ROOT,
        new SetStorage(List.of(new KeyValue(MINE, CODE), new KeyValue(SUDO_KEY, CODE))),
        DispatchError.Plain.CORRUPTION);
  }
}
