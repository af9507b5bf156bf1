package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One subscription of a connection. What is sent before the client has its id is held back. Any thread
 * may send; the lock is the seam between the node's actors and the connection's stream.
 */
final class Subscription {
  private final String id;
  private final String event;
  private final Session session;
  private final List<String> held = new ArrayList<>();
  private boolean released;
  private boolean ended;
  private Runnable onEnd = () -> {
  };

  Subscription(String id, String event, Session session) {
    this.id = id;
    this.event = event;
    this.session = session;
  }

  String id() {
    return id;
  }

  /** Sends a notification. */
  void send(JsonNode result) {
    deliver(JsonRpc.notification(event, id, result));
  }

  private synchronized void deliver(String text) {
    if (ended) {
      return;
    }
    if (released) {
      session.offer(text);
    } else {
      held.add(text);
    }
  }

  /** The client has the id. */
  synchronized void release() {
    released = true;
    held.forEach(session::offer);
    held.clear();
  }

  /** What to do at the end; done at once when the end has come. */
  void onEnd(Runnable action) {
    boolean late;
    synchronized (this) {
      late = ended;
      onEnd = action;
    }
    if (late) {
      action.run();
    }
  }

  /** The node has nothing more to say: frees the place, lets what was sent go out. */
  void complete() {
    session.forget(id);
  }

  /** Nothing is sent any more. */
  void end() {
    Runnable action;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      action = onEnd;
    }
    action.run();
  }
}
