package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Output;
import org.jspecify.annotations.Nullable;

/**
 * What is signed but not sent: both sides know it.
 *
 * @param specVersion of the runtime, u32
 * @param transactionVersion of the runtime, u32
 * @param genesis hash of block 0
 * @param birth hash of the birth block of the era; {@code genesis} when it is immortal
 * @param metadataHash 32 bytes, only in mode {@link MetadataHashMode#ENABLED}
 */
public record AdditionalSigned(long specVersion, long transactionVersion, Hash genesis, Hash birth,
    @Nullable Hash metadataHash) {

  /** For an immortal extrinsic. */
  public static AdditionalSigned immortal(long specVersion, long transactionVersion,
      Hash genesis) {
    return new AdditionalSigned(specVersion, transactionVersion, genesis, genesis, null);
  }

  /** For a mortal extrinsic. */
  public static AdditionalSigned mortal(long specVersion, long transactionVersion, Hash genesis,
      Hash birth) {
    return new AdditionalSigned(specVersion, transactionVersion, genesis, birth, null);
  }

  void write(Output out) {
    out.u32(specVersion);
    out.u32(transactionVersion);
    Hash.CODEC.write(genesis, out);
    Hash.CODEC.write(birth, out);
    if (metadataHash == null) {
      out.u8(0);
    } else {
      out.u8(1);
      Hash.CODEC.write(metadataHash, out);
    }
  }

  int size() {
    return metadataHash == null ? 73 : 105;
  }
}
