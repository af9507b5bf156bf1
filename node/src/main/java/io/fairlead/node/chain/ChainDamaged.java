package io.fairlead.node.chain;

/** What is stored is not what was written. Stops recovery; the message is for the user. */
public final class ChainDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was expected and what was found. */
  public ChainDamaged(String message) {
    super(message);
  }
}
