package io.fairlead.runtime.engine;

import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * One runtime with its state, used by one thread. A block is {@link #initialize}, {@link #apply} for
 * each extrinsic, {@link #finish}.
 */
public interface Engine {
  /** Names and versions, as {@code Core_version} tells them. */
  RuntimeVersion version();

  /**
   * Starts block {@code number} on top of {@code parent}: System's bookkeeping, then every pallet's
   * {@code on_initialize}.
   *
   * @param digest encoded logs of the header that are known before execution
   */
  void initialize(long number, Hash parent, List<Bytes> digest);

  /** The inherents of the block just initialized, for a block at {@code nowMillis} (Unix time). */
  List<Bytes> inherents(long nowMillis);

  /** Runs one extrinsic. One that cannot be included changes nothing and uses no index. */
  Applied apply(CheckedExtrinsic extrinsic);

  /**
   * Ends the block: {@code on_finalize}, then all changes since {@link #initialize}, ascending by
   * key, each key once. What changed can no longer be taken back.
   */
  List<Store.Change> finish();

  /** Gives up the block being built: the state is that of its parent again. */
  void abandon();

  /** What the pool must know of {@code extrinsic} on top of the current state. Changes nothing. */
  Validity validate(CheckedExtrinsic extrinsic);

  /** A runtime API by its name, such as {@code Metadata_metadata}, with SCALE in and out. */
  ApiAnswer call(String method, Bytes arguments);

  /** Writes pairs into the state without executing anything: recovery, chain files. */
  void restore(List<Store.Change> changes);
}
