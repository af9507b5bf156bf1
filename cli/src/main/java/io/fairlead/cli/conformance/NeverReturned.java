package io.fairlead.cli.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The errors that no call of ours returns, with the reason: the table of {@code docs/errors.md}, which
 * lies beside this class.
 */
final class NeverReturned {
  private NeverReturned() {}

  /** Reasons by {@code Pallet.Error}. */
  static Map<String, String> reasons() {
    var reasons = new TreeMap<String, String>();
    for (String line : text().lines().filter(each -> each.startsWith("| `")).toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      reasons.put(cells.get(1).replace("`", ""), cells.get(2));
    }
    return Collections.unmodifiableMap(reasons);
  }

  private static String text() {
    try (InputStream in = NeverReturned.class.getResourceAsStream("errors.md")) {
      if (in == null) {
        throw new IllegalStateException("errors.md is missing beside " + NeverReturned.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException("errors.md cannot be read", broken);
    }
  }
}
