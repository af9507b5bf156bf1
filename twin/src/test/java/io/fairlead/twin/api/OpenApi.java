package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The API's own description, as a judge of its answers. */
final class OpenApi {
  private static final String AT = "https://fairlead.example/openapi.json";

  private final JsonNode document;
  private final JsonSchemaFactory schemas;

  OpenApi() {
    try (InputStream in =
        Objects.requireNonNull(TwinServer.class.getResourceAsStream("openapi.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      document = Answer.JSON.readTree(text);
      schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
          builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(AT, text))));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  List<String> paths() {
    var paths = new ArrayList<String>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  /** Parameters of a path that stand in {@code place}. */
  List<String> parameters(String path, String place) {
    var names = new ArrayList<String>();
    document.path("paths").path(path).path("get").path("parameters").forEach(each -> {
      JsonNode parameter = each.has("$ref")
          ? document.at(each.path("$ref").asText().substring(1)) : each;
      if (parameter.path("in").asText().equals(place)) {
        names.add(parameter.path("name").asText());
      }
    });
    return names;
  }

  /** Fails when the answer is not as the description of {@code path} says. */
  void judge(String path, LoadedTwin.Got got) {
    judge(path, "get", 200, got);
  }

  /** The same for another method, which answers {@code done} when it did what was asked. */
  void judge(String path, String method, int done, LoadedTwin.Got got) {
    String schema = got.status() == done
        ? "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/responses/"
            + done + "/content/application~1json/schema"
        : "/components/schemas/Problem";
    var found = schemas.getSchema(SchemaLocation.of(AT + "#" + schema)).validate(got.body());
    assertThat(found).as(path + " answered " + got.status() + " " + got.body()).isEmpty();
  }
}
