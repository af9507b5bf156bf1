package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.runtime.Rules;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one thing that the API takes, judged by its own description. */
class GenerationApiTest {
  private static final String PATH = "/v1/generations";
  private static final OpenApi OPEN_API = new OpenApi();
  @TempDir private Path folder;

  private static LoadedTwin.Got post(LoadedTwin loaded, String token, String body) {
    LoadedTwin.Got got = loaded.send(HttpRequest.newBuilder(loaded.url(PATH))
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    OPEN_API.judge(PATH, "post", 202, got);
    return got;
  }

  @Test
  void a_generation_is_begun_by_those_who_may_and_shown_until_it_answers() throws Exception {
    try (LoadedTwin loaded = LoadedTwin.start(folder, Rules.REPAIRED)) {
      loaded.play(3, Duration.ofSeconds(1));
      String token = Files.readString(folder.resolve("token")).strip();

      assertThat(post(loaded, "", "{\"to\": 1}").status()).isEqualTo(401);
      assertThat(post(loaded, token, "[]").status()).isEqualTo(400);
      assertThat(post(loaded, token, "x".repeat(10_000)).status()).isEqualTo(400);
      LoadedTwin.Got begun = post(loaded, token, "{\"to\": 1}");
      assertThat(begun.status()).isEqualTo(202);
      assertThat(begun.body().path("number").asInt()).isEqualTo(2);

      await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
        LoadedTwin.Got all = loaded.get(PATH);
        OPEN_API.judge(PATH, all);
        assertThat(all.data().path("generations"))
            .extracting(it -> it.path("state").asText() + " " + it.path("plan").asText())
            .containsExactly("kept ", "serving copy of 1 to block 1");
      });
    }
  }
}
