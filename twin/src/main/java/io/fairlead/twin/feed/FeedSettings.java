package io.fairlead.twin.feed;

/**
 * How the feed works.
 *
 * @param fetchAhead blocks asked for before they are needed; 64
 * @param hashesPerCall block hashes asked for in one request; 256
 * @param windowBlocks blocks appended to the log at once, at most; 4,096
 */
public record FeedSettings(int fetchAhead, int hashesPerCall, int windowBlocks) {
  /** The defaults. */
  public static final FeedSettings DEFAULT = new FeedSettings(64, 256, 4_096);
}
