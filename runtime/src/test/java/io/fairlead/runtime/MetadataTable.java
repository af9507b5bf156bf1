package io.fairlead.runtime;

import io.fairlead.substrate.metadata.MetadataFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The checked-in facts of the real runtime's metadata. */
final class MetadataTable {
  private MetadataTable() {}

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(
        MetadataTable.class.getResourceAsStream("/metadata-facts.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MetadataFacts facts() {
    return MetadataFacts.parse(lines());
  }

  /** The names after {@code # what:} in the head of the table. */
  static List<String> named(String what) {
    String head = "# " + what + ": ";
    return List.of(lines().stream().filter(line -> line.startsWith(head)).findFirst().orElseThrow()
        .substring(head.length()).split(" "));
  }
}
