package io.fairlead.runtime.assets;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * What a delegate may still send ({@code pallet_assets::Approval}).
 *
 * @param amount in the asset's smallest unit
 * @param deposit planck reserved for it
 */
public record Approval(Balance amount, Balance deposit) {
  static final Codec<Approval> CODEC = Codecs.struct("pallet_assets::types::Approval",
      Fields.of(Approval::new,
          Fields.field("amount", Approval::amount, Balance.CODEC, "Balance"),
          Fields.field("deposit", Approval::deposit, Balance.CODEC, "DepositBalance")),
      Shape.param("Balance", Balance.CODEC.shape()),
      Shape.param("DepositBalance", Balance.CODEC.shape()));
}
