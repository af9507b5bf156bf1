package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API.
 *
 * @param status of HTTP
 * @param body the document
 */
record Answer(int status, JsonNode body) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** Data in its envelope: the block at which it is true, and whether that block is proved. */
  static Answer of(TwinView.Standing standing, JsonNode data) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("block", standing.watermark());
    if (standing.watermark() == standing.log().number()) { // the hash of another block would be a lie
      envelope.put("hash", standing.log().hash().toString());
    }
    envelope.put("proved", true);
    envelope.put("lag", Math.max(0, standing.feed().target() - standing.watermark()));
    envelope.put("generation", standing.generation());
    envelope.set("data", data);
    return new Answer(200, envelope);
  }

  /** A problem: what was expected, what was found, what to do. */
  static Answer problem(int status, String message, @Nullable String hint) {
    ObjectNode error = JSON.createObjectNode();
    error.put("error", message);
    if (hint != null) {
      error.put("hint", hint);
    }
    return new Answer(status, error);
  }
}
