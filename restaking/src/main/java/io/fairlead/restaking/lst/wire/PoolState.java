package io.fairlead.restaking.lst.wire;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** What a pool allows; the ordinal is the index. */
public enum PoolState {
  /** Takes members. Root and bouncer block or destroy it. */
  OPEN("Open"),
  /** Takes none, and its root and bouncer may put members out; they open or destroy it. */
  BLOCKED("Blocked"),
  /** Takes none, anybody may put members out; for good. */
  DESTROYING("Destroying");

  /** One byte. */
  public static final Codec<PoolState> CODEC =
      Codecs.plainEnum("pallet_tangle_lst::types::pools::PoolState", values(),
          PoolState::ordinal, s -> s.chainName);

  private final String chainName;

  PoolState(String chainName) {
    this.chainName = chainName;
  }
}
