package io.fairlead.twin.slash;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * What a slash took from an account.
 *
 * @param amount in the asset's smallest unit
 */
public record Taken(AccountId account, Asset asset, Balance amount) {
  static final Codec<Taken> CODEC = Codecs.triple(AccountId.CODEC, Asset.CODEC, Balance.CODEC,
      Taken::new, Taken::account, Taken::asset, Taken::amount);
}
