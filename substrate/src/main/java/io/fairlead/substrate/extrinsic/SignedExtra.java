package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;

/**
 * What the signed extensions put into the extrinsic; the other extensions of Tangle put nothing.
 *
 * @param era blocks for which the extrinsic is valid
 * @param nonce of the signer, u32
 * @param tip in planck, for the author of the block
 * @param mode whether the metadata hash is signed too
 */
public record SignedExtra(Era era, long nonce, Balance tip, MetadataHashMode mode) {

  /** Era, compact nonce, compact tip, mode. */
  public static final Codec<SignedExtra> CODEC = new Wire();

  /** Without tip and without metadata hash. */
  public static SignedExtra of(Era era, long nonce) {
    return new SignedExtra(era, nonce, Balance.ZERO, MetadataHashMode.DISABLED);
  }

  private record Wire() implements Codec<SignedExtra> {
    @Override
    public void write(SignedExtra value, Output out) {
      Era.CODEC.write(value.era, out);
      out.compact(value.nonce);
      Balance.COMPACT.write(value.tip, out);
      MetadataHashMode.CODEC.write(value.mode, out);
    }

    @Override
    public SignedExtra read(Input in) {
      return new SignedExtra(Era.CODEC.read(in), in.compactU32(), Balance.COMPACT.read(in),
          MetadataHashMode.CODEC.read(in));
    }

    @Override
    public int size(SignedExtra value) {
      return Era.CODEC.size(value.era) + Output.compactSize(value.nonce)
          + Balance.COMPACT.size(value.tip) + 1;
    }

    /** The tuple of all ten. */
    @Override
    public Shape shape() {
      return SignedExtension.extraShape(SignedExtension.TANGLE_TESTNET);
    }
  }
}
