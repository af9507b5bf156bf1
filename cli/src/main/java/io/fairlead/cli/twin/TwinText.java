package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.fairlead.cli.Amounts;
import io.fairlead.cli.Table;
import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a twin answers, as people read it. */
public final class TwinText {
  private static final String INDENT = "  ";

  private TwinText() {}

  /**
   * A column of a list.
   *
   * @param head in capitals
   * @param cell what of an item stands in it
   */
  public record Column(String head, Function<JsonNode, String> cell) {
    /** A field of the item as it is. */
    public static Column of(String head, String field) {
      return new Column(head, item -> value(item.path(field)));
    }
  }

  /** The items of a page under their heads; where there are none, {@code none} says so. */
  public static List<String> page(JsonNode page, String none, List<Column> columns) {
    var lines = new ArrayList<String>();
    if (page.path("items").isEmpty()) {
      lines.add(none);
    } else {
      lines.addAll(rows(page.path("items"), columns));
    }
    String more = PageOptions.more(page);
    if (!more.isEmpty()) {
      lines.add(more);
    }
    return lines;
  }

  private static List<String> rows(Iterable<JsonNode> items, List<Column> columns) {
    var table = new Table(columns.stream().map(Column::head).toArray(String[]::new));
    items.forEach(item -> table.row(
        columns.stream().map(column -> column.cell().apply(item)).toArray(String[]::new)));
    return table.lines();
  }

  /** Every field of a document: one a line, lists of things as tables beneath. */
  public static List<String> document(String title, JsonNode data) {
    var lines = new ArrayList<String>();
    lines.add(title);
    int width = data.properties().stream().mapToInt(each -> words(each.getKey()).length()).max()
        .orElse(0);
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      if (title.endsWith(" " + field.getValue().asText())) {
        continue; // the title has told it
      }
      String name = words(field.getKey());
      String label = INDENT + name + " ".repeat(width - name.length()) + INDENT;
      if (isTable(field.getValue())) {
        lines.add(label + field.getValue().size());
        table(field.getValue()).forEach(line -> lines.add(" ".repeat(label.length()) + line));
      } else {
        lines.add(label + value(field.getValue()));
      }
    }
    return lines;
  }

  private static boolean isTable(JsonNode value) {
    return value.isArray() && !value.isEmpty() && isThing(value.get(0));
  }

  private static boolean isThing(JsonNode value) {
    return value.size() > 1 && value.isObject() && !isAmount(value);
  }

  private static List<String> table(JsonNode items) {
    List<String> fields = StreamSupport.stream(items.spliterator(), false)
        .flatMap(item -> item.properties().stream().map(Map.Entry::getKey)).distinct().toList();
    return rows(items, fields.stream()
        .map(field -> Column.of(words(field).toUpperCase(Locale.ROOT), field)).toList());
  }

  /** {@code appliesAtRound} as {@code applies at round}. */
  static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT)
        .replaceAll("^is ", "");
  }

  /** A value in a line; a dash where there is none, amounts with their unit. */
  public static String value(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING, NULL -> "-";
      case BOOLEAN -> value.asBoolean() ? "yes" : "no";
      case ARRAY -> value.isEmpty() ? "-" : StreamSupport.stream(value.spliterator(), false)
          .map(TwinText::value).collect(Collectors.joining(", "));
      case OBJECT -> object(value);
      case STRING -> value.asText().isEmpty() ? "-" : printable(value.asText());
      case NUMBER, BINARY, POJO -> value.asText();
    };
  }

  private static String object(JsonNode value) {
    if (isAmount(value)) {
      return amount(value);
    }
    if (value.size() == 2 && value.has("asset") && value.has("percent")) {
      return value.path("percent").asText() + " % of " + asset(value.path("asset").asText());
    }
    if (isBytes(value)) {
      return bytes(value.path("List"));
    }
    return value.isEmpty() ? "-" : value.properties().stream()
        .map(each -> words(each.getKey()) + " " + value(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A field of type list of {@code Uint8}, as jobs take and give them. */
  private static boolean isBytes(JsonNode value) {
    JsonNode list = value.path("List");
    return value.size() == 1 && list.size() == 2 && list.path(0).asText().equals("Uint8")
        && list.path(1).isArray();
  }

  private static String bytes(JsonNode list) {
    var digits = new StringBuilder("0x");
    list.path(1).forEach(each -> digits
        .append(String.format("%02x", each.path("Uint8").asInt() & 0xff)));
    return digits.append(" (").append(list.path(1).size()).append(" bytes)").toString();
  }

  /** What strangers wrote on the chain must not move the cursor or change colours. */
  private static String printable(String text) {
    return text.codePoints().map(each -> Character.isISOControl(each) ? ' ' : each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAmount(JsonNode value) {
    return value.size() == 2 && value.path("asset").getNodeType() == JsonNodeType.STRING
        && value.path("amount").getNodeType() == JsonNodeType.STRING;
  }

  private static String amount(JsonNode value) {
    String asset = value.path("asset").asText();
    String amount = value.path("amount").asText();
    return asset.equals("TNT") ? Amounts.tnt(Balance.of(new BigInteger(amount)))
        : amount + " units of " + asset(asset);
  }

  private static String asset(String asset) {
    return asset.equals("TNT") ? asset : (asset.startsWith("0x") ? "token " : "asset ") + asset;
  }
}
