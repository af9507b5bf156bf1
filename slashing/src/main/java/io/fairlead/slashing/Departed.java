package io.fairlead.slashing;

/** Rule {@code slashing.departed}: what becomes of a due slash whose operator is none any more. */
public enum Departed {
  /** It stays and is tried again. */
  RETRIED,
  /** It leaves the queue with the event of a discarded slash. */
  DISCARDED
}
