package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Pieces of pages; everything that comes from the chain is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder(8_192);

  /** Text as it is to be read. */
  static String text(String raw) {
    var escaped = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.appendCodePoint(c);
      }
    });
    return escaped.toString();
  }

  static String text(JsonNode value) {
    return text(value.isMissingNode() || value.isNull() ? "–" : value.asText());
  }

  /** Markup of ours. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html heading(String title) {
    return raw("<h2>").raw(text(title)).raw("</h2>\n");
  }

  /** A table; cells are markup. Says {@code empty} where there are no rows. */
  Html table(String id, List<String> columns, List<List<String>> rows, String empty) {
    if (rows.isEmpty()) {
      return raw("<p class=\"empty\" id=\"" + id + "\">" + text(empty) + "</p>\n");
    }
    raw("<div class=\"wide\"><table id=\"" + id + "\"><thead><tr>");
    columns.forEach(column -> raw("<th>").raw(text(column)).raw("</th>"));
    raw("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      raw("<tr>");
      row.forEach(cell -> raw("<td>").raw(cell).raw("</td>"));
      raw("</tr>\n");
    }
    return raw("</tbody></table></div>\n");
  }

  /** Names and what they are, side by side; values are markup. */
  Html tiles(Map<String, String> tiles) {
    raw("<div class=\"tiles\">");
    tiles.forEach((name, value) -> raw("<div class=\"tile\"><span>").raw(text(name))
        .raw("</span><strong>").raw(value).raw("</strong></div>"));
    return raw("</div>\n");
  }

  /** A word that is good or bad news. */
  static String badge(String id, boolean isGood, String word) {
    return "<span class=\"badge " + (isGood ? "good" : "bad") + "\" id=\"" + id + "\">"
        + text(word) + "</span>";
  }

  /** A link to an operator's page, its address shortened. */
  static String operator(JsonNode address) {
    if (!address.isTextual()) {
      return "–";
    }
    String whole = address.asText();
    return "<a href=\"/?operator=" + text(whole) + "\" title=\"" + text(whole) + "\">"
        + text(shortened(whole)) + "</a>";
  }

  static String shortened(String address) {
    return address.length() < 16 ? address
        : address.substring(0, 6) + "…" + address.substring(address.length() - 4);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
