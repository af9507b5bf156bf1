package io.fairlead.twin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * {@code POST /v1/generations}: the one thing that the API takes, from those who may read the data
 * folder. The body is {@code {"from": "genesis"|BLOCK}} or {@code {"to": BLOCK}}.
 */
final class GenerationPost {
  private static final String SCHEME = "Bearer ";

  private final GenerationDesk desk;
  private final byte[] token;

  GenerationPost(GenerationDesk desk, String token) {
    this.desk = desk;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Begins a generation; tells its number. */
  Answer answer(Optional<String> authorization, String body) {
    if (!isKnown(authorization.orElse(""))) {
      return Answer.problem(401, "expected the token of this twin",
          "send Authorization: Bearer TOKEN, which is in the file token of the data folder");
    }
    try {
      return new Answer(202, Answer.Type.JSON,
          ChainJson.object().put("number", begin(body)).toString());
    } catch (GenerationDesk.Busy busy) {
      return Answer.problem(409, String.valueOf(busy.getMessage()), "see /v1/generations");
    } catch (IllegalArgumentException wrong) {
      return Answer.problem(400, String.valueOf(wrong.getMessage()), "see /v1/openapi.json");
    } catch (IllegalStateException failed) {
      return Answer.problem(500, String.valueOf(failed.getMessage()),
          "look into the data folder of the twin");
    }
  }

  private boolean isKnown(String authorization) {
    return authorization.startsWith(SCHEME) && MessageDigest.isEqual(token,
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }

  private int begin(String body) {
    JsonNode wanted;
    try {
      wanted = Answer.JSON.readTree(body);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("the body is not JSON", unreadable);
    }
    if (wanted.size() == 1 && wanted.path("from").isValueNode()) {
      return desk.backfill(wanted.path("from").asText());
    }
    if (wanted.size() == 1 && wanted.path("to").canConvertToLong()
        && wanted.path("to").isIntegralNumber()) {
      return desk.rewind(wanted.path("to").longValue());
    }
    throw new IllegalArgumentException(
        "expected {\"from\": \"genesis\" or BLOCK} or {\"to\": BLOCK}, found "
            + Question.shown(body));
  }
}
