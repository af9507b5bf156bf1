package io.fairlead.rewards.wire;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** What happens to an asset of a vault; the ordinal is the index. */
public enum AssetAction {
  ADD("Add"), REMOVE("Remove");

  /** One byte. */
  public static final Codec<AssetAction> CODEC = Codecs.plainEnum(
      "pallet_rewards::types::AssetAction", values(), AssetAction::ordinal, a -> a.chainName);

  private final String chainName;

  AssetAction(String chainName) {
    this.chainName = chainName;
  }
}
