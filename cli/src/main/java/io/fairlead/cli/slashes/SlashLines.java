package io.fairlead.cli.slashes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.cli.twin.TwinText.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Slashes as a twin tells them, one a line. */
final class SlashLines {
  private SlashLines() {}

  /** Which columns: what matters for slashes that wait, that ended, or both. */
  enum Kind {
    PENDING, ENDED, ALL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Column> columns(Kind kind) {
    var columns = new ArrayList<>(List.of(new Column("ROUND/INDEX", SlashLines::name),
        Column.of("OPERATOR", "operator"), Column.of("SERVICE", "service"),
        new Column("PERCENT", slash -> slash.path("percent").asText() + " %"),
        new Column("PROPOSED BY", SlashLines::proposed)));
    if (kind != Kind.ENDED) {
      columns.add(new Column("APPLIES AT", SlashLines::applies));
      columns.add(Column.of("WHO CAN STOP IT", "stoppers"));
    }
    if (kind != Kind.PENDING) {
      columns.add(new Column("ENDED", SlashLines::ended));
    }
    return columns;
  }

  static String name(JsonNode slash) {
    return slash.path("round").asText() + "/" + slash.path("index").asText();
  }

  private static String proposed(JsonNode slash) {
    if (!slash.has("proposedBy")) {
      return slash.path("origin").asText().equals("HEARTBEATS") ? "the chain: missed heartbeats"
          : "not known: before this history";
    }
    return slash.path("proposedBy").asText() + " in call " + slash.path("call").asText();
  }

  static String applies(JsonNode slash) {
    if (!slash.path("isPending").asBoolean()) {
      return "-";
    }
    if (!slash.has("appliesAtRound")) {
      return "never: its round is over";
    }
    return "round " + slash.path("appliesAtRound").asText()
        + (slash.has("appliesAtBlock") ? ", block ~" + slash.path("appliesAtBlock").asText() : "")
        + (slash.has("hoursLeft") ? ", in ~" + slash.path("hoursLeft").asText() + " h" : "")
        + (slash.has("position") ? ", number " + slash.path("position").asText() + " of its round"
            : "");
  }

  static String ended(JsonNode slash) {
    if (!slash.has("ended")) {
      return "-";
    }
    return words(slash.path("end").asText()) + " in block " + slash.path("ended").asText()
        + (slash.has("endedBy") ? " by " + slash.path("endedBy").asText() : "");
  }

  /** {@code APPLIED_WITHOUT_EFFECT} as {@code applied without effect}. */
  static String words(String end) {
    return end.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Everything about one. */
  static List<String> one(JsonNode slash) {
    var lines = new ArrayList<String>();
    lines.add("slash " + name(slash));
    line(lines, "operator", slash.path("operator").asText());
    line(lines, "percent", slash.path("percent").asText()
        + " % of its stake and of each delegation that selects the blueprint");
    line(lines, "service", slash.path("service").asText() + " of blueprint "
        + slash.path("blueprint").asText());
    line(lines, "recorded", "in block " + slash.path("recorded").asText());
    line(lines, "proposed by", proposed(slash) + (slash.has("extrinsic") ? ", extrinsic "
        + slash.path("extrinsic").asText() : "")
        + (slash.path("path").isEmpty() ? "" : ", inside call "
            + TwinText.value(slash.path("path"))));
    if (slash.path("isPending").asBoolean()) {
      line(lines, "applies at", applies(slash));
      line(lines, "veto", "only " + slash.path("stoppers").asText());
    } else {
      line(lines, "ended", ended(slash));
    }
    slash.path("taken").forEach(each -> line(lines, "took",
        TwinText.value(each.path("amount")) + " from " + each.path("account").asText()));
    line(lines, "see also", "fairlead slashes history " + name(slash) + " --twin URL");
    return lines;
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(String.format("  %-12s %s", label, value));
  }
}
