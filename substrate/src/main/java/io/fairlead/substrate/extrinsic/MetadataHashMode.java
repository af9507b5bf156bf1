package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** Whether the signer also signs the hash of the metadata ({@code CheckMetadataHash}). */
public enum MetadataHashMode {
  DISABLED("Disabled"), ENABLED("Enabled");

  /** One byte. */
  public static final Codec<MetadataHashMode> CODEC =
      Codecs.plainEnum("frame_metadata_hash_extension::Mode", values(), MetadataHashMode::ordinal,
          mode -> mode.chainName);

  private final String chainName;

  MetadataHashMode(String chainName) {
    this.chainName = chainName;
  }
}
