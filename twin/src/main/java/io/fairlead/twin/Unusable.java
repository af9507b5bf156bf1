package io.fairlead.twin;

import java.util.concurrent.CompletionException;

/** Something that the twin was given cannot be used; the message is for the user. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }

  /** What a failure says, without the wrapping of a future. */
  static String reason(Throwable failed) {
    Throwable cause = failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause() : failed;
    return String.valueOf(cause.getMessage());
  }
}
