package io.fairlead.simulations;

import io.fairlead.runtime.Chain;
import io.fairlead.runtime.Dispatched;
import io.fairlead.substrate.primitive.BlockNumber;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Runs given blocks on a chain: begin, dispatch, end for each that has something to do. Nothing
 * here decides, draws or looks at a clock. The last block always runs, so that number and time end
 * as given.
 */
public final class PlainLoop {
  private final Chain chain;
  private final EmptyBlocks emptyBlocks;
  private final Observer observer;
  private long executed;

  /** Hears what became of the calls, while the block is open: {@link Chain#events} are its own. */
  @FunctionalInterface
  public interface Observer {
    /** Hears nothing. */
    Observer NONE = (block, call, dispatched) -> {
    };

    /** {@code call} of {@code block} has been dispatched. */
    void dispatched(PlainBlock block, SignedCall call, Dispatched dispatched);
  }

  /** A loop over {@code chain} that nobody watches. */
  public PlainLoop(Chain chain, EmptyBlocks emptyBlocks) {
    this(chain, emptyBlocks, Observer.NONE);
  }

  /** A loop over {@code chain}. */
  public PlainLoop(Chain chain, EmptyBlocks emptyBlocks, Observer observer) {
    this.chain = chain;
    this.emptyBlocks = emptyBlocks;
    this.observer = observer;
  }

  /** Runs blocks that begin after the chain's last and leave no number out. */
  public void run(Iterable<PlainBlock> blocks) {
    Iterator<PlainBlock> rest = blocks.iterator();
    BlockNumber expected = null;
    BlockNumber wake = null;
    while (rest.hasNext()) {
      PlainBlock block = rest.next();
      if (expected != null && !block.number().equals(expected)) {
        throw new IllegalArgumentException(
            "expected block " + expected + ", found " + block.number());
      }
      expected = block.number().next();
      if (rest.hasNext() && isIdle(block, wake)) {
        continue;
      }
      run(block);
      wake = chain.nextWake(block.number());
    }
  }

  /** Before the first block of a run it is not known when hooks wake: that one runs. */
  private boolean isIdle(PlainBlock block, @Nullable BlockNumber wake) {
    return switch (emptyBlocks) {
      case RUN -> false;
      case SKIP -> wake != null && block.calls().isEmpty() && block.number().compareTo(wake) < 0;
    };
  }

  private void run(PlainBlock block) {
    executed++;
    chain.begin(block.number(), block.now());
    for (SignedCall call : block.calls()) {
      observer.dispatched(block, call, dispatch(call));
    }
    chain.end();
  }

  private Dispatched dispatch(SignedCall signed) {
    var extra = signed.extra();
    return extra == null ? chain.dispatch(signed.signer(), signed.call())
        : chain.dispatch(signed.signer(), extra, signed.call());
  }

  /** How many blocks were executed so far. */
  public long executed() {
    return executed;
  }
}
