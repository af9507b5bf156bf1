package io.fairlead.rewards.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * How a vault is shown to people.
 *
 * @param name at most {@link RewardsLimits#VAULT_NAME_BYTES_MAX} bytes
 * @param logo at most {@link RewardsLimits#VAULT_LOGO_BYTES_MAX} bytes
 */
public record VaultMetadata(Bytes name, Bytes logo) {
  static final Codec<Bytes> NAME =
      Bytes.codec(Codecs.boundedBytes(RewardsLimits.VAULT_NAME_BYTES_MAX));
  static final Codec<Bytes> LOGO =
      Bytes.codec(Codecs.boundedBytes(RewardsLimits.VAULT_LOGO_BYTES_MAX));

  /** Fields in order. */
  public static final Codec<VaultMetadata> CODEC =
      Codecs.struct("pallet_rewards::pallet::VaultMetadata",
          Fields.of(VaultMetadata::new,
              field("name", VaultMetadata::name, NAME, "BoundedVec<u8, T::MaxVaultNameLength>"),
              field("logo", VaultMetadata::logo, LOGO, "BoundedVec<u8, T::MaxVaultLogoLength>")),
          Shape.skipped("T"));
}
