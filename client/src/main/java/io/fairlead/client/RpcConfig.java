package io.fairlead.client;

import java.net.URI;
import java.time.Duration;

/**
 * How a node is reached.
 *
 * @param url {@code ws://} or {@code wss://}
 * @param connectTimeout for the opening handshake; 5 s
 * @param answerTimeout for each request; 30 s
 * @param backoffMin wait before the first new try; 250 ms, doubled each time
 * @param backoffMax longest wait between tries; 15 s
 * @param messageBytesMax longest message taken from the node; 64 MiB
 */
public record RpcConfig(URI url, Duration connectTimeout, Duration answerTimeout,
    Duration backoffMin, Duration backoffMax, int messageBytesMax) {

  public RpcConfig {
    String scheme = url.getScheme();
    if (scheme == null || !(scheme.equals("ws") || scheme.equals("wss"))) {
      throw new IllegalArgumentException("expected a ws:// or wss:// address, found " + url);
    }
  }

  /** The defaults for {@code url}. */
  public static RpcConfig of(URI url) {
    return new RpcConfig(url, Duration.ofSeconds(5), Duration.ofSeconds(30),
        Duration.ofMillis(250), Duration.ofSeconds(15), 64 << 20);
  }
}
