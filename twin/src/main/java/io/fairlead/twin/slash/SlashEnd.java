package io.fairlead.twin.slash;

/** How a slash left the queue, on the evidence of the block in which its entry disappeared. */
public enum SlashEnd {
  /** Disputed: {@code SlashDiscarded} stands in the block. */
  DISCARDED,
  /** Applied by the hook, and stake was taken. */
  APPLIED,
  /** Applied by the hook, and nothing was taken: the slash manager of the live chains is empty. */
  APPLIED_WITHOUT_EFFECT,
  /** Applied when its own service was terminated. */
  APPLIED_AT_TERMINATION,
  /** Removed when another service was terminated. */
  WIPED,
  /** Gone for no reason that the block shows: a migration, or a gap in this program. */
  VANISHED
}
