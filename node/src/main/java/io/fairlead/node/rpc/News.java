package io.fairlead.node.rpc;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEntity.Imported;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Hands every batch of blocks to whoever subscribed, on the thread of its own actor. The lock is the
 * seam to the server's threads: between what a subscriber is told first and what it is told next no
 * batch is lost and none comes twice.
 */
final class News {
  private final Set<Consumer<Imported>> readers = new LinkedHashSet<>();

  /** The actor to be registered with {@link ChainEntity.Listen}. */
  Behavior<Imported> behavior() {
    return Behaviors.receiveMessage(imported -> {
      deliver(imported);
      return Behaviors.same();
    });
  }

  synchronized void deliver(Imported imported) {
    List.copyOf(readers).forEach(reader -> reader.accept(imported));
  }

  /**
   * Calls {@code reader} for each batch until the returned action is run.
   *
   * @param begin tells the subscriber what holds now; the block of which it told
   */
  synchronized Runnable follow(LongSupplier begin, Consumer<Imported> reader) {
    long told = begin.getAsLong();
    Consumer<Imported> later = imported -> {
      if (imported.blocks().getLast().number() > told) {
        reader.accept(imported);
      }
    };
    readers.add(later);
    return () -> remove(later);
  }

  private synchronized void remove(Consumer<Imported> reader) {
    readers.remove(reader);
  }
}
