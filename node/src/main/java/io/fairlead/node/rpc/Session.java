package io.fairlead.node.rpc;

import akka.stream.BoundedSourceQueue;
import akka.stream.QueueOfferResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket connection: its notifications on their way and its subscriptions. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final AtomicLong IDS = new AtomicLong();

  private final BoundedSourceQueue<String> queue;
  private final int subscriptionsMax;
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

  Session(BoundedSourceQueue<String> queue, int subscriptionsMax) {
    this.queue = queue;
    this.subscriptionsMax = subscriptionsMax;
  }

  Subscription subscribe(String event) {
    if (subscriptions.size() >= subscriptionsMax) {
      throw RpcError.tooManySubscriptions(subscriptionsMax);
    }
    var made = new Subscription(Long.toString(IDS.incrementAndGet()), event, this);
    subscriptions.put(made.id(), made);
    return made;
  }

  /** Whether there was one of this id. */
  boolean unsubscribe(String id) {
    Subscription found = subscriptions.remove(id);
    if (found != null) {
      found.end();
    }
    return found != null;
  }

  void forget(String id) {
    subscriptions.remove(id);
  }

  /** Puts a notification on its way; one that the reader is too slow for ends the connection. */
  void offer(String text) {
    if (queue.offer(text) == QueueOfferResult.dropped()) {
      LOG.warn("A client reads too slowly: closing its connection");
      queue.fail(new SlowReader());
    }
  }

  void close() {
    List.copyOf(subscriptions.keySet()).forEach(this::unsubscribe);
  }

  private static final class SlowReader extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlowReader() {
      super("the client reads too slowly", null, false, false);
    }
  }
}
