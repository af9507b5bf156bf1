package io.fairlead.slashing;

/** Rule {@code slashing.exposure}: what an operator's commitments to a service mean for its slashes. */
public enum Exposure {
  /** Nothing: a slash is a part of everything that the operator and its delegators have. */
  IGNORED,
  /** A slash is at most what the operator exposes of the asset of which it exposes least. */
  CAPS
}
