package io.fairlead.twin.log;

/** What stands in the data folder is none of what this version writes. */
public final class Damaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is for the user. */
  public Damaged(String message) {
    super(message);
  }
}
