package io.fairlead.runtime.system;

import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private final BaseWorld world = new BaseWorld();

  /** Counts are consumers-providers-sufficients; a dash stands for no account. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      incProviders,   -,      0-1-0, ok, NewAccount
      incProviders,   0-1-0,  0-2-0, ok,
      incProviders,   0-0-1,  0-1-1, ok,
      decProviders,   0-1-0,  -,     ok, KilledAccount
      decProviders,   0-2-0,  0-1-0, ok,
      decProviders,   1-2-0,  1-1-0, ok,
      decProviders,   1-1-0,  1-1-0, ConsumerRemaining,
      decProviders,   1-1-1,  1-1-1, ConsumerRemaining,
      decProviders,   0-1-1,  0-0-1, ok,
      decProviders,   -,      -,     ok,
      incSufficients, -,      0-0-1, ok, NewAccount
      incSufficients, 0-1-0,  0-1-1, ok,
      decSufficients, 0-0-1,  -,     ok, KilledAccount
      decSufficients, 0-1-1,  0-1-0, ok,
      decSufficients, 0-0-2,  0-0-1, ok,
      decSufficients, -,      -,     ok,
      incConsumers,   -,      -,     NoProviders,
      incConsumers,   0-0-1,  0-0-1, NoProviders,
      incConsumers,   0-1-0,  1-1-0, ok,
      incConsumers,   15-1-0, 16-1-0, ok,
      incConsumers,   16-1-0, 16-1-0, TooManyConsumers,
      incAnyConsumer, 16-1-0, 17-1-0, ok,
      incAnyConsumer, 0-0-1,  0-0-1, ok,
      decConsumers,   2-1-0,  1-1-0, ok,
      decConsumers,   0-1-0,  0-1-0, ok,
      """)
  void reference_counts_move_as_in_frame_system(String operation, String before, String after,
      String result, String event) {
    if (!before.equals("-")) {
      world.accounts.put(CHARLIE, info(before));
    }
    world.next();

    Outcome outcome = world.block.attempt(() -> {
      switch (operation) {
        case "incProviders" -> world.accounts.incProviders(CHARLIE);
        case "decProviders" -> world.accounts.decProviders(CHARLIE);
        case "incSufficients" -> world.accounts.incSufficients(CHARLIE);
        case "decSufficients" -> world.accounts.decSufficients(CHARLIE);
        case "incConsumers" -> world.accounts.incConsumers(CHARLIE);
        case "incAnyConsumer" -> world.accounts.incConsumersWithoutLimit(CHARLIE);
        default -> world.accounts.decConsumers(CHARLIE);
      }
    });

    assertThat(outcome instanceof Outcome.Refused refused ? refused.error().toString() : "ok")
        .isEqualTo(result);
    assertThat(world.accounts.contains(CHARLIE)).isEqualTo(!after.equals("-"));
    assertThat(world.accounts.get(CHARLIE))
        .isEqualTo(after.equals("-") ? AccountInfo.NONE : info(after));
    assertThat(world.events().stream().map(Event::getClass).map(Class::getSimpleName))
        .containsExactlyElementsOf(
            event == null ? List.of() : List.of(event));
  }

  private static AccountInfo info(String counts) {
    String[] parts = counts.split("-");
    return new AccountInfo(0, Long.parseLong(parts[0]), Long.parseLong(parts[1]),
        Long.parseLong(parts[2]), AccountData.NONE);
  }
}
