package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * What a validator says of itself ({@code pallet_staking::ValidatorPrefs}).
 *
 * @param commission its part of rewards
 * @param blocked whether it takes no new nominators
 */
public record ValidatorPrefs(Perbill commission, boolean blocked) {
  static final ValidatorPrefs NONE = new ValidatorPrefs(new Perbill(0), false);

  static final Codec<ValidatorPrefs> CODEC = Codecs.struct("pallet_staking::ValidatorPrefs",
      Fields.of(ValidatorPrefs::new,
          field("commission", ValidatorPrefs::commission, Perbill.COMPACT, "Perbill"),
          field("blocked", ValidatorPrefs::blocked, Codecs.BOOL, "bool")));
}
