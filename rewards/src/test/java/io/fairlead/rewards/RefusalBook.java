package io.fairlead.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.pallet.PalletError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The errors of a pallet that a test class has seen refused, against those that it says are never
 * raised: together all of the enum, and none twice.
 */
public final class RefusalBook<E extends Enum<E> & PalletError> {
  private final Class<E> errors;
  private final Set<E> seen;

  /** Nothing seen yet. */
  public RefusalBook(Class<E> errors) {
    this.errors = errors;
    this.seen = EnumSet.noneOf(errors);
  }

  /** A test has just asserted a refusal with {@code error}. */
  public void saw(E error) {
    seen.add(error);
  }

  /** The errors of this pallet in {@code docs/errors.md}. */
  private List<String> documented() {
    String start = "| `" + errors.getEnumConstants()[0].pallet() + ".";
    try {
      return Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length(), line.indexOf('`', start.length())))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** At the end of the class: nothing untested, nothing excused that was raised. */
  public void assertComplete(Map<E, String> neverRaised) {
    assertThat(neverRaised.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    assertThat(seen).doesNotContainAnyElementsOf(neverRaised.keySet());
    var covered = EnumSet.copyOf(seen);
    covered.addAll(neverRaised.keySet());
    assertThat(EnumSet.complementOf(covered)).as("errors of " + errors + " without a test")
        .isEmpty();
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(
        neverRaised.keySet().stream().map(PalletError::chainName).toList());
  }
}
