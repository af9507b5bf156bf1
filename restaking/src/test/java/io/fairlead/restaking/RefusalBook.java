package io.fairlead.restaking;

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
final class RefusalBook<E extends Enum<E> & PalletError> {
  private final Class<E> errors;
  private final Set<E> seen;

  RefusalBook(Class<E> errors) {
    this.errors = errors;
    this.seen = EnumSet.noneOf(errors);
  }

  /** A test has just asserted a refusal with {@code error}. */
  void saw(E error) {
    seen.add(error);
  }

  /** The document lists the same errors as returned by no call. */
  void assertDocumented(Set<E> neverRaised) {
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(
        neverRaised.stream().map(PalletError::chainName).toList());
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

  /** Whether a test has seen {@code error}. */
  boolean hasSeen(E error) {
    return seen.contains(error);
  }

  /** At the end of a class that shows a part of the errors: that part. */
  void assertExactly(Set<E> part) {
    assertThat(seen).containsExactlyInAnyOrderElementsOf(part);
  }

  /** At the end of the class: nothing untested, nothing excused that was raised. */
  void assertComplete(Map<E, String> neverRaised) {
    assertThat(neverRaised.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    assertThat(seen).doesNotContainAnyElementsOf(neverRaised.keySet());
    var covered = EnumSet.copyOf(seen);
    covered.addAll(neverRaised.keySet());
    assertThat(EnumSet.complementOf(covered)).as("errors of " + errors + " without a test")
        .isEmpty();
  }
}
