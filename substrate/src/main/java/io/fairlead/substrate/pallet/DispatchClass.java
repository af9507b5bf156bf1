package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** Which share of a block a call may use. */
public enum DispatchClass {
  NORMAL("Normal"), OPERATIONAL("Operational"), MANDATORY("Mandatory");

  /** One byte. */
  public static final Codec<DispatchClass> CODEC =
      Codecs.plainEnum("frame_support::dispatch::DispatchClass", values(), DispatchClass::ordinal,
          DispatchClass::chainName);

  private final String chainName;

  DispatchClass(String chainName) {
    this.chainName = chainName;
  }

  /** The variant's name on chain. */
  public String chainName() {
    return chainName;
  }
}
