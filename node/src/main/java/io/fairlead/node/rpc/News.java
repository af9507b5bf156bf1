package io.fairlead.node.rpc;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEntity.Imported;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** Hands every batch of blocks to whoever subscribed, on the thread of its own actor. */
final class News {
  private final Set<Consumer<Imported>> readers = new CopyOnWriteArraySet<>();

  /** The actor to be registered with {@link ChainEntity.Listen}. */
  Behavior<Imported> behavior() {
    return Behaviors.receiveMessage(imported -> {
      List.copyOf(readers).forEach(reader -> reader.accept(imported));
      return Behaviors.same();
    });
  }

  /** Calls {@code reader} for each batch until the returned action is run. */
  Runnable add(Consumer<Imported> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }
}
