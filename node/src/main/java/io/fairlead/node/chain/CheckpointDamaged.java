package io.fairlead.node.chain;

/** A checkpoint is not what was written. The journal holds all of it, too. */
public final class CheckpointDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was expected and what was found. */
  public CheckpointDamaged(String message) {
    super(message);
  }
}
