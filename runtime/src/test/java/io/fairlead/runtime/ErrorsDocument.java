package io.fairlead.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/errors.md}: the errors that no call returns. */
final class ErrorsDocument {
  private ErrorsDocument() {}

  /** Names of the errors of a pallet. */
  static List<String> of(String pallet) {
    String start = "| `" + pallet + ".";
    try {
      return Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length(), line.indexOf('`', start.length())))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
