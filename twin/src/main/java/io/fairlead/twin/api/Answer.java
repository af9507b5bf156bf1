package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API.
 *
 * @param status of HTTP
 * @param type of the text
 * @param body the document
 */
record Answer(int status, Type type, String body) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** What kind of document it is. */
  enum Type {
    JSON, HTML
  }

  static Answer json(JsonNode body) {
    return new Answer(200, Type.JSON, body.toString());
  }

  /** A problem: what was expected, what was found, what to do. */
  static Answer problem(int status, String message, @Nullable String hint) {
    ObjectNode error = JSON.createObjectNode();
    error.put("error", message);
    if (hint != null) {
      error.put("hint", hint);
    }
    return new Answer(status, Type.JSON, error.toString());
  }
}
