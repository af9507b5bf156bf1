package io.fairlead.substrate.pallet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The block being executed, as pallets see it: its number and time, where events go, and the three
 * ways to run a body that may refuse. One per runtime, used by one thread.
 */
public final class Block {
  private final Store store;
  private final ArrayList<EventRecord> events = new ArrayList<>();
  private long number;
  private Phase phase = Phase.INITIALIZATION;

  /** The block over {@code store}; number 0 until {@link #begin}. */
  public Block(Store store) {
    this.store = store;
  }

  /** Height of the block in execution. */
  public long number() {
    return number;
  }

  /** Starts block {@code number}: no events, phase initialization. */
  public void begin(long number) {
    this.number = number;
    this.phase = Phase.INITIALIZATION;
    events.clear();
  }

  /** From now on events belong to {@code phase}. */
  public void enter(Phase phase) {
    this.phase = phase;
  }

  /** The phase that events get now. */
  public Phase phase() {
    return phase;
  }

  /** Appends an event. */
  public void deposit(Event event) {
    events.add(new EventRecord(phase, event));
  }

  /** The events of this block so far, in order. A view. */
  public List<EventRecord> events() {
    return Collections.unmodifiableList(events);
  }

  /**
   * Runs {@code body} and gives back its result; takes back its writes and events where {@code keep}
   * does not hold for it. For the executive around a whole extrinsic. A {@link ChainPanic} passes,
   * with everything taken back.
   */
  public <T> T keptIf(Predicate<T> keep, Supplier<T> body) {
    int mark = store.mark();
    int eventCount = events.size();
    try {
      T result = body.get();
      if (!keep.test(result)) {
        rollback(mark, eventCount);
      }
      return result;
    } catch (ChainPanic panic) {
      rollback(mark, eventCount);
      throw panic;
    }
  }

  /**
   * Runs a call: if it refuses, its writes and events are taken back. For the executive and for the
   * inner calls of a batch. A {@link ChainPanic} passes, with everything taken back.
   */
  public Outcome transactional(Supplier<PostDispatch> call) {
    int mark = store.mark();
    int eventCount = events.size();
    try {
      PostDispatch post = call.get();
      return post.equals(PostDispatch.AS_DECLARED) ? Outcome.DONE : new Outcome.Done(post);
    } catch (Refusal refusal) {
      rollback(mark, eventCount);
      return new Outcome.Refused(refusal.error(), refusal.post());
    } catch (ChainPanic panic) {
      rollback(mark, eventCount);
      throw panic;
    }
  }

  /**
   * Runs {@code body} where the chain drops the error and keeps what was written before it. Each use
   * cites the place that makes it right.
   */
  public Outcome attempt(Runnable body) {
    try {
      body.run();
      return Outcome.DONE;
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal.error(), refusal.post());
    }
  }

  /** Runs {@code body} in a storage layer of its own where the chain drops the error. */
  public Outcome attemptTransactional(Runnable body) {
    return transactional(() -> {
      body.run();
      return PostDispatch.AS_DECLARED;
    });
  }

  private void rollback(int mark, int eventCount) {
    store.rollback(mark);
    while (events.size() > eventCount) {
      events.removeLast();
    }
  }
}
