package io.fairlead.twin;

/** Something that the twin was given cannot be used; the message is for the user. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
