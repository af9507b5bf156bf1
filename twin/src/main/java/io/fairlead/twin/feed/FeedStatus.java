package io.fairlead.twin.feed;

import java.util.List;

/**
 * How the feed stands.
 *
 * @param message what is wrong, with what to do; empty when nothing is
 * @param head last block in the log; -1 before the first
 * @param target last block that is final as far as known; -1 when not known
 * @param proved blocks proved since the start
 * @param changes of storage found since the start
 * @param unpredicted changes among them that no event announced
 * @param endpoints one line each: address and how it is treated
 */
public record FeedStatus(FeedState state, String message, long head, long target, long proved,
    long changes, long unpredicted, List<String> endpoints) {
  public FeedStatus {
    endpoints = List.copyOf(endpoints);
  }
}
