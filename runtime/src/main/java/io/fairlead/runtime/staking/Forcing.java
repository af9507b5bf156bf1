package io.fairlead.runtime.staking;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** Whether the next session starts an era out of turn; the ordinal is the index. */
public enum Forcing {
  NOT_FORCING("NotForcing"), FORCE_NEW("ForceNew"), FORCE_NONE("ForceNone"),
  FORCE_ALWAYS("ForceAlways");

  static final Codec<Forcing> CODEC = Codecs.plainEnum("pallet_staking::Forcing", values(),
      Forcing::ordinal, f -> f.chainName);

  private final String chainName;

  Forcing(String chainName) {
    this.chainName = chainName;
  }
}
