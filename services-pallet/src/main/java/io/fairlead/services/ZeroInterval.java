package io.fairlead.services;

/** Rule {@code services.zeroInterval}: an interval of no blocks, which is the default's first value. */
public enum ZeroInterval {
  /** The second heartbeat of an operator divides by it: the chain panics. */
  PANICS,
  /** Nothing is expected of anybody; a heartbeat counts as one that was. */
  NOTHING_EXPECTED
}
