package io.fairlead.node.rpc;

/**
 * Limits of a server; the defaults are those of a Substrate node.
 *
 * @param requestBytesMax bytes of a frame or body
 * @param connectionsMax WebSocket connections
 * @param subscriptionsMax subscriptions of a connection
 * @param notificationsMax notifications that may wait for a slow reader
 * @param requestsInFlightMax requests of a connection that are worked on at the same time
 */
public record RpcLimits(int requestBytesMax, int connectionsMax, int subscriptionsMax,
    int notificationsMax, int requestsInFlightMax) {
  /** 15 MiB, 100 connections, 1,024 subscriptions. */
  public static final RpcLimits DEFAULT = new RpcLimits(15 * 1024 * 1024, 100, 1_024, 4_096, 64);

  public RpcLimits {
    if (requestBytesMax < 1 || connectionsMax < 1 || subscriptionsMax < 1 || notificationsMax < 1
        || requestsInFlightMax < 1) {
      throw new IllegalArgumentException("an RPC limit is not positive");
    }
  }
}
