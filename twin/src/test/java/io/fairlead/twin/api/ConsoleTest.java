package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.runtime.Rules;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser. Its pictures stay in {@code target/console}. */
class ConsoleTest {
  private static final Path PICTURES = Path.of("target", "console");
  @TempDir(cleanup = CleanupMode.NEVER) private static Path folder;
  private static LoadedTwin loaded;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.start(folder.resolve("profile"));
    loaded = LoadedTwin.start(folder.resolve("twin"), Rules.REPAIRED);
    loaded.play(21, Duration.ofSeconds(8));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (loaded != null) {
      loaded.close();
    }
  }

  @Test
  void without_a_script_the_lists_are_there() throws Exception {
    browser.scripts(false);
    browser.width(1280);
    browser.dark(false);
    browser.open(loaded.url("/"));
    JsonNode pending = loaded.get("/v1/slashes?state=pending&limit=500").data().path("items");

    assertThat(browser.text("#block")).isEqualTo(Long.toString(loaded.twin().watermark()));
    assertThat(browser.text("#proof")).isEqualTo("proved");
    assertThat(browser.text("#state")).isEqualTo("following");
    assertThat(browser.eval("document.querySelectorAll('#pending tbody tr').length"))
        .isEqualTo(Integer.toString(pending.size()));
    assertThat(browser.text("#pending tbody tr td"))
        .isEqualTo(pending.path(0).path("round").asText()
            + "/" + pending.path(0).path("index").asText());
    assertThat(browser.text("#pending")).contains(" rounds, round 8", "dispute origin");
    assertThat(browser.eval("document.documentElement.dataset.live || 'no script'"))
        .isEqualTo("no script");
    browser.picture(PICTURES.resolve("overview.png"));
  }

  @Test
  void with_a_script_the_page_follows_the_chain() throws Exception {
    browser.scripts(true);
    browser.width(1280);
    browser.open(loaded.url("/"));
    await().until(() -> browser.eval("document.documentElement.dataset.live").equals("yes"));

    loaded.play(22, Duration.ofSeconds(2));

    String head = Long.toString(loaded.twin().watermark());
    await().atMost(Duration.ofSeconds(10)).until(() -> browser.text("#block").equals(head));
    String pending = Integer.toString(
        loaded.get("/v1/slashes?state=pending&limit=500").data().path("items").size());
    await().until(() -> browser.eval("document.querySelectorAll('#pending tbody tr').length")
        .equals(pending));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void an_operator_has_a_page_with_duties_exposure_and_income_as_a_plot() throws Exception {
    browser.scripts(false);
    browser.width(1280);
    browser.dark(true);
    browser.open(loaded.url("/"));
    String account = loaded.get("/v1/slashes?state=all&limit=1").data().path("items").path(0)
        .path("operator").asText();
    browser.open(loaded.url("/?operator=" + account));
    JsonNode income =
        loaded.get("/v1/operators/" + account + "/income?limit=500").data().path("items");

    assertThat(browser.text("h1")).contains(account);
    assertThat(browser.text(".tiles")).contains("Own stake", "TNT");
    assertThat(browser.text("#exposure") + browser.text("#assets")).contains("%");
    assertThat(browser.text("#duties")).isNotEmpty();
    assertThat(browser.eval("document.querySelectorAll('#income tbody tr').length"))
        .isEqualTo(Integer.toString(income.size()));
    assertThat(browser.eval("document.querySelectorAll('#plot rect').length")).isEqualTo("1");
    browser.picture(PICTURES.resolve("operator-dark.png"));
    browser.dark(false);
  }

  @Test
  void past_slashes_tell_how_they_ended_on_a_small_screen_too() throws Exception {
    browser.scripts(false);
    browser.width(420);
    browser.open(loaded.url("/?page=slashes"));
    JsonNode all = loaded.get("/v1/slashes?state=all&limit=500").data().path("items");

    assertThat(browser.eval("document.querySelectorAll('#slashes tbody tr').length"))
        .isEqualTo(Integer.toString(all.size()));
    assertThat(browser.text("#slashes")).contains("discarded in block", "pending");
    assertThat(browser.eval("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo("true");
    browser.picture(PICTURES.resolve("slashes-narrow.png"));
    browser.width(1280);
  }

  @Test
  void what_is_typed_into_the_address_is_shown_as_text_and_nothing_else_is_loaded()
      throws Exception {
    HttpResponse<String> answer = loaded.http().send(
        HttpRequest.newBuilder(loaded.url("/?operator=%3Cscript%3Ealert(1)%3C/script%3E")).build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(answer.body()).doesNotContain("http://", "https://", "src=");
  }
}
