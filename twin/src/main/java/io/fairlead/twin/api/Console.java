package io.fairlead.twin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page for people: {@code /}, with {@code ?operator=} that of an operator, with
 * {@code ?page=slashes} all slashes. Whole without a script, kept fresh with one. What it shows is what
 * the API answers.
 */
final class Console {
  /** Nothing from anywhere else, and no script but the page's own. */
  static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src"
      + " 'sha256-" + Script.HASH + "'; connect-src 'self'; img-src data:; base-uri 'none';"
      + " form-action 'self'; frame-ancestors 'none'";
  private static final int OK = 200;
  private static final double SOON_HOURS = 24;
  private static final Pattern LONG_HEX =
      Pattern.compile("(0x[0-9a-f]{4})[0-9a-f]{8,}([0-9a-f]{4})");
  private static final String FRAME = resource("console.html");

  private final Routes routes;

  Console(Routes routes) {
    this.routes = routes;
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Console.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The page that the parameters name. */
  CompletionStage<Answer> get(Map<String, String> query) {
    String operator = query.getOrDefault("operator", "").strip();
    if (!operator.isEmpty()) {
      return operator(operator);
    }
    return query.getOrDefault("page", "").equals("slashes")
        ? slashes(query.getOrDefault("after", "")) : overview();
  }

  /** An answer of the API. */
  private record Got(int status, JsonNode body) {
    JsonNode data() {
      return body.path("data");
    }

    JsonNode items() {
      return data().path("items");
    }

    String error() {
      return body.path("error").asText()
          + (body.has("hint") ? ". " + body.path("hint").asText() : "");
    }
  }

  private CompletableFuture<Got> ask(Map<String, String> query, String... path) {
    var whole = new ArrayList<>(List.of("v1"));
    whole.addAll(List.of(path));
    return routes.get(whole, query).toCompletableFuture().thenApply(answer -> {
      try {
        return new Got(answer.status(), Answer.JSON.readTree(answer.body()));
      } catch (JsonProcessingException bug) {
        throw new UncheckedIOException(bug);
      }
    });
  }

  private CompletionStage<Answer> overview() {
    CompletableFuture<Got> status = ask(Map.of(), "status");
    CompletableFuture<Got> pending = ask(Map.of("state", "pending", "limit", "500"), "slashes");
    CompletableFuture<Got> requests = ask(Map.of("state", "waiting", "limit", "100"), "requests");
    return CompletableFuture.allOf(status, pending, requests)
        .thenApply(all -> overview(status.join(), pending.join(), requests.join()));
  }

  private static Answer overview(Got status, Got pending, Got requests) {
    var html = new Html();
    head(html, status);
    html.heading("Pending slashes");
    html.table("pending", List.of("Slash", "Operator", "Service", "Percent", "Proposed by",
        "In call", "Applied", "Who can stop it"),
        rows(pending.items(), row -> pendingRow(row, status.data().path("round").asLong())),
        pending.status() == OK ? "No slash is pending." : pending.error());
    html.raw("<p><a href=\"/?page=slashes\">All slashes and how they ended</a></p>\n");
    html.heading("Requests that wait for operators");
    html.table("requests", List.of("Request", "Blueprint", "Owner", "Since block", "Approved"),
        rows(requests.items(), row -> List.of(Html.text(row.path("request")),
            Html.text(row.path("blueprint")), Html.text(row.path("owner")),
            Html.text(row.path("requested")),
            Html.text(row.path("approved").asText() + " of " + row.path("asked").asText()))),
        "No request waits.");
    html.heading("An operator");
    html.raw("<form action=\"/\" method=\"get\"><input name=\"operator\" aria-label=\"Address of an"
        + " operator\" placeholder=\"Address of an operator\" required> <button>Show</button></form>\n");
    return page(OK, "Twin of " + status.data().path("chain").asText(), html, status);
  }

  private static void head(Html html, Got status) {
    JsonNode data = status.data();
    String state = data.path("state").asText();
    boolean isWell = state.equals("FOLLOWING") || state.equals("CATCHING_UP");
    boolean isProved = status.body().path("proved").asBoolean();
    var tiles = new LinkedHashMap<String, String>();
    tiles.put("Block", "<span id=\"block\">" + Html.text(status.body().path("block")) + "</span> "
        + Html.badge("proof", isProved, isProved ? "proved" : "believed, not proved"));
    tiles.put("Behind the chain", Html.text(status.body().path("lag")) + " blocks");
    tiles.put("State",
        Html.badge("state", isWell, state.toLowerCase(Locale.ROOT).replace('_', ' ')));
    tiles.put("Round", Html.text(data.path("round")));
    tiles.put("History", "since block " + Html.text(data.path("since")));
    html.tiles(tiles);
    if (!data.path("message").asText().isEmpty()) {
      html.raw("<p class=\"at\">").raw(Html.text(data.path("message"))).raw("</p>\n");
    }
    html.raw("<p class=\"at\">" + Html.text(data.path("chain")) + ", genesis <code>"
        + Html.text(data.path("genesis")) + "</code></p>\n");
  }

  private static List<List<String>> rows(JsonNode items, Function<JsonNode, List<String>> row) {
    var rows = new ArrayList<List<String>>();
    items.forEach(each -> rows.add(row.apply(each)));
    return rows;
  }

  private static String name(JsonNode slash) {
    return Html.text(slash.path("round").asText() + "/" + slash.path("index").asText());
  }

  private static List<String> pendingRow(JsonNode slash, long round) {
    return List.of(name(slash), Html.operator(slash.path("operator")),
        Html.text(slash.path("service")), Html.text(slash.path("percent")) + " %",
        proposer(slash), Html.text(slash.path("call")), countdown(slash, round),
        "<span title=\"" + Html.text(slash.path("stoppers")) + "\">"
            + Html.text(LONG_HEX.matcher(slash.path("stoppers").asText()).replaceAll("$1…$2"))
            + "</span>");
  }

  private static String countdown(JsonNode slash, long round) {
    if (!slash.has("appliesAtRound")) {
      return "never: its round is over";
    }
    long rounds = slash.path("appliesAtRound").asLong() - round;
    String when = "round " + Html.text(slash.path("appliesAtRound"));
    if (!slash.has("blocksLeft")) {
      return rounds <= 0 ? "now, " + when
          : "in " + rounds + (rounds == 1 ? " round, " : " rounds, ") + when;
    }
    boolean isSoon = slash.has("hoursLeft") && slash.path("hoursLeft").asDouble() < SOON_HOURS;
    String left = "in " + Html.text(slash.path("blocksLeft")) + " blocks"
        + (slash.has("hoursLeft") ? ", ~" + Html.text(slash.path("hoursLeft")) + " h" : "");
    return (isSoon ? Html.badge("soon-" + slash.path("index").asText(), false, left) : left)
        + " (" + when + ", ~block " + Html.text(slash.path("appliesAtBlock")) + ")";
  }

  private static String proposer(JsonNode slash) {
    return switch (slash.path("origin").asText()) {
      case "CALL" -> "<code title=\"" + Html.text(slash.path("proposedBy")) + "\">"
          + Html.shortened(slash.path("proposedBy").asText()) + "</code>";
      case "HEARTBEATS" -> "missed heartbeats";
      default -> "before this history";
    };
  }

  private CompletionStage<Answer> slashes(String after) {
    return ask(Map.of("state", "all", "limit", "500", "after", after), "slashes")
        .thenApply(Console::slashes);
  }

  private static Answer slashes(Got got) {
    if (got.status() != OK) {
      return refused(got);
    }
    var html = new Html();
    html.raw("<p></p>");
    html.table("slashes",
        List.of("Slash", "Operator", "Service", "Percent", "Recorded in", "Proposed by", "In call",
            "How it ended"),
        rows(got.items(), slash -> List.of(name(slash), Html.operator(slash.path("operator")),
            Html.text(slash.path("service")), Html.text(slash.path("percent")) + " %",
            "block " + Html.text(slash.path("recorded")), proposer(slash),
            Html.text(slash.path("call")), end(slash))),
        "No slash was recorded in this history.");
    if (got.data().has("next")) {
      html.raw("<p><a href=\"/?page=slashes&amp;after=" + Html.text(got.data().path("next"))
          + "\">More</a></p>");
    }
    return page(OK, "Slashes", html, got);
  }

  private static String end(JsonNode slash) {
    if (!slash.has("ended")) {
      return slash.has("end") ? Html.badge("end", false, "stranded") : "pending";
    }
    return Html.text(slash.path("end").asText().toLowerCase(Locale.ROOT).replace('_', ' '))
        + " in block " + Html.text(slash.path("ended")) + (slash.has("endedBy")
            ? " by <code title=\"" + Html.text(slash.path("endedBy")) + "\">"
                + Html.shortened(slash.path("endedBy").asText()) + "</code>"
            : "");
  }

  private CompletionStage<Answer> operator(String address) {
    CompletableFuture<Got> operator = ask(Map.of(), "operators", address);
    CompletableFuture<Got> duties =
        ask(Map.of("state", "open", "limit", "100"), "operators", address, "duties");
    CompletableFuture<Got> exposure = ask(Map.of(), "operators", address, "exposure");
    CompletableFuture<Got> income = ask(Map.of("limit", "500"), "operators", address, "income");
    CompletableFuture<Got> refused =
        ask(Map.of("limit", "20"), "operators", address, "refused");
    return CompletableFuture.allOf(operator, duties, exposure, income, refused)
        .thenApply(all -> operator(operator.join(), duties.join(), exposure.join(),
            income.join(), refused.join()));
  }

  private static Answer operator(Got operator, Got duties, Got exposure, Got income,
      Got refused) {
    if (operator.status() != OK) {
      return refused(operator);
    }
    JsonNode data = operator.data();
    var html = new Html();
    var tiles = new LinkedHashMap<String, String>();
    tiles.put("Status", Html.text(data.path("life").path("status")));
    tiles.put("Own stake", amount(data.path("life").path("stake")));
    tiles.put("Delegations", Integer.toString(data.path("delegations").size()));
    tiles.put("Calls that wait", Html.text(data.path("duties").path("count")));
    tiles.put("Slashes", Integer.toString(exposure.data().path("pendingSlashes").size())
        + " pending");
    html.tiles(tiles);
    duties(html, duties, operator.body().path("block").asLong());
    exposure(html, exposure);
    income(html, income);
    html.heading("Refused calls");
    html.table("refused", List.of("Call", "What", "Why"),
        rows(refused.items(), row -> List.of(Html.text(row.path("fact")),
            Html.text(row.path("pallet").asText() + "." + row.path("call").asText()),
            Html.text(row.path("error")))),
        "None of its calls was refused.");
    return page(OK, "Operator " + data.path("account").asText(), html, operator);
  }

  private static void duties(Html html, Got duties, long block) {
    html.heading("Duties: job calls that wait for an answer");
    html.table("duties", List.of("Call", "Service", "Job", "Called in", "Waits for"),
        rows(duties.items(), row -> List.of(Html.text(row.path("call")),
            Html.text(row.path("service")), Html.text(row.path("job")),
            "block " + Html.text(row.path("called")),
            Math.max(0, block - row.path("called").asLong()) + " blocks")),
        "No job call waits.");
  }

  private static void exposure(Html html, Got exposure) {
    html.heading("Exposure: what is promised to services");
    html.table("exposure", List.of("Service", "Blueprint", "Promised"),
        rows(exposure.data().path("services"), row -> List.of(Html.text(row.path("service")),
            Html.text(row.path("blueprint")), promised(row.path("commitments")))),
        "Nothing is promised.");
    html.raw("<p></p>");
    html.table("assets", List.of("Asset", "Restaked", "Promised to all services", ""),
        rows(exposure.data().path("assets"), row -> List.of(Html.text(row.path("asset")),
            amount(row.path("restaked")), Html.text(row.path("percent")) + " %",
            row.path("isOver").asBoolean()
                ? Html.badge("over", false, "more than everything") : "")),
        "No asset is exposed.");
  }

  private static String promised(JsonNode commitments) {
    var texts = new ArrayList<String>();
    commitments.forEach(each -> texts
        .add(Html.text(each.path("percent")) + " % of " + Html.text(each.path("asset"))));
    return String.join(", ", texts);
  }

  private static String amount(JsonNode amount) {
    return amount.isMissingNode() ? "–" : amount.path("asset").asText().equals("TNT")
        ? Plot.tnt(new BigInteger(amount.path("amount").asText()))
        : Html.text(amount.path("amount")) + " units of " + Html.text(amount.path("asset"));
  }

  /** Bars of what came in TNT; what was recorded is counted, and not again when it is paid out. */
  private static void income(Html html, Got income) {
    html.heading("Income by day");
    SortedMap<String, BigInteger> days = new TreeMap<>();
    income.items().forEach(row -> {
      boolean counts = row.path("amount").path("asset").asText().equals("TNT")
          && !row.path("cause").asText().equals("SERVICE_CLAIMED");
      if (counts) {
        days.merge(row.path("day").asText(),
            new BigInteger(row.path("amount").path("amount").asText()), BigInteger::add);
      }
    });
    if (!days.isEmpty()) {
      html.raw(Plot.bars(days));
    }
    html.table("income", List.of("Day", "Cause", "Service", "Amount", "Times"),
        rows(income.items(), row -> List.of(Html.text(row.path("day")),
            Html.text(row.path("cause").asText().toLowerCase(Locale.ROOT).replace('_', ' ')),
            Html.text(row.path("service")), amount(row.path("amount")),
            Html.text(row.path("count")))),
        "Nothing was earned in this history.");
  }

  private static Answer refused(Got got) {
    return page(got.status(), "Not found",
        new Html().raw("<p class=\"at\" id=\"error\">" + Html.text(got.error()) + "</p>"), null);
  }

  private static Answer page(int status, String title, Html body,
      @Nullable Got basis) {
    String at = basis == null ? "" : "<p class=\"at\">true at block "
        + Html.text(basis.body().path("block")) + ", "
        + (basis.body().path("proved").asBoolean() ? "proved against the chain's state root"
            : "believed, not proved")
        + "</p>";
    return new Answer(status, Answer.Type.HTML,
        FRAME.replace("{title}", Html.text(title)).replace("{at}", at)
            .replace("{script}", Script.TEXT).replace("{body}", body.toString()));
  }
}
