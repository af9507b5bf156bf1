package io.fairlead.client;

import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;

/**
 * A signed extrinsic, ready to leave.
 *
 * @param bytes with the length in front
 * @param signer who signed
 * @param nonce of the signer
 * @param firstBlock of its era
 * @param lastBlock of its era: after this block is final it can never be included any more;
 *        {@link Long#MAX_VALUE} when immortal
 */
public record SignedExtrinsic(Bytes bytes, AccountId signer, long nonce, long firstBlock,
    long lastBlock) {

  /** By this hash pool and chain know it. */
  public Hash hash() {
    return ExtrinsicCodec.hash(bytes.array());
  }
}
