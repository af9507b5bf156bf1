package io.fairlead.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code --output text|json}, the same for every command that prints an answer. */
public final class OutputOptions {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** For people, or one JSON document. */
  public enum Form {
    TEXT, JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(names = "--output", paramLabel = "text|json", defaultValue = "text",
      description = "Form of the answer on standard output (default: text).") private Form form =
          Form.TEXT;

  /** Whether one JSON document is wanted. */
  public boolean isJson() {
    return form == Form.JSON;
  }

  /** A document as text; numbers beyond 2^53 must be strings in it. */
  public static String json(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a document that is no JSON", bug);
    }
  }
}
