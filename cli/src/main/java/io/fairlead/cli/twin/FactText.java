package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Facts of the chain, one a line. */
public final class FactText {
  private FactText() {}

  /** A page of facts, oldest first. */
  public static List<String> page(JsonNode page, String none) {
    var lines = new ArrayList<String>();
    page.path("items").forEach(fact -> lines.add(line(fact)));
    if (lines.isEmpty()) {
      lines.add(none);
    }
    String more = PageOptions.more(page);
    if (!more.isEmpty()) {
      lines.add(more);
    }
    return lines;
  }

  private static String line(JsonNode fact) {
    String id = String.format("  %-12s ", fact.path("id").asText());
    return id + switch (fact.path("fact").asText()) {
      case "call" -> "call    " + name(fact) + " by " + fact.path("signer").asText()
          + where(fact) + ": " + outcome(fact) + inside(fact);
      case "event" -> "event   " + name(fact) + where(fact) + inside(fact);
      case "change" -> "change  " + item(fact) + (fact.has("value") ? " set" : " removed")
          + cause(fact);
      default -> "mark    " + fact.path("kind").asText() + " " + fact.path("value").asText();
    };
  }

  private static String name(JsonNode fact) {
    return fact.path("pallet").asText() + "." + fact.path("name").asText();
  }

  private static String item(JsonNode fact) {
    return fact.has("item") ? fact.path("pallet").asText() + "." + fact.path("item").asText()
        : fact.path("key").asText();
  }

  private static String where(JsonNode fact) {
    if (!fact.has("extrinsic")) {
      return fact.has("phase") ? " in " + fact.path("phase").asText() : "";
    }
    String path = fact.path("path").isEmpty() ? ""
        : ", inside call " + TwinText.value(fact.path("path"));
    return " in extrinsic " + fact.path("extrinsic").asText() + path;
  }

  private static String outcome(JsonNode call) {
    String error = call.has("error") ? " with " + call.path("error").asText() : "";
    String fee = call.has("fee") ? ", fee " + TwinText.value(call.path("fee")) : "";
    return call.path("outcome").asText() + error + fee;
  }

  private static String inside(JsonNode fact) {
    return fact.path("args").isEmpty() ? "" : "  " + TwinText.value(fact.path("args"));
  }

  private static String cause(JsonNode change) {
    return switch (change.path("cause").asText()) {
      case "certain" -> " by extrinsic " + change.path("extrinsic").asText();
      case "likely" -> " probably by extrinsic " + change.path("likelyExtrinsic").asText();
      case "hook" -> " by " + change.path("hook").asText();
      default -> ", cause unknown";
    };
  }
}
