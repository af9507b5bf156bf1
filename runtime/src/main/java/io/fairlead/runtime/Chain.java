package io.fairlead.runtime;

import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.BlockNumber;
import java.util.List;

/**
 * What a simulation sees of a runtime: blocks of typed calls, without bytes and signatures. A block is
 * {@link #begin}, {@link #dispatch} for each call, {@link #end}; it leaves the values that a node's
 * block with the same calls leaves.
 */
public interface Chain {
  /** Starts block {@code number} at {@code now}: hooks, in pallet order, outside transactions. */
  void begin(BlockNumber number, Moment now);

  /**
   * Dispatches {@code call} as an extrinsic of {@code signer} would be: immortal, next nonce, no tip,
   * an sr25519 signature. Fee by its length, events included.
   */
  Dispatched dispatch(AccountId signer, Call call);

  /** The same with era, nonce and tip as given; of the era only its length counts. */
  Dispatched dispatch(AccountId signer, SignedExtra extra, Call call);

  /** Ends the block. */
  void end();

  /**
   * The next block in which a hook has something to do, if no call comes before: blocks up to there
   * may be skipped and nothing but System's and Timestamp's own bookkeeping differs.
   */
  BlockNumber nextWake(BlockNumber after);

  /** The events of this block so far. */
  List<EventRecord> events();
}
