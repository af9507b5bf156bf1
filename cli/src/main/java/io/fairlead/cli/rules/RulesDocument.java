package io.fairlead.cli.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code docs/rules.md}, which lies beside this class, says of each value of a switch. */
final class RulesDocument {

  /**
   * A row.
   *
   * @param value as on the command line
   * @param chain what the chain does, and where
   * @param effect what the value does
   * @param test that shows it
   */
  record Row(String name, String value, String chain, String effect, String test) {}

  private RulesDocument() {}

  /** The rows of switch {@code name}, in the order of the document. */
  static List<Row> rows(String name) {
    var rows = new ArrayList<Row>();
    String chain = "";
    for (String line : text().lines().filter(each -> each.startsWith("| `")).toList()) {
      List<String> cells =
          Arrays.stream(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
      String where = cells.get(5);
      chain = where.equals("as above") ? chain : where;
      if (plain(cells.get(1)).equals(name)) {
        rows.add(new Row(name, value(plain(cells.get(2))), plain(chain), plain(cells.get(6)),
            plain(cells.get(7))));
      }
    }
    return rows;
  }

  private static String value(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String plain(String cell) {
    return cell.replace("`", "").replace("\\|", "|");
  }

  private static String text() {
    try (InputStream in = RulesDocument.class.getResourceAsStream("rules.md")) {
      if (in == null) {
        throw new IllegalStateException("rules.md is missing beside " + RulesDocument.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException("rules.md cannot be read", broken);
    }
  }
}
