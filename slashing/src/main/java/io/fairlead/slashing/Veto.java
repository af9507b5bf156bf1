package io.fairlead.slashing;

/** Rule {@code slashing.veto}: who may discard a slash. */
public enum Veto {
  /** The account that the manager names; it needs not name any. */
  DISPUTE_ORIGIN_ONLY,
  /** Root too: governance can stop any slash. */
  ROOT_TOO
}
