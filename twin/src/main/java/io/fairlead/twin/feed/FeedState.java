package io.fairlead.twin.feed;

/** How the feed stands; in each state but the first three it says what is wrong and goes on trying. */
public enum FeedState {
  /** No endpoint has answered yet. Leads to any other. */
  CONNECTING,
  /** Blocks behind the head are taken in large windows. */
  CATCHING_UP,
  /** Each block is taken as it becomes final. */
  FOLLOWING,
  /** No endpoint answers. */
  NO_ENDPOINT,
  /** Endpoints name different hashes for a final block; the feed stands before it. */
  ENDPOINTS_DISAGREE,
  /** No endpoint gave a block whose storage can be proved; nothing of it was kept. */
  PROOF_FAILED,
  /** The next block's parent is not the last block of the log. */
  FINALITY_BROKEN,
  /** The nodes call an older block the last final one than they did before. */
  WENT_BACK,
  /** Every endpoint has thrown away the state of the next block. */
  STATE_PRUNED,
  /** A block cannot be read by the chain's own metadata. */
  UNREADABLE,
  /** Every endpoint belongs to another chain. */
  WRONG_CHAIN
}
