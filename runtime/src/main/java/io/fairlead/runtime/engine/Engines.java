package io.fairlead.runtime.engine;

import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/** How a node makes engines of one runtime under one set of rules. Any number of threads. */
public interface Engines {
  /** The pairs of block 0, ascending by key. */
  List<Store.Change> genesis();

  /** An engine without state, for {@link Engine#restore}. */
  Engine empty();

  /** An engine over a past state, read as needed: for runtime APIs at a block. */
  Engine over(Store.Source state);

  /** The check of form and signature for the chain that begins with {@code genesisHash}. */
  ExtrinsicChecker checker(Hash genesisHash);

  /** Names of the rules in force, {@code group.name=value} each, in documentation order. */
  List<String> rules();
}
